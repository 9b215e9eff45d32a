/**
 * Scrambles a number whose 32 bits stand in reverse order (the most significant is bit 0) as nested uniform scrambling
 * does: each bit is flipped or not as a hash of the key and of all more significant bits says. Points of a digital net
 * stay one, and each of them becomes uniform.
 *
 * Source: A. B. Owen 1995, Randomly permuted (t,m,s)-nets; by hash: S. Laine & T. Karras 2011 and B. Burley 2020, Practical
 * hash-based Owen scrambling, Journal of Computer Graphics Techniques 9(4); the constants are N. Vegdahl's of 2021,
 * Building a better LK hash, found by search for even flips.
 *
 * @example
 * const scramble = (x) => reverseBits(owenScramble(reverseBits(x), 12345));
 * scramble(0x40000000) >>> 31 === scramble(0x7fffffff) >>> 31; // → true
 */
export function owenScramble(reversed: number, key: number): number {
  let x = reversed;
  x ^= Math.imul(x, 0x3d20adea);
  x = (x + key) | 0;
  x = Math.imul(x, (key >>> 16) | 1);
  x ^= Math.imul(x, 0x05526c56);
  x ^= Math.imul(x, 0x53a22864);
  return x;
}

/**
 * The 32 bits of a whole number in reverse order, as a number from 0.
 *
 * @example
 * reverseBits(1); // → 2147483648
 */
export function reverseBits(word: number): number {
  let x = word;
  x = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1);
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2);
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4);
  x = ((x >>> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8);
  return ((x >>> 16) | (x << 16)) >>> 0;
}
