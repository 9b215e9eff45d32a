import { optionText } from '../read/guess.js';
import type { TableContext } from '../read/import-context.js';
import { cellPosition, tidyName } from '../read/source-table.js';
import type { NamedColumn } from './chosen-columns.js';
import { shownContents } from './column-contents.js';
import { unitInHeading } from './heading-units.js';

/** Brackets at the end of a name that say its figures are no amounts, as in `(% of GDP)`. */
const NO_AMOUNT =
  /[(（[][^()（）[\]]*(?:%|‰|\b(?:per ?cent|prozent|index|per (?:capita|head|person)))[^()（）[\]]*[)）\]]$/iu;

/** Adds a mistake where the names in a column end in units of different things or sizes, as series of the World Bank do; names that are to be dropped aside. */
export function refuseUnitsInNames(context: TableContext, column: NamedColumn | null, names: readonly string[]): void {
  if (column === null) return;
  const { table, found, settings, mistakes } = context;
  const dropped = new Set(settings.drop.map((name) => tidyName(name).toLowerCase()));
  const left = names.filter((name) => !dropped.has(name.toLowerCase()));
  const rates = left.filter((name) => NO_AMOUNT.test(name));
  const place = cellPosition(table, found.header, column.label);
  const heading = found.headings[column.label] ?? '';
  if (rates.length > 0 && rates.length < left.length) {
    mistakes.add(
      place,
      `column "${heading}" has amounts beside rates or shares: ${shownContents(rates)}`,
      `leave them out, as with ${dropping(rates)}`,
    );
    return;
  }
  const units = left.flatMap((name) => {
    const unit = unitInHeading(name);
    return unit === null ? [] : [{ name, key: `${unit.power} ${unit.of}` }];
  });
  const count = (key: string) => units.filter((each) => each.key === key).length;
  const [usual] = [...new Set(units.map(({ key }) => key))].sort((a, b) => count(b) - count(a));
  const others = units.flatMap(({ name, key }) => (key === usual ? [] : [name]));
  if (others.length === 0) return;
  mistakes.add(
    place,
    `column "${heading}" names different units: ${shownContents([units.find(({ key }) => key === usual)!.name, ...others])}`,
    `figures in different units cannot be added: bring them to one in the table, or leave names out, as with ${dropping(others)}`,
  );
}

function dropping(names: readonly string[]): string {
  return names.map((name) => optionText('--drop', name)).join(' ');
}
