import { distance } from 'fastest-levenshtein';
import { type GuessList, optionText } from '../read/guess.js';
import { foldName } from './fold-name.js';
import { type AxisKey, mergeNames } from './merge-names.js';
import type { Panel } from './panel.js';

/**
 * Names of one thing spelled in two ways become one, where one has figures only where the other has none. Those that both have figures are
 * kept apart and named.
 */
export function mergeTwins(panel: Panel, guesses: GuessList): Panel {
  return (['regions', 'industries'] as const).reduce((merged, axis) => mergeAxis(merged, axis, guesses), panel);
}

function mergeAxis(panel: Panel, axis: AxisKey, guesses: GuessList): Panel {
  const { names, codes } = panel[axis];
  const groups = new Map<string, number[]>();
  names.forEach((name, k) => {
    const folded = foldName(name);
    groups.set(folded, [...(groups.get(folded) ?? []), k]);
  });
  if (groups.size === names.length) return panel;
  const present = presence(panel, axis);
  const merged = [...groups.values()].flatMap((group) => {
    const shown = group.map((k) => `"${names[k]}"`).join(', ');
    if (group.length > 1 && group.some((a, g) => group.slice(g + 1).some((b) => overlap(present, a, b)))) {
      guesses.note(`names that differ only in spelling, kept apart because both have figures: ${shown}`, {
        howSure: 'open',
      });
      return group.map((k) => [k]);
    }
    if (group.length > 1)
      guesses.reading('names', `${shown} are one, spelled in two ways`, {
        option: optionText('--drop', names[group[1]!]!),
      });
    return [group];
  });
  if (merged.length === names.length) return panel;
  // The plainest spelling: without blanks that pad, dashes of typography, zeros in front.
  const plain = (k: number) => names[k]!.length + (/[\u0080-\uffff]/.test(names[k]!.replace(/\p{L}/gu, '')) ? 0.5 : 0);
  const plainest = (group: readonly number[]) => [...group].sort((a, b) => plain(a) - plain(b))[0]!;
  return mergeNames(
    panel,
    axis,
    merged.map((group) => {
      const named = plainest(group);
      return { name: names[named]!, code: codes[named]!, from: group.map((number) => ({ number, weight: 1 })) };
    }),
    'either',
  );
}

/** A pair of names of which one may be the other renamed. */
export interface Renamed {
  readonly axis: AxisKey;
  readonly before: string;
  readonly after: string;
  /** The last year of one and the first of the other. */
  readonly last: number;
  readonly first: number;
  /** True where the names are alike, too, or fill each other's gaps year by year. */
  readonly alike: boolean;
}

/**
 * Pairs of names that may be one thing renamed: one has no figures from the year on in which the other begins, or names that are nearly the same
 * fill each other's gaps.
 */
export function findRenamed(panel: Panel): Renamed[] {
  return (['regions', 'industries'] as const).flatMap((axis) => renamedOn(panel, axis));
}

/** Spellings are compared among this many names with gaps; more make a sparse table. */
const MOST_COMPARED = 300;

function renamedOn(panel: Panel, axis: AxisKey): Renamed[] {
  const { names } = panel[axis];
  const { years } = panel;
  const present = presence(panel, axis);
  const spans = names.map((_, k) => ({
    k,
    first: present.years[k]!.indexOf(1),
    last: present.years[k]!.lastIndexOf(1),
    gaps: present.years[k]!.includes(0),
  }));
  const partial = spans.filter(({ gaps, first }) => gaps && first >= 0);
  const found: Renamed[] = [];
  for (const a of partial) {
    for (const b of partial) {
      if (a === b) continue;
      const follows = a.last + 1 === b.first && a.first === 0 && b.last === years.length - 1;
      const alike =
        partial.length <= MOST_COMPARED &&
        nearlyAlike(names[a.k]!, names[b.k]!) &&
        a.k < b.k &&
        !overlap(present, a.k, b.k);
      if (!follows && !alike) continue;
      if (follows && found.some(({ before, after }) => before === names[b.k] && after === names[a.k])) continue;
      found.push({
        axis,
        before: names[a.k]!,
        after: names[b.k]!,
        last: years[a.last]!,
        first: years[b.first]!,
        alike,
      });
    }
  }
  return found;
}

/** Years and cells in which each name has figures. */
interface Presence {
  /** By name, 1 for years with a figure. */
  readonly years: readonly Uint8Array[];
  /** By name, 1 for cells (other axis × years) with a figure. */
  readonly cells: readonly Uint8Array[];
}

function presence(panel: Panel, axis: AxisKey): Presence {
  const [R, I, Y] = [panel.regions.names.length, panel.industries.names.length, panel.years.length];
  const [own, others] = axis === 'regions' ? [R, I] : [I, R];
  const years = Array.from({ length: own }, () => new Uint8Array(Y));
  const cells = Array.from({ length: own }, () => new Uint8Array(others * Y));
  for (let cell = 0; cell < panel.values.length; cell++) {
    if (Number.isNaN(panel.values[cell]!)) continue;
    const [y, r, i] = [Math.floor(cell / (R * I)), Math.floor(cell / I) % R, cell % I];
    const [k, other] = axis === 'regions' ? [r, i] : [i, r];
    years[k]![y] = 1;
    cells[k]![y * others + other] = 1;
  }
  return { years, cells };
}

/** True where in some cell both names have a figure. */
function overlap({ cells }: Presence, a: number, b: number): boolean {
  return cells[a]!.some((each, cell) => each === 1 && cells[b]![cell] === 1);
}

/** True where names differ by a letter or two, or by an addition at the end. */
function nearlyAlike(a: string, b: string): boolean {
  const [x, y] = [foldName(a), foldName(b)].sort((p, q) => p.length - q.length) as [string, string];
  if (x.length < 4 || /\d/.test(x + y)) return false;
  const stripped = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');
  if (stripped(x) === stripped(y)) return true;
  if (y.startsWith(`${x} `) || y.startsWith(`${x}(`)) return true;
  return distance(x, y) <= (x.length >= 8 ? 2 : 1);
}
