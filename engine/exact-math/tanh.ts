import { expm1 } from './exp.js';

/** From about 19.1 on the hyperbolic tangent is 1 to the last bit. */
const MOST = 20;

/**
 * Hyperbolic tangent, to 3 units in the last place, with the bits of the kernel's function.
 *
 * @example
 * tanh(0.5); // → 0.46211715726
 */
export function tanh(x: number): number {
  const m = expm1(2 * Math.min(Math.abs(x), MOST));
  const size = m / (m + 2);
  return x < 0 || Object.is(x, -0) ? -size : size;
}
