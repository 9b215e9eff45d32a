import type { TableContext } from '../read/import-context.js';
import type { WideBy } from '../read/settings.js';
import { readYear } from '../read/years.js';
import { aliasGroups } from './alias-groups.js';
import { isFigures, isNaming, type Profile } from './column-profiles.js';
import type { NamedRoles } from './named-columns.js';
import { soundLikeIndustries, soundsLike } from './role-words.js';

/** What columns are taken for. */
export interface Roles {
  /** Columns that name the same things, as codes and names do. */
  readonly region: readonly Profile[] | undefined;
  readonly industry: readonly Profile[] | undefined;
  readonly year: number | undefined;
  readonly wideBy: WideBy | null;
  /** Columns of figures; of them the table's own are chosen. */
  readonly figures: readonly Profile[];
}

/** Decides which columns hold what, from their profiles and from the columns that the user names. */
export function assignRoles(
  { table, settings }: TableContext,
  sample: readonly number[],
  profiles: readonly Profile[],
  named: NamedRoles,
): Roles {
  const taken = new Set(Object.values(named));
  const free = (each: Profile) => !taken.has(each.column) && each.names.size > 0;
  const yearHeadings = profiles.filter((each) => free(each) && readYear(each.heading) !== undefined && isFigures(each));
  const byYears =
    settings.wideBy === 'years' ||
    (settings.wideBy === undefined && named.year === undefined && yearHeadings.length >= 2);
  const year = byYears ? undefined : (named.year ?? guessYear(profiles.filter(free)));
  const key = (each: Profile) => free(each) && each.column !== year && !(byYears && yearHeadings.includes(each));
  const groups = aliasGroups(
    table,
    sample,
    profiles.filter((each) => key(each) && isNaming(each)),
  );
  const pick = (role: 'region' | 'industry', without?: readonly Profile[]) =>
    pickGroup(role, named[role], groups, profiles, without);
  let region = settings.wideBy === 'regions' ? undefined : pick('region');
  let industry = settings.wideBy === 'industries' ? undefined : pick('industry', region);
  if (named.region === undefined && region !== undefined && region === industry) region = undefined;
  // Without any evidence the first column of names is taken for regions and the next for industries.
  const firstOfRest = (otherRole: 'region' | 'industry') =>
    groups
      .filter((group) => group !== region && group !== industry && group.some((each) => each.names.size > 1))
      .find((group) => !group.some((each) => soundsLike(otherRole, each.heading)));
  if (region === undefined && settings.wideBy !== 'regions') region = firstOfRest('industry');
  const naming = [...(region ?? []), ...(industry ?? [])];
  const figures = profiles.filter((each) => key(each) && isFigures(each) && !naming.includes(each));
  if (industry === undefined && settings.wideBy !== 'industries') industry = firstOfRest('region');
  const wideBy = byYears ? 'years' : wideDimension(settings.wideBy, region, industry, figures);
  return { region, industry, year, wideBy, figures: byYears ? yearHeadings : figures };
}

/** What stands in the headings where years do not: what no column names, if there are columns of figures enough. */
function wideDimension(
  asked: WideBy | undefined,
  region: readonly Profile[] | undefined,
  industry: readonly Profile[] | undefined,
  figures: readonly Profile[],
): WideBy | null {
  if (asked !== undefined) return asked;
  const bothNamed = region !== undefined && industry !== undefined;
  if (bothNamed || figures.length < 2) return null;
  return region === undefined ? 'regions' : 'industries';
}

/** The column that holds years, one that is called so before others. */
function guessYear(profiles: readonly Profile[]): number | undefined {
  const scored = profiles
    .filter((each) => each.years >= 0.9)
    .map((each) => ({ each, score: (soundsLike('year', each.heading) ? 4 : 0) + (each.names.size > 1 ? 1 : 0) }));
  // Figures between 1000 and 2999 look like years too, but differ from row to row.
  const likely = scored.filter(({ each, score }) => score >= 4 || each.names.size <= 250);
  return likely.sort((a, b) => b.score - a.score || a.each.column - b.each.column)[0]?.each.column;
}

/** The group of the column named, else the one with evidence for the role that tells most things apart. */
function pickGroup(
  role: 'region' | 'industry',
  named: number | undefined,
  groups: readonly Profile[][],
  profiles: readonly Profile[],
  without?: readonly Profile[],
): Profile[] | undefined {
  if (named !== undefined)
    return groups.find((group) => group.some((each) => each.column === named)) ?? [profiles[named]!];
  const other = role === 'region' ? 'industry' : 'region';
  const score = (group: readonly Profile[]) => {
    const heard = group.some((each) => soundsLike(role, each.heading)) ? 4 : 0;
    const against = group.some((each) => soundsLike(other, each.heading)) ? 2 : 0;
    const contents = group.some((each) => soundLikeIndustries([...each.names])) ? 3 : 0;
    return heard - against + (role === 'industry' ? contents : -contents);
  };
  return groups
    .filter((group) => group !== without && score(group) > 0 && group[0]!.names.size > 1)
    .sort((a, b) => b[0]!.names.size - a[0]!.names.size || score(b) - score(a))[0];
}
