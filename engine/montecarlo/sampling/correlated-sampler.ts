import { lowerFactor } from '../../statistics/cholesky.js';
import { normalCdf, normalQuantile } from '../../statistics/normal.js';
import { normalCorrelations, type RankCorrelation } from './correlation-matrix.js';
import { imanConover } from './iman-conover.js';
import { createSampler, type SampledStudy, type Sampler, type SamplingMethod } from './sampler.js';

/** A latin hypercube with more correlated numbers than this (dimensions × draws) is correlated draw by draw. */
const REORDERED_UP_TO = 4_000_000;

/**
 * A sampler whose numbers have these rank correlations and are uniform as before. Dimensions that no correlation names
 * stay as they are, and a name that a correlation brings in at the end of the list changes no earlier one.
 *
 * Random and Sobol draws pass through a normal copula, one by one: z = L·Φ⁻¹(u), u' = Φ(z). It is what Iman and Conover's
 * method tends to for many draws, but does not depend on their number, and a draw can be made alone. In a latin hypercube it
 * would destroy the strata; there the values of the whole study are reordered by Iman and Conover's method, which keeps them,
 * and any draw is looked up (setting up takes about a second per million numbers). Both aim at correlations 2·sin(πρ/6) of the
 * normal scores, which are those of rank correlations ρ.
 *
 * @param correlations without problems (see `correlationProblems`); those that name other dimensions are left out
 *
 * @example
 * const target = new Float64Array(2);
 * correlatedSampler('random', { seed: 1, draws: 9, dimensions: ['a', 'b'] }, [['a', 'b', 1]]).fill(4, target);
 * Math.abs(target[0] - target[1]) < 1e-12; // → true
 */
export function correlatedSampler(
  method: SamplingMethod,
  study: SampledStudy,
  correlations: readonly RankCorrelation[],
): Sampler {
  const sampler = createSampler(method, study);
  const at = new Map(study.dimensions.map((name, j) => [name, j]));
  const matrix = normalCorrelations(correlations, (name) => at.has(name));
  const columns = matrix.names.map((name) => at.get(name)!);
  const width = columns.length;
  if (width === 0) return sampler;
  const factor = lowerFactor(matrix.values, width);
  if (factor === null) throw new RangeError('these rank correlations are impossible together');

  if (method === 'latin' && width * study.draws <= REORDERED_UP_TO) {
    const reordered = imanConover(
      columnsOf(createSampler(method, { ...study, dimensions: matrix.names })),
      matrix.values,
    );
    if (reordered !== null) {
      return {
        ...sampler,
        fill(draw, target, from = 0) {
          sampler.fill(draw, target, from);
          for (let i = 0; i < width; i++) target[from + columns[i]!] = reordered[i]![draw]!;
        },
      };
    }
  }

  const dependent = Int32Array.from({ length: width }, (_, i) => i).filter((i) =>
    factor.subarray(i * width, i * width + i).some((x) => x !== 0),
  );
  const normals = new Float64Array(width);
  return {
    ...sampler,
    fill(draw, target, from = 0) {
      sampler.fill(draw, target, from);
      for (let i = 0; i < width; i++) normals[i] = normalQuantile(target[from + columns[i]!]!);
      for (let k = 0; k < dependent.length; k++) {
        const i = dependent[k]!;
        let sum = 0;
        for (let j = 0; j <= i; j++) sum += factor[i * width + j]! * normals[j]!;
        target[from + columns[i]!] = openUnit(normalCdf(sum));
      }
    },
  };
}

/** All draws, by dimension. */
function columnsOf(sampler: Sampler): readonly Float64Array[] {
  const point = new Float64Array(sampler.dimensions.length);
  const columns = sampler.dimensions.map(() => new Float64Array(sampler.draws));
  for (let draw = 0; draw < sampler.draws; draw++) {
    sampler.fill(draw, point);
    for (let i = 0; i < columns.length; i++) columns[i]![draw] = point[i]!;
  }
  return columns;
}

/** Keeps what rounds to 0 or 1 within (0, 1). */
function openUnit(u: number): number {
  return Math.max(Number.MIN_VALUE, Math.min(1 - Number.EPSILON / 2, u));
}
