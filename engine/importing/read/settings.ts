import type { DecimalMark } from './figures.js';
import type { SourceTable } from './source-table.js';

/** What the columns of a wide table stand for. */
export type WideBy = 'years' | 'industries' | 'regions';

/** What to do with figures that are not there. */
export type MissingRule = 'fill' | 'zero' | 'drop';

/** What to do with figures below zero. */
export type NegativeRule = 'zero' | 'refuse';

/** What the user decided; everything absent is guessed, and said. */
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
  /** Only rows with these contents. */
  readonly where: readonly { readonly column: string; readonly value: string }[];
  /** Only these years, both included. */
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
