import { averageGrowth } from '../../indicators/average-growth.js';
import { locationQuotient } from '../../indicators/location-quotient.js';
import { similarityOf } from '../../indicators/similarity.js';
import { stage } from '../../indicators/stage.js';
import { structureShares, sumOfSquares } from '../../indicators/structures.js';
import { columnSums, rowSums, rowsOf } from '../../statistics/cells.js';
import { sum } from '../../statistics/sum.js';

/** Pairs of regions compared; of more, evenly spread ones. */
const MOST_PAIRS = 2_000;

/** Distance of the forecast structure of regions from the one that came. */
export interface StructureScore {
  /** Mean absolute error of the similarity of two regions, over pairs; null with one region. */
  readonly similarity: number | null;
  /** Part of the cells with a stage whose stage was forecast; null where none has one. */
  readonly stage: number | null;
}

/** The structure of some outputs, computed once to be compared with others. */
export interface Structure {
  readonly similarities: Float64Array;
  readonly stages: readonly (string | null)[];
}

/**
 * Similarities of pairs and stages of cells of given outputs. A stage's growth is counted from the year that is forecast from, and its
 * reference is the sum of the regions, so that every method is judged by what it said itself.
 *
 * @param output R × I
 * @param origin output in the year that is forecast from, R × I
 * @param years years between the two
 */
export function structureOf(output: Float64Array, origin: Float64Array, years: number, industries: number): Structure {
  return { similarities: pairSimilarities(output, industries), stages: cellStages(output, origin, years, industries) };
}

/** Scores a forecast structure against the actual one. */
export function structureScore(forecast: Structure, actual: Structure): StructureScore {
  const pairs = actual.similarities.length;
  let off = 0;
  for (let k = 0; k < pairs; k++) off += Math.abs(forecast.similarities[k]! - actual.similarities[k]!);
  const staged = actual.stages.flatMap((each, cell) => (each === null ? [] : [each === forecast.stages[cell]]));
  return {
    similarity: pairs === 0 ? null : off / pairs,
    stage: staged.length === 0 ? null : staged.filter((hit) => hit).length / staged.length,
  };
}

function pairSimilarities(output: Float64Array, industries: number): Float64Array {
  // Shares and lengths once for each region, not once for each pair.
  const structures = rowsOf(output, industries).map((row) => {
    const shares = structureShares(row);
    return shares === null ? null : { shares, length: Math.sqrt(sumOfSquares(shares, 0, industries)) };
  });
  const stride = Math.ceil((structures.length * (structures.length - 1)) / 2 / MOST_PAIRS);
  const found: number[] = [];
  for (let r = 0, pair = 0; r < structures.length; r++) {
    for (let s = r + 1; s < structures.length; s++, pair++) {
      if (pair % stride !== 0) continue;
      const [a, b] = [structures[r], structures[s]];
      // A region without output is like no other.
      found.push(a == null || b == null ? 0 : similarityOf(product(a.shares, b.shares), a.length * b.length));
    }
  }
  return Float64Array.from(found);
}

function product(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i]! * b[i]!;
  return total;
}

function cellStages(
  output: Float64Array,
  origin: Float64Array,
  years: number,
  industries: number,
): readonly (string | null)[] {
  const [before, after] = [origin, output].map((cells) => {
    const industry = columnSums(cells, industries);
    return { industry, region: rowSums(cells, industries), all: sum(industry) };
  }) as [Sums, Sums];
  return Array.from(output, (q, cell) => {
    const i = cell % industries;
    const quotient = locationQuotient(q, after.region[Math.floor(cell / industries)]!, after.industry[i]!, after.all);
    return stage(
      quotient.value,
      averageGrowth(origin[cell]!, q, years),
      averageGrowth(before.industry[i]!, after.industry[i]!, years),
    );
  });
}

interface Sums {
  readonly industry: Float64Array;
  readonly region: Float64Array;
  readonly all: number;
}
