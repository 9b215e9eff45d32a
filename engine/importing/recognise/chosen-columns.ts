import type { DecimalMark } from '../read/figures.js';
import type { WideBy } from '../read/settings.js';

/** A dimension of the table: the column that names it and, where there is one, the column of its codes. */
export interface NamedColumn {
  readonly label: number;
  readonly code: number | null;
}

/** The columns of each role. In a wide table the dimension named by `wideBy` stands in the headings of `figures`. */
export interface ChosenColumns {
  readonly region: NamedColumn | null;
  /** Null where industries stand in the headings, and where the table has none: then all figures are those of one. */
  readonly industry: NamedColumn | null;
  readonly year: number | null;
  /** Columns of figures: one in a tidy table. */
  readonly figures: readonly number[];
  readonly wideBy: WideBy | null;
}

/** A column without a role. */
export interface OtherColumn {
  readonly column: number;
  readonly heading: string;
  /** Different contents of the rows looked at. */
  readonly contents: readonly string[];
  /** True where it holds figures. */
  readonly figures: boolean;
}

/** The columns of a table, understood. */
export interface Columns extends ChosenColumns {
  readonly mark: DecimalMark;
  readonly others: readonly OtherColumn[];
}
