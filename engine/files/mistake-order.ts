import type { Mistake, Position } from '../mistakes.js';

/** Sorts mistakes file by file, in the order in which the files first occur, and within a file from top to bottom. */
export function inFileOrder(mistakes: readonly Mistake[]): Mistake[] {
  const files = [...new Set(mistakes.map(({ file }) => file))];
  return mistakes.toSorted(
    (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column,
  );
}

/** The mistakes of a text, then those of its meaning, except at places where the text itself is already wrong. */
export function addedMistakes(text: readonly Mistake[], meaning: readonly Mistake[]): Mistake[] {
  const places = new Set(text.map(placeKey));
  return [...text, ...meaning.filter((mistake) => !places.has(placeKey(mistake)))];
}

function placeKey({ file, line, column }: Position): string {
  return JSON.stringify([file, line, column]);
}
