import { furthestHeld } from '../../calibration/backtest-answer.js';
import { type BacktestReport, horizonsOf, mean, scoresOf } from '../../calibration/backtest-report.js';
import { bandTable } from '../../calibration/backtest-text.js';
import { backtestVerdict, heldWords } from '../../calibration/backtest-verdict.js';
import { formatPercent } from '../../text/number-format.js';
import type { Figure } from '../drawing/figure.js';
import { type LineSeries, linePanel } from '../drawing/line-panel.js';

/** Part of what came that lay in the bands, by years ahead; null without bands. */
export function coverageFigure(report: BacktestReport): Figure | null {
  const { held } = backtestVerdict(report.scores);
  if (held === null) return null;
  const horizons = horizonsOf(report.scores);
  const own = (level: 'cells' | 'regions') =>
    horizons.map((horizon) => {
      const part = mean(scoresOf(report.scores, 'tandem', horizon), (score) => score[level].bands?.covered80 ?? null);
      return part === null ? null : 100 * part;
    });
  const series: LineSeries[] = [
    { name: 'cells', colour: (paint) => paint.future(1), values: own('cells') },
    { name: 'regions', colour: (paint) => paint.future(0), values: own('regions') },
    { name: 'as promised', colour: (paint) => paint.noPolicy, dashed: true, values: horizons.map(() => 80) },
  ];
  return {
    id: 'coverage',
    title: 'How often the bands held what came',
    finding: `Of 80% bands, those of cells held ${percent(held.cells)}, ${heldWords(held.cells)}. Those of regions held ${percent(held.regions)}, ${heldWords(held.regions)}.${furthestHeld(
      report,
      held,
    )
      .map((told) => ` ${told}`)
      .join('')}`,
    caption:
      'Part of what came that lay in the 80% band, by years ahead. Below the dashed line bands are too narrow, above it too wide.',
    legend: series.map(({ name, colour, dashed }) => ({ name, colour, mark: dashed === true ? 'dashed' : 'line' })),
    panels: [
      linePanel({
        title: '',
        description: series
          .map(
            ({ name, values }) =>
              `${name}: ${percent((values[0] ?? 0) / 100)} to ${percent((values.at(-1) ?? 0) / 100)}`,
          )
          .join('; '),
        x: horizons,
        xTitle: 'years ahead',
        yTitle: 'held by the 80% band, %',
        series,
        reach: [0, 100],
        format: (value) => percent(value / 100),
        width: 430,
        height: 260,
      }),
    ],
    columns: 1,
    tables: [bandTable(report)],
  };
}

function percent(value: number): string {
  return formatPercent(value, 0);
}
