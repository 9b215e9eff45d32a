import { BASELINE_MEANINGS, BASELINES, type Baseline } from '../../calibration/backtest/baselines.js';
import type { Method } from '../../calibration/backtest/forecasts.js';
import type { BacktestScore } from '../../calibration/backtest/score-forecasts.js';
import type { Third } from '../../calibration/backtest/scores.js';
import { formatFixed, formatPercent, formatSigned, NO_NUMBER } from '../text/number-format.js';
import { renderTextTable } from '../text/render-table.js';
import { paint } from '../text/table-block.js';
import { type CellColumn, numberHeading, tabulate } from '../text/text-columns.js';
import type { Layout, TextTable } from '../text/text-table.js';
import { wrapWords } from '../text/text-width.js';
import { type BacktestReport, horizonsOf, mean, meanThirds, methodsOf, scoresOf } from './backtest-report.js';
import { backtestVerdict } from './backtest-verdict.js';
import { trialTable } from './trials-text.js';

/** A backtest for a terminal: the verdict, errors by horizon, errors by what is forecast, bands, and which parts of the equation help. */
export function backtestText(report: BacktestReport, layout: Layout): string {
  const tables = [horizonTable(report), levelTable(report)];
  if (report.scores.some(({ cells }) => cells.bands !== null)) tables.push(bandTable(report));
  if (report.trials.length > 0) tables.push(trialTable(report.trials));
  const verdict = wrapWords(backtestVerdict(report.scores).sentence, layout.width);
  const answer = verdict.map((line) => `${paint(line, 'strong', layout)}\n`).join('');
  return [answer, ...tables.map((table) => renderTextTable(table, layout))].join('\n');
}

/** Errors of every method by years ahead. */
export function horizonTable({ economy, window, filled, scores }: BacktestReport): TextTable {
  const horizons = horizonsOf(scores);
  const origins = [...new Set(scores.map(({ origin }) => origin))];
  const methods = methodsOf(scores);
  const rows = methods.map((method) => {
    const own = scoresOf(scores, method);
    return { method, own, mean: mean(own, cellError) ?? Number.NaN };
  });
  const isBaseline = (method: Method): method is Baseline => BASELINES.some((each) => each === method);
  const best = Math.min(...rows.filter(({ method }) => isBaseline(method)).map((row) => row.mean));
  const columns: CellColumn<(typeof rows)[number]>[] = [
    { heading: 'method', cell: ({ method }) => method },
    ...horizons.map((horizon) => ({
      ...numberHeading(`${horizon}`, undefined, 'years ahead'),
      series: true,
      cell: ({ method }: { method: Method }) => percent(mean(scoresOf(scores, method, horizon), cellError)),
    })),
    {
      ...numberHeading('mean'),
      cell: (row) => ({
        text: percent(row.mean),
        style: row.method === 'tandem' && row.mean <= best ? 'good' : 'strong',
      }),
    },
  ];
  return {
    title: `${economy.title}: weighted absolute error of cells in %, by years ahead, from ${originsText(origins)}`,
    ...tabulate(columns, withRule(rows)),
    notes: [
      'No method sees a year after its origin. Mean: over all origins and horizons.',
      ...methods.flatMap((method) => (isBaseline(method) ? [] : [`${method}: ${SETTING_MEANINGS[method]}.`])),
      ...BASELINES.map((each) => `${each}: ${BASELINE_MEANINGS[each]}.`),
      `Past rates are taken over ${window} years at most, unless all years are named.`,
      ...(filled === 0
        ? []
        : [
            `Not scored: ${filled} ${filled === 1 ? 'figure that was' : 'figures that were'} filled in (status estimated).`,
          ]),
    ],
  };
}

/** The settings of the model that are scored, in one line each. */
const SETTING_MEANINGS: Readonly<Record<Exclude<Method, Baseline>, string>> = {
  tandem: 'calibrated on the years up to the origin',
  'tandem, defaults': 'with the model’s own numbers',
  'tandem, as the case': 'with what the case sets, as in a run, which may rest on later years',
  'tandem, no lead': 'calibrated, without inherited lead',
};

interface MethodRow {
  readonly method: Method;
  readonly own: readonly BacktestScore[];
}

const LEVEL_COLUMNS: readonly CellColumn<MethodRow>[] = [
  { heading: 'method', cell: ({ method }) => method },
  { ...numberHeading('weighted', '%', 'cells'), cell: ({ own }) => percent(mean(own, cellError)) },
  { ...numberHeading('median', '%', 'cells'), cell: ({ own }) => percent(mean(own, ({ cells }) => cells.median)) },
  { ...numberHeading('bias', '%', 'cells'), cell: ({ own }) => signedPercent(mean(own, ({ cells }) => cells.bias)) },
  {
    ...numberHeading('weighted', '%', 'regions'),
    cell: ({ own }) => percent(mean(own, ({ regions }) => regions.wape)),
  },
  {
    ...numberHeading('median', '%', 'regions'),
    cell: ({ own }) => percent(mean(own, ({ regions }) => regions.median)),
  },
  {
    ...numberHeading('similarity', 'off by'),
    cell: ({ own }) =>
      formatFixed(
        mean(own, ({ structure }) => structure.similarity),
        4,
      ),
  },
  {
    ...numberHeading('stage', '% right'),
    cell: ({ own }) =>
      percent(
        mean(own, ({ structure }) => structure.stage),
        1,
      ),
  },
];

/** Errors of every method by what is forecast: cells, regions, similarity and stages. */
export function levelTable({ scores }: BacktestReport): TextTable {
  const rows = methodsOf(scores).map((method): MethodRow => ({ method, own: scoresOf(scores, method) }));
  return {
    title: 'The same by what is forecast, over all origins and horizons',
    ...tabulate(LEVEL_COLUMNS, withRule(rows)),
    notes: [
      'Weighted, median: absolute error as a part of what came.',
      'Bias: errors with their sign, above 0 where too much was forecast.',
      'Similarity: mean absolute error over pairs of regions.',
      'Stage: cells whose stage was right, growth counted from the origin.',
    ],
  };
}

/** Scores of one horizon, or of all. */
interface HorizonRow {
  readonly name: string;
  readonly own: readonly BacktestScore[];
}

function bandColumns(level: 'cells' | 'regions'): CellColumn<HorizonRow>[] {
  const cell =
    (value: (score: BacktestScore) => number | null, decimals: number) =>
    ({ own }: HorizonRow) =>
      percent(mean(own, value), decimals);
  return [
    { ...numberHeading('weighted', '%', level), cell: cell((score) => score[level].wape, 2) },
    { ...numberHeading('CRPS', '%', level), cell: cell((score) => score[level].bands?.crps ?? null, 2) },
    { ...numberHeading('held', '%', level), cell: cell((score) => score[level].bands?.covered80 ?? null, 0) },
  ];
}

/** Bands of the model by years ahead: how sharp they are, and how often they hold what came. */
export function bandTable({ scores }: BacktestReport): TextTable {
  const own = scoresOf(scores, 'tandem');
  const horizons = horizonsOf(scores).map(
    (horizon): HorizonRow => ({ name: `${horizon}`, own: scoresOf(own, 'tandem', horizon) }),
  );
  return {
    title: 'Bands of 80 % of tandem, calibrated: how often what came lay in them',
    ...tabulate<HorizonRow>(
      [{ heading: 'years ahead', cell: ({ name }) => name }, ...bandColumns('cells'), ...bandColumns('regions')],
      [...horizons, 'rule', { name: 'mean', own }],
    ),
    notes: [
      thirdsNote(own),
      'CRPS: continuous ranked probability score as a part of what came.',
      'Of a forecast without bands it is the weighted absolute error.',
    ],
  };
}

/** Coverage by thirds of cell size, in one sentence. */
function thirdsNote(own: readonly BacktestScore[]): string {
  const thirds = meanThirds(own)!;
  const held = (third: Third) => formatPercent(thirds[third].covered80, 0);
  return `Held, by thirds of cell size: small ${held('small')}, middle ${held('middle')}, large ${held('large')}.`;
}

/** Rows with a rule before the baselines, which come last. */
function withRule<Row>(rows: readonly Row[]): (Row | 'rule')[] {
  return [...rows.slice(0, -BASELINES.length), 'rule', ...rows.slice(-BASELINES.length)];
}

function cellError({ cells }: BacktestScore): number | null {
  return cells.wape;
}

function percent(value: number | null, decimals = 2): string {
  return formatPercent(value, decimals, '');
}

function signedPercent(value: number | null): string {
  return value === null ? NO_NUMBER : formatSigned(value * 100, 2);
}

/**
 * Years that were projected from, in words.
 *
 * @example
 * originsText([2000, 2001, 2002]); // → '2000–2002 in turn (3 origins)'
 * originsText([2008]); // → '2008'
 */
export function originsText(years: readonly number[]): string {
  return years.length > 1
    ? `${Math.min(...years)}–${Math.max(...years)} in turn (${years.length} origins)`
    : String(years[0]);
}
