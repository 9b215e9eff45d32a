import { findRoot } from '../statistics/root.js';
import type { PreparedFuture } from './prepared-future.js';

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

/** Finds for every future the one factor on its intensities at which it costs, discounted, as much as the cheapest future that costs anything. */
export function equaliseCosts(futures: readonly Pick<PreparedFuture, 'cost'>[]): EqualCost[] {
  const costs = futures.map((future) => future.cost(1));
  const cheapest = Math.min(...costs.filter((cost) => cost > 0));
  return costs.map((before, k): EqualCost => {
    const unchanged = { factor: 1, before, after: before, possible: true };
    if (!(before > cheapest * (1 + 1e-12))) return unchanged;
    const future = futures[k]!;
    if (future.cost(0) > cheapest) return { ...unchanged, possible: false };
    const factor = findRoot((f) => future.cost(f) - cheapest, 0, 1, 1e-12)!;
    return { factor, before, after: future.cost(factor), possible: true };
  });
}
