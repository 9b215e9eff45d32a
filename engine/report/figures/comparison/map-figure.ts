import type { Future } from '../../../compare/future.js';
import { extendNetwork } from '../../../plan/links.js';
import { formatNumber, formatSignedPercent } from '../../text/number-format.js';
import { middleSize } from '../../text/table-money.js';
import { numberHeading } from '../../text/text-columns.js';
import type { TextTable } from '../../text/text-table.js';
import type { Figure } from '../drawing/figure.js';
import type { MapLink } from '../map/map-drawing.js';
import { mapFigure } from '../map/map-figure.js';
import type { LayOutMap } from '../map/map-layout.js';
import { outputOf, trendOf } from './output-change.js';
import type { View } from './view.js';

/**
 * The map of a comparison: output of each region under the last future against the first, or against no policy where there is only one.
 *
 * @param layOut by which it is laid out, where the caller keeps layouts
 */
export function comparisonMap(view: View, layOut?: LayOutMap): Figure | null {
  const { regions, names, years, shown, comparison } = view;
  const last = names.length - 1;
  const against = last === 0 ? 'no policy' : names[0]!;
  const base = (r: number, y: number): number => (last === 0 ? trendOf(view, 0, r, y) : outputOf(view, 0, r, y));
  const change = (r: number, y: number): number => {
    const before = base(r, y);
    return before === 0 ? 0 : outputOf(view, last, r, y) / before - 1;
  };
  const slider = shown.sliderYears;
  const future = comparison.futures[last]!;
  const final = years.length - 1;
  return mapFigure({
    id: 'map',
    title: `Who gains: output in ${years.at(-1)}, ${names[last]} compared with ${against}`,
    panelTitle: `Output, ${names[last]} compared with ${against}`,
    finding: mostAndLeast(
      regions,
      regions.map((_, r) => change(r, final)),
      years.at(-1)!,
      `${names[last]} compared with ${against}`,
    ),
    economy: future.economy,
    ...(layOut && { layOut }),
    changes: regions.map((_, r) => slider.map((y) => change(r, y))),
    output: regions.map((_, r) => slider.map((y) => outputOf(view, last, r, y))),
    links: mapLinks(future, slider),
    what: `output, ${names[last]} compared with ${against}`,
    less: `less than ${against}`,
    more: `more than ${against}`,
    first: [...shown.pair],
    years: slider.map((y) => years[y]!),
    table: tableOf(view, against, base, change),
  });
}

/** Links of a future's network, with the years in which its policies change them, for rows of years. */
export function mapLinks({ economy, scenario, compiled }: Future, rows: readonly number[]): MapLink[] {
  if (economy.network === null) return [];
  const effects = compiled.policies
    .flatMap((policy) => policy.effects())
    .flatMap((effect) => (effect.lever === 'distance' ? [effect] : []));
  const links = effects.length === 0 ? economy.network.links : extendNetwork(economy, scenario.policies)!.network.links;
  return links.flatMap(({ from, to, mode }, link): MapLink[] => {
    const changed = rows.map((y) =>
      effects.some((effect) => effect.link === link && effect.amount * effect.profile[y]! > 0),
    );
    // A link that a policy builds is drawn where it ever is.
    if (link >= economy.network!.links.length && !changed.includes(true)) return [];
    return [{ from, to, rail: /rail|train|metro|maglev/i.test(mode), changed }];
  });
}

/** The regions that gain and lose most, in a sentence. */
export function mostAndLeast(names: readonly string[], changes: readonly number[], year: number, what: string): string {
  const ranked = names.map((name, r) => ({ name, change: changes[r]! })).sort((a, b) => b.change - a.change);
  const [most, least] = [ranked[0]!, ranked.at(-1)!];
  const told = ({ name, change }: { name: string; change: number }): string =>
    `${name} (${formatSignedPercent(change)})`;
  if (most.change <= 0 && least.change >= 0) return `No region’s output differs in ${year}, ${what}`;
  if (least.change >= 0) return `No region loses by ${year}, ${what}; ${told(most)} gains most`;
  if (most.change <= 0) return `No region gains by ${year}, ${what}; ${told(least)} loses most`;
  return `${told(most)} gains most by ${year}, ${told(least)} loses most, ${what}`;
}

function tableOf(
  view: View,
  against: string,
  base: (r: number, y: number) => number,
  change: (r: number, y: number) => number,
): TextTable {
  const { regions, names, years, money } = view;
  const last = years.length - 1;
  const { unit, of } = money(middleSize(regions.map((_, r) => base(r, last))));
  return {
    title: `Output of each region in ${years[last]} (${unit})`,
    columns: [{ heading: 'region' }, numberHeading(against), numberHeading(names.at(-1)!), numberHeading('change')],
    rows: regions.map((name, r) => [
      name,
      formatNumber(of(base(r, last))),
      formatNumber(of(outputOf(view, names.length - 1, r, last))),
      formatSignedPercent(change(r, last), 2),
    ]),
  };
}
