import type { InputOutputTable } from '../input-output/table.js';
import type { Account } from './account.js';
import type { Boundaries, Place } from './boundaries/boundaries.js';
import type { Network } from './network.js';

/** The ground that a number rests on: printed in a source, computed from printed numbers, or filled in by stated judgement. */
export type DataStatus = 'published' | 'derived' | 'estimated';

/** Facts about each region, arrays in the order of `Economy.regions`. */
export interface RegionFacts {
  /** Gross domestic product in the case's currency; null where the table leaves it blank. */
  readonly gdp: readonly (number | null)[];
  /** Non-agricultural population, 10⁴ persons. */
  readonly population: readonly number[];
  /** Area, km². */
  readonly area: readonly number[];
  /** Degrees east; null where blank. */
  readonly longitude: readonly (number | null)[];
  /** Degrees north; null where blank. */
  readonly latitude: readonly (number | null)[];
}

/** A barrier between two administrations that differs from the parameter: 0 open … 1 closed. Holds in both directions. */
export interface PairBarrier {
  readonly a: number;
  readonly b: number;
  readonly barrier: number;
}

/**
 * A study area, typed: what a case's tables say, checked and put into arrays. Plain data; nothing here is a projection.
 *
 * Cells are row-major: the output of industry `i` in region `r` is at `[r * industries.length + i]`.
 */
export interface Economy {
  readonly title: string;
  /** Unit of every money column, as the case writes it, such as `10^8 yuan`. */
  readonly currency: string;
  /** Price basis of the tables, such as `current`. */
  readonly prices: string;
  /** Name of the case's output table; null where it has only one. */
  readonly table: string | null;
  readonly regions: readonly string[];
  readonly industries: readonly string[];
  /** Observed years, ascending, two or more. */
  readonly years: readonly number[];
  /** Output of each observed year, in the order of `years`, each regions × industries, in the case's currency. */
  readonly outputs: readonly Float64Array[];
  /** Indices of the cells of each observed year whose output is estimated, in the order of `years`; absent where none is, or where all are. */
  readonly estimated?: readonly (readonly number[])[];
  /** The higher-level region's output by industry for each observed year, or null where it is the sum of the regions. */
  readonly higherLevel: readonly Float64Array[] | null;
  /** Null where the case has no regions table: then ties and the channels that need them are off. */
  readonly facts: RegionFacts | null;
  /** Null where the case has no links table. The first `regions.length` nodes are the regions, in order. */
  readonly network: Network | null;
  /** Nodes of the network that are no regions, in its order; absent where the case names none. */
  readonly places?: readonly Place[];
  /** Boundaries of the regions for maps; absent where the case has none. */
  readonly boundaries?: Boundaries;
  readonly barriers: readonly PairBarrier[];
  /** The nation’s input–output table over the case’s industries; null where the case has none. */
  readonly inputOutput: InputOutputTable | null;
  /** Quantities that output stands for, such as jobs; empty where the case names no table of them. */
  readonly accounts: readonly Account[];
  /** The measure of distance in paths, ties and the equation. */
  readonly distance: 'km' | 'minutes';
  /** Exponent of distance in the reported tie. */
  readonly tieExponent: number;
  /** Price change a year taken off observed growth before it becomes trend, as a rate. */
  readonly deflator: number;
  /** Value added per unit of output, used where a region's GDP is not given. */
  readonly valueAddedShare: number;
  /** Years the agglomeration index looks back. */
  readonly window: number;
  /** Notes for the reader of the case, such as that ties are off and why. */
  readonly notes: readonly string[];
}
