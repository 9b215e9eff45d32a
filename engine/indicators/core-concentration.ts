import { sum } from '../statistics/sum.js';

/** The concentration of a region's output on its largest industries. */
export interface CoreConcentration {
  /** Index of the largest industry, the first of equals. */
  readonly largestIndustry: number;
  /** Its share of output, 0 … 1. */
  readonly largestShare: number;
  /** Herfindahl–Hirschman index, the sum of squared shares: 1/n for n equal industries, 1 for a single one. */
  readonly hhi: number;
  /** 1 / HHI: the number of equal industries that would be as concentrated. */
  readonly effectiveNumber: number;
  /** (HHI − 1/n) / (1 − 1/n): 0 for equal industries, 1 for a single one; null where the classification has one industry only. */
  readonly normalisedHhi: number | null;
}

/**
 * Measures the concentration of a region on few industries, the source paper's "single core": the largest share x of an industry,
 * `HHI = Σ x_i²`, and the effective number of industries `1/HHI`.
 *
 * Source: Hirschman 1945, National Power and the Structure of Foreign Trade; Herfindahl 1950, Concentration in the Steel Industry.
 *
 * @param outputs outputs or shares by industry, 0 or more
 * @returns null where there is no output
 *
 * @example
 * coreConcentration([20, 50, 20, 10]); // → { largestIndustry: 1, largestShare: 0.5, hhi: 0.34, effectiveNumber: 2.94117647059, normalisedHhi: 0.12 }
 */
export function coreConcentration(outputs: ArrayLike<number>): CoreConcentration | null {
  const total = sum(outputs);
  if (total === 0) return null;
  const n = outputs.length;
  let largestIndustry = 0;
  let hhi = 0;
  for (let i = 0; i < n; i++) {
    const share = outputs[i]! / total;
    hhi += share * share;
    if (outputs[i]! > outputs[largestIndustry]!) largestIndustry = i;
  }
  return {
    largestIndustry,
    largestShare: outputs[largestIndustry]! / total,
    hhi,
    effectiveNumber: 1 / hhi,
    normalisedHhi: n === 1 ? null : (hhi - 1 / n) / (1 - 1 / n),
  };
}
