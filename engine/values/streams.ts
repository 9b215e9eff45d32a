import alea from 'seedrandom/lib/alea.js';
import { zigguratNormal } from './ziggurat.js';

/** A source of random numbers that depends on nothing but its seed, draw and name. */
export interface Stream {
  /** The next number, uniform in (0, 1), never 0 or 1. */
  readonly uniform: () => number;
  /** The next standard normal number. */
  readonly normal: () => number;
  /** Fills an array, or the part of it from `from` up to `to`, with standard normal numbers, as so many calls of `normal`. */
  readonly fillNormals: (target: Float64Array, from?: number, to?: number) => void;
}

/** Half of the generator's step of 2⁻³², so that 0 cannot occur. */
const HALF_STEP = 2 ** -33;

/**
 * The stream of random numbers with this name in this draw of a study. Streams with the same key give the same numbers,
 * whatever else was created before, so that a draw can be replayed alone and a new stream changes no other.
 *
 * Generator: J. Baagøe's Alea as in seedrandom, period about 2¹¹⁶, 32 bits a number.
 *
 * @param seed of the study; 1 and '1' are the same
 * @param draw a whole number from 0
 *
 * @example
 * stream(1, 4711, 'noise').uniform() === stream('1', 4711, 'noise').uniform(); // → true
 */
export function stream(seed: number | string, draw: number, name: string): Stream {
  const next = alea(shortKey(draw, `${seed}\0${name}`));
  const normal = zigguratNormal(next);
  return {
    uniform: () => next() + HALF_STEP,
    normal,
    fillNormals(target, from = 0, to = target.length) {
      for (let k = from; k < to; k++) target[k] = normal();
    },
  };
}

/**
 * The draw and a 64-bit hash of the rest in eight characters: Alea stirs its key three times, character by character,
 * and a name spelled out costs four times as much as everything else. The draw comes first, to be stirred longest.
 */
function shortKey(draw: number, rest: string): string {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let k = 0; k < rest.length; k++) {
    const code = rest.charCodeAt(k);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
    b ^= b >>> 13;
  }
  const high = Math.floor(draw / 4294967296);
  return String.fromCharCode(draw, draw >>> 16, high, high >>> 16, a, a >>> 16, b, b >>> 16);
}
