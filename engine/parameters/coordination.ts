import type { NumberDefinition } from './definition.js';

const COORDINATION_JUDGEMENT =
  'judgement: how much of the difference between acting together and apart goes through this ingredient; switch it off to see';

/** Parameters through which coordination has an effect. */
export const COORDINATION_DEFINITIONS = {
  targeting: ingredient(
    'choosing each region’s best industries',
    'choosing industries by advantage instead of building the same everywhere',
  ),
  sharing: ingredient('sharing services and talent', 'neighbours sharing producer services and talent'),
  opening: ingredient('opening borders together', 'opening the border between administrations'),
  landRace: ingredient('no race for cheap land', 'not competing with cheap land'),
  spurs: ingredient('building links together', 'building links together instead of each its own'),
  duplicationWaste: {
    title: 'waste where both build the same',
    symbol: 'd',
    meaning: 'part of a push that is wasted where the neighbours acting apart push the same industry',
    unit: 'share',
    value: 'uniform(0, 0.6)',
    range: [0, 0.6],
    domain: [0, 1],
    source: COORDINATION_JUDGEMENT,
    status: 'judgement',
  },
  barrierDrift: {
    title: 'borders that close when apart',
    symbol: 'h',
    meaning: 'part of the openness between regions acting apart that is lost each year',
    unit: '1/yr',
    value: 'uniform(0, 0.08)',
    range: [0, 0.08],
    domain: [0, 1],
    source: COORDINATION_JUDGEMENT,
    status: 'judgement',
  },
  poaching: {
    title: 'talent taken from neighbours',
    meaning: 'part of a talent push that is taken from neighbours where regions act apart',
    unit: 'share',
    value: 'uniform(0, 1)',
    range: [0, 1],
    domain: [0, 1],
    source: COORDINATION_JUDGEMENT,
    status: 'judgement',
  },
  contest: {
    title: 'rivals who try harder',
    meaning: 'part by which a push grows where regions acting apart push the same industry: rivals try harder',
    unit: 'share',
    value: 'uniform(0, 0.1)',
    range: [0, 0.1],
    domain: [0, 1],
    source:
      'judgement: no study measures this number; direction: leaders of Chinese provinces are promoted by the growth of their province (Li & Zhou 2005, Journal of Public Economics 89(9–10), 1743–1762), and subnational governments that run their own economies account for spectacular results and grave problems alike (Xu 2011, Journal of Economic Literature 49(4), 1076–1151); against it: competition for promotion does not change what local leaders do (Pang, Keng & Zhang 2023, China Quarterly)',
    status: 'judgement',
  },
  coordinationCost: {
    title: 'cost of acting together',
    meaning: 'price of coordination, a year',
    unit: 'share of value added',
    value: 'uniform(0, 0.001)',
    range: [0, 0.004],
    domain: [0, 0.1],
    source: COORDINATION_JUDGEMENT,
    status: 'judgement',
  },
  coordinationDelay: {
    title: 'delay of agreeing',
    meaning: 'further delay of policies that are agreed on together',
    unit: 'years',
    value: 'uniform(0, 2)',
    range: [0, 3],
    domain: [0, 20],
    source: COORDINATION_JUDGEMENT,
    status: 'judgement',
  },
} as const satisfies Record<string, NumberDefinition>;

/** Ingredients of coordination that are weights, between 0 (switched off) and 1. */
export const INGREDIENT_WEIGHTS = ['targeting', 'sharing', 'opening', 'landRace', 'spurs'] as const;
export type IngredientWeight = (typeof INGREDIENT_WEIGHTS)[number];

/** All keys through which coordination has an effect: with every one at 0 it has none. */
export const COORDINATION_KEYS = [
  ...INGREDIENT_WEIGHTS,
  'duplicationWaste',
  'barrierDrift',
  'poaching',
  'contest',
  'coordinationCost',
  'coordinationDelay',
] as const satisfies readonly (keyof typeof COORDINATION_DEFINITIONS)[];

function ingredient(title: string, what: string): NumberDefinition {
  return {
    title,
    meaning: `weight of an ingredient of coordination: ${what}`,
    unit: 'weight',
    value: 'uniform(0, 1)',
    range: [0, 1],
    domain: [0, 1],
    source: COORDINATION_JUDGEMENT,
    status: 'judgement',
  };
}
