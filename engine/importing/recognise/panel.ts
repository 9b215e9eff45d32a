import type { ReadColumn } from './column-roles.js';

/** A dimension of a panel: its names in order of appearance, and their codes, empty where there are none. */
export interface Axis {
  readonly names: readonly string[];
  readonly codes: readonly string[];
}

/** The figures of a source table, not yet judged: totals among the industries, gaps and negative figures included. */
export interface Panel {
  readonly file: string;
  readonly regions: Axis;
  readonly industries: Axis;
  /** Ascending. */
  readonly years: readonly number[];
  /** Years × regions × industries; NaN where there is no figure. */
  readonly values: Float64Array;
  /** 1 where the source flags the figure as estimated, 2 where it is made from parts of others. */
  readonly estimated: Uint8Array;
  /** Name of the figures, such as the heading of their column; null where nothing says. */
  readonly measure: string | null;
  /** Unit, where a column of the table names one. */
  readonly unit: string | null;
  /** Titles above the table and the name of its sheet. */
  readonly titles: readonly string[];
  /** Contents of columns that have only one, such as a dataset or a measure. */
  readonly about: readonly string[];
  /** Columns of the table and what they were read as. */
  readonly columns: readonly ReadColumn[];
}
