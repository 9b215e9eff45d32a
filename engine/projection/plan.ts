import type { ChainLinks } from '../input-output/links.js';

/** The levers: all that policies and events can move. One row a year; row `y` acts on the step from year `y` to `y + 1`. */
export interface Levers {
  /** Policy push in log points, before what neighbours share and before the cap: years × regions × industries. */
  readonly push: Float64Array;
  /** Push that neighbours receive a part of, in log points: years × regions × industries. */
  readonly spill: Float64Array;
  /** Distances and barriers between regions, where policies change them; null without network or region facts. */
  readonly between: PairChanges | null;
  /** Land capacity relative to the reference path, 1 = unchanged: years × regions. */
  readonly land: Float64Array;
  /**
   * The change that events have made by a year, log points of level against the reference path: years × regions × industries, 0 in the first year; the
   * step from year `y` adds row `y + 1` less row `y`. Null where nothing happens.
   */
  readonly shock: Float64Array | null;
}

/**
 * Distances and barriers of the pairs of regions that policies change; all others stay as in the base year (`Plan.reference`). `pairsOfYear` gives
 * those of all pairs: years × regions × regions, most of them alike, are more than a large case can keep.
 */
export interface PairChanges {
  /** Ordered pairs r·R + s whose distance or barrier differs from the base year's in some year, ascending: n. */
  readonly pairs: Int32Array;
  /** Path length in the case's unit of distance: years × n. */
  readonly distance: Float64Array;
  /** Barrier between administrations, 0 open … 1 closed: years × n. */
  readonly barrier: Float64Array;
}

/** Parameters of the growth equation, resolved to numbers. Symbols as in the documentation of each parameter. */
export interface EquationParameters {
  readonly localisation: number;
  readonly marketAccess: number;
  readonly distanceDecay: number;
  readonly rivalry: number;
  readonly displacement: number;
  readonly persistence: number;
  readonly shrinkage: number;
  readonly adjustment: number;
  readonly outputPassThrough: number;
  readonly land: number;
  /** γ_S and γ_D: of no effect without `inputOutput`. */
  readonly supplierAccess: number;
  readonly customerAccess: number;
  readonly response: {
    readonly formative: number;
    readonly growing: number;
    readonly mature: number;
    readonly recession: number;
  };
}

/** Standard deviations (log points a year) and persistence of the noise terms; all zero in a single run. */
export interface NoiseParameters {
  readonly common: number;
  readonly industry: number;
  readonly region: number;
  readonly cell: number;
  /** Error of growth of all industries that lasts as long as a draw. */
  readonly drift: number;
  readonly persistence: number;
  /** Level of each cell's noise relative to `cell`, R × I; null where all are alike. */
  readonly relativeCell: Float64Array | null;
}

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
  readonly history: {
    readonly years: readonly number[];
    readonly output: readonly Float64Array[];
    readonly higherLevel: readonly Float64Array[] | null;
  };
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
