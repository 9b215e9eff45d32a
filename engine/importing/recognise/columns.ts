import { guessDecimalMark } from '../read/decimal-mark.js';
import type { DecimalMark } from '../read/figures.js';
import type { TableContext } from '../read/import-context.js';
import { cellPosition } from '../read/source-table.js';
import { labelOf } from './alias-groups.js';
import type { ChosenColumns, Columns, NamedColumn, OtherColumn } from './chosen-columns.js';
import { isFigures, looksLikeCodes, markOfColumn, type Profile, profileColumn, sampleRows } from './column-profiles.js';
import { namedColumns } from './named-columns.js';
import { soundsLike, soundsLikeNoAmount, soundsLikeOtherAmount } from './role-words.js';
import { assignRoles, type Roles } from './roles.js';
import { sayColumns } from './say-columns.js';

/**
 * Guesses which column holds regions, industries, years and figures, from headings and contents. Columns that the settings name are taken as
 * named. What cannot be found is a mistake.
 */
export function guessColumns(context: TableContext): Columns | undefined {
  const { table, found, settings, mistakes } = context;
  const sample = sampleRows(found.body);
  const profiles = found.headings.map((heading, column) =>
    profileColumn(table, sample, column, heading, settings.decimalMark ?? markOfColumn(table, sample, column)),
  );
  const named = namedColumns(context);
  if (named === undefined) return undefined;
  const roles = assignRoles(context, sample, profiles, named);
  const figures = figureColumns(roles, named.value);
  reportMissing(context, roles, figures);
  if (mistakes.list().length > 0) return undefined;

  const { wideBy } = roles;
  const chosen: ChosenColumns = {
    region: wideBy === 'regions' ? null : namedColumn('region', roles.region, named.region),
    industry: wideBy === 'industries' ? null : namedColumn('industry', roles.industry, named.industry),
    year: wideBy === 'years' ? null : (roles.year ?? null),
    figures,
    wideBy,
  };
  const mark = decimalMark(context, figures);
  sayColumns(context, roles, chosen, named);
  return { ...chosen, mark, others: otherColumns(profiles, chosen) };
}

/** The decimal mark of all figures: as the user says, else as every one of them shows. */
function decimalMark({ table, found, settings, guesses }: TableContext, figures: readonly number[]): DecimalMark {
  if (settings.decimalMark !== undefined) return settings.decimalMark;
  const cells = function* () {
    for (const row of found.body) for (const column of figures) yield table.rows[row]![column];
  };
  const { mark, unclear, why } = guessDecimalMark(cells());
  if (!unclear && mark === 'point') return mark;
  const [what, other] = mark === 'comma' ? ['a comma', 'point'] : ['a point', 'comma'];
  const howSure = unclear ? 'open' : 'likely';
  guesses.reading('decimal mark', what, { why, howSure, option: `--decimal ${other}` });
  return mark;
}

/** Columns without a role. */
function otherColumns(profiles: readonly Profile[], { region, industry, year, figures }: ChosenColumns): OtherColumn[] {
  const keys = [region?.label, region?.code, industry?.label, industry?.code, year];
  return profiles
    .filter((each) => !keys.includes(each.column) && !figures.includes(each.column) && each.names.size > 0)
    .map((each) => ({
      column: each.column,
      heading: each.heading,
      contents: [...each.names],
      figures: isFigures(each) && (each.numeric >= 0.5 || each.names.size > 20),
    }));
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
    (soundsLikeNoAmount(each.heading) ? 3 : 0) -
    (soundsLikeOtherAmount(each.heading) ? 3 : 0) +
    (each.names.size > 1 ? 1 : 0);
  return [...profiles].sort((a, b) => score(b) - score(a) || b.column - a.column)[0]?.column;
}

/** Adds a mistake for each role that no column has. */
function reportMissing(
  { table, found, mistakes }: TableContext,
  { region, industry, year, wideBy, oneIndustry }: Roles,
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
  if (industry === undefined && wideBy !== 'industries' && !oneIndustry) missing('industries', '--industry-column');
  if (year === undefined && wideBy !== 'years') missing('years', '--year-column');
  if (wideBy === null && figures.length === 0) missing('figures', '--value-column');
  if (wideBy !== null && wideBy !== 'years' && figures.length < 2)
    mistakes.add(at, `fewer than two columns of figures for ${wideBy}`, columns);
}

/** The names of a dimension and their codes. */
function namedColumn(
  role: 'region' | 'industry',
  group: readonly Profile[] | undefined,
  given: number | undefined,
): NamedColumn | null {
  if (group === undefined) return null;
  const label = given ?? labelOf(group, role).column;
  const code = group.find((each) => each.column !== label && looksLikeCodes(each)) ?? null;
  return { label, code: code?.column ?? null };
}
