import type { PairedSummary } from '../../../montecarlo/answers/pairs.js';
import { chance, count, signed } from '../../study/study-answer.js';
import { regionsTable, sufficiency } from '../../study/study-tables.js';
import { columnDecimals, formatFixed, formatPercent, formatSigned } from '../../text/number-format.js';
import { listed } from '../../text/sentence.js';
import { numberHeading } from '../../text/text-columns.js';
import type { TextTable } from '../../text/text-table.js';
import type { Figure, Panel } from '../drawing/figure.js';
import { BARS, binsOfRange, histogramPanel } from '../drawing/histogram-panel.js';
import { type IntervalRow, intervalPanel } from '../drawing/interval-panel.js';
import { type LineBand, type LinePanel, linePanel } from '../drawing/line-panel.js';
import type { StudyView } from './study-view.js';

/** Regions whose spread is below this part of the largest are drawn on a scale of their own. */
const SMALL = 0.2;

/** Who gains by region, and how surely. */
export function chancesFigure(view: StudyView): Figure | null {
  const { gain, result, shownRegions, last, names, against, money } = view;
  if (gain.total.probabilitySame.share === 1 || gain.total.count === 0) return null;
  const reach = ({ p05, p95 }: PairedSummary): number => Math.max(Math.abs(p05 ?? 0), Math.abs(p95 ?? 0));
  const regions = shownRegions.map((r) => ({ name: result.regions[r]!, summary: gain.regions[r]! }));
  const most = Math.max(...regions.map(({ summary }) => reach(summary)));
  const large = regions.filter(({ summary }) => reach(summary) >= SMALL * most);
  const small = regions.filter((region) => !large.includes(region));
  const row = (name: string, summary: PairedSummary, bold = false): IntervalRow => ({
    name,
    middle: summary.p50 ?? 0,
    intervals: [
      { name: '5–95%', low: summary.p05 ?? 0, high: summary.p95 ?? 0 },
      { name: '25–75%', low: summary.p25 ?? 0, high: summary.p75 ?? 0 },
    ],
    text: chance(summary.probabilityBetter!),
    bold,
  });
  const panel = (title: string, rows: readonly IntervalRow[]): Panel => {
    const decimals = columnDecimals(
      rows.flatMap(({ intervals }) => intervals.flatMap(({ low, high }) => [low, high])),
      3,
    );
    return intervalPanel({
      title,
      description: rows
        .map(
          ({ name, middle, intervals, text }) =>
            `${name}: median ${signed(middle)}, ${signed(intervals[0]!.low)} to ${signed(intervals[0]!.high)} in 90% of the draws, gains in ${text}`,
        )
        .join('; '),
      xTitle: `discounted output, ${money}`,
      textTitle: 'gains in',
      rows,
      colour: (paint) => paint.future(last),
      format: (value) => formatSigned(value, decimals),
      tick: formatFixed,
    });
  };
  const all = result.regions.length > 1 ? [row('All regions', gain.total, true)] : [];
  const sure = regions.filter(({ summary }) => (summary.probabilityBetter!.share ?? 0) >= 0.9);
  const even = regions.filter(({ summary }) => {
    const share = summary.probabilityBetter!.share ?? Number.NaN;
    return share > 0.1 && share < 0.9;
  });
  return {
    id: 'chances',
    title: `What ${names[last]} brings each region more than ${against}, and how surely`,
    finding: `${sure.length === 0 ? 'No region gains' : `${listed(sure.map(({ name }) => name))} ${sure.length === 1 ? 'gains' : 'gain'}`} in at least 90% of the draws${even.length === 0 ? '' : `; for ${even.length === regions.length ? 'all' : `${even.length} of the`} ${regions.length} regions${regions.length < result.regions.length ? ' that change most' : ''} it is open`}.`,
    caption: `Dots are medians of the draws; the thick line holds the middle half of them (25–75%), the thin one 90% (5–95%). Right of zero a region produces more over ${view.from}–${view.to} (discounted) than under ${against} in the same draw. Gains in: the share of draws in which it does.`,
    legend: [],
    panels: [
      panel(small.length === 0 ? 'Every region' : 'All regions, and those that change most', [
        ...large.map(({ name, summary }) => row(name, summary)),
        ...all,
      ]),
      ...(small.length === 0
        ? []
        : [
            panel(
              'The others, on a scale of their own',
              small.map(({ name, summary }) => row(name, summary)),
            ),
          ]),
    ],
    columns: 2,
    tables: [regionsTable(result)],
  };
}

/** How the headline difference spreads over the draws. */
export function distributionFigure(view: StudyView): Figure | null {
  const { gain, result, names, last, against, money, from, to } = view;
  const { total } = gain;
  if (total.count < 2 || total.standardDeviation === 0) return null;
  const values = result.aligned.filter(Number.isFinite);
  const sorted = Float64Array.from(values).sort();
  const at = (p: number): number => sorted[Math.round(p * (sorted.length - 1))]!;
  const range = [at(0.001), at(0.995)] as const;
  const losing = total.count - total.probabilityBetter!.hits - total.probabilitySame.hits;
  const some = values.length < total.count ? ` The picture shows the first ${count(values.length)} draws.` : '';
  return {
    id: 'distribution',
    title: `How the difference spreads: ${names[last]} less ${against}, discounted output ${from}–${to}`,
    finding: `${losing === 0 ? `In none of ${count(total.count)} draws` : `In ${count(losing)} of ${count(total.count)} draws (${formatPercent(losing / total.count, losing / total.count < 0.01 ? 2 : 1)})`} ${names[last]} brings less than ${against}; the worst tenth of the draws averages ${signed(total.lowestTenth)}, the best ${signed(total.highestTenth)}.`,
    caption: `Each bar counts the draws in which the difference falls there; the outermost hold all that lies beyond.${some} Worst tenth: the mean of the tenth of draws with the least (conditional value at risk).`,
    legend: [
      { name: `${names[last]} brings more`, mark: 'square', colour: (paint) => paint.gain, opacity: 0.8 },
      { name: 'it brings less', mark: 'square', colour: (paint) => paint.loss, opacity: 0.8 },
    ],
    panels: [
      histogramPanel({
        title: `Difference in a draw (${money})`,
        description: `Median ${signed(total.p50)}; 90% of the draws lie from ${signed(total.p05)} to ${signed(total.p95)}; below zero ${count(losing)}.`,
        xTitle: `discounted output, ${money}`,
        values,
        range,
        marks: [
          { name: '5%', value: total.p05! },
          { name: 'median', value: total.p50! },
          { name: '95%', value: total.p95! },
        ],
        format: (value) => formatFixed(value, columnDecimals([...range], 3)),
        tick: formatFixed,
      }),
    ],
    columns: 1,
    tables: [histogramTable(values, range, view)],
  };
}

function histogramTable(
  values: Float64Array,
  range: readonly [number, number],
  { money, names, last, against }: StudyView,
): TextTable {
  const bins = binsOfRange(values, range, BARS);
  const decimals = columnDecimals([bins[0]!.low, bins.at(-1)!.high], 4);
  return {
    title: `Draws by their difference, ${names[last]} less ${against} (${money})`,
    columns: [numberHeading('from'), numberHeading('below'), numberHeading('draws'), numberHeading('share')],
    rows: bins.map(({ low, high, count: draws }, k) => [
      k === 0 ? 'less' : formatFixed(low, decimals),
      k === bins.length - 1 ? 'more' : formatFixed(high, decimals),
      count(draws),
      formatPercent(draws / values.length, 2),
    ]),
  };
}

/** Whether the draws suffice: the headline as it settles. */
export function convergenceFigure(view: StudyView): Figure | null {
  const { gain, result } = view;
  if (gain.total.count < 20 || gain.total.standardDeviation === 0) return null;
  const steps = settle(result.aligned);
  const decimals = columnDecimals(
    steps.map(({ median }) => median),
    4,
  );
  const format = (value: number): string => formatSigned(value, decimals);
  return {
    id: 'convergence',
    title: 'The headline as draws come in',
    finding: sufficiency(result),
    caption: `The median and the probability as they stood after so many draws, with two standard errors to both sides; where the lines have become level, more draws would change nothing that is said here. Of latin hypercube and Sobol draws the errors are mostly smaller than shown.`,
    legend: [],
    panels: [settlingMedian(view, steps, format), settlingChance(view, steps)],
    columns: 2,
    tables: [
      {
        title: 'The headline after so many draws',
        columns: [
          numberHeading('draws'),
          numberHeading('median of the difference'),
          numberHeading('probability better'),
        ],
        rows: steps.map(({ draws, median, share }) => [count(draws), format(median), formatPercent(share, 2)]),
      },
    ],
  };
}

/** The headline as it stood after the first draws. */
interface Step {
  readonly draws: number;
  readonly median: number;
  /** Of the draws in which the later future brings more, with two standard errors to both sides. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** What was known of differences by draw after so many of them. */
function settle(differences: Float64Array): Step[] {
  return settlingCounts(differences.length).map((draws) => {
    const seen = differences.subarray(0, draws).filter(Number.isFinite).sort();
    const share = seen.filter((value) => value > 0).length / seen.length;
    const reach = 2 * Math.sqrt((share * (1 - share)) / seen.length);
    return {
      draws,
      median: middle(seen),
      share,
      low: Math.max(0, share - reach),
      high: Math.min(1, share + reach),
    };
  });
}

function settlingMedian(view: StudyView, steps: readonly Step[], format: (value: number) => string): Panel {
  const { names, last, against, money } = view;
  const { total } = view.gain;
  const medians = steps.map(({ median }) => median);
  const errors = steps.map(({ draws }) => 2 * total.errors.p50! * Math.sqrt(total.count / draws));
  return settlingPanel(
    view,
    steps,
    {
      title: 'Median of the difference',
      yTitle: `${names[last]} less ${against}, ${money}`,
      format,
      tick: formatFixed,
    },
    {
      name: 'median',
      values: medians,
      low: medians.map((value, k) => value - errors[k]!),
      high: medians.map((value, k) => value + errors[k]!),
    },
  );
}

function settlingChance(view: StudyView, steps: readonly Step[]): Panel {
  return settlingPanel(
    view,
    steps,
    {
      title: `Probability that ${view.names[view.last]} brings more`,
      yTitle: 'share of the draws so far',
      reach: [0.5, 1],
      format: (value) => formatPercent(value, 1),
      tick: (value, places) => formatPercent(value, Math.max(0, places - 2)),
    },
    {
      name: 'share',
      values: steps.map(({ share }) => share),
      low: steps.map(({ low }) => low),
      high: steps.map(({ high }) => high),
    },
  );
}

/** A line over the number of draws, in the colour of the last future, with its band. */
function settlingPanel(
  { last }: StudyView,
  steps: readonly Step[],
  words: Pick<LinePanel, 'title' | 'yTitle' | 'reach' | 'format' | 'tick'>,
  line: Omit<LineBand, 'name'> & { readonly name: string; readonly values: readonly number[] },
): Panel {
  const [first, final] = [steps[0]!, steps.at(-1)!];
  const { name, values, low, high } = line;
  return linePanel({
    ...words,
    description: `After ${count(first.draws)} draws ${words.format(values[0]!)}, after ${count(final.draws)} ${words.format(values.at(-1)!)}.`,
    x: steps.map(({ draws }) => draws),
    xTitle: 'draws',
    series: [
      { name, colour: (paint) => paint.future(last), values, bands: [{ name: 'two standard errors', low, high }] },
    ],
    width: 400,
    height: 230,
  });
}

/** Up to 25 counts, evenly spread up to all. */
function settlingCounts(all: number): number[] {
  const steps = Math.min(25, Math.floor(all / 10));
  return Array.from({ length: steps }, (_, k) => Math.round((all * (k + 1)) / steps));
}

function middle(sorted: Float64Array): number {
  const half = (sorted.length - 1) / 2;
  return (sorted[Math.floor(half)]! + sorted[Math.ceil(half)]!) / 2;
}
