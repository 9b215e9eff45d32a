/** Signs at which Excel takes the content of a CSV cell for a formula, when it opens the file. */
const FORMULA_START = /^[=+\-@]/;

/** Names that are listed before the rest are only counted. */
const LISTED = 5;

/**
 * A note on names that Excel takes for formulas when it opens a CSV file in which they stand; null where there are none. They are kept as they are,
 * since changed names would not join with the same names elsewhere.
 *
 * @example
 * formulaNote(['Jilin', '=1+1', '-']); // → 'Excel takes names that begin with = + - or @ for formulas when it opens a CSV file: =1+1, -'
 * formulaNote(['Jilin']); // → null
 */
export function formulaNote(names: Iterable<string>): string | null {
  const found = [...new Set(names)].filter((name) => FORMULA_START.test(name));
  if (found.length === 0) return null;
  const listed = found.slice(0, LISTED).join(', ') + (found.length > LISTED ? `, … (${found.length} in all)` : '');
  return `Excel takes names that begin with = + - or @ for formulas when it opens a CSV file: ${listed}`;
}
