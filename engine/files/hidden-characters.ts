/**
 * Characters that show nothing of themselves and change what else is shown: control characters, escape among them, line separators, and marks that
 * turn the direction of writing. A name or title that holds one could steer a terminal, or pass for another name.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
/** The same but for tabs and line breaks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const HIDDEN_IN_LINES = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** A hidden character of a text: its offset and its name. */
export interface HiddenCharacter {
  readonly offset: number;
  /** A character by its Unicode number, such as `U+001B`. */
  readonly name: string;
}

/**
 * Every hidden character of a text, in order.
 *
 * @param lines true for a text of several lines, in which tabs and line breaks may stand
 *
 * @example
 * [...hiddenCharacters('Ji\u202elin')]; // → [{ offset: 2, name: 'U+202E' }]
 * [...hiddenCharacters('two\nlines', true)]; // → []
 */
export function* hiddenCharacters(text: string, lines = false): Generator<HiddenCharacter> {
  for (const { 0: character, index } of text.matchAll(lines ? HIDDEN_IN_LINES : HIDDEN)) {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    yield { offset: index, name: `U+${code}` };
  }
}

/**
 * A text with every hidden character replaced, so that it can be shown in a terminal whatever it holds.
 *
 * @example
 * printable('a\u001b[31mb\nc'); // → 'a�[31mb�c'
 */
export function printable(text: string): string {
  return text.replace(HIDDEN, '\ufffd');
}
