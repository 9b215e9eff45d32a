import type { SensitivityAnswer, SensitivityResult } from '../../montecarlo/sensitivity/analyse-sensitivity.js';

/** Measures of one input: those that a method has, the one that ranks first. */
export interface Measured {
  readonly input: string;
  readonly values: Readonly<Record<string, number | null>>;
}

/** Measures of each method, the one that ranks first. */
export const COLUMNS = {
  sobol: ['total', 'totalLow', 'totalHigh', 'first', 'firstLow', 'firstHigh'],
  morris: ['muStar', 'muStarError', 'mu', 'sigma'],
  rank: ['coefficient', 'low', 'high'],
} as const;

/** Inputs of the last year from the most telling; null where there is no answer. */
export function rankedInputs(result: SensitivityResult): Measured[] | null {
  const rows = measured(result.inputs, result.answers.at(-1)!);
  if (rows === null) return null;
  const [main] = COLUMNS[result.method];
  const size = (row: Measured): number => Math.abs(row.values[main] ?? 0);
  return [...rows].sort((a, b) => size(b) - size(a));
}

/** The measures of every input in one answer; null where there are none. */
export function measured(inputs: readonly string[], answer: SensitivityAnswer): Measured[] | null {
  switch (answer.method) {
    case 'sobol': {
      const { indices } = answer;
      if (indices.status !== 'ok') return null;
      return inputs.map((input, g) => ({
        input,
        values: Object.fromEntries(COLUMNS.sobol.map((name) => [name, indices[name][g]!])),
      }));
    }
    case 'morris': {
      const { effects } = answer;
      if (effects.status !== 'ok') return null;
      return inputs.map((input, g) => ({
        input,
        values: Object.fromEntries(COLUMNS.morris.map((name) => [name, effects[name][g] ?? null])),
      }));
    }
    case 'rank': {
      const { regression } = answer;
      if (regression.status !== 'ok') return null;
      return inputs.map((input, g) => ({
        input,
        values: {
          coefficient: regression.coefficients[g] ?? null,
          low: regression.low[g] ?? null,
          high: regression.high[g] ?? null,
        },
      }));
    }
  }
}

/** The state of an answer: `ok`, or why there is none. */
export function answerStatus(answer: SensitivityAnswer): string {
  if (answer.method === 'sobol') return answer.indices.status;
  return answer.method === 'morris' ? answer.effects.status : answer.regression.status;
}
