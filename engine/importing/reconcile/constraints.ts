import type { Panel } from '../recognise/panel.js';
import type { AxisName, Doubt } from './doubt.js';
import type { View } from './view.js';

/** A published total: a name that is left out, and the kept names that add up to it. */
export interface PublishedTotal {
  readonly axis: AxisName;
  readonly name: string;
  /** Its number in the panel. */
  readonly whole: number;
  /** Places of its parts in the view's list of regions or industries. */
  readonly parts: readonly number[];
}

/** A total of one year and one name of the other axis, with the cells of the view that add up to it. */
export interface Constraint {
  /** The published figure. */
  readonly published: number;
  /** Cells of the view. */
  readonly cells: readonly number[];
  /** Place of the name of the other axis in the view, and of the year. */
  readonly other: number;
  readonly year: number;
}

/**
 * Totals among the names that are left out whose parts are all kept, or are sums of kept names themselves. Those that the user leaves out are no
 * totals: that is how a disagreement is accepted.
 */
export function publishedTotals(
  panel: Panel,
  view: View,
  doubts: readonly Doubt[],
  dropped: ReadonlySet<string>,
): PublishedTotal[] {
  const byName = new Map(doubts.map((doubt) => [`${doubt.axis} ${doubt.name}`, doubt]));
  return doubts.flatMap((doubt): PublishedTotal[] => {
    const { axis, name, parts, drop } = doubt;
    if (parts.length === 0 || !drop.includes(name) || !dropped.has(name)) return [];
    const names = axis === 'region' ? panel.regions.names : panel.industries.names;
    const kept = axis === 'region' ? view.regions : view.industries;
    const expand = (each: string, depth: number): number[] | null => {
      const place = kept.indexOf(names.indexOf(each));
      if (place >= 0) return [place];
      const own = byName.get(`${axis} ${each}`);
      if (own === undefined || own.parts.length === 0 || depth > 20) return null;
      const below = own.parts.map((part) => expand(part, depth + 1));
      return below.includes(null) ? null : below.flatMap((part) => part!);
    };
    const leaves = parts.map((part) => expand(part, 0));
    if (leaves.includes(null)) return [];
    return [{ axis, name, whole: names.indexOf(name), parts: [...new Set(leaves.flatMap((leaf) => leaf!))] }];
  });
}

/** The published figures of a total, each with the cells that add up to it. */
export function constraintsOf(panel: Panel, view: View, { axis, whole, parts }: PublishedTotal): Constraint[] {
  const [R, I] = [panel.regions.names.length, panel.industries.names.length];
  const [ownR, ownI] = [view.regions.length, view.industries.length];
  const others = axis === 'region' ? view.industries : view.regions;
  const found: Constraint[] = [];
  view.years.forEach((y, year) => {
    others.forEach((o, other) => {
      const published = panel.values[axis === 'region' ? (y * R + whole) * I + o : (y * R + o) * I + whole]!;
      if (Number.isNaN(published)) return;
      const cells = parts.map((part) =>
        axis === 'region' ? (year * ownR + part) * ownI + other : (year * ownR + other) * ownI + part,
      );
      found.push({ published, cells, other, year });
    });
  });
  return found;
}
