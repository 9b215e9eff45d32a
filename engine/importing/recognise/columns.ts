import type { DecimalMark } from '../read/figures.js';
import type { TableContext } from '../read/import-context.js';
import { cellPosition } from '../read/source-table.js';
import { labelOf } from './alias-groups.js';
import type { ChosenColumns, Columns, NamedColumn } from './chosen-columns.js';
import { guessMark, looksLikeCodes, type Profile, profileColumn, sampleRows } from './column-profiles.js';
import { namedColumns } from './named-columns.js';
import { soundsLike, soundsLikeNoAmount } from './role-words.js';
import { assignRoles, type Roles } from './roles.js';
import { sayColumns } from './say-columns.js';

/**
 * Guesses which column holds regions, industries, years and figures, from headings and contents. Columns that the settings name are taken as
 * named. What cannot be found is a mistake.
 */
export function guessColumns(context: TableContext): Columns | undefined {
  const { table, found, mistakes } = context;
  const sample = sampleRows(found.body);
  const mark = decimalMark(context, sample);
  const profiles = found.headings.map((heading, column) => profileColumn(table, sample, column, heading, mark));
  const named = namedColumns(context);
  if (named === undefined) return undefined;
  const roles = assignRoles(context, sample, profiles, named);
  const figures = figureColumns(roles, named.value);
  reportMissing(context, roles, figures);
  if (mistakes.list().length > 0) return undefined;

  const { wideBy } = roles;
  const chosen: ChosenColumns = {
    region: wideBy === 'regions' ? null : namedColumn(roles.region, named.region),
    industry: wideBy === 'industries' ? null : namedColumn(roles.industry, named.industry),
    year: wideBy === 'years' ? null : (roles.year ?? null),
    figures,
    wideBy,
  };
  sayColumns(context, roles, chosen, named);
  return { ...chosen, mark, others: otherColumns(profiles, chosen) };
}

/** The decimal mark of all figures: as the user says, else as the sampled ones show. */
function decimalMark({ table, found, settings, guesses }: TableContext, sample: readonly number[]): DecimalMark {
  if (settings.decimalMark !== undefined) return settings.decimalMark;
  const { mark, unclear } = guessMark(table, sample, found.headings.length);
  const what = mark === 'comma' ? 'a comma' : 'a point; commas stand between thousands';
  if (unclear || mark === 'comma') guesses.reading('decimal mark', what, { option: '--decimal' });
  return mark;
}

/** Columns without a role that hold several contents. */
function otherColumns(
  profiles: readonly Profile[],
  { region, industry, year, figures }: ChosenColumns,
): Columns['others'] {
  const keys = [region?.label, region?.code, industry?.label, industry?.code, year];
  return profiles
    .filter((each) => !keys.includes(each.column) && !figures.includes(each.column) && each.names.size > 1)
    .filter((each) => each.numeric < 0.5 || each.names.size <= 20)
    .map((each) => ({ heading: each.heading, contents: [...each.names] }));
}

/** All columns of figures of a wide table, the one column of a tidy table, or none. */
function figureColumns({ wideBy, figures }: Roles, named: number | undefined): number[] {
  if (wideBy === 'years') return figures.map((each) => each.column);
  if (wideBy !== null) return figures.filter((each) => each.heading !== '').map((each) => each.column);
  const value = named ?? guessValue(figures);
  return value === undefined ? [] : [value];
}

/** The column of figures of a tidy table, one that is called so before others. */
function guessValue(profiles: readonly Profile[]): number | undefined {
  const score = (each: Profile) =>
    (soundsLike('value', each.heading) ? 2 : 0) -
    (soundsLikeNoAmount(each.heading) ? 3 : 0) +
    (each.names.size > 1 ? 1 : 0);
  return [...profiles].sort((a, b) => score(b) - score(a) || b.column - a.column)[0]?.column;
}

/** Adds a mistake for each role that no column has. */
function reportMissing(
  { table, found, mistakes }: TableContext,
  { region, industry, year, wideBy }: Roles,
  figures: readonly number[],
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
