import type { Mistake, Position } from '../mistakes.js';
import { printable } from './hidden-characters.js';

/** At most this many mistakes of one file are listed; the rest are counted. */
const MISTAKES_PER_FILE = 200;

/** Longer messages can only quote a name that no one wrote. */
const LONGEST_MESSAGE = 400;

/** The mistakes of one file as they are found. Beyond the limit only their number is kept, and no position is computed. */
export interface MistakeList {
  /** Records a mistake; `at` and `hint` are asked only for mistakes that will be listed, since each may take a search. */
  add(at: Position | (() => Position), message: string, hint?: string | (() => string)): void;
  /** The mistakes so far, in the order of the file, closed by "and N more mistakes" where some were only counted. */
  list(): readonly Mistake[];
}

/**
 * An empty list for the mistakes of one file.
 *
 * @example
 * const mistakes = createMistakeList('outputs.csv', 1);
 * mistakes.add({ file: 'outputs.csv', line: 2, column: 1, message: '' }, 'first');
 * mistakes.add({ file: 'outputs.csv', line: 3, column: 1, message: '' }, 'second');
 * mistakes.list().map((mistake) => mistake.message); // → ['first', 'and 1 more mistake in this file']
 */
export function createMistakeList(file: string, limit: number = MISTAKES_PER_FILE): MistakeList {
  const listed: Mistake[] = [];
  let more = 0;
  return {
    add(at, message, hint) {
      if (listed.length >= limit) {
        more += 1;
        return;
      }
      const { line, column, file: where } = typeof at === 'function' ? at() : at;
      const right = typeof hint === 'function' ? hint() : hint;
      listed.push({
        file: where,
        line,
        column,
        message: plain(message),
        ...(right === undefined ? {} : { hint: plain(right) }),
      });
    },
    list() {
      const sorted = [...listed].sort((a, b) => a.line - b.line || a.column - b.column);
      return more === 0 ? sorted : [...sorted, andMore(file, sorted.at(-1), more)];
    },
  };
}

/** One line without control characters, clipped: messages quote the file, and what a file holds must not steer a terminal. */
function plain(text: string): string {
  const line = printable(text);
  return line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE)}…` : line;
}

function andMore(file: string, last: Position | undefined, more: number): Mistake {
  const message = `and ${more} more mistake${more === 1 ? '' : 's'} in this file`;
  return { file, line: last?.line ?? 1, column: last?.column ?? 1, message, more };
}
