import { BASELINE_MEANINGS, BASELINES } from '../../calibration/backtest/baselines.js';
import type { ChannelTrial } from '../../calibration/backtest/channel-trials.js';
import { METHODS, type Method } from '../../calibration/backtest/forecasts.js';
import type { BacktestScore } from '../../calibration/backtest/score-forecasts.js';
import { type Column, type DataTable, textColumn } from '../data/columns.js';
import { formatFixed, formatPercent, formatSigned, NO_NUMBER } from '../text/number-format.js';
import { type Layout, renderTextTable, type TextCell, type TextColumn } from '../text/text-table.js';

/** A backtest with what it was made from. */
export interface BacktestReport {
  readonly title: string;
  readonly window: number;
  readonly scores: readonly BacktestScore[];
  readonly trials: readonly ChannelTrial[];
}

const right = (heading: string, more: Partial<TextColumn> = {}): TextColumn => ({ heading, align: 'right', ...more });

/** A backtest for a terminal: errors by horizon, errors by what is forecast, bands, and which parts of the equation help. */
export function backtestText(report: BacktestReport, layout: Layout): string {
  const parts = [horizonTable(report, layout), levelTable(report, layout)];
  if (report.scores.some(({ cells }) => cells.bands !== null)) parts.push(bandTable(report, layout));
  if (report.trials.length > 0) parts.push(trialTable(report, layout));
  return parts.join('\n\n');
}

function horizonTable({ title, window, scores }: BacktestReport, layout: Layout): string {
  const horizons = horizonsOf(scores);
  const origins = [...new Set(scores.map(({ origin }) => origin))];
  const methods = methodsOf(scores);
  const means = methods.map((method) => mean(of(scores, method), ({ cells }) => cells.wape) ?? Number.NaN);
  const best = Math.min(...means.filter((_, k) => BASELINES.some((each) => each === methods[k])));
  const rows = methods.map((method, k): readonly TextCell[] => [
    method,
    ...horizons.map((horizon) =>
      formatPercent(
        mean(of(scores, method, horizon), ({ cells }) => cells.wape),
        2,
        '',
      ),
    ),
    { text: formatPercent(means[k]!, 2, ''), style: method === 'tandem' && means[k]! <= best ? 'good' : 'strong' },
  ]);
  return renderTextTable(
    {
      title: `${title}: weighted absolute percentage error of cells by years ahead, projected from ${spanOf(origins)} in turn (${origins.length} origins)`,
      columns: [
        { heading: 'method' },
        ...horizons.map((horizon) => right(`${horizon}`, { series: true, group: 'years ahead' })),
        right('mean'),
      ],
      rows: [...rows.slice(0, -BASELINES.length), 'rule', ...rows.slice(-BASELINES.length)],
      notes: [
        `No method sees a year after its origin; past growth is taken over ${window} years at most. tandem: calibrated on the years up to the origin; defaults: with the model’s own numbers; ${methods.includes('tandem, as the case') ? 'as the case: with what the case sets, as in a run, which may rest on later years; ' : ''}no lead: calibrated, without inherited lead. Mean: over all origins and horizons.`,
        `${BASELINES.map((each) => `${each}: ${BASELINE_MEANINGS[each]}`).join('; ')}.`,
      ],
    },
    layout,
  );
}

function levelTable({ scores }: BacktestReport, layout: Layout): string {
  const percent = (value: number | null) => formatPercent(value, 2, '');
  const signed = (value: number | null) => (value === null ? NO_NUMBER : formatSigned(value * 100, 2));
  const rows = methodsOf(scores).map((method) => {
    const own = of(scores, method);
    return [
      method,
      percent(mean(own, ({ cells }) => cells.wape)),
      percent(mean(own, ({ cells }) => cells.median)),
      signed(mean(own, ({ cells }) => cells.bias)),
      percent(mean(own, ({ regions }) => regions.wape)),
      percent(mean(own, ({ regions }) => regions.median)),
      formatFixed(
        mean(own, ({ structure }) => structure.similarity),
        4,
      ),
      formatPercent(
        mean(own, ({ structure }) => structure.stage),
        1,
        '',
      ),
    ];
  });
  return renderTextTable(
    {
      title: 'The same by what is forecast, over all origins and horizons',
      columns: [
        { heading: 'method' },
        right('weighted', { unit: '%', group: 'cells' }),
        right('median', { unit: '%', group: 'cells' }),
        right('bias', { unit: '%', group: 'cells' }),
        right('weighted', { unit: '%', group: 'regions' }),
        right('median', { unit: '%', group: 'regions' }),
        right('similarity', { unit: 'off by' }),
        right('stage', { unit: '% right' }),
      ],
      rows: [...rows.slice(0, -BASELINES.length), 'rule', ...rows.slice(-BASELINES.length)],
      notes: [
        'Weighted, median: absolute error as a part of what came. Bias: errors with their sign, above 0 where too much was forecast. Similarity: mean absolute error over pairs of regions. Stage: cells whose stage was right, growth counted from the origin.',
      ],
    },
    layout,
  );
}

function bandTable({ scores }: BacktestReport, layout: Layout): string {
  const own = of(scores, 'tandem');
  const row = (name: string, some: readonly BacktestScore[]) => [
    name,
    ...(['cells', 'regions'] as const).flatMap((level) => [
      formatPercent(
        mean(some, (score) => score[level].wape),
        2,
        '',
      ),
      formatPercent(
        mean(some, (score) => score[level].bands?.crps ?? null),
        2,
        '',
      ),
      formatPercent(
        mean(some, (score) => score[level].bands?.covered50 ?? null),
        0,
        '',
      ),
      formatPercent(
        mean(some, (score) => score[level].bands?.covered90 ?? null),
        0,
        '',
      ),
    ]),
  ];
  const group = (name: string) => [
    right('weighted', { unit: '%', group: name }),
    right('CRPS', { unit: '%', group: name }),
    right('in 50', { unit: '%', group: name }),
    right('in 90', { unit: '%', group: name }),
  ];
  return renderTextTable(
    {
      title: 'Bands of tandem: how often what came lay within those of 50 and of 90 %',
      columns: [{ heading: 'years ahead' }, ...group('cells'), ...group('regions')],
      rows: [
        ...horizonsOf(scores).map((horizon) => row(`${horizon}`, of(own, 'tandem', horizon))),
        'rule',
        row('mean', own),
      ],
      notes: [
        'CRPS: continuous ranked probability score as a part of what came; for a forecast without bands it is the weighted absolute percentage error.',
      ],
    },
    layout,
  );
}

function trialTable({ trials }: BacktestReport, layout: Layout): string {
  const tried = trials.filter(({ errors, data }) => errors !== null || data !== null);
  return renderTextTable(
    {
      title: 'Parts of the growth equation on years held out: does it help, and with what sign?',
      columns: [
        { heading: 'parameter' },
        right('default'),
        right('data alone'),
        right('90 % interval'),
        right('without', { unit: '%', group: 'error of cells' }),
        right('default', { unit: '%', group: 'error of cells' }),
        right('data alone', { unit: '%', group: 'error of cells' }),
        { heading: 'verdict' },
      ],
      rows: tried.map((trial) => [
        trial.trial,
        formatFixed(trial.default, 2),
        formatFixed(trial.data?.value ?? null, 2),
        trial.data === null ? NO_NUMBER : interval(trial.data.value, trial.data.sd),
        ...[trial.errors?.without, trial.errors?.withDefault, trial.errors?.withEstimate].map((error) =>
          formatPercent(error ?? null, 3, ''),
        ),
        verdict(trial),
      ]),
      notes: [
        'Data alone: estimated without the default, from all years in the third column, from those before each origin in the errors. That it helps needs an interval on one side of 0 and an error that is smaller by more than the standard error of the difference over the origins, two of which count as one; less than 1 % of the error is hardly help.',
        ...trials
          .filter(({ errors, data }) => errors === null && data === null)
          .map(({ trial, reason }) => `${trial} was not tried: ${reason ?? 'no estimate'}.`),
      ],
    },
    layout,
  );
}

/** Whether the data speak for a part of the equation. */
export function verdict({ data, errors }: ChannelTrial): string {
  if (data === null) return 'cannot be told';
  const margin = NINETY * data.sd;
  if (data.value + margin < 0) return 'sign against it';
  if (data.value - margin <= 0) return 'no evidence';
  if (errors === null) return 'no gain';
  const gains = [errors.gains.withDefault, errors.gains.withEstimate];
  const told = Math.max(...gains.map(({ value, sd }) => (value > sd ? value : 0)));
  if (told > 0) return told >= MATERIAL * errors.without ? 'helps' : 'hardly helps';
  return gains.some(({ value }) => value > 0) ? 'no evidence' : 'no gain';
}

/** Errors smaller by less than this part are no help worth the name. Judgement. */
const MATERIAL = 0.01;

const NINETY = 1.6448536269514722;

function interval(value: number, sd: number): string {
  return `${formatFixed(value - NINETY * sd, 2)} … ${formatFixed(value + NINETY * sd, 2)}`;
}

/** A score of cells or of regions. */
interface ScoreRow {
  readonly score: BacktestScore;
  readonly level: 'cells' | 'regions';
}

const SCORE_COLUMNS: readonly Column<ScoreRow>[] = [
  textColumn('method', 'method of projection', ({ score }) => score.method),
  textColumn('origin', 'last year that the method knows', ({ score }) => score.origin),
  { name: 'horizon', unit: 'years', meaning: 'years ahead', of: ({ score }) => score.horizon },
  textColumn('level', 'cells or regions', ({ level }) => level),
  {
    name: 'weighted_error',
    unit: '1',
    meaning: 'sum of absolute errors over the sum of what came',
    of: ({ score, level }) => score[level].wape,
  },
  {
    name: 'median_error',
    unit: '1',
    meaning: 'median absolute error as a part of what came',
    of: ({ score, level }) => score[level].median,
  },
  {
    name: 'bias',
    unit: '1',
    meaning: 'sum of errors with their signs over the sum of what came',
    of: ({ score, level }) => score[level].bias,
  },
  {
    name: 'crps',
    unit: '1',
    meaning: 'continuous ranked probability score as a part of what came',
    of: ({ score, level }) => score[level].bands?.crps ?? null,
  },
  {
    name: 'covered_50',
    unit: '1',
    meaning: 'share that came within the band of 50 %',
    of: ({ score, level }) => score[level].bands?.covered50 ?? null,
  },
  {
    name: 'covered_90',
    unit: '1',
    meaning: 'share that came within the band of 90 %',
    of: ({ score, level }) => score[level].bands?.covered90 ?? null,
  },
  {
    name: 'similarity_error',
    unit: '1',
    meaning: 'mean absolute error of similarity over pairs of regions; of cells only',
    of: ({ score, level }) => (level === 'cells' ? score.structure.similarity : null),
  },
  {
    name: 'stage_right',
    unit: '1',
    meaning: 'share of cells whose stage was right; of cells only',
    of: ({ score, level }) => (level === 'cells' ? score.structure.stage : null),
  },
];

/** backtest.csv: two rows for every method, origin and horizon, one for cells and one for regions. */
export function backtestTable({ scores }: BacktestReport): DataTable<ScoreRow> {
  return {
    columns: SCORE_COLUMNS,
    rows: scores.flatMap((score) => [
      { score, level: 'cells' },
      { score, level: 'regions' },
    ]),
  };
}

/** A backtest as plain data: means over all origins and horizons, every score, and the trials of the equation's parts. */
export function backtestData({ scores, trials, window }: BacktestReport): object {
  return {
    window,
    origins: [...new Set(scores.map(({ origin }) => origin))],
    horizons: horizonsOf(scores),
    mean: Object.fromEntries(
      methodsOf(scores).map((method) => {
        const own = of(scores, method);
        const level = (name: 'cells' | 'regions') => ({
          wape: mean(own, (score) => score[name].wape),
          median: mean(own, (score) => score[name].median),
          bias: mean(own, (score) => score[name].bias),
          crps: mean(own, (score) => score[name].bands?.crps ?? null),
          covered50: mean(own, (score) => score[name].bands?.covered50 ?? null),
          covered90: mean(own, (score) => score[name].bands?.covered90 ?? null),
        });
        const similarity = mean(own, ({ structure }) => structure.similarity);
        const stage = mean(own, ({ structure }) => structure.stage);
        return [method, { cells: level('cells'), regions: level('regions'), similarity, stage }];
      }),
    ),
    scores,
    trials: trials.map((trial) => ({ ...trial, verdict: verdict(trial) })),
  };
}

/** The methods that were scored, in order. */
function methodsOf(scores: readonly BacktestScore[]): Method[] {
  const scored = new Set(scores.map(({ method }) => method));
  return METHODS.filter((method) => scored.has(method));
}

function of(scores: readonly BacktestScore[], method: Method, horizon?: number): BacktestScore[] {
  return scores.filter((each) => each.method === method && (horizon === undefined || each.horizon === horizon));
}

function horizonsOf(scores: readonly BacktestScore[]): number[] {
  return [...new Set(scores.map(({ horizon }) => horizon))].sort((a, b) => a - b);
}

/** Mean of what is known; null where nothing is. */
function mean(scores: readonly BacktestScore[], read: (score: BacktestScore) => number | null): number | null {
  const known = scores.map(read).filter((each): each is number => each !== null);
  return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0) / known.length;
}

function spanOf(years: readonly number[]): string {
  return years.length > 1 ? `${Math.min(...years)}–${Math.max(...years)}` : String(years[0]);
}
