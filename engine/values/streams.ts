import alea from 'seedrandom/lib/alea.js';

/** A source of random numbers that depends on nothing but its seed, draw and name. */
export interface Stream {
  /** The next number, uniform in (0, 1), never 0 or 1. */
  readonly uniform: () => number;
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
  const next = alea(streamKey(seed, draw, name));
  return { uniform: () => next() + HALF_STEP };
}

/** The place of Alea at the beginning of a stream, for whoever continues it by other means. */
export interface StreamState {
  readonly s0: number;
  readonly s1: number;
  readonly s2: number;
  readonly c: number;
}

/** The state in which the stream of the same key begins. */
export function streamState(seed: number | string, draw: number, name: string): StreamState {
  return alea(streamKey(seed, draw, name), { state: true }).state();
}

/**
 * The draw and a 64-bit hash of the rest in eight characters: Alea stirs its key three times, character by character,
 * and a name spelled out costs four times as much as everything else. The draw comes first, to be stirred longest.
 */
function streamKey(seed: number | string, draw: number, name: string): string {
  const rest = `${seed}\0${name}`;
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
