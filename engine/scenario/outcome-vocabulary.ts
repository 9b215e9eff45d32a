import type { FunctionSignature, Parameter, Vocabulary } from '../values/expressions.js';

/** What an outcome's function takes and means; how it is computed is for the folder of outcomes to say. */
export interface OutcomeFunction {
  readonly takes: readonly ('region' | 'industry' | 'stage' | 'number')[];
  /** How many of the last may be left out. */
  readonly optional?: number;
  readonly meaning: string;
}

const STAGES = ['formative', 'growing', 'mature', 'recession'];

/** Functions of outcomes and goals: of one year each, except the last group, which runs over all years. */
export const OUTCOME_FUNCTIONS = {
  output: {
    takes: ['region', 'industry'],
    optional: 2,
    meaning: 'output of the case, a region, or an industry in a region',
  },
  reference: {
    takes: ['region', 'industry'],
    optional: 2,
    meaning: 'the same on the reference path: no policies, no noise',
  },
  noPolicy: {
    takes: ['region', 'industry'],
    optional: 2,
    meaning: 'the same without policies: in a draw under the same noise, in a single run the reference path',
  },
  industry: { takes: ['industry'], meaning: 'output of an industry in all regions' },
  share: { takes: ['region', 'industry'], meaning: 'share of an industry in a region’s output' },
  part: { takes: ['region'], meaning: 'share of a region in the output of the case' },
  lq: { takes: ['region', 'industry'], meaning: 'location quotient' },
  agglomeration: { takes: ['region', 'industry'], meaning: 'agglomeration index' },
  similarity: { takes: ['region', 'region'], meaning: 'similarity of two regions’ structures (UNIDO), 0 … 1' },
  krugman: { takes: ['region', 'region'], meaning: 'Krugman index of two regions’ structures, 0 … 2' },
  overlap: {
    takes: ['region', 'region'],
    meaning: 'overlap quality b·S·u: how much of the likeness stands behind a closed border',
  },
  tie: { takes: ['region', 'region'], meaning: 'economic tie, formula 6 of the paper' },
  tieShare: { takes: ['region', 'region'], meaning: 'share of the second region in the ties of the first' },
  access: { takes: ['region'], meaning: 'market access' },
  distance: { takes: ['region', 'region'], meaning: 'length of the shortest path' },
  barrier: { takes: ['region', 'region'], meaning: 'barrier, 0 open … 1 closed' },
  stages: { takes: ['region', 'stage'], meaning: 'number of a region’s industries in a stage' },
  theil: { takes: [], meaning: 'Theil index of output between regions' },
  hhi: { takes: ['region'], meaning: 'concentration of a region’s output, sum of squared shares' },
  largestShare: { takes: ['region'], meaning: 'share of a region’s largest industry' },
  cost: { takes: [], meaning: 'cost of all policies in the year' },
  valueAdded: { takes: ['region'], optional: 1, meaning: 'value added by the case’s share of output' },
  first: { takes: ['number'], meaning: 'value in the first year' },
  last: { takes: ['number'], meaning: 'value in the last year' },
  at: { takes: ['number', 'number'], meaning: 'value in a year: at(output(), 2020)' },
  mean: { takes: ['number'], meaning: 'mean over the years' },
  sum: { takes: ['number'], meaning: 'sum over the years' },
  lowest: { takes: ['number'], meaning: 'lowest value of any year' },
  highest: { takes: ['number'], meaning: 'highest value of any year' },
  discounted: { takes: ['number'], meaning: 'sum over the years, discounted to the first' },
} as const satisfies Readonly<Record<string, OutcomeFunction>>;

export type OutcomeFunctionName = keyof typeof OUTCOME_FUNCTIONS;

/** The vocabulary of outcomes over given regions and industries. */
export function outcomeVocabulary(regions: readonly string[], industries: readonly string[]): Vocabulary {
  const kinds: Record<string, Parameter> = {
    region: { what: 'region', known: regions },
    industry: { what: 'industry', known: industries },
    stage: { what: 'stage', known: STAGES },
    number: 'number',
  };
  const functions = Object.entries(OUTCOME_FUNCTIONS).map(([name, definition]): [string, FunctionSignature] => {
    const { takes, optional = 0 }: OutcomeFunction = definition;
    return [name, { parameters: takes.map((kind) => kinds[kind]!), optional }];
  });
  return { names: ['year'], functions: Object.fromEntries(functions) };
}
