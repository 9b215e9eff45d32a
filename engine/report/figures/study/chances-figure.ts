import type { PairedSummary } from '../../../montecarlo/answers/pairs.js';
import { regionsTable } from '../../study/regions-table.js';
import { chance, signed } from '../../study/study-answer.js';
import { columnDecimals, formatFixed, formatSigned } from '../../text/number-format.js';
import { listed } from '../../text/sentence.js';
import type { Figure, Panel } from '../drawing/figure.js';
import { type IntervalRow, intervalPanel } from '../drawing/interval-panel.js';
import type { StudyView } from './study-view.js';

/** Regions whose spread is below this part of the largest are drawn on a scale of their own. */
const SMALL = 0.2;

/** The gain of each region, with its intervals and its probability. */
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
