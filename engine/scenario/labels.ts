import type { Scenario } from './scenario.js';

/** Characters of a title that still serves as a label. */
export const LABEL_LENGTH = 32;

/** What a scenario's own file says of its name, and what it inherits. */
export interface LabelSource {
  /** As written in the scenario's own file or set for it; null where only an extended file has one. */
  readonly label: string | null;
  /** The same of the title. */
  readonly title: string | null;
  readonly id: string;
}

/**
 * The short name of a future in sentences, tables and pictures: its label, else its own title where that is short, else the name of its file.
 * What a file inherits names the file it comes from, so neither label nor title of an extended file serves.
 *
 * @example
 * shortLabel({ label: 'together', title: 'Changchun and Jilin together', id: 'coordinated' }); // → 'together'
 * shortLabel({ label: null, title: 'Faster trains', id: 'rail' }); // → 'Faster trains'
 * shortLabel({ label: null, title: 'All seven ways at half their strength, from 2012 on', id: 'half' }); // → 'half'
 */
export function shortLabel({ label, title, id }: LabelSource): string {
  if (label !== null) return label;
  return title !== null && title.length <= LABEL_LENGTH ? title : id;
}

/**
 * Futures whose labels tell them apart: one whose label another has before it goes by its id.
 *
 * @example
 * const [a, b, c] = ['x', 'x', 'y'].map((label, k) => ({ id: `file-${k + 1}`, scenario: { label } }));
 * withLabels([a, b, c]).map(({ scenario }) => scenario.label); // → ['x', 'file-2', 'y']
 */
export function withLabels<Future extends { readonly id: string; readonly scenario: Pick<Scenario, 'label'> }>(
  futures: readonly Future[],
): Future[] {
  const taken = new Set<string>();
  return futures.map((future) => {
    const { label } = future.scenario;
    const shared = taken.has(label.toLowerCase());
    taken.add((shared ? future.id : label).toLowerCase());
    return shared ? { ...future, scenario: { ...future.scenario, label: future.id } } : future;
  });
}
