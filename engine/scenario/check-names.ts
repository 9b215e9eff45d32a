import type { Part } from '../files/yaml.js';
import { knownNames } from '../mistakes.js';
import type { BuildContext } from './build-context.js';
import { isGlob, matchNames } from './names.js';
import type { Path } from './plain-data.js';

/** The names allowed in a place, and the word for what they name. */
export interface Known {
  readonly what: string;
  readonly names: readonly string[];
}

/** Checks that a name exists, or that a glob matches one. */
export function checkName(path: Path, name: string, known: Known, context: BuildContext, part: Part = 'text'): void {
  const glob = isGlob(name);
  if (glob ? matchNames([name], known.names).length > 0 : known.names.includes(name)) return;
  const message = glob ? `no ${known.what} matches "${name}"` : `unknown ${known.what} "${name}"`;
  const hint = known.names.length === 0 ? `the case has no ${known.what}` : knownNames(name, known.names);
  context.report({ path, message, hint, part });
}

/** One name or glob, or a list of them, checked, as a list. */
export function checkedNames(
  path: Path,
  written: string | readonly string[],
  known: Known,
  context: BuildContext,
): string[] {
  if (typeof written === 'string') {
    checkName(path, written, known, context);
    return [written];
  }
  written.forEach((name, k) => {
    checkName([...path, k], name, known, context);
  });
  return [...written];
}

/** The regions of the case. */
export function knownRegions({ economy }: BuildContext): Known {
  return { what: 'region', names: economy.regions };
}

/** The industries of the case. */
export function knownIndustries({ economy }: BuildContext): Known {
  return { what: 'industry', names: economy.industries };
}

/** The accounts of the case. */
export function knownAccounts({ economy }: BuildContext): Known {
  return { what: 'account', names: economy.accounts.map(({ name }) => name) };
}
