import { counted } from '../read/counted.js';
import type { TableContext } from '../read/import-context.js';
import { tidyName } from '../read/source-table.js';
import type { Columns } from './chosen-columns.js';
import { columnKind } from './column-kinds.js';

/** Codes beside a figure that say that it is withheld or missing, where the figure is 0: QCEW's N, the census' D, SDMX' M, and the like. */
const WITHHELD = /^(?:[NDCXM]|c|x|\(?[DSX]\)|\.\.|f|suppressed|confidential|not available)$/;
/** Codes that say that it is an estimate. */
const ESTIMATED = /^(?:[eE]|s|f|i|I|ep|pe|be|estimated(?: value)?|forecast|imputed.*)$/;

/** Marks of a row's figures in columns of their own. */
export interface RowFlags {
  /** True where a figure of 0 stands for one that is withheld. */
  withheld(row: number): boolean;
  estimated(row: number): boolean;
}

/** Reads columns of flags, such as `OBS_FLAG` or `disclosure_code`; null where the table has none that says anything of its figures. */
export function readRowFlags({ table }: TableContext, { others, wideBy }: Columns): RowFlags | null {
  if (wideBy !== null) return null;
  const columns = others.filter(({ heading }) => columnKind(heading) === 'status');
  const saying = columns.filter(({ contents }) => contents.some((each) => WITHHELD.test(each) || ESTIMATED.test(each)));
  if (saying.length === 0) return null;
  const test = (row: number, pattern: RegExp) =>
    saying.some(({ column }) => pattern.test(tidyName(table.rows[row]![column])));
  return { withheld: (row) => test(row, WITHHELD), estimated: (row) => test(row, ESTIMATED) };
}

/** Says how many figures of 0 were taken for missing because of their flag. */
export function sayWithheld({ guesses }: TableContext, count: number): void {
  if (count > 0)
    guesses.note(
      `${counted(count, 'figure', 'figures')} of 0 beside a flag that says withheld or missing: taken for missing`,
    );
}
