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

/** Words that a sentence may have, so that readers whose first language is another follow it. */
export const MOST_WORDS = 20;

/**
 * The number of words of a text: pieces between spaces that hold a letter or a digit.
 *
 * @example
 * countWords('It brings +74.4 billion yuan (± 0.3), or 1.5 ÷ 2.'); // → 9
 */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((piece) => /[\p{L}\p{N}]/u.test(piece)).length;
}

/**
 * The first of some ways to say the same that is short enough for one sentence, else the last.
 *
 * @example
 * shortest('All of the nine regions gain, most of all Jilin and Changchun.', 'All gain.').startsWith('All of'); // → true
 */
export function shortest(...ways: readonly [string, ...string[]]): string {
  return ways.find((way) => countWords(way) <= MOST_WORDS) ?? ways.at(-1)!;
}

/**
 * A sentence and what goes on from it: one sentence where that is short enough, else two.
 *
 * @param rest begins a sentence of its own once its first letter is a capital
 *
 * @example
 * withMore('Rail brings 3 billion yuan', 'between 1 and 5', 'it lies between 1 and 5'); // → 'Rail brings 3 billion yuan, between 1 and 5.'
 */
export function withMore(sentence: string, more: string, rest: string): string {
  const whole = `${sentence}, ${more}.`;
  return countWords(whole) <= MOST_WORDS ? whole : `${sentence}. ${capital(rest)}.`;
}

/**
 * A sentence on some things that names as many of them as it can bear, the first ones.
 *
 * @param say the sentence, given how many there are in words, and the names; null where none are named
 *
 * @example
 * naming(['A', 'B'], 3, (some) => `${some} gain`); // → 'A and B gain'
 * naming(['A', 'B', 'C', 'D'], 2, (some, most) => `${some} gain${most === null ? '' : `, most of all ${most}`}`); // → '4 regions gain, most of all A and B'
 */
export function naming(
  names: readonly string[],
  most: number,
  say: (some: string, most: string | null) => string,
  things = 'regions',
): string {
  const ways = names.length <= most ? [say(listed(names), null)] : [];
  const number = names.length === 1 ? `one ${things.replace(/s$/, '')}` : `${names.length} ${things}`;
  for (let some = Math.min(most, names.length - 1); some > 0; some--)
    ways.push(say(number, listed(names.slice(0, some))));
  return shortest(...(ways as [string, ...string[]]), say(number, null));
}
