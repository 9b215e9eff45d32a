import type { DecimalMark } from '../read/figures.js';
import type { WideBy } from '../read/settings.js';

/** A dimension of the table: the column that names it and, where there is one, the column of its codes. */
export interface NamedColumn {
  readonly label: number;
  readonly code: number | null;
}

/** Which column is what. In a wide table the dimension named by `wideBy` stands in the headings of `figures`. */
export interface Columns {
  readonly region: NamedColumn | null;
  readonly industry: NamedColumn | null;
  readonly year: number | null;
  /** Columns of figures: one in a tidy table. */
  readonly figures: readonly number[];
  readonly wideBy: WideBy | null;
  readonly mark: DecimalMark;
  /** Other columns with several contents, in whose hands it may lie that a row stands twice. */
  readonly others: readonly { readonly heading: string; readonly contents: readonly string[] }[];
}

/** The columns of each role. */
export type ChosenColumns = Pick<Columns, 'region' | 'industry' | 'year' | 'figures' | 'wideBy'>;
