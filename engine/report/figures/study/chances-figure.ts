import type { PairedSummary } from '../../../montecarlo/answers/pairs.js';
import { regionsTable } from '../../study/regions-table.js';
import { chance, signed } from '../../study/study-answer.js';
import { columnDecimals, formatFixed, formatSigned } from '../../text/number-format.js';
import { capital, naming, verb } from '../../text/sentence.js';
import type { Figure, Panel } from '../drawing/figure.js';
import { type IntervalRow, intervalPanel } from '../drawing/interval-panel.js';
import type { StudyView } from './study-view.js';

/** Regions whose spread is below this part of the largest are drawn on a scale of their own. */
const SMALL = 0.2;

/** Regions that the sentence names. */
const MOST_NAMED = 4;

/** A region of the figure with its gain. */
interface RegionGain {
  readonly name: string;
  readonly summary: PairedSummary;
}

/** The gain of each region, with its intervals and its probability. */
export function chancesFigure(view: StudyView): Figure | null {
  const { gain, result, shownRegions, last, names, against } = view;
  if (gain.total.probabilitySame.share === 1 || gain.total.count === 0) return null;
  const regions = shownRegions.map((r): RegionGain => ({ name: result.regions[r]!, summary: gain.regions[r]! }));
  const most = Math.max(...regions.map(reach));
  const large = regions.filter((region) => reach(region) >= SMALL * most);
  const small = regions.filter((region) => !large.includes(region));
  const all = result.regions.length > 1 ? [rowOf({ name: 'All regions', summary: gain.total }, true)] : [];
  const main = small.length === 0 ? 'Every region' : 'All regions, and those that change most';
  const panels = [gainsPanel(view, main, [...large.map((region) => rowOf(region)), ...all])];
  if (small.length > 0) {
    panels.push(
      gainsPanel(
        view,
        'The others, on a scale of their own',
        small.map((region) => rowOf(region)),
      ),
    );
  }
  return {
    id: 'chances',
    title: `What ${names[last]} brings each region more than ${against}, and how surely`,
    finding: findingOf(view, regions),
    caption: `Dots are medians of the draws. The line holds 8 of 10 draws (10–90%). Right of zero a region produces more over ${view.from}–${view.to} (discounted) than under ${against} in the same draw. Gains in: the share of draws in which it does.`,
    legend: [],
    panels,
    columns: 2,
    tables: [regionsTable(result)],
  };
}

/** The number of regions that gain nearly surely, and of those of which it is open, in a sentence. */
function findingOf({ result }: StudyView, regions: readonly RegionGain[]): string {
  const share = ({ summary }: RegionGain): number => summary.probabilityBetter!.share ?? Number.NaN;
  const sure = regions.filter((region) => share(region) >= 0.9);
  const open = regions.filter((region) => share(region) > 0.1 && share(region) < 0.9);
  const gaining =
    sure.length === 0
      ? 'No region gains in at least 9 of 10 draws.'
      : naming(
          sure.map(({ name }) => name),
          MOST_NAMED,
          (who) => `${capital(who)} ${verb(sure, 'gain')} in at least 9 of 10 draws.`,
        );
  const whose = regions.length < result.regions.length ? ' that change most' : '';
  const count = open.length === regions.length ? 'all' : `${open.length} of the`;
  return open.length === 0 ? gaining : `${gaining} For ${count} ${regions.length} regions${whose} it is open.`;
}

/** Half the width of the scale that the gain of a region needs. */
function reach({ summary: { p10, p90 } }: RegionGain): number {
  return Math.max(Math.abs(p10 ?? 0), Math.abs(p90 ?? 0));
}

function rowOf({ name, summary }: RegionGain, bold = false): IntervalRow {
  return {
    name,
    middle: summary.p50 ?? 0,
    intervals: [{ name: '10–90%', low: summary.p10 ?? 0, high: summary.p90 ?? 0 }],
    text: chance(summary.probabilityBetter!),
    bold,
  };
}

function gainsPanel({ last, money }: StudyView, title: string, gains: readonly IntervalRow[]): Panel {
  const { unit, of } = money(gains.flatMap(({ intervals }) => intervals.flatMap(({ low, high }) => [low, high])));
  const rows = gains.map((row) => ({
    ...row,
    middle: of(row.middle),
    intervals: row.intervals.map(({ name, low, high }) => ({ name, low: of(low), high: of(high) })),
  }));
  const bounds = rows.flatMap(({ intervals }) => intervals.flatMap(({ low, high }) => [low, high]));
  const decimals = columnDecimals(bounds, 3);
  return intervalPanel({
    title,
    description: rows
      .map(
        ({ name, middle, intervals, text }) =>
          `${name}: median ${signed(middle)}, ${signed(intervals[0]!.low)} to ${signed(intervals[0]!.high)} in 80% of the draws, gains in ${text}`,
      )
      .join('; '),
    xTitle: `discounted output, ${unit}`,
    textTitle: 'gains in',
    rows,
    colour: (paint) => paint.future(last),
    format: (value) => formatSigned(value, decimals),
    tick: formatFixed,
  });
}
