import { pow } from '../exact-math/index.js';
import type { Scalar, Series } from '../values/scalar.js';
import { delayField, failureField, rampField } from './fields.js';
import type { EffectPattern, PolicyContext, PolicyKind } from './kind.js';
import { product, regionPairs } from './series.js';

/** Government guidance together with the market: repealing what keeps neighbours out. */
export const market: PolicyKind = {
  kind: 'market',
  title: 'Government guidance with the market',
  section: '3.3',
  summary:
    'The regions abolish rules that keep each other’s goods, firms and workers out. The barrier between every two of them falls by the part opened: market access rises, and rivals across a closed border become partners.',
  apart: 'no border is opened, and nothing is paid for it (opening)',
  whenFailed:
    'the opening is taken back: from the fifth year on, with a half-life of two years, unless reversalYear and reversalHalfLife say otherwise',
  common: {
    delay: delayField('triangular(0, 1, 5)', [0, 5], { source: 'judgement: a year to draft and pass the rules' }),
    ramp: rampField('triangular(0, 5, 10)', [0, 10], { source: 'judgement: one five-year plan' }),
    failure: failureField(0.25, [0, 0.5], { meaning: 'probability that the opening is taken back' }),
  },
  cost: {
    meaning: 'a year while the policy is under way, instead of 0.1 % of value added',
    timing: 'each year',
    base: 'value added',
    charges: [{ timing: 'each year', rate: ({ number }) => number('yearlyCost') }],
    carriedOut: openedByRegion,
  },
  fields: {
    opening: {
      title: 'border opened',
      symbol: 'e',
      meaning: 'part of the barrier that is removed at full effect',
      unit: 'share',
      value: 'triangular(0.1, 0.4, 0.7)',
      range: [0.1, 0.7],
      domain: [0, 1],
      source:
        'judgement; Poncet 2003, China Economic Review 14(1), 1–21, and Poncet 2005, Review of International Economics 13(3), 409–430, find barriers between Chinese provinces that rose from 1987 to 1997, so opening is not a matter of course',
      status: 'judgement',
    },
    yearlyCost: {
      title: 'cost a year',
      meaning: 'administration a year',
      unit: 'share of value added',
      value: 'triangular(0, 0.001, 0.005)',
      range: [0, 0.005],
      domain: [0, 1],
      source: 'judgement',
      status: 'judgement',
    },
    reversalYear: {
      title: 'year in which a failure is taken back',
      meaning: 'year of the policy, counted from its start as 1, from which a failed opening is taken back',
      unit: 'years',
      value: 'triangular(1, 5, 10)',
      range: [1, 10],
      domain: [1, 1000],
      source: 'judgement: the end of a five-year plan',
      status: 'judgement',
    },
    reversalHalfLife: {
      title: 'half-life of taking it back',
      meaning: 'years in which half of a failed opening is taken back',
      unit: 'years',
      value: 'triangular(0.5, 2, 5)',
      range: [0.5, 5],
      domain: [0.01, 1000],
      source: 'judgement',
      status: 'judgement',
    },
  },
  options: {},
  targetsIndustries: false,
  scalable: true,
  example: `kind: market
regions: [Changchun, Jilin]
opening: 40%
start: 2012`,

  remark(_policy, { network, facts }) {
    if (network !== null && facts !== null) return null;
    return 'no effect without regions and links, while what it costs counts all the same';
  },

  effects(context: PolicyContext): EffectPattern[] {
    const opening = context.number('opening');
    const reversed = takenBack(context);
    return regionPairs(context.regions).map(([a, b]) => {
      const together = context.jointCoordination('opening', [a, b]);
      const whole = context.jointProfile([a, b]);
      const profile = context.series((y) => whole[y]! * context.expected(1, reversed[y]!));
      return { lever: 'barrier', a, b, amount: product(opening, together), profile };
    });
  },
};

/** The mean of c over a region's partners, as the ingredient `opening` has it: a border that stays shut costs nothing to open. */
function openedByRegion(context: PolicyContext, region: number): Scalar {
  const partners = context.regions.filter((other) => other !== region);
  if (partners.length === 0) return () => 0;
  const together = partners.map((other) => context.jointCoordination('opening', [region, other]));
  return () => together.reduce((sum, c) => sum + c(), 0) / partners.length;
}

/** Remaining part of a failed opening by year. */
function takenBack(context: PolicyContext): Series {
  const [start, year, halfLife] = [
    context.number('start'),
    context.number('reversalYear'),
    context.number('reversalHalfLife'),
  ];
  return context.series((y) => {
    const from = start() + year() - 1;
    return pow(0.5, Math.max(0, context.years[y]! - from) / halfLife());
  });
}
