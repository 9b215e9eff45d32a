import { log10, pow } from '../../../exact-math/index.js';
import { formatFixed } from '../../text/number-format.js';

/** Steps of a change: of equal width on both sides of a narrow middle that counts as no change. */
export interface GainScale {
  /** Changes at which a step begins, ascending and above 0, as parts. */
  readonly breaks: readonly [number, number, number];
  /** The step of a change, -3 … 3. */
  step(change: number): number;
  /** A break in percent, without its sign of percent, signed, with as many decimals as it needs. */
  words(value: number): string;
}

/** Part of a step that counts as no change. */
const NOTHING = 0.1;

/**
 * Steps that reach to the largest of some changes: round thirds of it.
 *
 * @example
 * gainScale([0.061, -0.005]).breaks; // → [0.002, 0.02, 0.04]
 * gainScale([0.061, -0.005]).step(-0.005); // → -1
 * gainScale([0.061]).words(0.02); // → '+2'
 */
export function gainScale(changes: Iterable<number>): GainScale {
  let most = 0;
  for (const change of changes) if (Number.isFinite(change)) most = Math.max(most, Math.abs(change));
  const width = most === 0 ? 0.01 : roundBelow(most / 3);
  const breaks = [Number((width * NOTHING).toPrecision(2)), width, Number((2 * width).toPrecision(2))] as const;
  return {
    breaks,
    step: (change) => Math.sign(change) * breaks.filter((least) => Math.abs(change) >= least).length,
    words: (value) => {
      const percent = 100 * value;
      const decimals = Math.max(0, Math.min(8, Math.ceil(-log10(Math.abs(percent)) - 1e-9)));
      return `${value > 0 ? '+' : ''}${formatFixed(percent, decimals)}`;
    },
  };
}

/** The largest of 1, 2 and 5 × 10ⁿ that is not above a number. */
function roundBelow(value: number): number {
  const power = pow(10, Math.floor(log10(value)));
  const digit = [5, 2, 1].find((each) => each * power <= value * (1 + 1e-9)) ?? 1;
  return Number((digit * power).toPrecision(1));
}
