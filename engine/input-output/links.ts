import { rowSums } from '../statistics/cells.js';
import { technicalCoefficients } from './coefficients.js';
import { type InputOutputTable, soldToIndustry } from './table.js';

/** The parts of a nation’s table that the growth equation and the measures of chains use. */
export interface ChainLinks {
  /** z_ji / Σ_k z_ki at [i][j]: the part of i’s bought inputs that comes from j; 0 on the diagonal. n × n, row-major. */
  readonly supply: Float64Array;
  /** z_ij / Σ_k z_ik at [i][j]: the part of i’s sales to industries that goes to j; 0 on the diagonal. n × n, row-major. */
  readonly demand: Float64Array;
  /** a_ji: what industry i buys from j for a unit of output, n × n, row-major, supplier by user. */
  readonly coefficients: Float64Array;
  /** Sales of each industry to industries for a unit of its output, n. */
  readonly soldToIndustry: Float64Array;
}

/**
 * The links between the industries of a table.
 *
 * @example
 * const links = chainLinks({ flows: new Float64Array([150, 500, 200, 100]), output: new Float64Array([1000, 2000]) });
 * [...links.supply].map((part) => Number(part.toFixed(4))); // → [0, 0.5714, 0.8333, 0]
 * [...links.demand].map((part) => Number(part.toFixed(4))); // → [0, 0.7692, 0.6667, 0]
 */
export function chainLinks({ flows, output }: Pick<InputOutputTable, 'flows' | 'output'>): ChainLinks {
  const n = output.length;
  const bought = flows.map((_, at) => flows[(at % n) * n + Math.floor(at / n)]!);
  return {
    supply: partsOfRows(bought, n),
    demand: partsOfRows(flows, n),
    coefficients: technicalCoefficients(flows, output),
    soldToIndustry: soldToIndustry(flows, output),
  };
}

/** Each entry over the sum of its row, 0 on the diagonal and in rows without anything. */
function partsOfRows(matrix: Float64Array, n: number): Float64Array {
  const sums = rowSums(matrix, n);
  return matrix.map((entry, at) => {
    const row = Math.floor(at / n);
    return row === at % n || sums[row] === 0 ? 0 : entry / sums[row]!;
  });
}
