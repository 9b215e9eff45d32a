import { type Mistake, throwMistakes } from '../mistakes.js';
import type { FutureSource } from './future.js';

/** Checks that futures can be set side by side: the same regions, the same classification of industries, the same years. */
export function checkComparable(sources: readonly FutureSource[]): void {
  const first = sources[0]!;
  const mistakes: Mistake[] = [];
  for (const source of sources.slice(1)) {
    const report = (message: string, hint: string): void => {
      mistakes.push({ file: source.scenario.file, line: 1, column: 1, message, hint });
    };
    if (!sameList(source.economy.regions, first.economy.regions)) {
      report(`has other regions than ${first.id}`, 'compare futures of one case');
    }
    if (!sameList(source.economy.industries, first.economy.industries)) {
      report(
        `has another classification of industries than ${first.id} (${source.economy.industries.length} against ${first.economy.industries.length})`,
        'indicators of different classifications cannot be compared',
      );
    }
    const [a, b] = [source.scenario.years, first.scenario.years];
    if (a.from !== b.from || a.to !== b.to) {
      report(`projects ${a.from}–${a.to}, but ${first.id} ${b.from}–${b.to}`, '--set years.to=…');
    }
  }
  throwMistakes(mistakes);
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, k) => name === b[k]);
}
