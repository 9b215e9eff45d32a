import type { SensitivityResult } from '../../montecarlo/sensitivity/analyse-sensitivity.js';
import { count } from '../study/study-answer.js';
import { inputName } from '../text/key-words.js';
import { formatFixed, formatNumber, NO_NUMBER } from '../text/number-format.js';
import { outcomeLabel } from '../text/outcome-label.js';
import { renderTextTable } from '../text/render-table.js';
import { capital } from '../text/sentence.js';
import { paint } from '../text/table-block.js';
import type { TableMoney } from '../text/table-money.js';
import { numberHeading } from '../text/text-columns.js';
import type { Layout, TextColumn, TextTable } from '../text/text-table.js';
import { wrapWords } from '../text/text-width.js';
import { effectScale, explained, sensitivityAnswer } from './sensitivity-answer.js';
import { type Measured, rankedInputs } from './sensitivity-measures.js';

/** Inputs that fit a screen; the files have all. */
const INPUTS_SHOWN = 20;

/** The answer of a sensitivity analysis for a terminal: a sentence, then the inputs from the most telling. */
export function sensitivityText(result: SensitivityResult, layout: Layout, most = INPUTS_SHOWN): string {
  const lines = wrapWords(sensitivityAnswer(result), layout.width).map((line) => paint(line, 'strong', layout));
  const table = sensitivityTable(result, most);
  return `${lines.join('\n')}\n${table === null ? '' : `\n${renderTextTable(table, layout)}`}`;
}

/** Columns of a method, and their cells for one input. */
interface Shape {
  readonly columns: readonly TextColumn[];
  cells(values: Measured['values'], of: TableMoney['of']): string[];
}

const SHAPES: Readonly<Record<SensitivityResult['method'], Shape>> = {
  sobol: {
    columns: ['total', '95%', 'first order', '95%'].map((heading) => numberHeading(heading)),
    cells: ({ total, totalLow, totalHigh, first, firstLow, firstHigh }) => [
      formatFixed(total ?? null, 3),
      interval(totalLow, totalHigh),
      formatFixed(first ?? null, 3),
      interval(firstLow, firstHigh),
    ],
  },
  morris: {
    columns: [
      numberHeading('mean size', 'of effect'),
      numberHeading('± error'),
      numberHeading('mean', 'with sign'),
      numberHeading('varies by', 'from place to place'),
    ],
    cells: ({ muStar, muStarError, mu, sigma }, of) =>
      [muStar, muStarError, mu, sigma].map((value) => formatNumber(of(value ?? null), 3)),
  },
  rank: {
    columns: ['coefficient', '95%'].map((heading) => numberHeading(heading)),
    cells: ({ coefficient, low, high }) => [formatFixed(coefficient ?? null, 3), interval(low, high)],
  },
};

function interval(low: number | null | undefined, high: number | null | undefined): string {
  return low == null || high == null ? NO_NUMBER : `${formatFixed(low, 3)} … ${formatFixed(high, 3)}`;
}

/** The inputs of the last year from the most telling; null where there is no answer. */
export function sensitivityTable(result: SensitivityResult, most = Number.POSITIVE_INFINITY): TextTable | null {
  const { method, outcome, samples, evaluations } = result;
  const rows = rankedInputs(result);
  if (rows === null) return null;
  const { unit, of } = effectScale(result);
  const { columns, cells } = SHAPES[method];
  const title = {
    sobol: 'parts of its variance. Total order counts interactions, first order does not',
    morris: `what it changes by where one input goes through its whole range${unit === '' ? '' : ` (${unit})`}`,
    rank: 'rank regression coefficients',
  }[method];
  const what = { sobol: 'base samples', morris: 'trajectories', rank: 'draws' }[method];
  return {
    title: `${capital(outcomeLabel(outcome))}: ${title}`,
    columns: [{ heading: 'input', whole: true }, ...columns],
    rows: rows.slice(0, most).map(({ input, values }) => [inputName(input), ...cells(values, of)]),
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
