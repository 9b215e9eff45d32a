import fc from 'fast-check';
import { expect, it } from 'vitest';
import { reusedArrays } from '../../engine/projection/arrays.js';
import { project } from '../../engine/projection/project.js';
import { equationOf, projectReference } from '../../engine/projection/reference.js';
import { randomPlan } from './random-plans.js';

const PARAMETERS = {
  common: 0.02,
  industry: 0.03,
  region: 0.015,
  cell: 0.03,
  drift: 0.01,
  persistence: 0.5,
  relativeCell: null,
};

it('A projection is the same, bit for bit, in new memory and in memory full of what was projected before', () => {
  const arrays = reusedArrays();
  const equations = new Map<string, ReturnType<typeof equationOf>>();
  fc.assert(
    fc.property(randomPlan({ spread: 'domain', steps: 12, levers: true, events: true }), fc.nat(5), (plan, draw) => {
      arrays.release();
      const noise = { parameters: PARAMETERS, seed: 7, draw };
      const size = [plan.regions.length, plan.industries.length, plan.years.length].join(' ');
      const equation = equations.get(size) ?? equationOf(plan, plan.years);
      equations.set(size, equation);
      const reference = projectReference(plan, arrays.take, equation);
      const reused = project(plan, noise, reference, arrays.take);
      const fresh = project(plan, noise);
      expect(reused.output).toEqual(fresh.output);
      expect(reused.reference).toEqual(fresh.reference);
      expect(reused.higherLevel).toEqual(fresh.higherLevel);
    }),
    { numRuns: 200 },
  );
});
