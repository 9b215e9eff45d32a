import fc from 'fast-check';
import { expect, it } from 'vitest';
import { reusedArrays } from '../../engine/projection/arrays.js';
import { createNoise } from '../../engine/projection/noise.js';
import type { Plan } from '../../engine/projection/plan.js';
import { project } from '../../engine/projection/project.js';
import { projectReference } from '../../engine/projection/reference.js';
import { stream } from '../../engine/values/streams.js';
import { randomPlan } from './random-plans.js';

const SIGMAS = {
  common: 0.02,
  industry: 0.03,
  region: 0.015,
  cell: 0.03,
  drift: 0.01,
  persistence: 0.5,
  relativeCell: null,
};

it('A projection is the same, bit for bit, in new arrays and in arrays full of what was projected before', () => {
  const arrays = reusedArrays();
  const noise = (plan: Plan, ...take: [] | [typeof arrays.take]) => {
    const source = (name: string) => stream(7, 1, name).fillNormals;
    const fill = {
      common: source('common'),
      industry: source('industry'),
      region: source('region'),
      cell: source('cell'),
      drift: source('drift'),
    };
    return createNoise(SIGMAS, plan.regions.length, plan.industries.length, fill, ...take);
  };
  fc.assert(
    fc.property(randomPlan({ spread: 'domain', steps: 12, levers: true, events: true }), (plan) => {
      arrays.release();
      const reference = projectReference(plan, arrays.take);
      const reused = project(plan, noise(plan, arrays.take), reference, arrays.take);
      const fresh = project(plan, noise(plan));
      expect(reused.output).toEqual(fresh.output);
      expect(reused.reference).toEqual(fresh.reference);
    }),
    { numRuns: 60 },
  );
});
