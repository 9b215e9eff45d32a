import { optionText } from '../read/guess.js';
import type { TableContext } from '../read/import-context.js';
import { powerOf } from '../read/scale-words.js';
import { cellPosition, tidyName } from '../read/source-table.js';
import type { Columns, OtherColumn } from './chosen-columns.js';
import { contentsOf, isAliasOf, shownContents } from './column-contents.js';
import { type ColumnKind, columnKind } from './column-kinds.js';
import { powerText, readUnit } from './units.js';

/** Units of the figures of a table. */
export interface RowUnits {
  /** Power of ten by which the figures of a row are multiplied; null where it is 0 in every row. */
  readonly powerOf: ((row: number) => number) | null;
  /** The unit that all figures have or are brought to; null where no column names one. */
  readonly unit: string | null;
}

/** A column that names sizes or units, read. */
interface UnitColumn {
  readonly column: number;
  readonly heading: string;
  readonly kind: ColumnKind;
  readonly contents: ReadonlyMap<string, number>;
  /** Power of ten by content; null where some content names none, or where contents are units of different things. */
  readonly powers: ReadonlyMap<string, number> | null;
}

const WRONG: Readonly<Partial<Record<ColumnKind, string>>> = {
  size: 'figures of different size cannot be added',
  unit: 'figures in different units cannot be added',
  currency: 'figures in different currencies cannot be added',
  prices: 'figures in different prices cannot be compared',
  measure: 'figures of different measures cannot be added',
};

/**
 * Finds the sizes and units of figures that differ from row to row, as `UNIT_MULT`, `SCALAR_FACTOR` and columns of units do. Known sizes are
 * brought to the most frequent one; currencies, prices, measures and units that differ otherwise are mistakes, unless `--where` chooses among them.
 */
export function readRowUnits(context: TableContext, columns: Columns): RowUnits {
  const kinds = columns.others.flatMap((other) => {
    const kind = columnKind(other.heading);
    return kind !== null && WRONG[kind] !== undefined ? [readUnitColumn(context, other, kind)] : [];
  });
  const differing = kinds.filter(({ contents }) => contents.size > 1);
  const sized = differing.filter(({ kind, powers }) => (kind === 'size' || kind === 'unit') && powers !== null);
  for (const each of differing) {
    const alias = () =>
      isAliasOf(context, each.column, columns.industry) || isAliasOf(context, each.column, columns.region);
    if (!sized.includes(each) && !(each.kind === 'measure' && alias())) refuseColumn(context, each);
  }
  const scaling = sized[0];
  for (const other of sized.slice(1))
    if (scaling && !saysTheSame(context, scaling, other)) refuseColumn(context, other);
  if (scaling === undefined) return { powerOf: null, unit: unitText(kinds, null) };
  return scaleRows(context, kinds, scaling);
}

function readUnitColumn(context: TableContext, { column, heading }: OtherColumn, kind: ColumnKind): UnitColumn {
  const contents = contentsOf(context, column);
  const units = [...contents.keys()].map((content) => [content, readSize(content, kind)] as const);
  const read = units.flatMap(([content, unit]) => (unit === null ? [] : [[content, unit.power] as const]));
  const same = new Set(units.map(([, unit]) => unit?.of)).size === 1;
  return { column, heading, kind, contents, powers: same && read.length === units.length ? new Map(read) : null };
}

function readSize(content: string, kind: ColumnKind): { power: number; of: string } | null {
  if (kind !== 'size') return content === '' ? null : readUnit(content);
  const digits = /^(-?\d{1,2})(?:: .*)?$/.exec(content)?.[1];
  if (digits !== undefined) return { power: Number(digits), of: '' };
  const power = /^(?:units?|ones?|)$/i.test(content) ? 0 : powerOf(content);
  return power === undefined ? null : { power, of: '' };
}

function refuseColumn({ table, found, mistakes }: TableContext, { column, heading, kind, contents }: UnitColumn): void {
  const choice = optionText('--where', `${heading}=${[...contents.keys()].find((each) => each !== '') ?? ''}`);
  mistakes.add(
    cellPosition(table, found.header, column),
    `column "${heading}" has ${shownContents(contents.keys())}: choose one with ${choice}`,
    WRONG[kind],
  );
}

/** True where two columns of sizes differ by the same power in every row. */
function saysTheSame({ table, found }: TableContext, a: UnitColumn, b: UnitColumn): boolean {
  const off = new Set<number>();
  for (const row of found.body) {
    const cells = table.rows[row]!;
    off.add(a.powers!.get(tidyName(cells[a.column]))! - b.powers!.get(tidyName(cells[b.column]))!);
    if (off.size > 1) return false;
  }
  return true;
}

function scaleRows({ table, guesses }: TableContext, kinds: readonly UnitColumn[], scaling: UnitColumn): RowUnits {
  const { column, heading, contents } = scaling;
  const powers = scaling.powers!;
  const rows = new Map<number, number>();
  for (const [content, count] of contents) {
    const power = powers.get(content)!;
    rows.set(power, (rows.get(power) ?? 0) + count);
  }
  const [base] = [...rows].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]!;
  const counts = [...contents].map(([content, count]) => `${content} in ${count} rows`).join(', ');
  const unit = unitText(kinds, { column: scaling, base });
  if (rows.size === 1) return { powerOf: null, unit };
  guesses.reading('unit', `column "${heading}" has ${counts}: all brought to ${unit ?? `10^${base}`}`, {
    option: optionText('--where', `${heading}=${[...contents.keys()][0]}`),
    where: { heading },
  });
  return { powerOf: (row) => powers.get(tidyName(table.rows[row]![column]))! - base, unit };
}

/** The unit of all figures in words: of the column of units, sized as the column of sizes says. */
function unitText(
  kinds: readonly UnitColumn[],
  scaled: { readonly column: UnitColumn; readonly base: number } | null,
): string | null {
  const only = (kind: ColumnKind) => {
    const found = kinds.find((each) => each.kind === kind && (each.contents.size === 1 || each === scaled?.column));
    if (found === undefined) return null;
    const content = [...found.contents.keys()].find(
      (each) => found !== scaled?.column || found.powers?.get(each) === scaled.base,
    );
    return content === undefined || content === '' ? null : content;
  };
  const unit = only('unit') ?? only('currency');
  const size = only('size');
  if (size === null) return unit;
  const power = readSize(size, 'size')?.power ?? 0;
  const named = unit === null ? null : readUnit(unit);
  const words = power === 0 || (named !== null && named.power > 0) ? '' : powerText(power);
  return [words, unit ?? ''].filter((each) => each !== '').join(' ') || null;
}
