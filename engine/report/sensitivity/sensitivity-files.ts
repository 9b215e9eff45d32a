import type { SensitivityAnswer, SensitivityResult } from '../../montecarlo/sensitivity/analyse-sensitivity.js';
import { type DataTable, textColumn } from '../data/columns.js';
import { shortInput } from '../study/study-answer.js';
import { sensitivityAnswer } from './sensitivity-answer.js';
import { answerStatus, COLUMNS, type Measured, measured } from './sensitivity-measures.js';

const MEANINGS: Readonly<Record<(typeof COLUMNS)[keyof typeof COLUMNS][number], string>> = {
  total: 'total order: part of the variance with all interactions',
  totalLow: 'lower end of its 95 % interval',
  totalHigh: 'upper end of its 95 % interval',
  first: 'first order: part of the variance without interactions',
  firstLow: 'lower end of its 95 % interval',
  firstHigh: 'upper end of its 95 % interval',
  muStar: 'mean size of the effects of moving the input through its range',
  muStarError: 'its standard error',
  mu: 'mean of these effects with their signs',
  sigma: 'their standard deviation',
  coefficient: 'standardised rank regression coefficient',
  low: 'lower end of its 95 % interval',
  high: 'upper end of its 95 % interval',
};

/** A sensitivity analysis as one plain object: the last year at the top, every year below. */
export function sensitivityJson(result: SensitivityResult) {
  const one = (answer: SensitivityAnswer) => {
    const rows = measured(result.inputs, answer);
    const status = answerStatus(answer);
    if (rows === null) return { status };
    const names = COLUMNS[answer.method];
    return {
      status,
      ...Object.fromEntries(names.map((name) => [name, rows.map(({ values }) => values[name] ?? null)])),
    };
  };
  return {
    answer: sensitivityAnswer(result),
    method: result.method,
    parameters: result.inputs.map(shortInput),
    outcome: result.outcome.name,
    expression: result.outcome.expression,
    future: result.later.id,
    against: result.first?.id ?? null,
    samples: result.samples,
    evaluations: result.evaluations,
    seed: result.seed,
    year: result.years.at(-1),
    ...one(result.answers.at(-1)!),
    ...(result.years.length > 1
      ? { byYear: result.years.map((year, y) => ({ year, ...one(result.answers[y]!) })) }
      : {}),
    failed: result.failures,
  };
}

/** Every measure of every input, by year. */
export function sensitivityFileTable(result: SensitivityResult): DataTable<Measured & { readonly year: number }> {
  const columns = [
    textColumn<Measured & { year: number }>('year', 'year of the outcome', ({ year }) => year),
    textColumn<Measured>('input', 'path of the uncertain number', ({ input }) => shortInput(input)),
    ...COLUMNS[result.method].map((name) => ({
      name,
      unit: result.method === 'morris' ? 'of the outcome' : '1',
      meaning: MEANINGS[name],
      of: ({ values }: Measured) => values[name] ?? null,
    })),
  ];
  const rows = result.answers.flatMap((answer, y) =>
    (measured(result.inputs, answer) ?? []).map((row) => ({ ...row, year: result.years[y]! })),
  );
  return { columns, rows };
}
