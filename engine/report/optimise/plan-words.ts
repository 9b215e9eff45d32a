import { writtenValue } from '../../optimise/plan-settings.js';
import type { Assignment } from '../../optimise/variables.js';
import type { Policy } from '../../scenario/scenario.js';
import { formatPercent } from '../text/number-format.js';
import { capital, countWords, listed, MOST_WORDS } from '../text/sentence.js';

/** A policy as a plan has it: how much of it, and what else the plan chooses. */
export interface PolicyWords {
  readonly policy: string;
  /** 1 where the plan does not choose it. */
  readonly intensity: number;
  /** Such as `everywhere, from 2014`; empty where nothing else is chosen. */
  readonly details: string;
}

/**
 * The policies of a plan, in the order of the menu.
 *
 * @param menu choices that are those of its policies as written go without saying
 */
export function policyWords(assignments: readonly Assignment[], menu: readonly Policy[] = []): PolicyWords[] {
  return [...new Set(assignments.map(({ policy }) => policy))].map((policy) => {
    const own = assignments.filter((each) => each.policy === policy);
    const intensity = own.find(({ field }) => field === 'intensity');
    return {
      policy,
      intensity: intensity === undefined ? 1 : Number(intensity.value),
      details: own
        .filter((assignment) => !isWritten(assignment, menu))
        .flatMap(detail)
        .join(', '),
    };
  });
}

function isWritten(assignment: Assignment, menu: readonly Policy[]): boolean {
  const policy = menu.find(({ name }) => name === assignment.policy);
  if (policy === undefined) return false;
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  switch (assignment.field) {
    case 'regions':
      return same(policy.regions, assignment.value);
    case 'industries':
      return same(policy.industries, assignment.value.selector);
    default:
      return same(policy.numbers[assignment.field], { kind: 'constant', value: assignment.value });
  }
}

function detail(assignment: Assignment): string[] {
  switch (assignment.field) {
    case 'intensity':
      return [];
    case 'start':
      return [`from ${assignment.value}`];
    case 'regions':
      return [assignment.value.join() === '*' ? 'everywhere' : `in ${listed(assignment.value)}`];
    case 'industries': {
      const written = writtenValue(assignment);
      if (typeof written === 'string') return [written];
      if (Array.isArray(written)) return [written.length > 3 ? `${written.length} industries` : listed(written)];
      return [
        Object.entries(written as object)
          .map(([key, value]) => `${key} ${value}`)
          .join(', '),
      ];
    }
  }
}

/** A cell of a table: how much of a policy, and what else is chosen. */
export function policyCell({ intensity, details }: PolicyWords): string {
  if (intensity === 0) return '–';
  return details === '' ? formatPercent(intensity, 0) : `${formatPercent(intensity, 0)} ${details}`;
}

/**
 * The policies of a plan in a sentence.
 *
 * @example
 * planSentence([{ policy: 'Market', field: 'intensity', value: 1 }, { policy: 'Talent', field: 'intensity', value: 0 }]); // → 'In full: Market. Not at all: Talent.'
 */
export function planSentence(assignments: readonly Assignment[], menu: readonly Policy[] = []): string {
  const policies = policyWords(assignments, menu);
  const named = ({ policy, details }: PolicyWords, part = ''): string => {
    const inside = [part, details].filter((text) => text !== '').join(', ');
    return inside === '' ? policy : `${policy} (${inside})`;
  };
  const groups = [
    ['in full', policies.filter(({ intensity }) => intensity === 1).map((each) => named(each))],
    [
      'in part',
      policies
        .filter(({ intensity }) => intensity > 0 && intensity < 1)
        .sort((a, b) => b.intensity - a.intensity)
        .map((each) => named(each, formatPercent(each.intensity, 0))),
    ],
    ['not at all', policies.filter(({ intensity }) => intensity === 0).map(({ policy }) => policy)],
  ] as const;
  return groups
    .filter(([, names]) => names.length > 0)
    .map(([how, names]) => phrases(capital(how), names))
    .join(' ');
}

/** A list in sentences, each as long as a sentence may be. */
function phrases(how: string, names: readonly string[]): string {
  for (let some = names.length; some > 1; some--) {
    const whole = `${how}: ${listed(names.slice(0, some))}.`;
    if (countWords(whole) <= MOST_WORDS) {
      return some === names.length ? whole : `${whole} ${phrases('Also', names.slice(some))}`;
    }
  }
  return [`${how}: ${names[0]}.`, ...(names.length > 1 ? [phrases('Also', names.slice(1))] : [])].join(' ');
}
