import { log1p, pow } from '../exact-math/index.js';
import type { Scalar, Series } from '../values/scalar.js';
import { delayField, failureField, halfLifeField, rampField } from './fields.js';
import type { EffectPattern, PolicyContext, PolicyKind } from './kind.js';
import { product } from './series.js';

/** Technological innovation and the guarantee system of talents. */
export const talent: PolicyKind = {
  kind: 'talent',
  title: 'Technological innovation and talent',
  section: '3.7',
  summary:
    'Research is paid for every year and builds up a stock of knowledge; training and attraction raise the share of graduates. All targeted industries gain, and neighbours with an open border share the gain.',
  apart: 'the gain stays at home (sharing), and a part of it is poached from the neighbours (poaching)',
  whenFailed: 'half of the effect, unless failedPart says otherwise',
  common: {
    delay: delayField('triangular(1, 2, 4)', [1, 4]),
    ramp: rampField('triangular(2, 5, 10)', [2, 10]),
    failure: failureField(0.2, [0, 0.5], { meaning: 'probability that only failedPart is achieved' }),
    halfLife: halfLifeField('triangular(2, 4.3, 10)', [2, 10], {
      source: 'derived: a stock that loses 15 % a year, as depreciation has it, has halved after 4.3 years',
      status: 'derived',
    }),
  },
  cost: {
    meaning: 'a year while the policy is under way, instead of the research outlay and 0.3 % of value added per point',
    timing: 'each year',
    base: 'value added',
    charges: [
      { timing: 'each year', rate: ({ number }) => number('outlay') },
      { timing: 'over the ramp', rate: ({ number }) => product(number('costPerPoint'), number('graduates')) },
    ],
  },
  fields: {
    outlay: {
      title: 'further research',
      meaning: 'further research a year',
      unit: 'share of value added',
      value: 0.003,
      range: [0, 0.01],
      domain: [0, 0.2],
      source: 'judgement',
      status: 'judgement',
    },
    baseOutlay: {
      title: 'research before',
      meaning: 'research a year before the policy, against which the stock of knowledge grows',
      unit: 'share of value added',
      value: 'triangular(0.005, 0.009, 0.02)',
      range: [0.005, 0.02],
      domain: [0.0001, 0.2],
      source: 'judgement: research intensity of Jilin province about 2011',
      status: 'judgement',
    },
    knowledgeElasticity: {
      title: 'effect of knowledge',
      meaning: 'elasticity of the competitive level with respect to the stock of knowledge',
      unit: '1',
      value: 'triangular(0.02, 0.08, 0.14)',
      range: [0.02, 0.14],
      domain: [0, 1],
      source:
        'central value: Hall, Mairesse & Mohnen 2010, Measuring the Returns to R&D, Handbook of the Economics of Innovation 2, 1033–1082: estimates of production functions, from .01 to .25, are centred on about .08; narrower range by judgement',
      status: 'published',
    },
    graduates: {
      title: 'rise of graduates',
      meaning: 'rise of the share of graduates',
      unit: 'percentage points',
      value: 1,
      range: [0, 5],
      domain: [0, 50],
      source: 'judgement',
      status: 'judgement',
    },
    gainPerPoint: {
      title: 'gain per point',
      meaning: 'gain per point of graduates',
      unit: 'log points',
      value: 'triangular(0, 0.006, 0.012)',
      range: [0, 0.012],
      domain: [-0.1, 0.1],
      source:
        'derived from Moretti 2004, Workers’ Education, Spillovers, and Productivity, American Economic Review 94(3), 656–690: one point more graduates in a US city, .5–.6 % more output of its plants, offset by higher labour costs; upper end taken, range by judgement',
      status: 'derived',
    },
    costPerPoint: {
      title: 'cost per point',
      meaning: 'cost per point of graduates, once over the ramp',
      unit: 'share of value added',
      value: 'triangular(0.001, 0.003, 0.01)',
      range: [0.001, 0.01],
      domain: [0, 1],
      source: 'judgement',
      status: 'judgement',
    },
    depreciation: {
      title: 'knowledge lost a year',
      meaning: 'part of the stock of knowledge that is lost each year',
      unit: '1/yr',
      value: 'triangular(0.05, 0.15, 0.3)',
      range: [0.05, 0.3],
      domain: [0, 1],
      source:
        'central value: the rate usual in the literature (Hall 2007, Measuring the Returns to R&D: The Depreciation Problem, NBER Working Paper 13473, who finds it anywhere from near 0 to .40); range by judgement',
      status: 'published',
    },
    failedPart: {
      title: 'effect left where it fails',
      meaning: 'part of the effect that is left where it fails',
      unit: 'share',
      value: 'triangular(0.2, 0.5, 0.8)',
      range: [0.2, 0.8],
      domain: [0, 1],
      source: 'judgement',
      status: 'judgement',
    },
  },
  options: {},
  targetsIndustries: true,
  scalable: true,
  example: `kind: talent
regions: [Changchun, Jilin]
outlay: 0.3%
graduates: 1
start: 2013`,

  effects(context: PolicyContext): EffectPattern[] {
    return context.regions.flatMap((region) => {
      const profile = talentPush(context, region);
      const shared = context.coordination('sharing', region);
      const losses = poachingLosses(context, region);
      const { output, industries } = context.base;
      return context
        .targets(region)
        .flatMap((industry): EffectPattern[] => [
          { lever: 'push', region, industry, amount: 1, profile },
          { lever: 'spill', region, industry, amount: shared, profile },
          ...losses.flatMap(({ other, amount }): EffectPattern[] =>
            output[other * industries.length + industry] === 0
              ? []
              : [{ lever: 'push', region: other, industry, amount, profile }],
          ),
        ]);
    });
  },
};

/** Push by year in log points, from the stock of knowledge built up since the start and from graduates. */
function talentPush(context: PolicyContext, region: number): Series {
  const { number, years } = context;
  const [outlay, baseOutlay] = [number('outlay'), number('baseOutlay')];
  const [elasticity, depreciation, start] = [number('knowledgeElasticity'), number('depreciation'), number('start')];
  const graduates = product(number('gainPerPoint'), number('graduates'));
  const failedPart = number('failedPart');
  const part = context.once(() => context.expected(1, failedPart()));
  // After the end no more is built up; the profile then fades it.
  const last = context.given('end') ? number('end') : () => Number.POSITIVE_INFINITY;
  const profile = context.profile(region);
  return context.series((y) => {
    const since = Math.max(0, Math.min(years[y]!, last()) - start());
    const knowledge = log1p((outlay() / baseOutlay()) * (1 - pow(1 - depreciation(), since)));
    return profile[y]! * part() * (elasticity() * knowledge + graduates());
  });
}

/** The push on each other region where they act apart, a loss, as talent moves to the region it is closely tied to. */
function poachingLosses(context: PolicyContext, region: number): { readonly other: number; readonly amount: Scalar }[] {
  const { tieShare, regions } = context.base;
  const { poaching } = context.parameters;
  return regions.flatMap((_, other) => {
    if (other === region || context.alwaysTogether([region, other])) return [];
    const together = context.regionCoordination([region, other]);
    const pair = region * regions.length + other;
    return [{ other, amount: context.once(() => -(poaching() * (1 - together()) * tieShare[pair]!)) }];
  });
}
