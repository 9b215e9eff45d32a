import { averageGrowth } from '../../indicators/average-growth.js';
import { locationQuotient } from '../../indicators/location-quotient.js';
import { stage } from '../../indicators/stage.js';

/** Pairs of regions compared; of more, every so-manieth. */
const MOST_PAIRS = 2_000;

/** Distance of the forecast structure of regions from the one that came. */
export interface StructureScore {
  /** Mean absolute error of the similarity of two regions, over pairs; null with one region. */
  readonly similarity: number | null;
  /** Part of the cells with a stage whose stage was forecast; null where none has one. */
  readonly stage: number | null;
}

/** A structure read off outputs once, to be compared with others. */
export interface Structure {
  readonly similarities: Float64Array;
  readonly stages: readonly (string | null)[];
}

/**
 * Reads similarities of pairs and stages of cells off outputs. A stage's growth is counted from the year that is forecast from, and its
 * reference is the sum of the regions, so that every method is judged by what it said itself.
 *
 * @param output R × I
 * @param origin output in the year that is forecast from, R × I
 * @param years years between the two
 */
export function readStructure(
  output: Float64Array,
  origin: Float64Array,
  years: number,
  industries: number,
): Structure {
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
  const regions = output.length / industries;
  const unit = output.slice();
  for (let r = 0; r < regions; r++) {
    const row = unit.subarray(r * industries, (r + 1) * industries);
    const norm = Math.sqrt(row.reduce((sum, q) => sum + q * q, 0));
    if (norm > 0) for (let i = 0; i < industries; i++) row[i] = row[i]! / norm;
  }
  const stride = Math.ceil((regions * (regions - 1)) / 2 / MOST_PAIRS);
  const found: number[] = [];
  for (let r = 0, pair = 0; r < regions; r++) {
    for (let s = r + 1; s < regions; s++, pair++) {
      if (pair % stride !== 0) continue;
      let dot = 0;
      for (let i = 0; i < industries; i++) dot += unit[r * industries + i]! * unit[s * industries + i]!;
      found.push(dot);
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
    const industry = new Float64Array(industries);
    const region = new Float64Array(cells.length / industries);
    cells.forEach((q, cell) => {
      industry[cell % industries] = industry[cell % industries]! + q;
      region[Math.floor(cell / industries)] = region[Math.floor(cell / industries)]! + q;
    });
    return { industry, region, all: industry.reduce((sum, q) => sum + q, 0) };
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
