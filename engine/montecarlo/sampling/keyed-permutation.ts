import { stream } from '../../values/streams.js';

/** Permutations up to this length are kept as a table: the network below takes not all orders of few places equally often. */
const SHUFFLED_UP_TO = 4096;

const ROUNDS = 8;

/**
 * A permutation of 0 … count − 1 that depends on seed and name. A long one is computed place by place, so that nothing of
 * the size of a study is kept.
 *
 * Short ones are shuffled (Fisher & Yates). Long ones are an unbalanced Feistel network over the next power of two, walked
 * along its cycle until it falls below `count`, which takes less than two steps on average: J. Black & P. Rogaway 2002,
 * Ciphers with arbitrary finite domains, CT-RSA; the round function is the finaliser of MurmurHash3.
 *
 * @param count from 1, at most 2³²
 *
 * @example
 * const place = keyedPermutation(5, 1, 'rivalry');
 * [0, 1, 2, 3, 4].map(place).sort(); // → [0, 1, 2, 3, 4]
 */
export function keyedPermutation(count: number, seed: number | string, name: string): (index: number) => number {
  const { uniform } = stream(seed, 0, `permutation ${name}`);
  return count <= SHUFFLED_UP_TO ? shuffled(count, uniform) : network(count, uniform);
}

function shuffled(count: number, uniform: () => number): (index: number) => number {
  const places = Uint16Array.from({ length: count }, (_, k) => k);
  for (let k = count - 1; k > 0; k--) {
    const other = Math.floor(uniform() * (k + 1));
    const place = places[k]!;
    places[k] = places[other]!;
    places[other] = place;
  }
  return (index) => places[index]!;
}

function network(count: number, uniform: () => number): (index: number) => number {
  const keys = Int32Array.from({ length: ROUNDS }, () => uniform() * 4294967296);
  const bits = 32 - Math.clz32(count - 1);
  const half = bits >> 1;

  return (index) => {
    let place = index;
    do {
      let [leftBits, rightBits] = [half, bits - half];
      let left = place >>> rightBits;
      let right = place & mask(rightBits);
      for (let round = 0; round < ROUNDS; round++) {
        const mixed = (left ^ finalise(right ^ keys[round]!)) & mask(leftBits);
        left = right;
        right = mixed;
        [leftBits, rightBits] = [rightBits, leftBits];
      }
      place = ((left << rightBits) | right) >>> 0;
    } while (place >= count);
    return place;
  };
}

function mask(bits: number): number {
  return (1 << bits) - 1;
}

/** Spreads every bit of a word over all of its bits. */
function finalise(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
