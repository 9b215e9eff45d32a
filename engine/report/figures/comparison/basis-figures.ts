import type { LaterAnswer } from '../../../montecarlo/answers/belief-answer.js';
import { policyKind } from '../../../policies/index.js';
import { carriedThrough, underBeliefs } from '../../comparison/answer-basis.js';
import { comparisonTables } from '../../comparison/comparison-tables.js';
import { signedMoney } from '../../text/money.js';
import { columnDecimals, formatFixed, formatSigned, NO_NUMBER } from '../../text/number-format.js';
import { capital } from '../../text/sentence.js';
import { barPanel } from '../drawing/bar-panel.js';
import type { Figure } from '../drawing/figure.js';
import { intervalPanel } from '../drawing/interval-panel.js';
import { differenceWords, moneyTitle, type View } from './view.js';

/** The difference between two futures under each belief: bands of draws, and the share of draws that bring more. */
export function beliefsFigure(view: View): Figure | null {
  const { beliefs } = view;
  if (beliefs === null) return null;
  const belief = ({ median, p10, p90 }: LaterAnswer) => [median, p10, p90];
  const scaled = view.money(beliefs.flatMap(({ later }) => belief(later.at(-1)!)));
  const rows = beliefs.map(({ id, later }) => {
    const { better } = later.at(-1)!;
    const [median, p10, p90] = belief(later.at(-1)!).map((value) => scaled.of(value)) as (number | null)[];
    const intervals = [{ name: '10–90%', low: p10 ?? 0, high: p90 ?? 0 }];
    const text = better.share === null ? NO_NUMBER : `${(10 * better.share).toFixed(1)} of 10`;
    return { name: id, middle: median ?? 0, intervals, text, bold: id === beliefs[0]!.id };
  });
  const decimals = columnDecimals(rows.flatMap(({ intervals }) => intervals.flatMap(({ low, high }) => [low, high])));
  const last = beliefs[0]!.later.length - 1;
  return {
    id: 'beliefs',
    title: `Under other assumptions: ${differenceWords(view)}`,
    finding: capital(`${underBeliefs(beliefs, last)}.`),
    caption:
      'Each row asks the same question under other assumptions, with the same draws of chance. The dot is the median. The line holds 8 of 10 draws. At the right stands in how many of ten draws more is brought.',
    legend: [],
    panels: [
      intervalPanel({
        title: 'As written, and under each belief',
        description: rows
          .map(({ name, middle, text }) => `${name}: median ${formatSigned(middle, decimals)}, more in ${text} draws`)
          .join('; '),
        xTitle: moneyTitle(scaled),
        textTitle: 'brings more in',
        rows,
        colour: (paint) => paint.future(view.names.length - 1),
        format: (value) => formatSigned(value, decimals),
        tick: formatFixed,
        width: 440,
      }),
    ],
    columns: 1,
    tables: [comparisonTables(view).beliefs!],
  };
}

/** The difference between two futures, and what of it goes through each kind of policy. */
export function kindsFigure(view: View): Figure | null {
  const { kinds } = view;
  if (kinds === null || kinds.kinds.length === 0) return null;
  const ordered = kinds.kinds.toSorted((a, b) => Math.abs(b.carried) - Math.abs(a.carried));
  const sums = [kinds.total, ...ordered.map(({ carried }) => carried)];
  const scaled = view.money(sums);
  const decimals = columnDecimals(sums.map(scaled.of));
  const text = (value: number): string => formatSigned(value, decimals);
  const bars = ordered.map(({ kind, carried }) => ({
    name: policyKind(kind)?.title ?? kind,
    from: 0,
    to: scaled.of(carried),
    text: text(scaled.of(carried)),
  }));
  const { currency } = view.comparison.futures[0]!.economy;
  const through = carriedThrough(kinds, currency);
  return {
    id: 'kinds',
    title: `What carries the answer: ${differenceWords(view)}`,
    finding:
      through === ''
        ? 'No kind of policy carries the difference alone.'
        : `One run at central values gives ${signedMoney(kinds.total, currency)}. ${through}`,
    caption:
      'One kind of policy at a time is left out of both futures, at equal cost. Each bar is what that takes from the difference. Bars need not add up to the whole, since policies help or hinder each other.',
    legend: [],
    panels: [
      barPanel({
        title: 'What goes through each kind of policy',
        description: bars.map((bar) => `${bar.name} ${bar.text}`).join('; '),
        xTitle: moneyTitle(scaled),
        bars,
        width: 440,
      }),
    ],
    columns: 1,
    tables: [comparisonTables(view).kinds!],
  };
}
