import { createMistakeList } from '../../files/mistake-list.js';
import { throwMistakes } from '../../mistakes.js';
import { counted, listed } from '../read/counted.js';
import { guessDecimalMark } from '../read/decimal-mark.js';
import { readFigure } from '../read/figures.js';
import { findTable } from '../read/find-table.js';
import type { GuessList } from '../read/guess.js';
import { cellPosition, type SourceTable, tidyName } from '../read/source-table.js';
import { foldName } from './fold-name.js';
import { type AxisKey, type MergedName, mergeNames } from './merge-names.js';
import type { Panel } from './panel.js';

/** One row of a concordance: a name or code of the table, the name it goes to, and the part of it that does. */
interface Link {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
  readonly row: number;
}

/** Weights of one name may miss 1 by this much. */
const TOLERANCE = 1e-3;

/**
 * Puts regions or industries together anew as a table says, `from,to` or `from,to,weight`: renamed, added up or split. Applied to the names of which it has
 * more. Names that it does not have stay. Throws a MistakesError for columns that are missing, and weights that do not add up to 1.
 */
export function applyConcordance(panel: Panel, table: SourceTable, guesses: GuessList): Panel {
  const links = readLinks(table);
  const byName = new Map<string, Link[]>();
  for (const link of links) byName.set(foldName(link.from), [...(byName.get(foldName(link.from)) ?? []), link]);
  const linksOf = (axis: AxisKey) =>
    panel[axis].names.map(
      (name, k) => byName.get(foldName(name)) ?? byName.get(foldName(panel[axis].codes[k]!)) ?? null,
    );
  const hits = (axis: AxisKey) => linksOf(axis).filter((each) => each !== null).length;
  const axis = hits('regions') > hits('industries') ? 'regions' : 'industries';
  const own = linksOf(axis);
  if (hits(axis) === 0) {
    const known = panel.industries.names.concat(panel.regions.names).slice(0, 6).join(', ');
    throwMistakes([
      {
        file: table.file,
        line: 1,
        column: 1,
        message: 'column "from" has no region or industry of the table',
        hint: `they are ${known}, …`,
      },
    ]);
  }
  const merged = new Map<string, { name: string; code: string; from: { number: number; weight: number }[] }>();
  own.forEach((found, number) => {
    const targets = found ?? [{ to: panel[axis].names[number]!, weight: 1 }];
    for (const { to, weight } of targets) {
      const target = merged.get(to) ?? { name: to, code: '', from: [] };
      target.from.push({ number, weight });
      if (found === null) target.code = panel[axis].codes[number]!;
      merged.set(to, target);
    }
  });
  sayMap(panel, axis, table, own, guesses);
  return mergeNames(panel, axis, [...merged.values()] satisfies MergedName[], 'sum');
}

function sayMap(
  panel: Panel,
  axis: AxisKey,
  table: SourceTable,
  own: readonly (readonly Link[] | null)[],
  guesses: GuessList,
): void {
  const mapped = own.filter((each) => each !== null);
  const split = mapped.filter((each) => each.length > 1).length;
  const left = panel[axis].names.filter((_, k) => own[k] === null);
  const parts = split > 0 ? `, ${split} of them split, status derived` : '';
  guesses.note(`${counted(mapped.length, 'name', 'names')} put together as ${table.file} says${parts}`);
  if (left.length > 0) guesses.note(`${axis} that ${table.file} does not have stay as they are: ${listed(left, 8)}`);
}

function readLinks(table: SourceTable): Link[] {
  const mistakes = createMistakeList(table.file);
  const found = findTable(table, undefined, mistakes);
  throwMistakes(mistakes.list());
  const { headings, header, body } = found!;
  const column = (name: string) => headings.findIndex((heading) => heading.toLowerCase() === name);
  const [from, to, weight] = [column('from'), column('to'), column('weight')];
  if (from < 0 || to < 0)
    mistakes.add(cellPosition(table, header, 0), 'no columns "from" and "to"', 'as in from,to or from,to,weight');
  throwMistakes(mistakes.list());
  const { mark } = guessDecimalMark([...body].map((row) => (weight < 0 ? null : table.rows[row]![weight])));
  const links = Array.from(body, (row): Link => {
    const figure = weight < 0 ? null : readFigure(table.rows[row]![weight], mark);
    if (figure !== null && !(figure.kind === 'number' && figure.value >= 0 && figure.value <= 1))
      mistakes.add(
        cellPosition(table, row, weight),
        `${JSON.stringify(tidyName(table.rows[row]![weight]))} is no weight from 0 to 1`,
      );
    const [source, target] = [tidyName(table.rows[row]![from]), tidyName(table.rows[row]![to])];
    if (source === '' || target === '')
      mistakes.add(cellPosition(table, row, source === '' ? from : to), 'the name is blank');
    return { from: source, to: target, weight: figure?.kind === 'number' ? figure.value : 1, row };
  });
  const sums = new Map<string, { sum: number; row: number; name: string }>();
  for (const { from: name, weight: part, row } of links) {
    const folded = foldName(name);
    sums.set(folded, { sum: (sums.get(folded)?.sum ?? 0) + part, row, name });
  }
  for (const { sum, row, name } of sums.values())
    if (Math.abs(sum - 1) > TOLERANCE)
      mistakes.add(
        cellPosition(table, row, from),
        `the weights of "${name}" add up to ${Number(sum.toFixed(4))}, not 1`,
        weight < 0 ? 'a name that is split needs a column "weight"' : 'each name goes somewhere whole',
      );
  throwMistakes(mistakes.list());
  return links;
}
