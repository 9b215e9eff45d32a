import type { Belief } from '../../statistics/belief.js';
import { distributionCentre, distributionStandardDeviation } from '../../values/distribution.js';
import { parseQuantity } from '../../values/quantity.js';

/**
 * The belief that a default expresses: its central value, and the standard deviation of its distribution.
 *
 * @example
 * beliefOf('uniform(0, 1)').value; // → 0.5
 */
export function beliefOf(written: number | string): Belief {
  const parsed = parseQuantity(written, { yearly: false });
  if (!('quantity' in parsed) || parsed.quantity.kind === 'expression') throw new Error(`no plain number: ${written}`);
  const { quantity } = parsed;
  return quantity.kind === 'constant'
    ? { value: quantity.value, sd: 0 }
    : { value: distributionCentre(quantity), sd: distributionStandardDeviation(quantity) };
}
