/** Gives an array of zeros: where the arrays of a plan and its projection come from. */
export type Arrays = (length: number) => Float64Array;

/** New arrays, which whoever asked may keep. */
export const freshArrays: Arrays = (length) => new Float64Array(length);

/** Arrays that are used again and again, so that a thousand draws need no more memory than one. */
export interface ReusedArrays {
  readonly take: Arrays;
  /** Takes all arrays back: whatever was computed with them is overwritten from now on. */
  release(): void;
}

/**
 * Arrays for work that is done many times over and keeps nothing: each draw of a study asks for about a megabyte in hundreds of
 * arrays, and giving them anew would keep the collector of garbage busy on the core that the next worker needs.
 *
 * @example
 * const arrays = reusedArrays();
 * const first = arrays.take(3);
 * arrays.release();
 * arrays.take(3) === first; // → true
 */
export function reusedArrays(): ReusedArrays {
  const pools = new Map<number, { readonly arrays: Float64Array[]; taken: number }>();
  return {
    take(length) {
      let pool = pools.get(length);
      if (pool === undefined) {
        pool = { arrays: [], taken: 0 };
        pools.set(length, pool);
      }
      const known = pool.arrays[pool.taken++];
      if (known !== undefined) return known.fill(0);
      const fresh = new Float64Array(length);
      pool.arrays.push(fresh);
      return fresh;
    },
    release() {
      for (const pool of pools.values()) pool.taken = 0;
    },
  };
}
