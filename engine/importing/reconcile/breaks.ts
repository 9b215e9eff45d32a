import { log } from '../../exact-math/index.js';
import type { ReconcileContext, View } from './view.js';

/** A total that grows or falls by more than this factor in a year is named as a possible break. Judgement. */
const BREAK = 1.5;
/** Series below this part of the whole jump for many reasons. Judgement. */
const SMALL = 0.002;

interface Jump {
  readonly text: string;
  /** Log growth a year. */
  readonly size: number;
}

/** Names jumps that look like a change of definition; nothing is mended, because a jump may be real. */
export function sayBreaks({ panel, guesses }: ReconcileContext, view: View): void {
  const [R, I] = [view.regions.length, view.industries.length];
  const whole = totals(view, 1, () => 0);
  const years = view.years.map((y) => panel.years[y]!);
  const found = [
    ...jumps(whole, ['the sum of everything'], whole, years),
    ...jumps(
      totals(view, I, (cell) => cell % I),
      view.industries.map((i) => panel.industries.names[i]!),
      whole,
      years,
    ),
    ...jumps(
      totals(view, R, (cell) => Math.floor(cell / I) % R),
      view.regions.map((r) => panel.regions.names[r]!),
      whole,
      years,
    ),
  ];
  if (found.length === 0) return;
  found.sort((a, b) => b.size - a.size);
  const shown = found.slice(0, 4).map(({ text }) => text);
  const more = found.length > 4 ? `; … (${found.length} in all)` : '';
  guesses.note(
    `jumps that may be breaks in the series rather than growth, left as they are (--years keeps one side): ${shown.join('; ')}${more}`,
  );
}

/** Sums of the cells of each year by the number that `pick` gives them. */
function totals(
  { years, regions, industries, values }: View,
  count: number,
  pick: (cell: number) => number,
): Float64Array[] {
  const sums = years.map(() => new Float64Array(count));
  const size = regions.length * industries.length;
  for (let cell = 0; cell < values.length; cell++) sums[Math.floor(cell / size)]![pick(cell)]! += values[cell]!;
  return sums;
}

/** Jumps between one year and the next, of series that matter in the whole. */
function jumps(
  sums: readonly Float64Array[],
  names: readonly string[],
  whole: readonly Float64Array[],
  years: readonly number[],
): Jump[] {
  const found: Jump[] = [];
  for (let y = 1; y < sums.length; y++) {
    for (let k = 0; k < names.length; k++) {
      const [a, b] = [sums[y - 1]![k]!, sums[y]![k]!];
      if (!(a > 0 && b > 0) || Math.max(a / whole[y - 1]![0]!, b / whole[y]![0]!) < SMALL) continue;
      const size = Math.abs(log(b / a)) / (years[y]! - years[y - 1]!);
      if (size <= log(BREAK)) continue;
      found.push({ text: `${names[k]} ${years[y - 1]}–${years[y]} (× ${(b / a).toPrecision(2)})`, size });
    }
  }
  return found;
}
