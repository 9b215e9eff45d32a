import { SAME } from '../indicators/same.js';
import type { Scalar } from '../values/scalar.js';
import { delayField, failureField, rampField } from './fields.js';
import type { EffectPattern, PolicyContext, PolicyKind } from './kind.js';
import { product, regionPairs } from './series.js';

/** Corporate mergers and acquisitions across the border. */
export const merger: PolicyKind = {
  kind: 'merger',
  title: 'Corporate mergers and acquisitions',
  section: '3.1',
  summary:
    'Firms of the same industry merge, joint or restructured, across the border. A part of the industry’s output is covered; there productivity rises after a dip in the first year, a little capacity moves from the region with the lower to the one with the higher location quotient, and the border opens a little.',
  apart: 'deals stay inside each city: no capacity moves and no border opens (opening)',
  whenFailed: 'output covered by the deal falls, by 2 % unless failedPush says otherwise, and nothing else happens',
  common: {
    delay: delayField('triangular(0, 1, 3)', [0, 3], { source: 'judgement: a year to agree and close' }),
    ramp: rampField('triangular(1, 3, 6)', [1, 6], { source: 'judgement: integration takes about three years' }),
    failure: failureField(0.72, [0.55, 0.8], {
      meaning: 'probability that the deals fail',
      source:
        'derived: 70–75 % of 40,000 acquisitions of four decades failed by sales, margins and stock returns, with success one in three over the whole time and one in four of late (Lev & Gu 2024, The M&A Failure Trap, Wiley, as reviews report it); taken for mergers between two cities by judgement',
      status: 'derived',
    }),
  },
  cost: {
    meaning: 'once at the start, instead of 3 % of covered value added',
    timing: 'at the start',
    base: 'targeted value added',
    charges: [{ timing: 'at the start', rate: ({ number }) => product(number('costShare'), number('coverage')) }],
  },
  fields: {
    coverage: {
      title: 'output of merging firms',
      symbol: 'v',
      meaning: 'part of each targeted industry’s output that merging firms hold',
      unit: 'share',
      value: 0.15,
      range: [0.05, 0.4],
      domain: [0, 1],
      source: 'judgement',
      status: 'judgement',
    },
    synergy: {
      title: 'gain of merged output',
      symbol: 'y',
      meaning: 'gain of the covered output',
      unit: 'log points',
      value: 'triangular(0, 0.05, 0.10)',
      range: [0, 0.1],
      domain: [-1, 1],
      source:
        'derived: half of the synergies of 10.03 % of combined equity value in 264 large mergers (Devos, Kadapakkam & Krishnamurthy 2009, Review of Financial Studies 22(3), 1179–1211); half by judgement, since those came mainly from less investment, not from more profit; range by judgement',
      status: 'derived',
    },
    transfer: {
      title: 'capacity that moves',
      symbol: 'τ',
      meaning: 'capacity that moves, as a part of the smaller of the two regions’ output in the industry',
      unit: 'share',
      value: 0.02,
      range: [0, 0.1],
      domain: [0, 0.5],
      source: 'judgement',
      status: 'judgement',
    },
    costShare: {
      title: 'cost of the deals',
      meaning: 'cost of the deals, once',
      unit: 'share of covered value added',
      value: 'triangular(0.01, 0.03, 0.06)',
      range: [0.01, 0.06],
      domain: [0, 1],
      source: 'judgement',
      status: 'judgement',
    },
    failedPush: {
      title: 'effect of a failed deal',
      meaning: 'what a failed deal does to the covered output; negative for a loss',
      unit: 'log points',
      value: 'triangular(-0.05, -0.02, 0)',
      range: [-0.05, 0],
      domain: [-1, 1],
      source: 'judgement: less than half of what success brings',
      status: 'judgement',
    },
    firstYearDip: {
      title: 'dip in the first year',
      meaning: 'what even a good deal costs the covered output in its first year; negative for a loss',
      unit: 'log points',
      value: 'triangular(-0.03, -0.01, 0)',
      range: [-0.03, 0],
      domain: [-1, 1],
      source: 'judgement: joining two firms takes attention from production',
      status: 'judgement',
    },
    borderOpened: {
      title: 'border opened',
      meaning: 'part of the barrier between two regions that firms joined across it remove',
      unit: 'share',
      value: 'triangular(0, 0.05, 0.15)',
      range: [0, 0.15],
      domain: [0, 1],
      source: 'judgement',
      status: 'judgement',
    },
  },
  options: {},
  targetsIndustries: true,
  scalable: true,
  example: `kind: merger
regions: [Changchun, Jilin]
industries: [Transport equipment, Fabricated metal products]
coverage: 15%
start: 2012`,

  effects(context: PolicyContext): EffectPattern[] {
    const covered = (field: string): Scalar => product(context.number('coverage'), context.number(field));
    const [synergy, failedPush, firstYearDip] = [covered('synergy'), covered('failedPush'), covered('firstYearDip')];
    const gain = context.once(() => context.expected(synergy(), failedPush()));
    const dip = context.once(() => context.expected(firstYearDip(), 0));
    const inside = context.regions.flatMap((region) =>
      context.targets(region).flatMap((industry): EffectPattern[] => [
        { lever: 'push', region, industry, amount: gain, profile: context.profile(region) },
        { lever: 'push', region, industry, amount: dip, profile: context.firstYear(region) },
      ]),
    );
    return [...inside, ...regionPairs(context.regions).flatMap((pair) => acrossBorder(context, pair))];
  },
};

/** Effects between two regions: capacity moves to the one where the industry is stronger, and joint firms open the border a little. */
function acrossBorder(context: PolicyContext, [a, b]: [number, number]): EffectPattern[] {
  const { output, locationQuotient, industries } = context.base;
  const together = context.jointCoordination('opening', [a, b]);
  const profile = context.jointProfile([a, b]);
  const shared = context.targets(a).filter((industry) => context.targets(b).includes(industry));
  if (shared.length === 0) return [];
  const transfer = context.number('transfer');
  const moved = shared.flatMap((industry): EffectPattern[] => {
    const ofA = a * industries.length + industry;
    const ofB = b * industries.length + industry;
    const gap = locationQuotient[ofA]! - locationQuotient[ofB]!;
    // Between equal quotients nothing moves, since rounding must not choose the direction.
    if (Math.abs(gap) <= SAME * locationQuotient[ofA]!) return [];
    const [weaker, stronger] = gap < 0 ? [a, b] : [b, a];
    const smaller = Math.min(output[ofA]!, output[ofB]!);
    const amount = context.once(() => context.expected(transfer() * smaller, 0) * together());
    const out = () => -(amount() / output[weaker * industries.length + industry]!);
    const into = () => amount() / output[stronger * industries.length + industry]!;
    return [
      { lever: 'push', region: weaker, industry, amount: out, profile, undisputed: true },
      { lever: 'push', region: stronger, industry, amount: into, profile, undisputed: true },
    ];
  });
  const borderOpened = context.number('borderOpened');
  const opened = () => context.expected(borderOpened(), 0) * together();
  return [...moved, { lever: 'barrier', a, b, amount: opened, profile }];
}
