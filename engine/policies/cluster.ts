import { SAME } from '../indicators/same.js';
import type { Scalar } from '../values/scalar.js';
import { delayField, failureField, halfLifeField, rampField } from './fields.js';
import type { EffectPattern, PolicyContext, PolicyKind } from './kind.js';

/** Cluster development of competitive industries. */
export const cluster: PolicyKind = {
  kind: 'cluster',
  title: 'Cluster development of competitive industries',
  section: '3.2',
  summary:
    'Each region spends a budget on its targeted industries: parks, suppliers, joint institutions. Together, each region builds where its location quotient is the highest of all; what is already strong gains most, and a cluster without advantage loses.',
  apart: 'every region builds the same industries, those of the higher-level region (targeting)',
  whenFailed: 'nothing happens, but the money is spent',
  common: {
    delay: delayField('triangular(1, 2, 4)', [1, 4]),
    ramp: rampField('triangular(2, 4, 8)', [2, 8]),
    failure: failureField(0.4, [0.2, 0.6], {
      meaning: 'probability that it has no effect',
      source:
        'judgement between Martin, Mayer & Mayneris 2011, Regional Science and Urban Economics 41(2), 108–123 (no robust effect of French clusters), and Falck, Heblich & Kipar 2010, same journal 40(6), 574–582 (Bavarian firms 4.6–5.7 points more likely to innovate), and Wang 2013, Journal of Development Economics 101, 133–147 (Chinese zones raise investment and wages)',
    }),
    halfLife: halfLifeField('triangular(2, 5, 10)', [2, 10]),
  },
  cost: {
    meaning: 'a year while the policy is under way, instead of 0.5 % of targeted value added',
    timing: 'each year',
    base: 'targeted value added',
    charges: [{ timing: 'each year', rate: ({ number }) => number('yearlyCost') }],
  },
  fields: {
    push: {
      title: 'gain of the industries',
      symbol: 'p',
      meaning: 'gain of the targeted industries on average',
      unit: 'log points',
      value: 'normal(0.02, 0.02, -0.01, 0.06)',
      range: [-0.01, 0.06],
      domain: [-1, 1],
      source:
        'judgement: direction and doubt from the studies under failure and from Lu, Wang & Zhu 2019, American Economic Journal: Economic Policy 11(3), 325–360 (Chinese zones raise output and productivity, mainly by entry of firms); none measures this number',
      status: 'judgement',
    },
    multiplier: {
      title: 'stronger localisation',
      symbol: 'm',
      meaning: 'factor by which localisation works more strongly inside a cluster',
      unit: '1',
      value: 'triangular(1, 1.5, 2)',
      range: [1, 2],
      domain: [0, 10],
      source: 'judgement',
      status: 'judgement',
    },
    yearlyCost: {
      title: 'cost a year',
      meaning: 'budget a year',
      unit: 'share of targeted value added',
      value: 'triangular(0.001, 0.005, 0.02)',
      range: [0.001, 0.02],
      domain: [0, 1],
      source: 'judgement',
      status: 'judgement',
    },
  },
  options: {},
  targetsIndustries: true,
  scalable: true,
  example: `kind: cluster
regions: [Changchun, Jilin]
industries: { top: 8 }
start: 2013`,

  effects(context: PolicyContext): EffectPattern[] {
    const { advantage, industries } = context.base;
    const [push, multiplier] = [context.number('push'), context.number('multiplier')];
    const gain = context.once(() => context.expected(push(), 0));
    const further = context.once(() => context.expected(context.parameters.localisation() * (multiplier() - 1), 0));
    return context.regions.flatMap((region) => {
      const profile = context.profile(region);
      return allocate(context, region).map(({ industry, relative, chosen }): EffectPattern => {
        const cell = region * industries.length + industry;
        const amount = () => gain() * relative() + further() * chosen() * advantage[cell]!;
        return { lever: 'push', region, industry, amount, profile };
      });
    });
  },
};

interface Allocation {
  readonly industry: number;
  /** B·a/x, the spending on the industry relative to its size: 1 where the budget is spread evenly. */
  readonly relative: Scalar;
  /** Degree to which the industry is one of the chosen ones, 0 … 1. */
  readonly chosen: Scalar;
}

/**
 * Splits a region’s budget, which is the same either way: together, over the targeted industries in which the region leads, by their
 * size; apart, by the shares of the higher-level region, so that every region builds the same.
 */
function allocate(context: PolicyContext, region: number): Allocation[] {
  const { share, referenceShare, locationQuotient, industries } = context.base;
  const cell = (r: number, i: number): number => r * industries.length + i;
  const targets = context.targets(region);
  const leads = targets.filter((i) =>
    context.regions.every(
      (other) => locationQuotient[cell(other, i)]! * (1 - SAME) <= locationQuotient[cell(region, i)]!,
    ),
  );
  const led = new Set(leads.length > 0 ? leads : targets);
  const total = (list: Iterable<number>, weight: (i: number) => number): number =>
    [...list].reduce((sum, i) => sum + weight(i), 0);
  const own = (i: number): number => share[cell(region, i)]!;
  const budget = total(targets, own);
  const ledSize = total(led, own);
  const commonSize = total(targets, (i) => referenceShare[i]!);
  const together = context.coordination('targeting', region);
  const ofLed = () => together() + (1 - together());
  const ofOthers = () => 1 - together();
  return targets.map((industry) => {
    const x = own(industry);
    const joint = led.has(industry) ? x / ledSize : 0;
    const alone = referenceShare[industry]! / commonSize;
    return {
      industry,
      relative: () => (budget * (together() * joint + (1 - together()) * alone)) / x,
      chosen: led.has(industry) ? ofLed : ofOthers,
    };
  });
}
