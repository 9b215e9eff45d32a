import { counted } from '../read/counted.js';
import type { ComparedTotal } from './compare-totals.js';
import { originNumber } from './complete-panel.js';
import { growthBetween } from './missing.js';
import type { ReconcileContext, View } from './view.js';

/** Rounds of scaling after which what is left of the differences is rounding. */
const ROUNDS = 200;

/** Gaps that add up to what is left of a published total. */
interface Residual {
  readonly cells: readonly number[];
  readonly left: number;
}

/**
 * Fills gaps from published totals: a single gap in a sum is the total less the rest; several are scaled in turn, row by row and column by column (iterative
 * proportional fitting), from what the years beside them and the make-up of the others make likely, until they add up to every total. All are marked as estimates.
 * Totals that do not agree with their parts elsewhere fill nothing.
 */
export function fillFromTotals(
  { panel, guesses }: ReconcileContext,
  view: View,
  totals: readonly ComparedTotal[],
): void {
  const residuals = totals.filter(({ agrees }) => agrees).flatMap((total) => residualsOf(view, total));
  if (residuals.length === 0) return;
  const guess = new Map<number, number>();
  const years = view.years.map((y) => panel.years[y]!);
  for (const { cells } of residuals)
    for (const cell of cells) if (!guess.has(cell)) guess.set(cell, likely(view, years, cell));
  for (let round = 0; round < ROUNDS; round++) {
    let change = 0;
    for (const { cells, left } of residuals) {
      const sum = cells.reduce((all, cell) => all + guess.get(cell)!, 0);
      for (const cell of cells) {
        const value = sum > 0 ? (guess.get(cell)! * left) / sum : left / cells.length;
        change = Math.max(change, Math.abs(value - guess.get(cell)!) / Math.max(left, 1e-300));
        guess.set(cell, value);
      }
    }
    if (change < 1e-9) break;
  }
  const filled = originNumber('residual');
  for (const [cell, value] of guess) {
    view.values[cell] = Number(value.toPrecision(10));
    view.origins[cell] = filled;
  }
  const single = new Set(residuals.flatMap(({ cells }) => (cells.length === 1 ? cells : []))).size;
  guesses.note(
    `${counted(guess.size, 'missing figure', 'missing figures')} filled from published totals, status estimated: ${single} as the total less the rest, ${guess.size - single} shared out among several`,
    { about: 'missing', option: '--missing zero' },
  );
}

/** The rest of each figure of a total for the cells that are missing in it. */
function residualsOf(view: View, { constraints }: ComparedTotal): Residual[] {
  return constraints.flatMap(({ cells, published }): Residual[] => {
    const missing = cells.filter((cell) => Number.isNaN(view.values[cell]!));
    if (missing.length === 0) return [];
    const known = cells.reduce((sum, cell) => sum + (Number.isNaN(view.values[cell]!) ? 0 : view.values[cell]!), 0);
    const left = published - known;
    // A rest below 1e-9 of the total is rounding of the subtraction, and so zero.
    return [{ cells: missing, left: left <= 1e-9 * Math.abs(published) ? 0 : left }];
  });
}

/** A first guess of a missing cell: from the years beside it, else its region's and its industry's size in that year. */
function likely(view: View, years: readonly number[], cell: number): number {
  const [R, I] = [view.regions.length, view.industries.length];
  const pairs = R * I;
  const between = growthBetween(view.values, years, cell % pairs, pairs, Math.floor(cell / pairs));
  if (between !== undefined && between > 0) return between;
  const [year, region, industry] = [Math.floor(cell / pairs), Math.floor(cell / I) % R, cell % I];
  let [inRegion, inIndustry, all] = [0, 0, 0];
  for (let r = 0; r < R; r++) {
    for (let i = 0; i < I; i++) {
      const value = view.values[year * pairs + r * I + i]!;
      if (Number.isNaN(value)) continue;
      all += value;
      if (r === region) inRegion += value;
      if (i === industry) inIndustry += value;
    }
  }
  return all > 0 && inRegion > 0 && inIndustry > 0 ? (inRegion * inIndustry) / all : Math.max(1e-6, all / pairs);
}
