import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainLinks } from '../../engine/input-output/links.js';
import type { Plan } from '../../engine/projection/plan.js';
import { project } from '../../engine/projection/project.js';
import { capPush } from './equation/pushes.js';
import { randomPlan } from './random-plans.js';

/** One region; B buys all its inputs from A, and A sells all it sells to B. A is pushed from the first year on. */
function twoIndustries(supplierAccess: number, customerAccess: number, pushed: 'A' | 'B'): Plan {
  const years = [2011, 2012, 2013];
  return {
    years,
    regions: ['Here'],
    industries: ['A', 'B'],
    window: 6,
    tieExponent: 2,
    parameters: {
      localisation: 0,
      marketAccess: 0,
      distanceDecay: 2,
      rivalry: 0,
      displacement: 0,
      persistence: 0,
      shrinkage: 0,
      adjustment: 1,
      outputPassThrough: 0.5,
      land: 0,
      supplierAccess,
      customerAccess,
      response: { formative: 1, growing: 1, mature: 1, recession: 1 },
    },
    history: { years: [2011], output: [Float64Array.of(100, 50)], higherLevel: null },
    higherLevel: null,
    initial: {
      output: Float64Array.of(100, 50),
      gdp: null,
      population: null,
      internalDistance: null,
      differential: new Float64Array(2),
    },
    travelTime: null,
    trend: new Float64Array(6),
    reference: { distance: null, barrier: null },
    inputOutput: chainLinks({ flows: Float64Array.of(0, 40, 0, 0), output: Float64Array.of(100, 50) }),
    levers: {
      push: Float64Array.from(years.flatMap(() => (pushed === 'A' ? [0.1, 0] : [0, 0.1]))),
      spill: new Float64Array(6),
      between: null,
      land: Float64Array.of(1, 1, 1),
      shock: null,
    },
    accounts: [],
    cost: new Float64Array(3),
  };
}

/** ln of what has been gained on the reference path, of A and of B, two years on. */
function gains(plan: Plan): number[] {
  const { output, reference } = project(plan);
  return [4, 5].map((at) => Math.log(output[at]! / reference[at]!));
}

describe('The channel between industries, by hand', () => {
  it('gives the user of a pushed supplier γ_S times what the supplier has gained a year before', () => {
    const [a, b] = gains(twoIndustries(0.08, 0, 'A'));
    expect(a).toBeCloseTo(capPush(0.1), 12);
    expect(b).toBeCloseTo(0.08 * capPush(0.1), 12);
  });

  it('gives the supplier of a pushed user γ_D times what the user has gained a year before', () => {
    const [a, b] = gains(twoIndustries(0, 0.08, 'B'));
    expect(a).toBeCloseTo(0.08 * capPush(0.1), 12);
    expect(b).toBeCloseTo(capPush(0.1), 12);
  });

  it('does not work the other way round', () => {
    expect(gains(twoIndustries(0, 0.08, 'A'))[1]).toBe(0);
    expect(gains(twoIndustries(0.08, 0, 'B'))[0]).toBe(0);
  });
});

describe('Without an input–output table, or with both elasticities 0', () => {
  it('the channel is off to the last bit', () => {
    fc.assert(
      fc.property(randomPlan({ spread: 'range', steps: 15, levers: true, chains: 'on' }), (plan) => {
        const none = { ...plan.parameters, supplierAccess: 0, customerAccess: 0 };
        const off = project({ ...plan, parameters: none }).output;
        expect(project({ ...plan, inputOutput: null }).output).toEqual(off);
        expect(project({ ...plan, inputOutput: null, parameters: none }).output).toEqual(off);
      }),
      { numRuns: 40 },
    );
  });
});
