import type { Mistake, Position } from '../mistakes.js';

/** At most this many mistakes of one file are listed; the rest are counted. */
export const MISTAKES_PER_FILE = 200;

/** The mistakes of one file as they are found. Beyond the limit only their number is kept, and no position is computed. */
export interface MistakeList {
  /** Records a mistake; `at` is asked only for mistakes that will be listed. */
  add(at: Position | (() => Position), message: string, hint?: string): void;
  /** The mistakes so far, in the order found, closed by "and N more mistakes" where some were only counted. */
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
      listed.push({ file: where, line, column, message, ...(hint === undefined ? {} : { hint }) });
    },
    list() {
      return more === 0 ? listed : [...listed, andMore(file, listed.at(-1), more)];
    },
  };
}

/**
 * The first mistakes of each file, up to the limit, each file closed by "and N more mistakes" where it has more. Keeps the order.
 *
 * @example
 * const mistake = { file: 'case.yaml', line: 1, column: 1, message: 'wrong' };
 * limitMistakes([mistake, mistake, mistake], 1).map((each) => each.message); // → ['wrong', 'and 2 more mistakes in this file']
 */
export function limitMistakes(mistakes: readonly Mistake[], limit: number = MISTAKES_PER_FILE): readonly Mistake[] {
  const counts = new Map<string, number>();
  const kept: Mistake[] = [];
  const lasts = new Map<string, Mistake>();
  for (const mistake of mistakes) {
    const count = (counts.get(mistake.file) ?? 0) + 1;
    counts.set(mistake.file, count);
    if (count > limit) continue;
    kept.push(mistake);
    lasts.set(mistake.file, mistake);
  }
  for (const [file, count] of counts) if (count > limit) kept.push(andMore(file, lasts.get(file), count - limit));
  return kept;
}

function andMore(file: string, last: Position | undefined, more: number): Mistake {
  const message = `and ${more} more mistake${more === 1 ? '' : 's'} in this file`;
  return { file, line: last?.line ?? 1, column: last?.column ?? 1, message };
}
