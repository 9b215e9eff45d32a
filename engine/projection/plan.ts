import type { ChainLinks } from '../input-output/links.js';
import type { EquationParameters, Levers } from '../kernel/inputs.js';
import type { ObservedYears } from '../kernel/observed-cells.js';

/** A quantity that output stands for, such as jobs. */
export interface PlanAccount {
  readonly name: string;
  readonly unit: string;
  /** Quantity per unit of output, Y × R × I. */
  readonly perOutput: Float64Array;
}

/**
 * Every number the growth equation uses: enough for anyone to recompute a projection with nothing else.
 *
 * Arrays are row-major; `Y` years (the first observed, the rest simulated), `R` regions, `I` industries.
 */
export interface Plan {
  readonly years: readonly number[];
  readonly regions: readonly string[];
  readonly industries: readonly string[];
  /** Years the agglomeration index looks back. */
  readonly window: number;
  /** Exponent of distance in the reported tie. */
  readonly tieExponent: number;
  readonly parameters: EquationParameters;
  /** Observed years up to the first projected one, each regions × industries, and the higher-level region's industries if it is not the sum. */
  readonly history: ObservedYears;
  /** The higher-level region's output, Y × I, where it is an explicit series that follows the trend; null where it is the sum of the regions. */
  readonly higherLevel: Float64Array | null;
  readonly initial: {
    /** R × I, in the case's currency. */
    readonly output: Float64Array;
    /** Regional output in the sense of GDP, R; null where ties are off. */
    readonly gdp: Float64Array | null;
    /** Non-agricultural population, 10⁴ persons, R; null where ties are off. */
    readonly population: Float64Array | null;
    /** Distance of a region to itself, R; null where ties are off. */
    readonly internalDistance: Float64Array | null;
    /** Inherited lead after shrinkage, log points a year, R × I. */
    readonly differential: Float64Array;
  };
  /** Log growth a year of each industry in the higher-level region, Y × I; row y acts on the step y → y + 1. */
  readonly trend: Float64Array;
  /** Base-year distance and barrier, R × R, on which the reference path runs; null where ties are off. */
  readonly reference: { readonly distance: Float64Array | null; readonly barrier: Float64Array | null };
  /** Links between industries; null where the case has no input–output table. */
  readonly inputOutput: ChainLinks | null;
  readonly levers: Levers;
  /** Minutes of the fastest way between two regions in the base year, R × R, Infinity where the case states none; null without any, or without ties. */
  readonly travelTime: Float64Array | null;
  /** Quantities that output stands for, in the order of the case. */
  readonly accounts: readonly PlanAccount[];
  /** Undiscounted cost of all policies in each year, in the case's currency, Y. */
  readonly cost: Float64Array;
}

/** Output by year on the future's path and on its reference path, each Y × R × I. */
export interface Projection {
  readonly plan: Plan;
  readonly output: Float64Array;
  readonly reference: Float64Array;
  /** The higher-level region's output on this path, Y × I, where it is an explicit series; null where it is the sum of the regions. */
  readonly higherLevel: Float64Array | null;
}
