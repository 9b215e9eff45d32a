import { comparisonTables } from '../../comparison/comparison-tables.js';
import { signedMoney } from '../../text/money.js';
import { columnDecimals, formatSigned } from '../../text/number-format.js';
import { type Bar, barPanel } from '../drawing/bar-panel.js';
import type { Figure } from '../drawing/figure.js';
import { differenceWords, moneyTitle, type View } from './view.js';

/** The gain of each policy alone, and of all only together. */
export function attributionFigure(view: View): Figure | null {
  const { attribution } = view;
  if (attribution === null || attribution.contributions.length === 0) return null;
  const { contributions, interaction, total } = attribution;
  const sums = [total, ...contributions.map(({ alone }) => alone)];
  const scaled = view.money(sums);
  const { of } = scaled;
  const decimals = columnDecimals(sums.map(of));
  const text = (value: number): string => formatSigned(value, decimals);
  let at = 0;
  const bars: Bar[] = [
    ...contributions.map(({ policy, alone }) => ({ name: policy, value: of(alone) })),
    { name: 'interaction', value: of(interaction) },
  ].map(({ name, value }) => {
    const from = at;
    at += value;
    return { name, from, to: at, text: text(value) };
  });
  const later = view.names.length - 1;
  const all: Bar = {
    name: 'all together',
    from: 0,
    to: of(total),
    text: text(of(total)),
    colour: (paint) => paint.future(later),
    bold: true,
  };
  return {
    id: 'attribution',
    title: `Through which way: ${differenceWords(view)}`,
    finding: attributionFinding(attribution, (value) => signedMoney(value, view.currency)),
    caption:
      'Each bar is what one policy brings when it is the only one, put end to end. Interaction is what is gained or lost because they meet: shared limits, the same capacity, waste. The last bar is the whole.',
    legend: [],
    panels: [
      barPanel({
        title: 'Each policy alone, their interaction, and all together',
        description: [...bars, all].map((bar) => `${bar.name} ${bar.text}`).join('; '),
        xTitle: moneyTitle(scaled),
        bars: [...bars, all],
        linked: true,
        width: 430,
      }),
    ],
    columns: 1,
    tables: [comparisonTables(view).attribution!],
  };
}

/** A sentence that names the policy that brings most and tells if policies help or hinder each other; of a single policy its gain alone. */
function attributionFinding(
  { contributions, interaction, total }: NonNullable<View['attribution']>,
  text: (value: number) => string,
): string {
  const most = contributions.reduce((best, each) => (each.alone > best.alone ? each : best));
  if (contributions.length === 1) return `${most.policy} is the only policy and brings ${text(total)}.`;
  const first =
    most.alone > 0
      ? `${most.policy} brings most when it is the only policy (${text(most.alone)})`
      : `No policy brings more when it is the only one (${most.policy} ${text(most.alone)})`;
  const met = /[1-9]/.test(text(interaction))
    ? `${interaction < 0 ? 'less' : 'more'} than the sum of each alone (${text(interaction)})`
    : 'the sum of each alone';
  return `${first}. All together bring ${text(total)}: ${met}.`;
}
