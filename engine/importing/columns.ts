import type { MistakeList } from '../files/mistake-list.js';
import { knownNames } from '../mistakes.js';
import {
  aliasGroups,
  guessMark,
  isFigures,
  isNaming,
  labelOf,
  looksLikeCodes,
  type Profile,
  profileColumn,
  sampleRows,
} from './column-profiles.js';
import { type DecimalMark, readYear } from './figures.js';
import type { FoundTable } from './find-table.js';
import type { Guess, ImportSettings, WideBy } from './settings.js';
import { cellPosition, type SourceTable, tidyName } from './source-table.js';
import { type Role, soundLikeIndustries, soundsLike, soundsLikeNoAmount } from './vocabulary.js';

/** A dimension of the table: the column that names it and, where there is one, the column of its codes. */
export interface NamedColumn {
  readonly label: number;
  readonly code: number | null;
}

/** Which column is what. In a wide table the dimension named by `wideBy` stands in the headings of `figures`. */
export interface Columns {
  readonly region: NamedColumn | null;
  readonly industry: NamedColumn | null;
  readonly year: number | null;
  /** Columns of figures: one in a tidy table. */
  readonly figures: readonly number[];
  readonly wideBy: WideBy | null;
  readonly mark: DecimalMark;
  readonly guesses: readonly Guess[];
  /** Other columns with several contents, in whose hands it may lie that a row stands twice. */
  readonly others: readonly { readonly heading: string; readonly contents: readonly string[] }[];
}

/**
 * Guesses which column holds regions, industries, years and figures, from headings and contents. Columns that the settings name are taken as
 * named. What cannot be found is a mistake.
 */
export function guessColumns(
  table: SourceTable,
  found: FoundTable,
  settings: ImportSettings,
  mistakes: MistakeList,
): Columns | undefined {
  const { headings } = found;
  const sample = sampleRows(found.body);
  const markGuess = guessMark(table, sample, headings.length);
  const mark = settings.decimalMark ?? markGuess.mark;
  const profiles = headings.map((heading, column) => profileColumn(table, sample, column, heading, mark));
  const guesses: Guess[] = [];
  if (settings.decimalMark === undefined && (markGuess.unclear || mark === 'comma')) {
    const guess = mark === 'comma' ? 'a comma' : 'a point; commas stand between thousands';
    guesses.push({ about: 'decimal mark', guess, option: '--decimal' });
  }

  const named = namedColumns(table, found, settings, mistakes);
  if (named === undefined) return undefined;
  const roles = assignRoles(table, sample, profiles, named, settings);
  const figures = figureColumns(roles, named.value);
  reportMissing(table, found, roles, figures, mistakes);
  if (mistakes.list().length > 0) return undefined;

  const { wideBy } = roles;
  const chosen: ChosenColumns = {
    region: wideBy === 'regions' ? null : namedColumn(roles.region, named.region),
    industry: wideBy === 'industries' ? null : namedColumn(roles.industry, named.industry),
    year: wideBy === 'years' ? null : (roles.year ?? null),
    figures,
    wideBy,
  };
  guesses.push(...columnGuesses(headings, roles, chosen, named, settings));
  const { region, industry, year } = chosen;
  const keys = [region?.label, region?.code, industry?.label, industry?.code, year];
  const others = profiles
    .filter((each) => !keys.includes(each.column) && !figures.includes(each.column) && each.names.size > 1)
    .filter((each) => each.numeric < 0.5 || each.names.size <= 20)
    .map((each) => ({ heading: each.heading, contents: [...each.names] }));
  return { ...chosen, mark, guesses, others };
}

type ChosenColumns = Pick<Columns, 'region' | 'industry' | 'year' | 'figures' | 'wideBy'>;

/** What columns are taken for. */
interface Roles {
  /** Columns that name the same things, as codes and names do. */
  readonly region: readonly Profile[] | undefined;
  readonly industry: readonly Profile[] | undefined;
  readonly year: number | undefined;
  readonly wideBy: WideBy | null;
  /** Columns of figures; of them the table's own are chosen. */
  readonly figures: readonly Profile[];
}

function assignRoles(
  table: SourceTable,
  sample: readonly number[],
  profiles: readonly Profile[],
  named: NamedRoles,
  settings: ImportSettings,
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

/** All columns of figures of a wide table, the one column of a tidy table, or none. */
function figureColumns({ wideBy, figures }: Roles, named: number | undefined): number[] {
  if (wideBy === 'years') return figures.map((each) => each.column);
  if (wideBy !== null) return figures.filter((each) => each.heading !== '').map((each) => each.column);
  const value = named ?? guessValue(figures);
  return value === undefined ? [] : [value];
}

function reportMissing(
  table: SourceTable,
  found: FoundTable,
  { region, industry, year, wideBy }: Roles,
  figures: readonly number[],
  mistakes: MistakeList,
): void {
  const at = cellPosition(table, found.header, 0);
  const columns = `the columns are ${found.headings
    .filter((each) => each !== '')
    .slice(0, 12)
    .join(', ')}`;
  const missing = (what: string, option: string) =>
    mistakes.add(at, `no column of ${what} found`, `name it with ${option}; ${columns}`);
  if (region === undefined && wideBy !== 'regions') missing('regions', '--region-column');
  if (industry === undefined && wideBy !== 'industries') missing('industries', '--industry-column');
  if (year === undefined && wideBy !== 'years') missing('years', '--year-column');
  if (wideBy === null && figures.length === 0) missing('figures', '--value-column');
  if (wideBy !== null && wideBy !== 'years' && figures.length < 2)
    mistakes.add(at, `fewer than two columns of figures for ${wideBy}`, columns);
}

/** The names of a dimension and their codes. */
function namedColumn(group: readonly Profile[] | undefined, given: number | undefined): NamedColumn | null {
  if (group === undefined) return null;
  const label = given ?? labelOf(group).column;
  const code = group.find((each) => each.column !== label && looksLikeCodes(each)) ?? null;
  return { label, code: code?.column ?? null };
}

/** Says what was guessed of the columns, each with the option that decides otherwise. */
function columnGuesses(
  headings: readonly string[],
  roles: Roles,
  { region, industry, year, figures, wideBy }: ChosenColumns,
  named: NamedRoles,
  settings: ImportSettings,
): Guess[] {
  const guesses: Guess[] = [];
  const say = (about: string, guess: string, option: string) => guesses.push({ about, guess, option });
  const headed = (column: number) => (headings[column] ? `"${headings[column]}"` : `${column + 1}, without a heading`);
  const shown = ({ label, code }: NamedColumn) =>
    `column ${headed(label)}${code === null ? '' : `, codes in ${headed(code)}`}`;
  if (wideBy === null && named.value === undefined) {
    const others = roles.figures.filter((each) => each.column !== figures[0]).map((each) => each.heading);
    const more = others.length > 0 ? ` (other columns of figures: ${others.slice(0, 6).join(', ')})` : '';
    say('figures', `column "${headings[figures[0]!]}"${more}`, '--value-column');
  }
  if (region !== null && named.region === undefined) say('regions', shown(region), '--region-column');
  if (industry !== null && named.industry === undefined) say('industries', shown(industry), '--industry-column');
  if (year !== null && named.year === undefined) say('years', `column "${headings[year]}"`, '--year-column');
  if (wideBy !== null && settings.wideBy === undefined) {
    const names = figures.map((column) => headings[column]!);
    say(wideBy, `in the headings: ${names[0]} … ${names.at(-1)} (${names.length} columns)`, '--wide-by');
  }
  return guesses;
}

type NamedRoles = Partial<Record<Role, number>>;

/** Columns that the settings name, by heading or number; a name that is none is a mistake. */
function namedColumns(
  table: SourceTable,
  found: FoundTable,
  settings: ImportSettings,
  mistakes: MistakeList,
): NamedRoles | undefined {
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
      mistakes.add(
        cellPosition(table, found.header, 0),
        `no column "${name}"`,
        knownNames(
          name,
          found.headings.filter((each) => each !== ''),
        ),
      );
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

function guessYear(profiles: readonly Profile[]): number | undefined {
  const scored = profiles
    .filter((each) => each.years >= 0.9)
    .map((each) => ({ each, score: (soundsLike('year', each.heading) ? 4 : 0) + (each.names.size > 1 ? 1 : 0) }));
  // Figures between 1000 and 2999 look like years too, but differ from row to row.
  const likely = scored.filter(({ each, score }) => score >= 4 || each.names.size <= 250);
  return likely.sort((a, b) => b.score - a.score || a.each.column - b.each.column)[0]?.each.column;
}

function guessValue(profiles: readonly Profile[]): number | undefined {
  const score = (each: Profile) =>
    (soundsLike('value', each.heading) ? 2 : 0) -
    (soundsLikeNoAmount(each.heading) ? 3 : 0) +
    (each.names.size > 1 ? 1 : 0);
  return [...profiles].sort((a, b) => score(b) - score(a) || b.column - a.column)[0]?.column;
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
