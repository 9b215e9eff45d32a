/** Names with their figures in the same cells, years in order. */
export interface Figures {
  readonly names: readonly string[];
  readonly codes: readonly string[];
  readonly rows: readonly Float64Array[];
}

/** Some names that a name nearly adds up to. */
export interface NearSum {
  readonly whole: number;
  readonly parts: readonly number[];
  /** Distance of the parts from the whole, as a part of it; above 0 where they are more. */
  readonly off: number;
  /** True where the figures follow the sum closely enough to take it for one. */
  readonly sure: boolean;
}

/** The largest distance of the parts from the whole in each third of the years: without a hint, and where name or code hint at a sum. Judgement. */
const LEVEL = 0.05;
const HINTED_LEVEL = 0.1;
/** The make-up of a whole must be so much nearer to that of its parts together than to that of any other name. Judgement. */
const NEARER = 0.33;
/** The largest difference of its shares of the cells, all together. Judgement. */
const UNLIKE = 0.02;
/** Levels agree by chance where fewer parts are added up. */
const FEWEST_PARTS_TO_SAY = 3;

/**
 * Finds names that nearly are the sum of others, as where volumes are chain-linked or a part is not published: of all others, of those whose codes begin
 * with its own, of those that stand right after or before it, or of those that are suspected. Levels alone agree by chance (a capital as large as the rest), so the make-up over the
 * cells must be nearer to the sum's than to any one's; where it is not, the largest of all is said to be as large as the others, and no more.
 *
 * @param left the names to look at, in the order of the table.
 * @param suspected parts that regression makes of a name.
 * @param hinted whether its name says of a name that it may be a sum.
 */
export function nearSums(
  figures: Figures,
  left: readonly number[],
  suspected: ReadonlyMap<number, readonly number[]>,
  hinted: (name: number) => boolean,
): NearSum[] {
  const { rows } = figures;
  const size = rows.map((row) => row.reduce((sum, value) => sum + value, 0));
  const usable = left.filter((k) => size[k]! > 0 && !rows[k]!.some((value) => Number.isNaN(value)));
  const found: NearSum[] = [];
  const open = new Set(usable);
  const ascending = [...usable].sort((a, b) => size[a]! - size[b]!);
  for (const whole of ascending) {
    const others = usable.filter((k) => open.has(k) && k !== whole);
    const near = [...groupsFor(figures, whole, others, usable, size), suspected.get(whole) ?? []]
      .filter((parts) => parts.length >= 2 && parts.every((part) => open.has(part)))
      .map((parts) => judge(figures, whole, parts, others, hinted(whole)))
      .find((each) => each?.sure);
    if (near === undefined || near === null) continue;
    found.push(near);
    open.delete(whole);
  }
  const largest = ascending.at(-1);
  if (largest === undefined || !open.has(largest)) return found;
  const others = usable.filter((k) => open.has(k) && k !== largest);
  const near = others.length < 2 ? null : judge(figures, largest, others, others, hinted(largest));
  if (near !== null && (near.sure || others.length >= FEWEST_PARTS_TO_SAY)) found.push(near);
  return found;
}

/** Groups of names that may be the parts of another: by code, and in the order of the table. */
function groupsFor(
  { codes }: Figures,
  whole: number,
  others: readonly number[],
  order: readonly number[],
  size: readonly number[],
): number[][] {
  const code = codes[whole]!;
  const below = code === '' ? [] : others.filter((k) => codes[k] !== code && codes[k]!.startsWith(code));
  const runs: { parts: number[]; miss: number }[] = [];
  const kept = new Set(others);
  const at = order.indexOf(whole);
  for (const side of [order.slice(at + 1), order.slice(0, at).reverse()]) {
    const run: number[] = [];
    let total = 0;
    for (const k of side.filter((each) => kept.has(each))) {
      run.push(k);
      total += size[k]!;
      if (total > size[whole]! * (1 + LEVEL)) break;
      if (total >= size[whole]! * (1 - LEVEL)) runs.push({ parts: [...run], miss: Math.abs(total - size[whole]!) });
    }
  }
  return [[...others], below, ...runs.sort((a, b) => a.miss - b.miss).map(({ parts }) => parts)];
}

function judge(
  { rows, codes }: Figures,
  whole: number,
  parts: readonly number[],
  others: readonly number[],
  named: boolean,
): NearSum | null {
  const row = rows[whole]!;
  const sum = new Float64Array(row.length);
  for (const part of parts) for (let c = 0; c < sum.length; c++) sum[c]! += rows[part]![c]!;
  const coded = codes[whole] !== '' && parts.every((part) => codes[part]!.startsWith(codes[whole]!));
  const hinted = named || coded;
  const slack = hinted ? HINTED_LEVEL : LEVEL;
  const third = Math.ceil(row.length / 3);
  for (let from = 0; from < row.length; from += third) {
    const [own, theirs] = [row, sum].map((each) => total(each.subarray(from, from + third)));
    if (!(Math.abs(theirs! - own!) <= slack * own!)) return null;
  }
  const distance = unlikeness(row, sum);
  const nearest = Math.min(...others.map((other) => unlikeness(row, rows[other]!)));
  // Where all have the same make-up, as in made tables of constant growth, it tells nothing.
  if (nearest < 1e-6) return null;
  const sure = hinted ? distance < nearest : distance < Math.min(UNLIKE, nearest * NEARER);
  return { whole, parts: [...parts].sort((a, b) => a - b), off: total(sum) / total(row) - 1, sure };
}

function total(row: Float64Array): number {
  return row.reduce((sum, value) => sum + value, 0);
}

/** The difference of the shares of the cells in the whole: 0 where they are the same, 2 at most. */
function unlikeness(a: Float64Array, b: Float64Array): number {
  const [all, whole] = [total(a), total(b)];
  let sum = 0;
  for (let c = 0; c < a.length; c++) sum += Math.abs(a[c]! / all - b[c]! / whole);
  return sum;
}
