import type { Effect, PolicyContext, PolicyKind } from './kind.js';
import { sumSeries } from './series.js';

/** Part of the stock of knowledge that is lost each year. */
const DEPRECIATION = 0.15;
/** Part of the effect that is left where it fails. */
const FAILED_PART = 0.5;

/** Technological innovation and the guarantee system of talents. */
export const talent: PolicyKind = {
  kind: 'talent',
  title: 'Technological innovation and talent',
  section: '3.7',
  summary:
    'Research is paid for every year and builds up a stock of knowledge; training and attraction raise the share of graduates. All targeted industries gain, and neighbours with an open border share the gain.',
  apart: 'the gain stays at home (sharing), and a part of it is poached from the neighbours (poaching)',
  whenFailed: 'half of the effect',
  common: {
    delay: {
      meaning: 'years from the start until the first effect',
      unit: 'years',
      value: 2,
      range: [1, 4],
      domain: [0, 100],
      source: 'judgement: Hall, Mairesse & Mohnen 2010 discuss lags of research of about two years',
      status: 'judgement',
    },
    ramp: {
      meaning: 'years from the first to the full effect',
      unit: 'years',
      value: 5,
      range: [2, 10],
      domain: [0, 100],
      source: 'judgement',
      status: 'judgement',
    },
    failure: {
      meaning: 'probability that only half is achieved',
      unit: 'probability',
      value: 0.2,
      range: [0, 0.5],
      domain: [0, 1],
      source: 'judgement',
      status: 'judgement',
    },
    halfLife: {
      meaning: 'years in which half of the effect is lost after the end',
      unit: 'years',
      value: 4.3,
      range: [2, 10],
      domain: [0.01, 1000],
      source: 'derived: a stock that loses 15 % a year has halved after 4.3 years',
      status: 'derived',
    },
    cost: 'a year while the policy is under way, instead of the research outlay and 0.3 % of value added per point',
  },
  fields: {
    outlay: {
      meaning: 'further research a year',
      unit: 'share of value added',
      value: 0.003,
      range: [0, 0.01],
      domain: [0, 0.2],
      source: 'judgement',
      status: 'judgement',
    },
    baseOutlay: {
      meaning: 'research a year before the policy, against which the stock of knowledge grows',
      unit: 'share of value added',
      value: 0.009,
      range: [0.005, 0.02],
      domain: [0.0001, 0.2],
      source: 'judgement: research intensity of Jilin province about 2011',
      status: 'judgement',
    },
    knowledgeElasticity: {
      meaning: 'elasticity of the competitive level with respect to the stock of knowledge',
      unit: '1',
      value: 0.08,
      range: [0.02, 0.14],
      domain: [0, 1],
      source: 'Hall, Mairesse & Mohnen 2010 (survey)',
      status: 'derived',
    },
    graduates: {
      meaning: 'rise of the share of graduates',
      unit: 'percentage points',
      value: 1,
      range: [0, 5],
      domain: [0, 50],
      source: 'judgement',
      status: 'judgement',
    },
    gainPerPoint: {
      meaning: 'gain per point of graduates',
      unit: 'log points',
      value: 0.006,
      range: [0, 0.012],
      domain: [-0.1, 0.1],
      source: 'Moretti 2004',
      status: 'derived',
    },
    costPerPoint: {
      meaning: 'cost per point of graduates, once over the ramp',
      unit: 'share of value added',
      value: 0.003,
      range: [0.001, 0.01],
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

  effects(context: PolicyContext): Effect[] {
    return context.regions.flatMap((region) => {
      const profile = pushed(context, region);
      const shared = context.coordination('sharing', region);
      return context
        .targets(region)
        .flatMap((industry): Effect[] => [
          { lever: 'push', region, industry, amount: 1, profile },
          { lever: 'spill', region, industry, amount: shared, profile },
          ...poached(context, region, industry, profile),
        ]);
    });
  },

  cost(context: PolicyContext): Float64Array {
    const underWay = context.underWay();
    if (context.given('cost')) return underWay.map((part) => part * context.number('cost'));
    const outlay = context.number('outlay');
    const training = context.number('costPerPoint') * context.number('graduates');
    const spread = context.spread(1, context.number('ramp'));
    const intensity = context.intensity();
    const valueAdded = sumSeries(context.regions.map((region) => context.valueAdded(region)));
    return underWay.map((part, y) => (part * outlay + spread[y]! * intensity[y]! * training) * valueAdded[y]!);
  },
};

/** Push of every year, log points: knowledge of the stock built up since the start, and graduates. */
function pushed(context: PolicyContext, region: number): Float64Array {
  const ratio = context.number('outlay') / context.number('baseOutlay');
  const elasticity = context.number('knowledgeElasticity');
  const graduates = context.number('gainPerPoint') * context.number('graduates');
  const part = context.expected(1, FAILED_PART);
  // What was built up by the end is what then fades.
  const last = context.given('end') ? context.number('end') : Number.POSITIVE_INFINITY;
  return context.profile(region).map((m, y) => {
    const since = Math.max(0, Math.min(context.years[y]!, last) - context.number('start'));
    const knowledge = Math.log1p(ratio * (1 - (1 - DEPRECIATION) ** since));
    return m * part * (elasticity * knowledge + graduates);
  });
}

/** What neighbours lose where the regions act apart: talent that moves, by how closely they are tied. */
function poached(context: PolicyContext, region: number, industry: number, profile: Float64Array): Effect[] {
  const { tieShare, regions, industries, output } = context.base;
  return regions.flatMap((_, other): Effect[] => {
    if (other === region || output[other * industries.length + industry] === 0) return [];
    const apart = 1 - context.regionCoordination([region, other]);
    const loss = context.parameters.poaching * apart * tieShare[region * regions.length + other]!;
    return loss === 0 ? [] : [{ lever: 'push', region: other, industry, amount: -loss, profile }];
  });
}
