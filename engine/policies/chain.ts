import { z } from 'zod';
import { SAME } from '../indicators/same.js';
import type { Scalar } from '../values/scalar.js';
import { delayField, failureField, rampField } from './fields.js';
import type { CapturedPart, EffectPattern, PolicyContext, PolicyKind } from './kind.js';

/** Suppliers that are built up where a scenario names none. */
const MOST_SUPPLIERS = 5;
/** Largest gain of a supplier, log points: the cap on all pushes. */
const MOST = 0.25;

const namesInput = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

/** Suppliers for anchor industries. */
export const chain: PolicyKind = {
  kind: 'chain',
  title: 'Connecting and extending industrial chains',
  section: '3.2',
  summary:
    'A city’s anchor industries find suppliers nearby: fairs, registers, standards and parks win a part of the inputs that the anchors now buy outside their city. What is bought comes from the nation’s input–output table, what is missing from the city’s own industries. Together, each input is made where its location quotient is the highest.',
  apart: 'each city builds up suppliers of its own anchors, wherever they are strong (targeting)',
  whenFailed: 'nothing happens, but the money is spent',
  common: {
    delay: delayField('triangular(1, 2, 4)', [1, 4]),
    ramp: rampField('triangular(3, 5, 10)', [3, 10]),
    failure: failureField(0.4, [0.2, 0.6], {
      meaning: 'probability that it has no effect',
      source: 'judgement: as clusters, whose evidence stands there',
    }),
  },
  cost: {
    meaning: 'a year while the policy is under way, instead of 0.5 % of captured value added',
    timing: 'each year',
    base: 'captured value added',
    captured: (context) => captures(context).map(({ region, industry, push }) => ({ region, industry, part: push })),
    charges: [{ timing: 'each year', rate: ({ number }) => number('yearlyCost') }],
  },
  fields: {
    capture: {
      title: 'purchases won by near suppliers',
      meaning: 'part of the inputs that the anchors buy outside their city which suppliers nearby win',
      unit: 'share',
      value: 'triangular(0, 0.05, 0.15)',
      range: [0, 0.15],
      domain: [0, 1],
      source:
        'judgement: that anchors draw suppliers has evidence (Javorcik 2004, American Economic Review 94(3), 605–627, on suppliers of foreign firms; Amiti & Javorcik 2008, Journal of Development Economics 85(1–2), 129–149, on Chinese provinces); none measures this number',
      status: 'judgement',
    },
    yearlyCost: {
      title: 'cost a year',
      meaning: 'budget a year of those who bring buyers and suppliers together; what suppliers invest is their own',
      unit: 'share of captured value added',
      value: 'triangular(0.001, 0.005, 0.02)',
      range: [0.001, 0.02],
      domain: [0, 1],
      source: 'judgement',
      status: 'judgement',
    },
  },
  options: {
    anchors: namesInput
      .optional()
      .describe('industries whose suppliers are built up, names or globs; default the largest of each region'),
    suppliers: namesInput
      .optional()
      .describe(
        `industries that are built up, names or globs; default the ${MOST_SUPPLIERS} that the anchors buy most from`,
      ),
  },
  industryOptions: ['anchors', 'suppliers'],
  targetsIndustries: false,
  scalable: true,
  example: `kind: chain
regions: [Changchun, Jilin]
anchors: [Transport equipment, Chemical materials and products]
start: 2013`,

  remark: (_, economy) =>
    economy.inputOutput === null ? 'has no effect and no cost, since the case has no input–output table' : null,

  effects(context: PolicyContext): EffectPattern[] {
    return captures(context).map(
      ({ region, industry, push }): EffectPattern => ({
        lever: 'push',
        region,
        industry,
        amount: () => context.expected(push(), 0),
        profile: context.profile(region),
      }),
    );
  },
};

/** A supplier’s gain in a region where the policy succeeds, in log points, capped. */
interface Capture extends Omit<CapturedPart, 'part'> {
  readonly push: Scalar;
}

/**
 * The gains of suppliers. A region’s anchors buy `Σ a_ji·q_i` of input j, of which the part `1 − min(s_j, d_j) / d_j` is not made there; `capture`
 * of that is won by the region itself where it acts apart, and by the region with the highest location quotient where it acts together.
 */
function captures(context: PolicyContext): Capture[] {
  const { base, regions } = context;
  if (base.inputOutput === null) return [];
  const count = base.industries.length;
  const capture = context.number('capture');
  const won = new Map<number, Scalar[]>();
  const anchors = new Map(regions.map((region) => [region, anchorsOf(context, region)]));
  for (const supplier of suppliersOf(context, anchors)) {
    const leaders = leadersIn(context, supplier);
    for (const [region, own] of anchors) {
      const bought = boughtOutside(context, region, own, supplier);
      if (bought === 0) continue;
      const together = leaders.length === 0 ? () => 0 : context.coordination('targeting', region);
      const gain = (where: number, part: Scalar) =>
        won.set(where * count + supplier, [...(won.get(where * count + supplier) ?? []), part]);
      for (const leader of leaders) gain(leader, () => (together() * (capture() * bought)) / leaders.length);
      gain(region, () => (1 - together()) * (capture() * bought));
    }
  }
  return [...won].flatMap(([cell, parts]): Capture[] => {
    const output = base.output[cell]!;
    // A region without the industry has nobody who could win anything.
    if (output === 0) return [];
    const amount = () => parts.reduce((sum, part) => sum + part(), 0);
    const push = context.once(() => Math.min(MOST, amount() / output));
    return [{ region: Math.floor(cell / count), industry: cell % count, push }];
  });
}

/** The anchors of a region: as written, else its largest industry. */
function anchorsOf({ base, industryList }: PolicyContext, region: number): readonly number[] {
  const written = industryList('anchors');
  if (written !== null) return written;
  const count = base.industries.length;
  const own = base.output.subarray(region * count, (region + 1) * count);
  return [own.indexOf(own.reduce((most, q) => Math.max(most, q), 0))];
}

/** The suppliers: as written, else those that the anchors of all regions buy most from, themselves not counted. */
function suppliersOf(context: PolicyContext, anchors: ReadonlyMap<number, readonly number[]>): readonly number[] {
  const written = context.industryList('suppliers');
  if (written !== null) return written;
  const bought = context.base.industries.map((_, j) => {
    let all = 0;
    for (const [region, own] of anchors) if (!own.includes(j)) all += inputOf(context, region, own, j);
    return { j, all };
  });
  return bought
    .filter(({ all }) => all > 0)
    .sort((a, b) => b.all - a.all)
    .slice(0, MOST_SUPPLIERS)
    .map(({ j }) => j)
    .sort((a, b) => a - b);
}

/** Input j that some industries of a region buy in the base year, from wherever, in money. */
function inputOf({ base }: PolicyContext, region: number, buyers: Iterable<number>, j: number): number {
  const count = base.industries.length;
  let bought = 0;
  for (const i of buyers) bought += base.inputOutput!.coefficients[j * count + i]! * base.output[region * count + i]!;
  return bought;
}

/** The part of that which the region’s own industry j cannot have made, in money. */
function boughtOutside(context: PolicyContext, region: number, buyers: readonly number[], j: number): number {
  const { base } = context;
  const count = base.industries.length;
  const needed = inputOf(context, region, base.industries.keys(), j);
  if (needed === 0) return 0;
  const supplied = base.output[region * count + j]! * base.inputOutput!.soldToIndustry[j]!;
  return inputOf(context, region, buyers, j) * (1 - Math.min(supplied, needed) / needed);
}

/** The policy’s regions in which an industry has its highest location quotient; none where it has no output in any. */
function leadersIn({ base, regions }: PolicyContext, industry: number): number[] {
  const quotient = (r: number) => base.locationQuotient[r * base.industries.length + industry]!;
  const highest = Math.max(...regions.map(quotient));
  // Equal quotients lead together, since rounding must not choose between them.
  return highest > 0 ? regions.filter((r) => quotient(r) >= highest * (1 - SAME)) : [];
}
