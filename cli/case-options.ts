import type { CaseOptions } from '../engine/economy/parse-case.js';
import { knownNames, type Mistake, throwMistakes } from '../engine/mistakes.js';
import { parseSetting } from '../engine/scenario/set.js';

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
