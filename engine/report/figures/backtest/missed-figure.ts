import { mostMissed, type PlaceLevel, type PlaceScore, placeScores } from '../../calibration/backtest-places.js';
import type { BacktestReport } from '../../calibration/backtest-report.js';
import { formatPercent, formatSigned } from '../../text/number-format.js';
import { listed } from '../../text/sentence.js';
import { type CellColumn, numberHeading, tabulate } from '../../text/text-columns.js';
import { barPanel } from '../drawing/bar-panel.js';
import type { Figure, Panel } from '../drawing/figure.js';

/** Places that are drawn, those that were missed most. */
const MOST = 12;

/** A place with its error. */
type Missed = PlaceScore & { readonly error: number };

/** Regions and industries by how far the projection missed them; null where nothing came. */
export function missedFigure(report: BacktestReport): Figure | null {
  const [regions, industries] = (['regions', 'industries'] as const).map((level) =>
    mostMissed(placeScores(report, level)),
  ) as [Missed[], Missed[]];
  const levels = [regions, industries].filter((some) => some.length > 0);
  if (levels.length === 0) return null;
  const worst = levels.map(([first]) => `${first!.name} (${percent(first!.error)})`);
  const best = levels.map((some) => `${some.at(-1)!.name} (${percent(some.at(-1)!.error)})`);
  return {
    id: 'missed',
    title: 'Where it missed most',
    finding: `It missed most in ${listed(worst)}. It came nearest in ${listed(best)}.`,
    caption: `Misses of each region or industry as a whole, as a part of what came. All starting years and years ahead count. ${levels.some((some) => some.length > MOST) ? `The ${MOST} largest misses are drawn. ` : ''}Too much, too little: which way it mostly missed.`,
    legend: [
      { name: 'mostly too much', mark: 'square', colour: (paint) => paint.future(0) },
      { name: 'mostly too little', mark: 'square', colour: (paint) => paint.future(1) },
    ],
    panels: [
      ...(regions.length > 0 ? [panelOf('Regions', regions)] : []),
      ...(industries.length > 0 ? [panelOf('Industries', industries)] : []),
    ],
    columns: 2,
    tables: (['regions', 'industries'] as const).map((level) => tableOf(report, level)),
  };
}

function panelOf(title: string, missed: readonly Missed[]): Panel {
  const shown = missed.slice(0, MOST);
  return barPanel({
    title,
    description: shown
      .map(({ name, error, bias }) => `${name} ${percent(error)}, mostly too ${(bias ?? 0) > 0 ? 'much' : 'little'}`)
      .join('; '),
    xTitle: 'mean error, %',
    bars: shown.map(({ name, error, bias }) => ({
      name,
      from: 0,
      to: 100 * error,
      text: percent(error),
      colour: (paint) => paint.future((bias ?? 0) > 0 ? 0 : 1),
    })),
    width: 430,
  });
}

const COLUMNS: readonly CellColumn<PlaceScore>[] = [
  { heading: '', cell: ({ name }) => name },
  { ...numberHeading('error', '%'), cell: ({ error }) => formatPercent(error, 1, '') },
  { ...numberHeading('bias', '%'), cell: ({ bias }) => (bias === null ? '' : formatSigned(100 * bias, 1)) },
  { ...numberHeading('held by the 80% band', '%'), cell: ({ covered80 }) => formatPercent(covered80, 0, '') },
];

function tableOf(report: BacktestReport, level: PlaceLevel) {
  return {
    title: `Error of the projection for all ${level}, over all starting years and years ahead`,
    ...tabulate(COLUMNS, placeScores(report, level)),
    notes: ['Bias: errors with their sign, above 0 where too much was projected.'],
  };
}

function percent(value: number): string {
  return formatPercent(value, 1);
}
