import type { TableContext } from '../read/import-context.js';
import type { ChosenColumns, NamedColumn } from './chosen-columns.js';
import type { NamedRoles } from './named-columns.js';
import type { Roles } from './roles.js';

/** Says what was guessed of the columns, each with the option that decides otherwise. */
export function sayColumns(context: TableContext, roles: Roles, chosen: ChosenColumns, named: NamedRoles): void {
  const { found, settings, guesses } = context;
  const { headings } = found;
  const { region, industry, year, figures, wideBy } = chosen;
  const say = (about: string, what: string, option: string) =>
    guesses.reading(about, what, { option, where: { heading: what.split('"')[1] ?? '' } });
  const headed = (column: number) => (headings[column] ? `"${headings[column]}"` : `${column + 1}, without a heading`);
  const shown = ({ label, code }: NamedColumn) =>
    `column ${headed(label)}${code === null ? '' : `, codes in ${headed(code)}`}`;
  if (wideBy === null && named.value === undefined) {
    const others = roles.figures.filter((each) => each.column !== figures[0]).map((each) => each.heading);
    const more = others.length > 0 ? ` (other columns of figures: ${others.join(', ')})` : '';
    say('figures', `column "${headings[figures[0]!]}"${more}`, '--value-column');
  }
  if (region !== null && named.region === undefined) say('regions', shown(region), '--region-column');
  if (industry !== null && named.industry === undefined) say('industries', shown(industry), '--industry-column');
  if (year !== null && named.year === undefined) say('years', `column "${headings[year]}"`, '--year-column');
  if (wideBy !== null && settings.wideBy === undefined) {
    const names = figures.map((column) => headings[column]!);
    say(wideBy, `in the headings: ${names[0]} … ${names.at(-1)} (${names.length} columns)`, '--wide-by');
  }
  if (roles.oneIndustry && industry === null && wideBy !== 'industries')
    say('industries', 'none in the table, so that its figures are taken for those of one', '--industry-column');
  if (roles.aside.length > 0)
    guesses.note(
      `columns of figures that are not read: ${roles.aside.map(({ column }) => headed(column)).join(', ')}`,
      { option: wideBy === 'years' ? '--year-column and --value-column' : '--wide-by', howSure: 'likely' },
    );
}
