import { hypot } from '../../exact-math/index.js';
import { compileProblem } from '../problem/compile-problem.js';
import type { Figure, Targets } from '../targets/figure.js';
import { findNearest, findNearestOfMany } from './find-nearest.js';

/** Residuals this much smaller than the largest do not bear on the contradiction. */
const BEARS = 1e-3;

/**
 * Finds a set of figures that cannot hold together and of which none can be spared: without any one of them, all the others can.
 * Null where all figures can hold.
 *
 * First the table nearest to all of them: where its residuals vanish, the figures play no part in the contradiction (at a least-squares
 * minimum the residuals are a certificate, as multipliers are in Farkas' lemma). Of the rest, one after another is left out for good if
 * the others still contradict (deletion filter, Chinneck & Dravnieks 1991). Each order may end in another set, so each figure is once
 * left out first; of the sets the smallest is returned, of equally small ones that which misses its figures by most. The problem not
 * being convex, "cannot" means that searches from several starts found no table.
 *
 * @param figures exact figures of the targets.
 */
export function findContradiction(targets: Targets, figures: readonly Figure[]): readonly Figure[] | null {
  const searches = createSearches(targets, figures);
  const all = figures.map((_, k) => k);
  const nearest = searches.miss(all);
  if (nearest === null) return null;
  const size = (k: number): number => Math.abs(nearest.residual[k]!);
  const largest = Math.max(...all.map(size));
  const bySize = [...all].sort((a, b) => size(a) - size(b) || a - b);
  const bearing = bySize.filter((k) => size(k) > BEARS * largest);
  // Where those that bear on it hold without the others, they were cut too close.
  const set = smallestSet(bearing, searches) ?? smallestSet(bySize, searches);
  return set === null ? null : figures.filter((_, k) => set.includes(k));
}

/** The smallest set found among some figures, or null where they hold. */
function smallestSet(suspects: readonly number[], { miss, confirm }: Searches): readonly number[] | null {
  let best: { set: readonly number[]; by: number } | null = null;
  // With many suspects every order takes long, and the first set is small already.
  for (const first of suspects.length > MANY ? suspects.slice(0, 1) : suspects) {
    const order = [first, ...suspects.filter((k) => k !== first)];
    for (;;) {
      const set = filterByDeletion(order, miss);
      if (best !== null && set.length > best.set.length) break;
      const missed = confirm(set);
      if (missed !== null) {
        if (best === null || set.length < best.set.length || missed.by > best.by) best = { set, by: missed.by };
        break;
      }
      if (set.length === order.length) return null;
      // The set holds after all, and is now known to: without it the filter ends elsewhere.
    }
  }
  return best?.set ?? null;
}

const MANY = 12;

/** Misses of figures at the table nearest to them. */
interface Miss {
  /** Root of the sum of squared residuals. */
  readonly by: number;
  /** By figure, all of them. */
  readonly residual: Float64Array;
}

type FindMiss = (set: readonly number[]) => Miss | null;

/** Searches for the smallest miss of a set of figures, null where it holds. */
interface Searches {
  /** From the prior. */
  readonly miss: FindMiss;
  /** From several starts. */
  readonly confirm: FindMiss;
}

/** Searches that remember what they have found; what either has seen to hold is never again said not to. */
function createSearches(targets: Targets, figures: readonly Figure[]): Searches {
  const known = new Map<string, Miss | null>();
  const confirmed = new Set<string>();
  const search = (set: readonly number[], find: typeof findNearest): Miss | null => {
    const problem = compileProblem(
      targets,
      set.map((k) => figures[k]!),
    );
    const { point, holds } = find(
      problem,
      set.map((_, i) => i),
    );
    if (holds) return null;
    const residual = new Float64Array(figures.length);
    set.forEach((k, i) => {
      residual[k] = point.residual[i]!;
    });
    return { by: hypot(...point.residual), residual };
  };
  const keyOf = (set: readonly number[]): string => [...set].sort((a, b) => a - b).join();
  return {
    miss: (set) => {
      const key = keyOf(set);
      const found = known.get(key);
      if (found !== undefined) return found;
      const result = search(set, findNearest);
      known.set(key, result);
      return result;
    },
    confirm: (set) => {
      const key = keyOf(set);
      const found = known.get(key);
      if (found === null || (found !== undefined && confirmed.has(key))) return found;
      const result = search(set, findNearestOfMany);
      known.set(key, result);
      confirmed.add(key);
      return result;
    },
  };
}

/** Leaves out one figure after another where the others still contradict. */
function filterByDeletion(order: readonly number[], miss: FindMiss): readonly number[] {
  let kept = order;
  for (const figure of order) {
    const others = kept.filter((other) => other !== figure);
    if (miss(others) !== null) kept = others;
  }
  return kept;
}
