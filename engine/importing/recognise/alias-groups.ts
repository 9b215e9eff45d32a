import { type SourceTable, tidyName } from '../read/source-table.js';
import { looksLikeCodes, type Profile } from './column-profiles.js';
import { soundsLike, words } from './role-words.js';

/** Columns that name the same things, as codes and names do. */
export function aliasGroups(table: SourceTable, sample: readonly number[], profiles: readonly Profile[]): Profile[][] {
  const groups: Profile[][] = [];
  for (const each of profiles) {
    const group = groups.find(([first]) => areAliases(table, sample, first!, each));
    if (group) group.push(each);
    else groups.push([each]);
  }
  return groups;
}

/** Codes of which more than this part have a name of their own are codes of these names. */
const OWN_NAMES = 0.6;

/** True where the heading of a column says that it names regions, industries or codes. */
function mayName({ heading }: Profile): boolean {
  if (soundsLike('region', heading) || soundsLike('industry', heading)) return true;
  return /\b(?:names?|labels?|titles?|descriptions?|bezeichnung|libell(?:é|e)s?|nombre|nome)\b|名/iu.test(
    words(heading),
  );
}

/** True where each content of one column goes with one of the other; some codes may share a name. */
function areAliases(table: SourceTable, sample: readonly number[], a: Profile, b: Profile): boolean {
  const [finer, coarser] = b.names.size > a.names.size ? [b, a] : [a, b];
  if (coarser.names.size < 2 || coarser.names.size < finer.names.size * OWN_NAMES) return false;
  // Names are never fewer than what they name, but for codes that share one.
  if (coarser.names.size < finer.names.size && !(looksLikeCodes(finer) && mayName(coarser))) return false;
  const partner = new Map<string, string>();
  for (const row of sample) {
    const [x, y] = [tidyName(table.rows[row]![finer.column]), tidyName(table.rows[row]![coarser.column])];
    if (x === '' || y === '') continue;
    const known = partner.get(x);
    if (known === undefined) partner.set(x, y);
    else if (known !== y) return false;
  }
  return new Set(partner.values()).size === coarser.names.size;
}

/** The names rather than the codes, where both are there, and of several names those whose heading says so. */
export function labelOf(group: readonly Profile[], role: 'region' | 'industry'): Profile {
  const score = (each: Profile) => {
    const plain = looksLikeCodes(each) && group.length > 1 ? 0 : 1000;
    return plain + (soundsLike(role, each.heading) ? 500 : 0) + Math.min(400, each.meanLength);
  };
  return [...group].sort((a, b) => score(b) - score(a))[0]!;
}
