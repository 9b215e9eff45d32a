import type { SensitivityAnswer, SensitivityResult } from '../../montecarlo/sensitivity/analyse-sensitivity.js';
import { type DataTable, textColumn } from '../data/columns.js';
import { count, shortInput } from '../study/study-answer.js';
import { formatFixed, formatNumber, formatPercent, NO_NUMBER } from '../text/number-format.js';
import { renderTextTable } from '../text/render-table.js';
import { listed } from '../text/sentence.js';
import { paint } from '../text/table-block.js';
import type { Layout, TextTable } from '../text/text-table.js';
import { wrapWords } from '../text/text-width.js';
import { amount, outcomeUnit } from '../text/unit-words.js';

/** Inputs that fit a screen; the files have all. */
const INPUTS_SHOWN = 20;

/** An interval of a Sobol index that is wider leaves much open. */
const WIDE = 1 / 3;

/** Measures of one input: those that a method has, the one that ranks first. */
export interface Measured {
  readonly input: string;
  readonly values: Readonly<Record<string, number | null>>;
}

const COLUMNS = {
  sobol: ['total', 'totalLow', 'totalHigh', 'first', 'firstLow', 'firstHigh'],
  morris: ['muStar', 'muStarError', 'mu', 'sigma'],
  rank: ['coefficient', 'low', 'high'],
} as const;

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

/** The answer of a sensitivity analysis for a terminal: a sentence, then the inputs from the most telling. */
export function sensitivityText(result: SensitivityResult, layout: Layout, most = INPUTS_SHOWN): string {
  const lines = wrapWords(sensitivityAnswer(result), layout.width).map((line) => paint(line, 'strong', layout));
  const table = sensitivityTable(result, most);
  return `${lines.join('\n')}\n${table === null ? '' : `\n${renderTextTable(table, layout)}`}`;
}

/**
 * The answer in a sentence.
 *
 * @param name how inputs are named; default as files name them
 */
export function sensitivityAnswer(result: SensitivityResult, name: (input: string) => string = shortInput): string {
  const what = sensitivitySubject(result);
  const rows = rankedInputs(result);
  const last = lastStatus(result);
  if (last === 'no-variance') return `${what} is the same at every point: there is nothing for it to hinge on.`;
  if (rows === null) return `${what}: too few points are usable to say what it hinges on.`;
  const telling = rows.filter(({ values }) => tells(result, values, rows[0]!.values)).slice(0, 3);
  if (telling.length === 0) return `${what} hinges on no single input.`;
  const named = telling.map(({ input, values }) => `${name(input)} (${mainMeasure(result, values)})`);
  // Total orders count interactions once for each input that takes part, so they may add up to more than all.
  const of = result.method === 'sobol' ? ', in parts of its variance with all interactions' : '';
  return `${what} hinges most on ${listed(named)}${of}.`;
}

/** The outcome in question, as the beginning of a sentence. */
export function sensitivitySubject({ outcome, later, first, years }: SensitivityResult): string {
  const year = years.length > 1 ? ` in ${years.at(-1)}` : '';
  const whose = first === null ? `of ${later.id}` : `of ${later.id} less that of ${first.id}`;
  return `The outcome "${outcome.name}" ${whose}${year}`;
}

/** True where an input is worth a word: more than a hundredth of the variance or of the largest effect, a coefficient that is not 0. */
function tells({ method }: SensitivityResult, values: Measured['values'], largest: Measured['values']): boolean {
  if (method === 'sobol') return values.total! >= 0.01;
  if (method === 'morris') return values.muStar! > 0.01 * largest.muStar! || values.muStar === largest.muStar;
  return values.low != null && values.high != null && (values.low > 0 || values.high < 0);
}

/** The unit of Morris' effects, which is the outcome's; null where it has none that its expression tells. */
export function effectUnit({ method, outcome, later }: SensitivityResult): string | null {
  return method === 'morris' ? outcomeUnit(outcome.expression, later.economy.currency) : null;
}

function mainMeasure(result: SensitivityResult, values: Measured['values']): string {
  const { method } = result;
  if (method === 'sobol') {
    const reach = (values.totalHigh! - values.totalLow!) / 2;
    return `${formatPercent(values.total!, 0)} ± ${formatFixed(100 * reach, 0)}`;
  }
  if (method === 'morris') {
    const [effect, unit] = [formatNumber(values.muStar!, 3), effectUnit(result)];
    return `mean effect ${unit === null ? effect : amount(effect, unit)}`;
  }
  return `rank coefficient ${formatFixed(values.coefficient!, 2)}`;
}

/** The inputs of the last year from the most telling; null where there is no answer. */
export function sensitivityTable(result: SensitivityResult, most = Number.POSITIVE_INFINITY): TextTable | null {
  const { method, outcome, samples, evaluations } = result;
  const rows = rankedInputs(result);
  if (rows === null) return null;
  const right = (heading: string, unit?: string) => ({
    heading,
    align: 'right' as const,
    ...(unit === undefined ? {} : { unit }),
  });
  const unit = effectUnit(result);
  const decimals = (value: number | null | undefined) => formatFixed(value ?? null, 3);
  const interval = (low: number | null | undefined, high: number | null | undefined) =>
    low == null || high == null ? NO_NUMBER : `${formatFixed(low, 3)} … ${formatFixed(high, 3)}`;
  const columns = {
    sobol: [right('total'), right('95%'), right('first order'), right('95%')],
    morris: [right('mu*'), right('± error'), right('mu'), right('sigma')],
    rank: [right('coefficient'), right('95%')],
  }[method];
  const cells = (values: Measured['values']): string[] => {
    if (method === 'sobol') {
      return [
        decimals(values.total),
        interval(values.totalLow, values.totalHigh),
        decimals(values.first),
        interval(values.firstLow, values.firstHigh),
      ];
    }
    if (method === 'morris') {
      return [values.muStar, values.muStarError, values.mu, values.sigma].map((value) =>
        formatNumber(value ?? null, 3),
      );
    }
    return [decimals(values.coefficient), interval(values.low, values.high)];
  };
  const title = {
    sobol: 'Parts of its variance: total order counts interactions, first order does not',
    morris: `What it changes by where an input goes through its whole range and all others stay${unit === null ? '' : ` (${unit})`}`,
    rank: 'Standardised rank regression coefficients',
  }[method];
  const what = { sobol: 'base samples', morris: 'trajectories', rank: 'draws' }[method];
  return {
    title: `${outcome.expression} — ${title}`,
    columns: [{ heading: 'input', whole: true }, ...columns],
    rows: rows.slice(0, most).map(({ input, values }) => [shortInput(input), ...cells(values)]),
    notes: [
      `${count(samples)} ${what}, ${count(evaluations)} points, seed ${result.seed}.`,
      ...(rows.length > most ? [`${most} of ${rows.length} inputs; --full prints all.`] : []),
      ...explained(result),
      ...(result.correlationsIgnored
        ? ['Inputs are taken as independent here; --method rank keeps their correlations.']
        : []),
      ...(result.failures.length > 0
        ? [
            `${count(result.failures.length)} points failed and are left out, the first: ${result.failures[0]!.message} (point ${result.failures[0]!.draw}).`,
          ]
        : []),
    ],
  };
}

/** A sentence on the sum of the measures. */
export function explained({ answers }: SensitivityResult): string[] {
  const last = answers.at(-1)!;
  if (last.method === 'rank' && last.regression.status === 'ok') {
    const { adjustedRSquared } = last.regression;
    return [
      `The ranks of the inputs explain ${formatPercent(adjustedRSquared, 0)} of those of the outcome${adjustedRSquared < 0.7 ? ': too little for coefficients to say much' : ''}.`,
    ];
  }
  if (last.method !== 'sobol' || last.indices.status !== 'ok') return [];
  const { first, firstLow, firstHigh, totalLow, totalHigh } = last.indices;
  const sum = first.reduce((total, index) => total + index, 0);
  // Of estimates taken as independent, which says at least how fine the sum can be told.
  const reach = Math.sqrt(first.reduce((total, _, g) => total + ((firstHigh[g]! - firstLow[g]!) / 2) ** 2, 0));
  const widest = totalHigh.reduce((most, high, g) => Math.max(most, high - totalLow[g]!), 0);
  return [
    `First orders add up to ${formatFixed(sum, 2)} ± ${formatFixed(reach, 2)}${sum + reach < 1 ? ': what is missing to 1 is interaction' : ''}.`,
    ...(widest > WIDE
      ? ['The widest interval spans more than a third of the variance: take more samples for surer ranks.']
      : []),
  ];
}

/** Inputs of the last year from the most telling; null where there is no answer. */
export function rankedInputs(result: SensitivityResult): Measured[] | null {
  const rows = measured(result.inputs, result.answers.at(-1)!);
  if (rows === null) return null;
  const [main] = COLUMNS[result.method];
  const size = (row: Measured): number => Math.abs(row.values[main] ?? 0);
  return [...rows].sort((a, b) => size(b) - size(a));
}

function lastStatus({ answers }: SensitivityResult): string {
  const last = answers.at(-1)!;
  if (last.method === 'sobol') return last.indices.status;
  return last.method === 'morris' ? last.effects.status : last.regression.status;
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

/** A sensitivity analysis as one plain object: the last year at the top, every year below. */
export function sensitivityJson(result: SensitivityResult) {
  const one = (answer: SensitivityAnswer) => {
    const rows = measured(result.inputs, answer);
    const status =
      answer.method === 'sobol'
        ? answer.indices.status
        : answer.method === 'morris'
          ? answer.effects.status
          : answer.regression.status;
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
