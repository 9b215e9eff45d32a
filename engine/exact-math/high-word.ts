/** Where a number's bits are read; nothing stays here from one call to the next. */
const NUMBER = new Float64Array([1]);
const WORDS = new Int32Array(NUMBER.buffer);
/** The place of the upper word: of 1 only that one is not 0. */
const HIGH = WORDS[1] === 0 ? 0 : 1;

/**
 * The upper 32 bits of a number: sign, exponent and the first 20 bits of the mantissa.
 *
 * @example
 * highWord(1); // → 0x3ff00000
 */
export function highWord(x: number): number {
  NUMBER[0] = x;
  return WORDS[HIGH]!;
}
