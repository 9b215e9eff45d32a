import { knownNames } from '../../mistakes.js';
import type { TableContext } from '../read/import-context.js';
import { cellPosition, tidyName } from '../read/source-table.js';
import type { Role } from './role-words.js';

/** Columns that the settings name, by role. */
export type NamedRoles = Partial<Record<Role, number>>;

/** Columns that the settings name, by heading or number; a name that is none is a mistake. */
export function namedColumns({ table, found, settings, mistakes }: TableContext): NamedRoles | undefined {
  const named: NamedRoles = {};
  const roles = [
    ['region', settings.regionColumn],
    ['industry', settings.industryColumn],
    ['year', settings.yearColumn],
    ['value', settings.valueColumn],
  ] as const;
  let right = true;
  for (const [role, name] of roles) {
    if (name === undefined) continue;
    const column = findColumn(found.headings, name);
    if (column !== undefined) named[role] = column;
    else {
      const headings = found.headings.filter((each) => each !== '');
      mistakes.add(cellPosition(table, found.header, 0), `no column "${name}"`, knownNames(name, headings));
      right = false;
    }
  }
  return right ? named : undefined;
}

/**
 * The column with a heading, by exact spelling, then by spelling without regard to case, then by number from 1.
 *
 * @example
 * findColumn(['Region', 'Year'], 'year'); // → 1
 * findColumn(['Region', 'Year'], '1'); // → 0
 */
export function findColumn(headings: readonly string[], name: string): number | undefined {
  const tidy = tidyName(name);
  const exact = headings.indexOf(tidy);
  if (exact >= 0) return exact;
  const folded = headings.findIndex((heading) => heading.toLowerCase() === tidy.toLowerCase());
  if (folded >= 0) return folded;
  const number = /^\d{1,4}$/.test(tidy) ? Number(tidy) - 1 : -1;
  return number >= 0 && number < headings.length ? number : undefined;
}
