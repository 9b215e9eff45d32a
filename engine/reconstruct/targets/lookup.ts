import { knownNames } from '../../mistakes.js';
import type { Targets } from './figure.js';

/** Place of something in a targets file: keys and indices from its root. */
export type Path = readonly (string | number)[];

/** Takes down a mistake at a place of the targets file. */
export type Report = (path: Path, message: string, hint?: string) => void;

/** Indices of names and years; a name that is unknown is reported and taken for the first. */
export interface Lookup {
  region(name: string, path: Path): number;
  industry(name: string, path: Path): number;
  year(year: number, path: Path): number;
}

/** A lookup of the names of some targets. */
export function createLookup(names: Pick<Targets, 'regions' | 'industries' | 'years'>, report: Report): Lookup {
  const index = (known: readonly string[], what: string) => (name: string, path: Path) => {
    const found = known.indexOf(name);
    if (found < 0) report(path, `unknown ${what} "${name}"`, knownNames(name, known));
    return Math.max(0, found);
  };
  const year = index(names.years.map(String), 'year');
  return {
    region: index(names.regions, 'region'),
    industry: index(names.industries, 'industry'),
    year: (each, path) => year(String(each), path),
  };
}

/** Reports the names that stand more than once. */
export function reportRepeated(names: readonly string[], at: (index: number) => Path, report: Report): void {
  names.forEach((name, index) => {
    if (names.indexOf(name) < index) report(at(index), `"${name}" stands twice`);
  });
}
