const LEAST = -1074;
const MOST = 1023;

const POWERS = powersOfTwo();

function powersOfTwo(): Float64Array {
  const powers = new Float64Array(MOST - LEAST + 1);
  powers[-LEAST] = 1;
  for (let n = 1; n <= MOST; n++) powers[n - LEAST] = powers[n - 1 - LEAST]! * 2;
  for (let n = -1; n >= LEAST; n--) powers[n - LEAST] = powers[n + 1 - LEAST]! / 2;
  return powers;
}

/**
 * 2^n of an integer n from −1074 to 1023.
 *
 * @example
 * powerOfTwo(-3); // → 0.125
 */
export function powerOfTwo(n: number): number {
  return POWERS[(n - LEAST) | 0]!;
}

/**
 * x·2^n of an integer n, rounded once: the first of the two factors it is multiplied by leaves normal numbers normal.
 *
 * @example
 * scaled(1.5, -1074); // → 1e-323
 */
export function scaled(x: number, n: number): number {
  const most = Math.max(-2000, Math.min(2000, n));
  const half = Math.floor(most / 2);
  return x * powerOfTwo(half) * powerOfTwo(most - half);
}
