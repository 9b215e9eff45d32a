import type { DecimalMark } from './figures.js';
import type { SourceTable } from './source-table.js';

/** The meaning of the columns of a wide table. */
export type WideBy = 'years' | 'industries' | 'regions';

/** Treatment of figures that are not there. */
export type MissingRule = 'fill' | 'zero' | 'drop';

/** Treatment of figures below zero. */
export type NegativeRule = 'zero' | 'refuse';

/** Decisions of the user; everything absent is guessed, and said. */
export interface ImportSettings {
  /** Headings of the columns, or their numbers from 1. */
  readonly regionColumn?: string;
  readonly industryColumn?: string;
  readonly yearColumn?: string;
  readonly valueColumn?: string;
  readonly wideBy?: WideBy;
  /** Row of the headings, from 1. */
  readonly headerRow?: number;
  readonly decimalMark?: DecimalMark;
  /** Contents that a row must have to be read. */
  readonly where: readonly { readonly column: string; readonly value: string }[];
  /** First and last year to be read. */
  readonly years?: { readonly from: number; readonly to: number };
  readonly missing?: MissingRule;
  readonly negative?: NegativeRule;
  /** Names or codes of regions and industries to leave out. */
  readonly drop: readonly string[];
  /** Names or codes to keep although they look like sums or parts of others. */
  readonly keep: readonly string[];
  /** New names of regions and industries, by name or code. */
  readonly renames?: readonly { readonly from: string; readonly to: string }[];
  /** Table by which names are put together anew: from, to and perhaps weight. */
  readonly map?: SourceTable;
}
