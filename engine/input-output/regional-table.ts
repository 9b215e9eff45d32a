import { sum } from '../statistics/sum.js';
import { allocationCoefficients, technicalCoefficients } from './coefficients.js';
import { regionalCoefficients } from './flegg.js';
import type { InputOutputTable } from './table.js';

/** An input–output table in coefficients: of a nation as observed, of a region as estimated. */
export interface CoefficientTable {
  /** a_ij: bought from i for a unit of j's output, in the region itself where it is a region's; n × n, row-major. */
  readonly coefficients: Float64Array;
  /** b_ij: sold to j of a unit of i's output, n × n, row-major. */
  readonly allocation: Float64Array;
  /** By industry, true where it has output. */
  readonly present: readonly boolean[];
}

/**
 * The coefficients of a nation's table.
 *
 * @example
 * const table = { flows: new Float64Array([150, 500, 200, 100]), output: new Float64Array([1000, 2000]) };
 * [...nationalTable(table).coefficients]; // → [0.15, 0.25, 0.2, 0.05]
 */
export function nationalTable({ flows, output }: Pick<InputOutputTable, 'flows' | 'output'>): CoefficientTable {
  return {
    coefficients: technicalCoefficients(flows, output),
    allocation: allocationCoefficients(flows, output),
    present: Array.from(output, (x) => x > 0),
  };
}

/**
 * The coefficients of a region, estimated from the nation's by Flegg's location quotient. Location quotients are taken over the industries that the
 * table has.
 *
 * @param output q, of the region by industry
 * @param part the region's part of the case's output
 *
 * @example
 * const nation = { flows: new Float64Array([150, 500, 200, 100]), output: new Float64Array([1000, 2000]), valueAdded: [650, 1400], size: 1, delta: 0.3 };
 * [...regionalTable(nation, [10, 20], 1).coefficients]; // → [0.15, 0.25, 0.2, 0.05]
 */
export function regionalTable(table: InputOutputTable, output: ArrayLike<number>, part: number): CoefficientTable {
  const { flows, output: nation, size, delta } = table;
  const n = nation.length;
  const known = Float64Array.from(output, (q, i) => (nation[i]! > 0 ? q : 0));
  const share = sum(known) / sum(nation);
  const locationQuotients = known.map((q, i) => (q > 0 ? q / nation[i]! / share : 0));
  const coefficients = regionalCoefficients({
    coefficients: technicalCoefficients(flows, nation),
    locationQuotients,
    size: size * part,
    delta,
  });
  return {
    coefficients,
    allocation: coefficients.map((a, at) => {
      const [supplier, user] = [known[Math.floor(at / n)]!, known[at % n]!];
      return supplier > 0 ? (a * user) / supplier : 0;
    }),
    present: Array.from(known, (q) => q > 0),
  };
}
