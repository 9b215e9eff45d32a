import { count, signed } from '../../study/study-answer.js';
import { signedMoney } from '../../text/money.js';
import { columnDecimals, formatFixed, formatPercent } from '../../text/number-format.js';
import { numberHeading } from '../../text/text-columns.js';
import type { TextTable } from '../../text/text-table.js';
import type { Figure } from '../drawing/figure.js';
import { BARS, binsOfRange, histogramPanel } from '../drawing/histogram-panel.js';
import type { StudyView } from './study-view.js';

/** The distribution of the headline difference over the draws. */
export function distributionFigure(view: StudyView): Figure | null {
  const { gain, result, names, last, against, money, from, to } = view;
  const { total } = gain;
  const { currency } = result.study.futures[0]!.economy;
  if (total.count < 2 || total.standardDeviation === 0) return null;
  const { unit, of } = money([total.p10, total.p90]);
  const values = result.aligned.filter(Number.isFinite).map((value) => of(value));
  const sorted = Float64Array.from(values).sort();
  const at = (p: number): number => sorted[Math.round(p * (sorted.length - 1))]!;
  const range = [at(0.001), at(0.995)] as const;
  const losing = total.count - total.probabilityBetter!.hits - total.probabilitySame.hits;
  const some = values.length < total.count ? ` The picture shows the first ${count(values.length)} draws.` : '';
  return {
    id: 'distribution',
    title: `How the difference spreads: ${names[last]} less ${against}, discounted output ${from}–${to}`,
    finding: `${losing === 0 ? `In none of ${count(total.count)} draws` : `In ${count(losing)} of ${count(total.count)} draws (${formatPercent(losing / total.count, losing / total.count < 0.01 ? 2 : 1)})`} ${names[last]} brings less than ${against}. The worst tenth of the draws averages ${signedMoney(total.lowestTenth, currency)}, the best ${signedMoney(total.highestTenth, currency)}.`,
    caption: `Each bar counts the draws in which the difference falls there. The outermost hold all that lies beyond.${some} Worst tenth: the mean of the tenth of draws with the least (conditional value at risk).`,
    legend: [
      { name: `${names[last]} brings more`, mark: 'square', colour: (paint) => paint.gain, opacity: 0.8 },
      { name: 'it brings less', mark: 'square', colour: (paint) => paint.loss, opacity: 0.8 },
    ],
    panels: [
      histogramPanel({
        title: `Difference in a draw (${unit})`,
        description: `Median ${signed(of(total.p50))}. 80% of the draws lie from ${signed(of(total.p10))} to ${signed(of(total.p90))}. Below zero: ${count(losing)}.`,
        xTitle: `discounted output, ${unit}`,
        values,
        range,
        marks: [
          { name: '10%', value: of(total.p10!) },
          { name: 'median', value: of(total.p50!) },
          { name: '90%', value: of(total.p90!) },
        ],
        format: (value) => formatFixed(value, columnDecimals([...range], 3)),
        tick: formatFixed,
      }),
    ],
    columns: 1,
    tables: [histogramTable(values, range, view, unit)],
  };
}

function histogramTable(
  values: Float64Array,
  range: readonly [number, number],
  { names, last, against }: StudyView,
  unit: string,
): TextTable {
  const bins = binsOfRange(values, range, BARS);
  const decimals = columnDecimals([bins[0]!.low, bins.at(-1)!.high], 4);
  return {
    title: `Draws by their difference, ${names[last]} less ${against} (${unit})`,
    columns: [numberHeading('from'), numberHeading('below'), numberHeading('draws'), numberHeading('share')],
    rows: bins.map(({ low, high, count: draws }, k) => [
      k === 0 ? 'less' : formatFixed(low, decimals),
      k === bins.length - 1 ? 'more' : formatFixed(high, decimals),
      count(draws),
      formatPercent(draws / values.length, 2),
    ]),
  };
}
