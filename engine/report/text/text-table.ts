/** Width and colour of the terminal that shows a text. */
export interface Layout {
  /** Columns of the terminal. */
  readonly width: number;
  readonly colour: boolean;
}

export type TextStyle = 'strong' | 'dim' | 'good' | 'bad';

/** A cell, already formatted. */
export type TextCell = string | { readonly text: string; readonly style: TextStyle };

export interface TextColumn {
  readonly heading: string;
  /** Printed below the heading. */
  readonly unit?: string;
  /** Default left; numbers go right. */
  readonly align?: 'left' | 'right';
  /** Heading over this and the neighbouring columns of the same group. */
  readonly group?: string;
  /** One of a series such as years: of a table too wide, the first, the last and round ones between are shown. */
  readonly series?: boolean;
  /** Cut only where shortening the other texts does not make room. */
  readonly whole?: boolean;
}

export interface TextTable {
  /** The subject of the table, with place, year, currency and price basis. */
  readonly title: string;
  readonly columns: readonly TextColumn[];
  /** Cells in the order of the columns; `rule` draws a line. */
  readonly rows: readonly (readonly TextCell[] | 'rule')[];
  /** Number of columns from the left that name a row, repeated where the table must be cut into blocks. Default 1. */
  readonly keys?: number;
  /** Lines of prose below, wrapped. */
  readonly notes?: readonly string[];
  /** True where the headings follow the title at once, where a screen holds several tables. */
  readonly tight?: boolean;
}
