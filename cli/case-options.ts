import type { Economy } from '../engine/economy/economy.js';
import type { CaseOptions } from '../engine/economy/parse-case.js';
import { knownNames, type Mistake, throwMistakes } from '../engine/mistakes.js';
import { parseSetting } from '../engine/scenario/set.js';
import { usageError } from './errors.js';

const KEYS = ['table', 'window'];

/** The settings that `--set` may make for a case read without a scenario: its table and its window. Throws a MistakesError for anything else. */
export function caseOptions(settings: readonly string[]): CaseOptions {
  const mistakes: Mistake[] = [];
  let options: CaseOptions = {};
  for (const [index, text] of settings.entries()) {
    const at = { file: '--set', line: index + 1, column: 1 };
    const set = parseSetting(text, index + 1, {});
    if ('mistakes' in set) {
      mistakes.push(...set.mistakes);
      continue;
    }
    for (const [key, value] of Object.entries(set.layer.value as Record<string, unknown>)) {
      if (!KEYS.includes(key)) {
        mistakes.push({ ...at, message: `"${key}" cannot be set of a case`, hint: knownNames(key, KEYS) });
      } else if (key === 'table') {
        options = { ...options, table: String(value) };
      } else if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 100) {
        options = { ...options, window: value };
      } else mistakes.push({ ...at, message: 'window must be a whole number from 1 to 100' });
    }
  }
  throwMistakes(mistakes);
  return options;
}

/** The observed year that `--year` asks for, or the last one. Throws a usage error where the case has no data for it. */
export function observedYear(asked: number | undefined, { years }: Pick<Economy, 'years'>): number {
  if (asked === undefined) return years.at(-1)!;
  if (!years.includes(asked)) throw usageError(`--year ${asked}: the case has data for ${years.join(', ')}`);
  return asked;
}

/**
 * The index of a name that an option gives. Throws a usage error, with the names that come near, where there is none such.
 *
 * @param what the word for such names in the message
 */
export function indexOfName(option: string, name: string, known: readonly string[], what = 'name'): number {
  const index = known.indexOf(name);
  if (index < 0) throw usageError(`--${option} ${name}: no such ${what} (${knownNames(name, known)})`);
  return index;
}
