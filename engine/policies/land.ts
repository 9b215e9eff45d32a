import type { Effect, PolicyContext, PolicyKind } from './kind.js';
import { sumSeries } from './series.js';

/** Land policy: supply by need, intensive use, no repeated construction. */
export const land: PolicyKind = {
  kind: 'land',
  title: 'Land policy',
  section: '3.5',
  summary:
    'Land is supplied by the needs of coordinated development and used intensively, and repeated construction is screened out. All industries of the region gain a little in efficiency, and those that a neighbour also builds regain a part of what rivalry costs them.',
  apart:
    'the regions race with cheap land: capacity grows by a further 5 % unless raceCapacity says otherwise, and nothing gains in efficiency or is screened (landRace)',
  whenFailed: 'nothing is screened',
  common: {
    delay: {
      meaning: 'years from the start until the first effect',
      unit: 'years',
      value: 0,
      range: [0, 3],
      domain: [0, 100],
      source: 'judgement',
      status: 'judgement',
    },
    ramp: {
      meaning: 'years from the first to the full effect',
      unit: 'years',
      value: 3,
      range: [1, 6],
      domain: [0, 100],
      source: 'judgement',
      status: 'judgement',
    },
    failure: {
      meaning: 'probability that screening is not carried out',
      unit: 'probability',
      value: 0.25,
      range: [0, 0.5],
      domain: [0, 1],
      source: 'judgement',
      status: 'judgement',
    },
    cost: 'in all, spread over as many years as the ramp, from the start, instead of 0.2 % of value added a year',
  },
  fields: {
    capacity: {
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
      meaning: 'gain of all industries from intensive use',
      unit: 'log points',
      value: 0.02,
      range: [0, 0.05],
      domain: [-1, 1],
      source:
        'judgement; direction: Fang, Han, Huang, Lu & Zhang 2021, Does China’s Place-Based Land Policy Lead to Spatial Misallocation? (VoxChina, 17 November 2021): land supplied away from where it is needed costs output',
      status: 'judgement',
    },
    yearlyCost: {
      meaning: 'cost a year over the ramp',
      unit: 'share of value added',
      value: 0.002,
      range: [0, 0.01],
      domain: [0, 1],
      source: 'judgement',
      status: 'judgement',
    },
    raceCapacity: {
      meaning: 'land capacity that regions racing each other give away beyond the plan',
      unit: 'log points',
      value: 0.05,
      range: [0, 0.1],
      domain: [-1, 1],
      source: 'judgement',
      status: 'judgement',
    },
    screened: {
      meaning: 'part of the base year’s loss by rivalry that screening of repeated construction removes',
      unit: 'share',
      value: 0.3,
      range: [0, 0.6],
      domain: [0, 1],
      source: 'judgement',
      status: 'judgement',
    },
  },
  options: {},
  targetsIndustries: false,
  scalable: true,
  example: `kind: land
regions: [Changchun, Jilin]
efficiency: 2%
start: 2012`,

  effects(context: PolicyContext): Effect[] {
    const { rivalry, industries, output } = context.base;
    return context.regions.flatMap((region) => {
      const together = context.coordination('landRace', region);
      const profile = context.profile(region);
      const efficiency = context.number('efficiency') * together;
      const screening = context.expected(context.number('screened') * context.parameters.rivalry, 0) * together;
      const pushes = industries.flatMap((_, industry): Effect[] => {
        const cell = region * industries.length + industry;
        if (output[cell] === 0) return [];
        return [{ lever: 'push', region, industry, amount: efficiency + screening * rivalry[cell]!, profile }];
      });
      const capacity = context.number('capacity') + context.number('raceCapacity') * (1 - together);
      return [...pushes, { lever: 'land', region, amount: capacity, profile }];
    });
  },

  cost(context: PolicyContext): Float64Array {
    const ramp = context.number('ramp');
    const spread = context.spread(1, ramp);
    const intensity = context.intensity();
    if (context.given('cost')) return spread.map((part, y) => part * intensity[y]! * context.number('cost'));
    const rate = context.number('yearlyCost') * Math.max(1, ramp);
    const valueAdded = sumSeries(context.regions.map((region) => context.valueAdded(region)));
    return spread.map((part, y) => part * intensity[y]! * rate * valueAdded[y]!);
  },
};
