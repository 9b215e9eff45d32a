import { settingKey } from '../scenario/set.js';
import type { Assignment } from './variables.js';

/**
 * The texts of `--set` that make a plan of its menu. A policy that is left out stays with no intensity, so that the plan is a menu, too.
 *
 * @example
 * planSettings([{ policy: 'Open the border', field: 'intensity', value: 0.4 }, { policy: 'Trains', field: 'intensity', value: 0 }]); // → ['policies.Open the border.intensity=0.4', 'policies.Trains.intensity=0']
 */
export function planSettings(assignments: readonly Assignment[]): string[] {
  const left = new Set(
    assignments.flatMap(({ policy, field, value }) => (field === 'intensity' && value === 0 ? [policy] : [])),
  );
  return assignments
    .filter(({ policy, field }) => field === 'intensity' || !left.has(policy))
    .map((assignment) => {
      const path = `policies.${settingKey(assignment.policy)}.${assignment.field}`;
      return `${path}=${JSON.stringify(writtenValue(assignment))}`;
    });
}

/** The value of an assignment as a file writes it. */
export function writtenValue(assignment: Assignment): unknown {
  return assignment.field === 'industries' ? assignment.value.written : assignment.value;
}
