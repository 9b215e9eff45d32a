import { BASELINES } from '../../../calibration/backtest/baselines.js';
import type { Method } from '../../../calibration/backtest/forecasts.js';
import { nearer, rangedError } from '../../calibration/backtest-answer.js';
import { type BacktestReport, horizonsOf, mean, methodsOf, scoresOf } from '../../calibration/backtest-report.js';
import { horizonTable, levelTable } from '../../calibration/backtest-text.js';
import { backtestVerdict } from '../../calibration/backtest-verdict.js';
import { METHOD_WORDS } from '../../calibration/method-words.js';
import { formatPercent } from '../../text/number-format.js';
import { capital } from '../../text/sentence.js';
import { barPanel } from '../drawing/bar-panel.js';
import type { Paint } from '../drawing/colours.js';
import type { Figure } from '../drawing/figure.js';
import { linePanel } from '../drawing/line-panel.js';

const PROJECTION: Method = 'tandem';

/** Mean errors of the projection and of every simple rule, the least first. */
export function methodsFigure(report: BacktestReport): Figure {
  const { rule } = backtestVerdict(report.scores);
  const { years, of } = nearer(report, rule);
  const shown = ([PROJECTION, ...BASELINES] satisfies Method[])
    .map((method) => ({ method, error: rangedError(report, method) }))
    .toSorted((a, b) => a.error.middle - b.error.middle);
  const ranged = of > 1;
  const range = shown[0]!.error.most ? '8 of 10 starting years' : 'all starting years';
  return {
    id: 'methods',
    title: 'How far off, beside simple rules',
    finding: `The projection was nearer than the best of ${BASELINES.length} simple rules from ${years} of ${of} starting years.`,
    caption: `Error of cells: all misses added up, as a part of what came. It is the mean over all starting years and years ahead.${ranged ? ` The thin line holds ${range}.` : ''} Each rule uses only what was known when it started.`,
    legend: [],
    panels: [
      barPanel({
        title: '',
        description: shown.map(({ method, error }) => `${METHOD_WORDS[method]} ${percent(error.middle)}`).join('; '),
        xTitle: 'mean error of cells, %',
        bars: shown.map(({ method, error: { middle, low, high } }) => ({
          name: capital(METHOD_WORDS[method]),
          from: 0,
          to: 100 * middle,
          text: percent(middle),
          colour: (paint: Paint) => (method === PROJECTION ? paint.future(1) : paint.noPolicy),
          ...(ranged ? { interval: [100 * low, 100 * high] as const } : {}),
          bold: method === PROJECTION,
        })),
        width: 430,
      }),
    ],
    columns: 1,
    tables: [horizonTable(report), levelTable(report)],
  };
}

/** Errors of the projection, of the best simple rule and of no change by years ahead; null with one horizon. */
export function horizonsFigure(report: BacktestReport): Figure | null {
  const horizons = horizonsOf(report.scores);
  if (horizons.length < 2) return null;
  const { rule } = backtestVerdict(report.scores);
  const methods = [...new Set<Method>([PROJECTION, rule, 'no change'])].filter((method) =>
    methodsOf(report.scores).includes(method),
  );
  const colours = [
    (paint: Paint) => paint.future(1),
    (paint: Paint) => paint.future(0),
    (paint: Paint) => paint.noPolicy,
  ];
  const series = methods.map((method, k) => ({
    name: capital(METHOD_WORDS[method]),
    colour: colours[k]!,
    dashed: k === methods.length - 1 && k > 0,
    values: horizons.map((horizon) => mean(scoresOf(report.scores, method, horizon), ({ cells }) => 100 * cells.wape)),
  }));
  const own = series[0]!.values;
  return {
    id: 'horizons',
    title: 'The further ahead, the further off',
    finding: `${horizons[0] === 1 ? 'One year' : `${horizons[0]} years`} ahead it misses by ${percent(own[0]! / 100)}, ${horizons.at(-1)} years ahead by ${percent(own.at(-1)! / 100)}.`,
    caption: 'Error of cells by years ahead, mean over all starting years.',
    legend: series.map(({ name, colour, dashed }) => ({ name, colour, mark: dashed ? 'dashed' : 'line' })),
    panels: [
      linePanel({
        title: '',
        description: series
          .map(({ name, values }) => `${name}: ${percent(values[0]! / 100)} to ${percent(values.at(-1)! / 100)}`)
          .join('; '),
        x: horizons,
        xTitle: 'years ahead',
        yTitle: 'error of cells, %',
        series,
        reach: [0],
        format: (value) => percent(value / 100),
        width: 430,
        height: 260,
      }),
    ],
    columns: 1,
    tables: [],
  };
}

function percent(value: number): string {
  return formatPercent(value, 1);
}
