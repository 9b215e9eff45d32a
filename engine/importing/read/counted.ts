/**
 * A number with its noun.
 *
 * @example
 * counted(1, 'row', 'rows'); // → '1 row'
 */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/**
 * The first of some texts, with how many there are where not all are shown.
 *
 * @example
 * listed(['a', 'b', 'c'], 2); // → 'a, b, … (3 in all)'
 */
export function listed(texts: readonly string[], most: number): string {
  return texts.length <= most ? texts.join(', ') : `${texts.slice(0, most).join(', ')}, … (${texts.length} in all)`;
}

/** Counted signs, the most frequent first, as in `3 × ":", 1 × blank`. */
export function listCounts(counts: ReadonlyMap<string, number>): string {
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([sign, count]) => `${count} × ${sign}`)
    .join(', ');
}
