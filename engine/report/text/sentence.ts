/**
 * Names in a sentence.
 *
 * @example
 * listed(['A', 'B', 'C']); // → 'A, B and C'
 */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/**
 * A text that begins a sentence.
 *
 * @example
 * capital('gains in most draws'); // → 'Gains in most draws'
 */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * A verb in the plural, with an s where there is one subject.
 *
 * @example
 * verb(['Jilin'], 'gain'); // → 'gains'
 * verb(['Jilin', 'Siping'], 'gain'); // → 'gain'
 */
export function verb(subjects: readonly unknown[], word: string): string {
  return subjects.length === 1 ? `${word}s` : word;
}
