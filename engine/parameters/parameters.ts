import type { NumberDefinition } from './definition.js';

const COORDINATION_JUDGEMENT =
  'judgement: how much of the difference between acting together and apart goes through this ingredient; switch it off to see';

const EQUATION_AND_COORDINATION = {
  localisation: {
    symbol: 'α',
    meaning: 'elasticity of the competitive level with respect to an advantage in the location quotient',
    unit: 'log points per unit of φ(LQ)',
    value: 'triangular(0, 0.04, 0.10)',
    range: [0, 0.1],
    domain: [0, 1],
    source:
      'Melo, Graham & Noland 2009 (meta-analysis of 729 elasticities of density); Donovan et al. 2024 (6,684 estimates, likely .015–.039); Grover, Lall & Timmis 2023; density elasticities used for the location quotient by judgement',
    status: 'derived',
  },
  marketAccess: {
    symbol: 'β',
    meaning: 'elasticity of the competitive level with respect to market access',
    unit: 'log points per log point of M',
    value: 'lognormal(0.15, 0.63)',
    range: [0, 0.6],
    domain: [0, 2],
    source:
      'Hering & Poncet 2010 (Chinese wages, about .1–.2); Lin 2017 and Donaldson & Hornbeck 2016 as upper bounds; spread by judgement',
    status: 'derived',
  },
  distanceDecay: {
    symbol: 'η',
    meaning: 'exponent of distance in market access and tie shares; the reported tie keeps its own',
    unit: '1',
    value: 'triangular(0.6, 2, 2)',
    range: [0.6, 2],
    domain: [0, 4],
    source:
      'central value: formula 6 of the paper; lower end: Disdier & Head 2008, 1,467 estimates in 103 papers, mean about .9',
    status: 'published',
  },
  rivalry: {
    symbol: 'ψ',
    meaning: 'loss of competitive level where a neighbour behind a closed border builds the same industries',
    unit: 'log points per unit of V',
    value: 'triangular(0.05, 0.30, 0.60)',
    range: [0, 0.6],
    domain: [0, 2],
    source:
      'judgement, the weakest of all: normal use of capacity 79–83 %, below 75 % is excess (ADB); direction: Bai et al. 2004, Young 2000',
    status: 'judgement',
  },
  displacement: {
    symbol: 'δ',
    meaning: 'part of what a region gains in an industry that is taken from the others',
    unit: 'share',
    value: 'beta(2.8, 4.2, 0.05, 0.80)',
    range: [0.05, 0.8],
    domain: [0, 1],
    source: 'Einiö & Overman; Lu, Wang & Zhu 2019; UK guidance on additionality, 30–40 %',
    status: 'derived',
  },
  persistence: {
    symbol: 'ρ',
    meaning: 'part of the inherited lead in growth that is left a year later',
    unit: '1/yr',
    value: 'beta(8, 2)',
    range: [0.3, 0.98],
    domain: [0, 1],
    source:
      'judgement from shift-share forecasting: extrapolating the regional share is worse than dropping it, letting it converge beats both',
    status: 'judgement',
  },
  shrinkage: {
    meaning: 'part of the growth differential observed in the past that is taken over as inherited lead',
    unit: 'share',
    value: 'triangular(0, 0.25, 0.50)',
    range: [0, 0.5],
    domain: [0, 1],
    source:
      'derived: past relative growth predicts the next period’s with a correlation near 0 on UK and US panels, about .2 on the German one',
    status: 'derived',
  },
  regionalShrinkage: {
    meaning:
      'further part, beyond shrinkage, of the lead that a region’s industries have in common that is taken over as inherited lead',
    unit: 'share',
    value: 0,
    range: [0, 0.5],
    domain: [0, 1],
    source:
      'judgement: 0 treats every cell alike, as the model’s first version did; `tandem calibrate` estimates it, since on panels what a region’s industries share lasts longer than what one of them has alone',
    status: 'judgement',
  },
  adjustment: {
    symbol: 'κ',
    meaning: 'part of the gap between realised and target competitive level that is closed each year',
    unit: '1/yr',
    value: 'triangular(0.10, 0.25, 0.50)',
    range: [0.1, 0.5],
    domain: [0, 1],
    source: 'Bom & Ligthart 2014 (public capital: short run .083, long run .122); width by judgement',
    status: 'derived',
  },
  outputPassThrough: {
    symbol: 'ν',
    meaning: 'elasticity of a region’s gross domestic product with respect to its industrial output',
    unit: '1',
    value: 'triangular(0.3, 0.5, 0.7)',
    range: [0.3, 0.7],
    domain: [0, 1],
    source: 'derived: the secondary sector is about half of Changchun’s output in 2010 (172.0 of 332.9 billion yuan)',
    status: 'derived',
  },
  land: {
    symbol: 'ζ',
    meaning: 'loss of competitive level as land in use passes its threshold',
    unit: 'log points per log point of U',
    value: 'triangular(0.3, 0.8, 1)',
    range: [0.3, 1],
    domain: [0, 3],
    source: 'judgement; direction: Fang et al. 2021, Huang & Du 2023',
    status: 'judgement',
  },
  'response.formative': responseDefinition('formative'),
  'response.growing': responseDefinition('growing'),
  'response.mature': responseDefinition('mature'),
  'response.recession': responseDefinition('recession'),
  barrier: {
    symbol: 'b',
    meaning: 'base-year barrier between any two administrations, 0 open … 1 closed',
    unit: 'share',
    value: 'beta(5, 5)',
    range: [0.1, 0.9],
    domain: [0, 1],
    source: 'Poncet 2003, 2005 for barriers between Chinese provinces; the level within a province is judgement',
    status: 'judgement',
  },
  discountRate: {
    meaning: 'rate at which later costs and gains count less',
    unit: '1/yr',
    value: 'triangular(0.04, 0.08, 0.10)',
    range: [0.04, 0.1],
    domain: [0, 0.5],
    source: 'China’s social discount rate for public projects, 2006 guidelines (8 %); range by judgement',
    status: 'derived',
  },
  targeting: ingredient('choosing industries by advantage instead of building the same everywhere'),
  sharing: ingredient('neighbours sharing producer services and talent'),
  opening: ingredient('opening the border between administrations'),
  landRace: ingredient('not competing with cheap land'),
  spurs: ingredient('building links together instead of each its own'),
  duplicationWaste: {
    symbol: 'd',
    meaning: 'part of a push that is wasted where the neighbours acting apart push the same industry',
    unit: 'share',
    value: 'triangular(0, 0.3, 0.6)',
    range: [0, 0.6],
    domain: [0, 1],
    source: COORDINATION_JUDGEMENT,
    status: 'judgement',
  },
  barrierDrift: {
    symbol: 'h',
    meaning: 'part of the openness between regions acting apart that is lost each year',
    unit: '1/yr',
    value: 'triangular(0, 0.04, 0.08)',
    range: [0, 0.08],
    domain: [0, 1],
    source: COORDINATION_JUDGEMENT,
    status: 'judgement',
  },
  poaching: {
    meaning: 'part of a talent push that is taken from neighbours where regions act apart',
    unit: 'share',
    value: 'triangular(0, 0.5, 1)',
    range: [0, 1],
    domain: [0, 1],
    source: COORDINATION_JUDGEMENT,
    status: 'judgement',
  },
  coordinationCost: {
    meaning: 'price of coordination, a year',
    unit: 'share of value added',
    value: 'triangular(0, 0.0005, 0.004)',
    range: [0, 0.004],
    domain: [0, 0.1],
    source: COORDINATION_JUDGEMENT,
    status: 'judgement',
  },
  coordinationDelay: {
    meaning: 'further delay of policies that are agreed on together',
    unit: 'years',
    value: 'triangular(0, 1, 3)',
    range: [0, 3],
    domain: [0, 20],
    source: COORDINATION_JUDGEMENT,
    status: 'judgement',
  },
} as const satisfies Record<string, NumberDefinition>;

/** A key of `parameters:`; those of `response` are written with a dot. */
export type ParameterKey = keyof typeof EQUATION_AND_COORDINATION;

/**
 * The parameters of the growth equation and of coordination: every default with its value, range, source and status.
 * Keys are those of `parameters:` in case and scenario files.
 */
export const PARAMETERS: Readonly<Record<ParameterKey, NumberDefinition>> = EQUATION_AND_COORDINATION;

export const PARAMETER_KEYS = Object.keys(PARAMETERS) as ParameterKey[];

/** Keys of coordination's ingredients that are weights between 0 (no part) and 1. */
export const INGREDIENT_WEIGHTS = ['targeting', 'sharing', 'opening', 'landRace', 'spurs'] as const;
export type IngredientWeight = (typeof INGREDIENT_WEIGHTS)[number];

/** All keys through which coordination makes a difference: with every one at 0 it makes none. */
export const COORDINATION_KEYS = [
  ...INGREDIENT_WEIGHTS,
  'duplicationWaste',
  'barrierDrift',
  'poaching',
  'coordinationCost',
  'coordinationDelay',
] as const satisfies readonly ParameterKey[];

const TREND_DEFINITIONS = {
  longRun: {
    meaning: 'log growth a year that every industry of the higher-level region fades to',
    unit: '1/yr',
    value: 'triangular(0.03, 0.05, 0.06)',
    range: [0.03, 0.06],
    domain: [-0.2, 0.2],
    source: 'judgement; Jilin’s real growth fell from 13.8 % in 2011 to about 6.5 % in 2014–15',
    status: 'judgement',
    yearly: true,
  },
  halfLife: {
    meaning: 'years in which half the distance between observed and long-run growth is lost',
    unit: 'years',
    value: 'triangular(2, 3, 6)',
    range: [2, 6],
    domain: [0.01, 1000],
    source: 'judgement; the same slowdown',
    status: 'judgement',
  },
  shrinkage: {
    meaning:
      'part of an industry’s observed growth, less that of all industries together, that its trend starts with; the rest is taken for chance',
    unit: 'share',
    value: 1,
    range: [0, 1],
    domain: [0, 1],
    source:
      'judgement: 1 starts every trend at observed growth, as the source paper’s data are too few to tell otherwise',
    status: 'judgement',
  },
} as const satisfies Record<string, NumberDefinition>;

/** A key of `trend:`. */
export type TrendKey = keyof typeof TREND_DEFINITIONS;

/** The numbers of the trend. */
export const TREND: Readonly<Record<TrendKey, NumberDefinition>> = TREND_DEFINITIONS;

const NOISE_DEFINITIONS = {
  industry: noiseDefinition('σ_i', 'noise common to an industry in all regions', 0.03),
  region: noiseDefinition('σ_r', 'noise common to a region', 0.015),
  cell: noiseDefinition('σ_ri', 'noise of a single industry in a single region', 0.03),
  persistence: {
    symbol: 'θ',
    meaning: 'part of the noise that carries over to the next year',
    unit: '1/yr',
    value: 0.5,
    range: [0, 0.9],
    domain: [-0.99, 0.99],
    source: 'judgement within what real panels show',
    status: 'judgement',
  },
} as const satisfies Record<string, NumberDefinition>;

/** A key of `noise:`. */
export type NoiseKey = keyof typeof NOISE_DEFINITIONS;

/** The numbers of the noise, which Monte Carlo alone uses. */
export const NOISE: Readonly<Record<NoiseKey, NumberDefinition>> = NOISE_DEFINITIONS;

function ingredient(what: string): NumberDefinition {
  return {
    meaning: `weight of an ingredient of coordination: ${what}`,
    unit: 'weight',
    value: 'triangular(0, 1, 1)',
    range: [0, 1],
    domain: [0, 1],
    source: COORDINATION_JUDGEMENT,
    status: 'judgement',
  };
}

function responseDefinition(stage: string): NumberDefinition {
  return {
    symbol: 's',
    meaning: `responsiveness of an industry in its ${stage} stage`,
    unit: '1',
    value: 1,
    range: [0.5, 1.5],
    domain: [0, 5],
    source: 'judgement: evidence on life-cycle effects conflicts, so all stages respond alike by default',
    status: 'judgement',
  };
}

function noiseDefinition(symbol: string, meaning: string, value: number): NumberDefinition {
  return {
    symbol,
    meaning: `standard deviation of the ${meaning}`,
    unit: 'log points a year',
    value,
    range: [0, 0.06],
    domain: [0, 1],
    source:
      'derived: s.d. of relative log growth a year is .016–.021 in German employment, .022–.042 in UK ITL2 and US state value added, .049–.057 in UK ITL3',
    status: 'derived',
  };
}
