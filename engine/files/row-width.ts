const MARKS: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };

/**
 * The name of a separator of columns.
 *
 * @example
 * separatorName(';'); // → 'semicolon'
 */
export function separatorName(separator: string): string {
  return MARKS[separator] ?? JSON.stringify(separator);
}

/**
 * The mistake of a row that has not as many cells as its table has columns, and what would be right: a number that the separator cut in two
 * is named.
 *
 * @example
 * wrongWidth(['Jilin', '2010', '1', '997'], 3).message; // → '4 cells in a row of 3 columns'
 * wrongWidth(['Jilin', '2010', '1', '997'], 3).hint; // → 'quote a cell that holds a comma ("1,997"); leave a blank cell between two commas'
 */
export function wrongWidth(
  cells: readonly string[],
  columns: number,
  separator = ',',
): { readonly message: string; readonly hint: string } {
  const name = separatorName(separator);
  const whole = /^[-+(]?\d{1,3}$/;
  const rest = /^\d+\)?$/;
  const cut = cells.findLastIndex((cell, k) => whole.test(cell) && rest.test(cells[k + 1] ?? ''));
  const example = cut < 0 ? '' : ` ("${cells[cut]}${separator}${cells[cut + 1]}")`;
  const number =
    separator === '\t' ? '' : `quote a cell that holds a ${name}${cells.length > columns ? example : ''}; `;
  return {
    message: `${cells.length} cells in a row of ${columns} columns`,
    hint: `${number}leave a blank cell between two ${name}s`,
  };
}
