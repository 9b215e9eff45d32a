import { type Mistake, throwMistakes } from '../../mistakes.js';
import type { Doubt } from './doubt.js';

/**
 * The names that are left out, given what the user keeps. Of a sum that is kept its parts go. Keeping both a sum and one of its parts is a mistake.
 *
 * @example
 * const parts = ['Cars', 'Food'];
 * const total = { axis: 'industry', name: 'Total', reason: 'the sum', by: 'arithmetic', drop: ['Total'], instead: parts, parts };
 * droppedNames([total], []); // → ['Total']
 * droppedNames([total], ['Total']); // → ['Cars', 'Food']
 */
export function droppedNames(doubts: readonly Doubt[], keep: readonly string[]): string[] {
  const kept = new Set(keep);
  const dropped = new Set<string>();
  const mistakes: Mistake[] = [];
  const refuseBoth = (name: string, other: string, reason: string) =>
    mistakes.push({
      file: '--keep',
      line: 1,
      column: 1,
      message: `${name} and ${other} cannot both be kept: ${name} is ${reason}`,
      hint: 'figures would be added in twice',
    });
  const keptSums: Doubt[] = [];
  for (const doubt of doubts) {
    const { drop, instead, name, reason } = doubt;
    const keeps = drop.some((each) => kept.has(each));
    const part = keeps ? instead.find((each) => kept.has(each)) : undefined;
    if (part !== undefined) refuseBoth(name, part, reason);
    else if (keeps && instead.length > 1) {
      const other = keptSums.find((each) => each.instead.some((own) => instead.includes(own)));
      if (other !== undefined) refuseBoth(name, other.name, reason);
      keptSums.push(doubt);
    }
    for (const each of keeps ? instead : drop) dropped.add(each);
  }
  throwMistakes(mistakes);
  return [...dropped];
}

/** Each name left out with its reason; parts that go because their sum is kept, with that. */
export function leftOutReasons(doubts: readonly Doubt[], dropped: ReadonlySet<string>): ReadonlyMap<string, string> {
  const reasons = new Map<string, string>();
  for (const { drop, instead, reason, name } of doubts) {
    const taken = drop.every((each) => dropped.has(each));
    for (const each of taken ? drop : instead) {
      if (!dropped.has(each) || reasons.has(each)) continue;
      reasons.set(each, taken ? reason : `${name}, which is kept, is ${reason}`);
    }
  }
  return reasons;
}
