import { findRoot } from '../statistics/root.js';
import { type Choices, costAtIntensity, type FixedParts, type FutureSource, fixedParts } from './future.js';

/** The scaling of a future's intensities that makes it cost as much as the cheapest. */
export interface EqualCost {
  /** Factor on the intensity of every scalable policy; 1 where nothing was scaled. */
  readonly factor: number;
  /** Discounted cost before and after. */
  readonly before: number;
  readonly after: number;
  /** False where even without its scalable policies the future costs more, so that no factor exists. */
  readonly possible: boolean;
}

/**
 * Finds for every future the one factor on its intensities at which it costs, discounted, as much as the cheapest future that costs anything.
 *
 * @param choices of each future, besides the factor
 * @param fixed parts of each future at its choices, where the caller has them: nothing but the factor changes
 */
export function equaliseCosts(
  sources: readonly FutureSource[],
  choices: readonly Choices[],
  fixed: readonly FixedParts[] = sources.map((source, k) => fixedParts(source, choices[k])),
): EqualCost[] {
  const costOf = sources.map((source, k) => costAtIntensity(source, choices[k]!, fixed[k]!));
  const costs = costOf.map((cost, k) => cost(choices[k]!.intensity ?? 1));
  const cheapest = Math.min(...costs.filter((cost) => cost > 0));
  return costs.map((before, k): EqualCost => {
    const unchanged = { factor: 1, before, after: before, possible: true };
    if (!(before > cheapest * (1 + 1e-12))) return unchanged;
    if (costOf[k]!(0) > cheapest) return { ...unchanged, possible: false };
    const factor = findRoot((f) => costOf[k]!(f) - cheapest, 0, 1, 1e-12)!;
    return { factor, before, after: costOf[k]!(factor), possible: true };
  });
}
