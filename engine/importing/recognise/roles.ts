import type { TableContext } from '../read/import-context.js';
import type { WideBy } from '../read/settings.js';
import { readYear } from '../read/years.js';
import { aliasGroups } from './alias-groups.js';
import { columnKind } from './column-kinds.js';
import { isFigures, isNaming, type Profile } from './column-profiles.js';
import type { NamedRoles } from './named-columns.js';
import {
  soundLikeIndustries,
  soundsLike,
  soundsLikeAnIndustry,
  soundsLikeMeasure,
  soundsLikeNoAmount,
  soundsLikeOtherAmount,
} from './role-words.js';

/** The roles of columns. */
export interface Roles {
  /** Columns that name the same things, as codes and names do. */
  readonly region: readonly Profile[] | undefined;
  readonly industry: readonly Profile[] | undefined;
  readonly year: number | undefined;
  readonly wideBy: WideBy | null;
  /** True where the table has no industries: its figures are taken for those of one. */
  readonly oneIndustry: boolean;
  /** Columns of figures; of them the table's own are chosen. */
  readonly figures: readonly Profile[];
  /** Columns of figures that are read as nothing: shares, growth, population, doubled headings. */
  readonly aside: readonly Profile[];
}

type Group = readonly Profile[];

/** Decides which columns hold what, from their profiles and from the columns that the user names. */
export function assignRoles(
  { table, settings }: TableContext,
  sample: readonly number[],
  profiles: readonly Profile[],
  named: NamedRoles,
): Roles {
  const taken = new Set(Object.values(named));
  const free = profiles.filter((each) => !taken.has(each.column) && each.names.size > 0 && !isBesideFigures(each));
  const yearHeadings = free.filter((each) => readYear(each.heading) !== undefined && isFigures(each));
  const byYears =
    settings.wideBy === 'years' ||
    (settings.wideBy === undefined && named.year === undefined && yearHeadings.length >= 2);
  const year = byYears ? undefined : (named.year ?? guessYear(free));
  const keys = free.filter((each) => each.column !== year && !(byYears && yearHeadings.includes(each)));
  const sectors = keys.filter((each) => isFigures(each) && soundsLikeAnIndustry(each.heading)).length;
  const naming = keys.filter((each) => isNaming(each) && !(sectors >= 2 && isFigures(each)));
  const groups = aliasGroups(table, sample, naming);
  const { region, industry, rest } = namingGroups(groups, profiles, named, settings.wideBy);
  const used = [...(region ?? []), ...(industry ?? [])];
  const numbers = keys.filter((each) => isFigures(each) && !used.includes(each));
  const amounts = amountColumns(numbers);
  const given = industry ?? rest;
  const oneIndustry =
    settings.wideBy !== 'industries' && given === undefined && isOneIndustry(byYears, amounts, named.value);
  const wideBy = byYears ? 'years' : wideDimension(settings.wideBy, region, oneIndustry ? [] : given, amounts);
  const figures = byYears ? yearHeadings : wideBy === null ? numbers : amounts;
  const aside = byYears ? numbers : wideBy === null ? [] : numbers.filter((each) => !amounts.includes(each));
  return { region, industry: given, year, wideBy, oneIndustry, figures, aside };
}

/** True for columns that say something of the figures beside them: units, flags, sources. */
function isBesideFigures({ heading }: Profile): boolean {
  const kind = columnKind(heading);
  return kind !== null && kind !== 'measure';
}

/** The groups of columns that name regions and industries; `rest` is what names industries where only the order of columns says so. */
function namingGroups(
  groups: readonly Group[],
  profiles: readonly Profile[],
  named: NamedRoles,
  wideBy: WideBy | undefined,
) {
  const pick = (role: 'region' | 'industry', without?: Group) =>
    pickGroup(role, named[role], groups, profiles, without);
  let region = wideBy === 'regions' ? undefined : pick('region');
  const industry = wideBy === 'industries' ? undefined : pick('industry', region);
  if (named.region === undefined && region !== undefined && region === industry) region = undefined;
  // Without any evidence the first column of names is taken for regions and the next for industries.
  const firstOfRest = (otherRole: 'region' | 'industry') =>
    groups
      .filter((group) => group !== region && group !== industry && group.some((each) => each.names.size > 1))
      .find((group) => !group.some((each) => soundsLike(otherRole, each.heading)));
  if (region === undefined && wideBy !== 'regions') region = firstOfRest('industry');
  const rest = industry === undefined && wideBy !== 'industries' ? firstOfRest('region') : undefined;
  return { region, industry, rest };
}

/** Columns of figures that are amounts of output by their headings. */
function amountColumns(numbers: readonly Profile[]): readonly Profile[] {
  return numbers.filter(
    ({ heading }) => !soundsLikeNoAmount(heading) && !soundsLikeOtherAmount(heading) && readYear(heading) === undefined,
  );
}

/** True where no column names industries and the headings of the figures name none either. */
function isOneIndustry(byYears: boolean, amounts: readonly Profile[], value: number | undefined): boolean {
  if (byYears || value !== undefined) return true;
  const measures = amounts.filter(({ heading }) => soundsLikeMeasure(heading));
  return measures.length > 0 && amounts.length - measures.length < 2;
}

/** The dimension in the headings where years do not stand there: the one that no column names, if there are columns of figures enough. */
function wideDimension(
  asked: WideBy | undefined,
  region: Group | undefined,
  industry: Group | undefined,
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

/** The group of the column named, else the one with evidence for the role, by heading before contents, that tells most things apart. */
function pickGroup(
  role: 'region' | 'industry',
  named: number | undefined,
  groups: readonly Group[],
  profiles: readonly Profile[],
  without?: Group,
): Group | undefined {
  if (named !== undefined)
    return groups.find((group) => group.some((each) => each.column === named)) ?? [profiles[named]!];
  const other = role === 'region' ? 'industry' : 'region';
  const heard = (group: Group) => group.some((each) => soundsLike(role, each.heading));
  const score = (group: Group) => {
    const against = group.some((each) => soundsLike(other, each.heading)) ? 2 : 0;
    const contents = group.some((each) => soundLikeIndustries([...each.names])) ? 3 : 0;
    return (heard(group) ? 4 : 0) - against + (role === 'industry' ? contents : -contents);
  };
  const likely = groups.filter((group) => group !== without && score(group) > 0);
  const several = likely.filter((group) => group[0]!.names.size > 1);
  // One region or industry alone is one where the heading says so.
  return (several.length > 0 ? several : likely.filter(heard)).sort(
    (a, b) => Number(heard(b)) - Number(heard(a)) || b[0]!.names.size - a[0]!.names.size || score(b) - score(a),
  )[0];
}
