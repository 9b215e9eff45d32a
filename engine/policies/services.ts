import { z } from 'zod';
import { delayField, failureField, rampField } from './fields.js';
import type { EffectPattern, PolicyContext, PolicyKind } from './kind.js';
import { product } from './series.js';

/** Producer services: finance, research, information, logistics, law. */
export const services: PolicyKind = {
  kind: 'services',
  title: 'Producer services',
  section: '3.4',
  summary:
    'Finance, research, information services, logistics, accounting and law for industry grow by some percentage points of value added. Every industry gains by how much it uses them, and neighbours with an open border share the gain.',
  apart: 'the gain stays at home (sharing)',
  whenFailed: 'half of the effect, unless failedPart says otherwise',
  common: {
    delay: delayField('triangular(1, 2, 4)', [1, 4]),
    ramp: rampField('triangular(3, 6, 10)', [3, 10]),
    failure: failureField(0.2, [0, 0.5], { meaning: 'probability that only failedPart is achieved' }),
  },
  cost: {
    meaning: 'in all, spread over as many years as the ramp, from the start, instead of 2 % of value added per point',
    timing: 'over the ramp',
    base: 'value added',
    charges: [{ timing: 'over the ramp', rate: ({ number }) => product(number('costPerPoint'), number('points')) }],
  },
  fields: {
    points: {
      title: 'rise of producer services',
      symbol: 'ΔSv',
      meaning: 'rise of producer services in value added',
      unit: 'percentage points',
      value: 3,
      range: [0, 6],
      domain: [0, 50],
      source: 'judgement',
      status: 'judgement',
    },
    gainPerPoint: {
      title: 'gain per point',
      meaning: 'gain of an industry of average service use per point',
      unit: 'log points',
      value: 'triangular(0, 0.012, 0.024)',
      range: [0, 0.024],
      domain: [-0.1, 0.1],
      source: 'judgement',
      status: 'judgement',
    },
    costPerPoint: {
      title: 'cost per point',
      meaning: 'cost per point, once',
      unit: 'share of value added',
      value: 'triangular(0.005, 0.02, 0.04)',
      range: [0.005, 0.04],
      domain: [0, 1],
      source: 'judgement',
      status: 'judgement',
    },
    failedPart: {
      title: 'effect left where it fails',
      meaning: 'part of the effect that is left where the services do not find their customers',
      unit: 'share',
      value: 'triangular(0.2, 0.5, 0.8)',
      range: [0.2, 0.8],
      domain: [0, 1],
      source: 'judgement',
      status: 'judgement',
    },
  },
  options: {
    serviceIntensity: z
      .record(z.string(), z.number().min(0).max(5))
      .optional()
      .describe('use of producer services by industry, 1 the average (0.5–1.5); industries not named: 1'),
  },
  targetsIndustries: true,
  scalable: true,
  example: `kind: services
regions: [Changchun, Jilin]
points: 3
start: 2013`,

  effects(context: PolicyContext): EffectPattern[] {
    const gain = product(context.number('points'), context.number('gainPerPoint'));
    const failedPart = context.number('failedPart');
    const expected = context.once(() => context.expected(gain(), failedPart() * gain()));
    return context.regions.flatMap((region) => {
      const shared = context.coordination('sharing', region);
      const profile = context.profile(region);
      return context.targets(region).flatMap((industry): EffectPattern[] => {
        const weight = context.industryWeight('serviceIntensity', industry);
        const amount = () => expected() * weight;
        return [
          { lever: 'push', region, industry, amount, profile },
          { lever: 'spill', region, industry, amount: product(amount, shared), profile },
        ];
      });
    });
  },
};
