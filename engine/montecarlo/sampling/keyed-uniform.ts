import { stream } from '../../values/streams.js';

const ROUNDS = 10;
/** Philox's multiplier, in halves, and the constant by which its key grows. */
const [HIGH, LOW] = [0xd256, 0xd193];
const MULTIPLIER = 0xd256d193;
const WEYL = 0x9e3779b9;

/**
 * The uniform number in (0, 1) of this seed and name in a draw, 32 bits of it.
 *
 * The seed and the name key a counter-based generator of which the draw is the counter: 40 ns a number where a stream
 * of its own would cost 1 µs, which for fifty uncertain numbers is as much as projecting a small case.
 *
 * @example
 * keyedUniform(1, 'rivalry')(4711) === keyedUniform(1, 'rivalry')(4711); // → true
 */
export function keyedUniform(seed: number | string, name: string): (draw: number) => number {
  const { uniform } = stream(seed, 0, `sample ${name}`);
  const [key, block] = [uniform() * 4294967296, uniform() * 4294967296];
  return (draw) => (philox(draw, block, key) + 0.5) / 4294967296;
}

/**
 * First word of Philox2x32 with ten rounds: a bijection of two 32-bit words under a key that passes the strictest test batteries.
 *
 * Source: J. K. Salmon, M. A. Moraes, R. O. Dror & D. E. Shaw 2011, Parallel random numbers: as easy as 1, 2, 3, SC11.
 *
 * @example
 * philox(0, 0, 0).toString(16); // → 'ff1dae59'
 * philox(0x243f6a88, 0x85a308d3, 0x13198a2e).toString(16); // → 'dd7ce038'
 */
export function philox(first: number, second: number, key: number): number {
  let [left, right, k] = [first | 0, second | 0, key | 0];
  for (let round = 0; round < ROUNDS; round++) {
    const [a, b] = [left >>> 16, left & 0xffff];
    const middle = a * LOW + ((b * LOW) >>> 16);
    const high = a * HIGH + Math.floor(middle / 65536) + (((middle % 65536) + b * HIGH) >>> 16);
    const low = Math.imul(left, MULTIPLIER);
    left = high ^ k ^ right;
    right = low;
    k = (k + WEYL) | 0;
  }
  return left >>> 0;
}
