import { z } from 'zod';
import type { Scalar } from '../values/scalar.js';
import { delayField, failureField, rampField } from './fields.js';
import type { EffectPattern, PolicyContext, PolicyKind } from './kind.js';

/** Land policy: supply by need, intensive use, no repeated construction. */
export const land: PolicyKind = {
  kind: 'land',
  title: 'Land policy',
  section: '3.5',
  summary:
    'Land is supplied by the needs of coordinated development and used intensively, and repeated construction is screened out. All industries of the region gain a little in efficiency, and those that a neighbour also builds regain a part of what rivalry costs them. Industries that use much of an account, such as energy, may be held back.',
  apart:
    'the regions race with cheap land: capacity grows by a further 5 % unless raceCapacity says otherwise, and nothing is screened (landRace); land is used as well as together, since that needs no neighbour',
  whenFailed: 'nothing is screened',
  common: {
    delay: delayField('triangular(0, 0, 3)', [0, 3]),
    ramp: rampField('triangular(1, 3, 6)', [1, 6]),
    failure: failureField(0.25, [0, 0.5], { meaning: 'probability that screening is not carried out' }),
  },
  cost: {
    meaning: 'in all, spread over as many years as the ramp, from the start, instead of 0.2 % of value added a year',
    timing: 'over the ramp',
    base: 'value added',
    charges: [{ timing: 'over the ramp', rate: yearsOfRamp }],
  },
  fields: {
    capacity: {
      title: 'land added',
      symbol: 'Δln k',
      meaning: 'change of land capacity reached at the end of the ramp',
      unit: 'log points',
      value: 0,
      range: [-0.05, 0.05],
      domain: [-1, 1],
      source: 'choice of the scenario; the paper asks for strict control, so none by default',
      status: 'judgement',
    },
    efficiency: {
      title: 'gain from intensive use',
      meaning: 'gain of all industries from intensive use',
      unit: 'log points',
      value: 'triangular(0, 0.02, 0.05)',
      range: [0, 0.05],
      domain: [-1, 1],
      source:
        'judgement; direction: Fang, Han, Huang, Lu & Zhang 2021, Does China’s Place-Based Land Policy Lead to Spatial Misallocation? (VoxChina, 17 November 2021): land supplied away from where it is needed costs output',
      status: 'judgement',
    },
    yearlyCost: {
      title: 'cost a year',
      meaning: 'cost a year over the ramp',
      unit: 'share of value added',
      value: 'triangular(0, 0.002, 0.01)',
      range: [0, 0.01],
      domain: [0, 1],
      source: 'judgement',
      status: 'judgement',
    },
    raceCapacity: {
      title: 'land given away in a race',
      meaning: 'land capacity that regions racing each other give away beyond the plan',
      unit: 'log points',
      value: 'triangular(0, 0.05, 0.1)',
      range: [0, 0.1],
      domain: [-1, 1],
      source: 'judgement',
      status: 'judgement',
    },
    holdBackPush: {
      title: 'effect on industries held back',
      meaning: 'push on the industries that holdBack holds back, together or apart',
      unit: 'log points',
      value: 'triangular(-0.03, -0.01, 0)',
      range: [-0.03, 0],
      domain: [-1, 0],
      source:
        'judgement; the paper asks to approve less land for projects of high energy and water consumption and pollution (3.5)',
      status: 'judgement',
    },
    screened: {
      title: 'double building prevented',
      meaning: 'part of the base year’s loss by rivalry that screening of repeated construction removes',
      unit: 'share',
      value: 'triangular(0, 0.3, 0.6)',
      range: [0, 0.6],
      domain: [0, 1],
      source: 'judgement',
      status: 'judgement',
    },
  },
  options: {
    holdBack: z
      .strictObject({
        account: z.string().min(1).describe('an account of the case, such as energy'),
        above: z.number().positive().describe('how many times the case’s mean per unit of output'),
      })
      .describe(
        'industries that use more of an account per unit of output get no land for growth: no efficiency, and holdBackPush',
      )
      .optional(),
  },
  targetsIndustries: false,
  scalable: true,
  example: `kind: land
regions: [Changchun, Jilin]
efficiency: 2%
start: 2012`,

  effects(context: PolicyContext): EffectPattern[] {
    const { rivalry, industries, output } = context.base;
    const efficiency = context.number('efficiency');
    const screened = context.number('screened');
    const [capacity, raceCapacity] = [context.number('capacity'), context.number('raceCapacity')];
    return context.regions.flatMap((region) => {
      const together = context.coordination('landRace', region);
      const profile = context.profile(region);
      const screening = context.once(() => context.expected(screened() * context.parameters.rivalry(), 0) * together());
      const pushes = industries.flatMap((_, industry): EffectPattern[] => {
        const cell = region * industries.length + industry;
        if (output[cell] === 0) return [];
        const amount = context.heldBack(cell) ? context.number('holdBackPush') : efficiency;
        return [
          { lever: 'push', region, industry, amount, profile, undisputed: true },
          { lever: 'push', region, industry, amount: () => screening() * rivalry[cell]!, profile },
        ];
      });
      const supplied = () => capacity() + raceCapacity() * (1 - together());
      return [...pushes, { lever: 'land', region, amount: supplied, profile }];
    });
  },
};

/** What the yearly cost adds up to over the ramp. */
function yearsOfRamp({ number }: PolicyContext): Scalar {
  const [yearlyCost, ramp] = [number('yearlyCost'), number('ramp')];
  return () => yearlyCost() * Math.max(1, ramp());
}
