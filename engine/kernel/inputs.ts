import type { ObservedYears } from './observed-cells.js';

/**
 * The numbers that the equation uses. A plan has them all under the same names, so a plan can be handed in as it is. Arrays are row-major: `Y` years,
 * `R` regions, `I` industries.
 */
export interface EquationInputs {
  readonly years: readonly number[];
  readonly regions: readonly string[];
  readonly industries: readonly string[];
  /** Years that stages look back. */
  readonly window: number;
  readonly history: ObservedYears;
  readonly parameters: EquationParameters;
  /** Y × I where the higher-level region is a series of its own; null where it is the sum of the regions. */
  readonly higherLevel: Float64Array | null;
  readonly initial: {
    /** R × I. */
    readonly output: Float64Array;
    /** R; null where ties are off. */
    readonly gdp: Float64Array | null;
    readonly population: Float64Array | null;
    /** R × I. */
    readonly differential: Float64Array;
  };
  /** Y × I. */
  readonly trend: Float64Array;
  /** R × R; null where ties are off. */
  readonly reference: { readonly distance: Float64Array | null; readonly barrier: Float64Array | null };
  /** I × I each; null where the case has no input–output table. */
  readonly inputOutput: { readonly supply: Float64Array; readonly demand: Float64Array } | null;
  readonly levers: Levers;
}

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
 * Distances and barriers of the pairs of regions that policies change; all others stay as in the base year (`Plan.reference`). `pairsOfYear` gives those of all pairs: years × regions × regions, most of them alike, are more than a large case can keep.
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

/** The numbers of regions, industries and years that an equation has room for. */
export interface EquationSize {
  readonly regions: number;
  readonly industries: number;
  /** The first one included. */
  readonly years: number;
}

/** The noise of a draw: the same seed and draw give every future the same random numbers, whatever it makes of them. */
export interface DrawnNoise {
  readonly parameters: NoiseParameters;
  readonly seed: number | string;
  readonly draw: number;
}

/** A year measured by itself. */
export interface MeasuredYear {
  /** R × I. */
  readonly output: Float64Array;
  /** I; null where the higher-level region is the sum of the regions. */
  readonly higherLevel: Float64Array | null;
  /** Pairs that are not as in the base year, with one row of distances and barriers; null for none. */
  readonly between: PairChanges | null;
}
