import type { TextMistake } from '../text-mistake.js';

/** A mistake in the arguments of a distribution, and in which of them; arguments count from 0. */
export type ArgumentMistake = TextMistake & { readonly argument: number };

/** A family of distributions; `args` are checked before anything else is called. To add one, write its record here and list it in `distribution.ts`. */
export interface FamilyDefinition {
  /** The way it is written, with optional arguments in brackets. */
  readonly signature: string;
  /** Numbers of arguments it takes; empty for one or more. */
  readonly counts: readonly number[];
  /** The mistake in arguments of the right number, or null. */
  check(args: readonly number[]): ArgumentMistake | null;
  /** The value that a single run uses. */
  centre(args: readonly number[]): number;
  mean(args: readonly number[]): number;
  variance(args: readonly number[]): number;
  support(args: readonly number[]): readonly [number, number];
  cdf(args: readonly number[], x: number): number;
  quantileFunction(args: readonly number[]): (u: number) => number;
}

/**
 * A mistake of arguments in the wrong order.
 *
 * @param right the call with its arguments in order
 * @param rule the order that is right, in words
 */
export function outOfOrder(argument: number, right: string, rule: string, signature: string): ArgumentMistake {
  return { argument, message: `arguments in the wrong order: ${rule}`, hint: `${signature}: write ${right}` };
}

/** The mistake of a mode outside its bounds, or null. */
export function modeMistake(signature: string, [lo, mode, hi]: readonly number[]): ArgumentMistake | null {
  if (lo! <= mode! && mode! <= hi!) return null;
  const sorted = [lo!, mode!, hi!].sort((a, b) => a - b);
  const name = signature.slice(0, signature.indexOf('('));
  return outOfOrder(lo! > mode! ? 1 : 2, `${name}(${sorted.join(', ')})`, 'from the lowest to the highest', signature);
}

/** The nearest number from `lo` to `hi`. */
export function clamp(x: number, lo: number, hi: number): number {
  return Math.max(lo, Math.min(x, hi));
}
