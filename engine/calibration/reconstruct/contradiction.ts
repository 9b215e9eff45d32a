import { findNearest } from './feasibility.js';
import type { Figure, Targets } from './figure.js';
import { compileProblem } from './problem.js';

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
 * being convex, "cannot" means that the search found no table.
 *
 * @param figures exact figures of the targets.
 */
export function findContradiction(targets: Targets, figures: readonly Figure[]): readonly Figure[] | null {
  const miss = createMiss(targets, figures);
  const all = figures.map((_, k) => k);
  const nearest = miss(all);
  if (nearest === null) return null;
  const size = (k: number): number => Math.abs(nearest.residual[k]!);
  const largest = Math.max(...all.map(size));
  const bearing = all.filter((k) => size(k) > BEARS * largest);
  // A part that no longer contradicts was cut too close.
  const suspects = (miss(bearing) === null ? all : bearing).sort((a, b) => size(a) - size(b) || a - b);
  let best = { set: filterByDeletion(suspects, miss), by: 0 };
  best.by = miss(best.set)?.by ?? 0;
  // With many suspects every order takes long, and the first set is small already.
  for (const first of suspects.length > MANY ? [] : suspects) {
    const set = filterByDeletion([first, ...suspects.filter((k) => k !== first)], miss);
    const by = miss(set)?.by ?? 0;
    if (set.length < best.set.length || (set.length === best.set.length && by > best.by)) best = { set, by };
  }
  return figures.filter((_, k) => best.set.includes(k));
}

const MANY = 12;

/** How figures miss at the table nearest to them. */
interface Miss {
  /** Root of the sum of squared residuals. */
  readonly by: number;
  /** By figure, all of them. */
  readonly residual: Float64Array;
}

type FindMiss = (set: readonly number[]) => Miss | null;

/** By what a set of figures misses at best, or null where it holds; remembers what it has found. */
function createMiss(targets: Targets, figures: readonly Figure[]): FindMiss {
  const known = new Map<string, Miss | null>();
  return (set) => {
    const key = [...set].sort((a, b) => a - b).join();
    const found = known.get(key);
    if (found !== undefined) return found;
    const problem = compileProblem(
      targets,
      set.map((k) => figures[k]!),
    );
    const { point, holds } = findNearest(
      problem,
      set.map((_, i) => i),
    );
    const residual = new Float64Array(figures.length);
    set.forEach((k, i) => {
      residual[k] = point.residual[i]!;
    });
    const result = holds ? null : { by: Math.hypot(...point.residual), residual };
    known.set(key, result);
    return result;
  };
}

function filterByDeletion(order: readonly number[], miss: FindMiss): readonly number[] {
  let kept = order;
  for (const figure of order) {
    const others = kept.filter((other) => other !== figure);
    if (miss(others) !== null) kept = others;
  }
  return kept;
}
