/**
 * Names in a sentence.
 *
 * @example
 * listed(['A', 'B', 'C']); // → 'A, B and C'
 */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
