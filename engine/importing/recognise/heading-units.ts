import { optionText } from '../read/guess.js';
import type { TableContext } from '../read/import-context.js';
import { cellPosition } from '../read/source-table.js';
import type { Columns } from './chosen-columns.js';
import { shownContents } from './column-contents.js';
import { powerText, readUnit, type Unit } from './units.js';

/** Units of columns of figures, as their headings name them. */
export interface HeadingUnits {
  /** Power of ten by which the figures of a column are multiplied, by the place of the column among those of figures; null where it is 0. */
  readonly powers: readonly number[] | null;
  /** The unit that all have or are brought to; null where not every heading names one. */
  readonly unit: string | null;
}

/**
 * The unit at the end of a heading, in brackets or behind a comma; null where there is none.
 *
 * @example
 * unitInHeading('Mining (million EUR)'); // → { power: 6, of: 'eur' }
 * unitInHeading('Mining (B)'); // → null
 */
export function unitInHeading(heading: string): Unit | null {
  const text = /[(（[]([^()（）[\]]{2,40})[)）\]]\s*$|[,，:：]\s*([^,，:：]{2,40})$/u.exec(heading);
  const unit = text?.[1] ?? text?.[2];
  return unit === undefined || (/^[A-Z\d\W]+$/.test(unit) && !/[A-Z]{3}/.test(unit)) ? null : readUnit(unit);
}

/** Finds units in the headings of figures. Sizes are brought to the most frequent one; units of different things are a mistake. */
export function readHeadingUnits(context: TableContext, { wideBy, figures }: Columns): HeadingUnits {
  const { table, found, mistakes, guesses } = context;
  const units = figures.map((column) => unitInHeading(found.headings[column]!));
  const named = units.filter((each) => each !== null);
  if (named.length === 0 || wideBy === 'years') return { powers: null, unit: null };
  const things = new Set(named.map(({ of }) => of));
  const headings = figures.map((column) => found.headings[column]!);
  const columns = headings.filter((_, k) => units[k] !== null);
  if (things.size > 1) {
    const other = headings[units.findIndex((each) => each !== null && each.of !== named[0]!.of)]!;
    mistakes.add(
      cellPosition(table, found.header, figures[0]!),
      `the headings name different units: ${shownContents(columns)}`,
      `figures in different units cannot be added: take columns out of the table, or leave names out as with ${optionText('--drop', other)}`,
    );
    return { powers: null, unit: null };
  }
  const counts = new Map<number, number>();
  for (const { power } of named) counts.set(power, (counts.get(power) ?? 0) + 1);
  const [base] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]!;
  const unit = [powerText(base), named[0]!.of.toUpperCase()].filter((each) => each !== '').join(' ');
  if (counts.size === 1) return { powers: null, unit: named.length === units.length && unit !== '' ? unit : null };
  guesses.reading('unit', `the headings name units of different size: all brought to ${unit}`, { option: '--wide-by' });
  return { powers: units.map((each) => (each === null ? 0 : each.power - base)), unit };
}
