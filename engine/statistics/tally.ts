/**
 * Counts of numbers in bins whose width is at most 2⁻¹¹ of the numbers in them, which makes quantiles of any number of draws
 * in bounded memory, the same ones in whatever order numbers and tallies come together.
 *
 * A bin holds the numbers that share sign, exponent and the first eleven bits of the mantissa: the linear bins within powers
 * of two of G. Tene's HdrHistogram, with the relative error of C. Masson, J. E. Rim & H. K. Lee 2019, DDSketch, PVLDB 12.
 */
export interface Tally {
  /** By sign and exponent, the counts of the 2,048 bins there; present where a number fell. */
  readonly pages: Map<number, Uint32Array>;
  /** Zeros, and numbers too small to have all their bits. */
  zeros: number;
}

/** Largest error of a quantile of a {@link Tally}, relative to its size. */
export const TALLY_ERROR = 2 ** -11;

const PAGE = 2048;
const SMALLEST = 2 ** -1022;
const scratch = new DataView(new ArrayBuffer(8));

export function emptyTally(): Tally {
  return { pages: new Map(), zeros: 0 };
}

/** Counts a finite number. */
export function tallyValue(tally: Tally, value: number): void {
  if (Math.abs(value) < SMALLEST) {
    tally.zeros++;
    return;
  }
  scratch.setFloat64(0, value);
  const high = scratch.getUint32(0);
  const key = high >>> 20;
  let page = tally.pages.get(key);
  if (page === undefined) {
    page = new Uint32Array(PAGE);
    tally.pages.set(key, page);
  }
  page[(high >>> 9) & (PAGE - 1)]!++;
}

/** Adds the counts of another tally. */
export function mergeTally(into: Tally, from: Tally): void {
  into.zeros += from.zeros;
  for (const [key, counts] of from.pages) {
    const page = into.pages.get(key);
    if (page === undefined) into.pages.set(key, counts.slice());
    else
      counts.forEach((count, k) => {
        page[k]! += count;
      });
  }
}

/** Bins that hold something, from the smallest numbers to the largest: their ends and how many numbers are up to and in them. */
export interface Bins {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly upTo: Float64Array;
}

export function binsOf(tally: Tally): Bins {
  const low: number[] = [];
  const high: number[] = [];
  const upTo: number[] = [];
  let seen = 0;
  const add = (from: number, to: number, count: number) => {
    low.push(from);
    high.push(to);
    seen += count;
    upTo.push(seen);
  };
  const keys = [...tally.pages.keys()];
  for (const key of keys.filter((k) => k >= PAGE).sort((a, b) => b - a)) {
    const page = tally.pages.get(key)!;
    for (let k = PAGE - 1; k >= 0; k--) if (page[k]! > 0) add(edge(key, k + 1), edge(key, k), page[k]!);
  }
  if (tally.zeros > 0) add(0, 0, tally.zeros);
  for (const key of keys.filter((k) => k < PAGE).sort((a, b) => a - b)) {
    const page = tally.pages.get(key)!;
    for (let k = 0; k < PAGE; k++) if (page[k]! > 0) add(edge(key, k), edge(key, k + 1), page[k]!);
  }
  return { low: Float64Array.from(low), high: Float64Array.from(high), upTo: Float64Array.from(upTo) };
}

/** The end of a bin that is nearer to 0; that of the bin after a page's last begins the next power of two. */
function edge(key: number, bin: number): number {
  scratch.setUint32(0, key * 2 ** 20 + bin * 2 ** 9);
  scratch.setUint32(4, 0);
  const value = scratch.getFloat64(0);
  return Number.isFinite(value) ? value : Math.sign(value) * Number.MAX_VALUE;
}
