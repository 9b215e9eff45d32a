import { averageGrowth } from '../../indicators/average-growth.js';
import { locationQuotient } from '../../indicators/location-quotient.js';
import { similarity } from '../../indicators/similarity.js';
import { stage } from '../../indicators/stage.js';
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
  const rows = rowsOf(output, industries);
  const stride = Math.ceil((rows.length * (rows.length - 1)) / 2 / MOST_PAIRS);
  const found: number[] = [];
  for (let r = 0, pair = 0; r < rows.length; r++) {
    for (let s = r + 1; s < rows.length; s++, pair++) {
      // A region without output is like no other.
      if (pair % stride === 0) found.push(similarity(rows[r]!, rows[s]!) ?? 0);
    }
  }
  return Float64Array.from(found);
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
