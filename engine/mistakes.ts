import { distance } from 'fastest-levenshtein';

/** A place in a file, 1-based as editors count. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One thing wrong with the input: where it stands, what is wrong, and what would be right. */
export interface Mistake extends Position {
  readonly message: string;
  readonly hint?: string;
  /** Number of further mistakes that this one stands for, where a file has more than are listed. */
  readonly more?: number;
}

/**
 * The one error of the engine: input that cannot be used, with every mistake found, not only the first.
 *
 * @example
 * const error = new MistakesError([{ file: 'case.yaml', line: 3, column: 1, message: 'unknown key "tabel"', hint: 'table' }]);
 * error.message; // → 'case.yaml:3:1  unknown key "tabel"  (table)'
 */
export class MistakesError extends Error {
  readonly mistakes: readonly Mistake[];

  constructor(mistakes: readonly Mistake[]) {
    super(mistakes.map(formatMistake).join('\n'));
    this.name = 'MistakesError';
    this.mistakes = mistakes;
  }
}

/** Formats a mistake as one line, `file:line:column  what is wrong  (what would be right)`, the form editors link to. */
export function formatMistake(mistake: Mistake): string {
  const hint = mistake.hint === undefined ? '' : `  (${mistake.hint})`;
  return `${mistake.file}:${mistake.line}:${mistake.column}  ${mistake.message}${hint}`;
}

/** Lines of mistakes that are shown; further ones help nobody. */
const MOST_SHOWN = 200;

/**
 * Mistakes as lines, each once: at most 200, then how many more there are.
 *
 * @example
 * mistakeLines([{ file: 'a.yaml', line: 1, column: 1, message: 'no case' }]); // → ['a.yaml:1:1  no case']
 */
export function mistakeLines(mistakes: readonly Mistake[]): string[] {
  const each = new Map(mistakes.map((mistake) => [formatMistake(mistake), mistake]));
  const listed = [...each].filter(([, { more }]) => more === undefined).map(([line]) => line);
  if (listed.length <= MOST_SHOWN) return [...each.keys()];
  const counted = mistakes.reduce((sum, { more = 0 }) => sum + more, listed.length - MOST_SHOWN);
  return [...listed.slice(0, MOST_SHOWN), `and ${counted} more mistake${counted === 1 ? '' : 's'}`];
}

/** Throws all mistakes at once, if there are any. */
export function throwMistakes(mistakes: readonly Mistake[]): void {
  if (mistakes.length > 0) throw new MistakesError(mistakes);
}

/** A longer text is no misspelt name. */
const LONGEST_NAME = 200;

/**
 * The known name closest to a misspelt one, or undefined where none is near enough to be meant.
 *
 * @example
 * nearestName('Changchum', ['Changchun', 'Jilin']); // → 'Changchun'
 */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  const folded = name.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    // Names of very different length cannot be near; comparing them would take length × length steps.
    if (Math.abs(candidate.length - name.length) >= bestDistance || name.length > LONGEST_NAME) continue;
    const d = distance(folded, candidate.toLowerCase());
    if (d < bestDistance) {
      best = candidate;
      bestDistance = d;
    }
  }
  return best;
}

/** The hint for an unknown name: the nearest known one, else the first few that exist. */
export function knownNames(name: string, known: readonly string[]): string {
  const nearest = nearestName(name, known);
  if (nearest !== undefined) return `did you mean "${nearest}"?`;
  const shown = known.slice(0, 8).join(', ');
  return known.length > 8 ? `known: ${shown}, … (${known.length} in all)` : `known: ${shown}`;
}
