import { describe, expect, it } from 'vitest';
import { placedDirections, SOBOL_PLACES } from '../../../engine/montecarlo/sampling/direction-numbers.js';
import { owenScramble, reverseBits } from '../../../engine/montecarlo/sampling/owen-scramble.js';

/** Point k of the unscrambled sequence, in the order of the bits of k. */
function point(k: number, place: number): number {
  return placedDirections(place).reduce((x, v, bit) => ((k >>> bit) & 1 ? (x ^ v) >>> 0 : x), 0) / 2 ** 32;
}

describe('The direction numbers of Joe and Kuo', () => {
  it('give the first points that Joe and Kuo print for three dimensions', () => {
    // Joe & Kuo, Notes on generating Sobol′ sequences (2008); there in Gray code order 0, 1, 3, 2, 6, 7, 5, 4.
    const printed = [
      [0, 0, 0],
      [0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25],
      [0.25, 0.75, 0.75],
      [0.375, 0.375, 0.625],
      [0.875, 0.875, 0.125],
      [0.625, 0.125, 0.875],
      [0.125, 0.625, 0.375],
    ];
    expect([0, 1, 3, 2, 6, 7, 5, 4].map((k) => [0, 1, 2].map((place) => point(k, place)))).toEqual(printed);
  });

  it('are those of rows 4, 10, 100 and 512 of new-joe-kuo-6.21201', () => {
    const initial = (place: number, degree: number) =>
      [...placedDirections(place).slice(0, degree)].map((v, k) => v / 2 ** (31 - k));
    expect(initial(3, 3)).toEqual([1, 3, 1]);
    expect(initial(9, 5)).toEqual([1, 1, 7, 11, 19]);
    expect(initial(99, ROW_100.length)).toEqual(ROW_100);
    expect(initial(511, ROW_512.length)).toEqual(ROW_512);
  });

  it('are odd numbers over powers of two, so that every place alone is stratified', () => {
    for (let place = 0; place < SOBOL_PLACES; place++) {
      placedDirections(place).forEach((v, k) => {
        expect((v / 2 ** (31 - k)) % 2).toBe(1);
      });
    }
  });

  it('differ between any two places (property A of Sobol for pairs)', () => {
    const keys = Array.from({ length: SOBOL_PLACES }, (_, place) => placedDirections(place).join());
    expect(new Set(keys).size).toBe(SOBOL_PLACES);
  });
});

describe('Owen scrambling', () => {
  const scramble = (x: number, key: number) => reverseBits(owenScramble(reverseBits(x), key));

  it('keeps common leading bits common and separates numbers where they first differ', () => {
    for (let key = 1; key < 200; key++) {
      for (let k = 0; k < 32; k++) {
        const x = Math.imul(key, 0x9e3779b1) >>> 0;
        const y = (x ^ (1 << (31 - k))) >>> 0;
        expect(Math.clz32(scramble(x, key * 7919) ^ scramble(y, key * 7919))).toBe(k);
      }
    }
  });

  it('flips each of the first bits for about half of the keys', () => {
    const flips = new Array<number>(12).fill(0);
    for (let key = 0; key < 4000; key++) {
      const flipped = scramble(0x5a5a5a5a, Math.imul(key, 0x9e3779b1) ^ 0x1234567) ^ 0x5a5a5a5a;
      for (let k = 0; k < 12; k++) flips[k]! += (flipped >>> (31 - k)) & 1;
    }
    for (const n of flips) expect(Math.abs(n - 2000)).toBeLessThan(4.5 * Math.sqrt(1000));
  });

  it('is its own inverse in the reversal of bits', () => {
    for (const x of [0, 1, 2 ** 31, 2 ** 32 - 1, 0xdeadbeef]) expect(reverseBits(reverseBits(x))).toBe(x);
  });
});

const ROW_100 = [1, 1, 5, 5, 11, 5, 45, 117, 217];
const ROW_512 = [1, 1, 1, 1, 25, 9, 23, 225, 385, 629, 603, 3747, 4241];
