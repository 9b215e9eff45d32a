import { nearestName } from '../mistakes.js';
import { at, type CaseTable } from './case-table.js';

/** Number of missing rows of one kind that are named before the rest are only counted. */
const LISTED = 5;
const WRITE_ZERO = 'every region needs a row for every industry and year: write 0 if there is none';

/** Columns of the table of outputs. */
export const REGION = 0;
export const INDUSTRY = 1;
export const YEAR = 2;
export const OUTPUT = 3;
export const STATUS = 4;

const AXES = [REGION, INDUSTRY, YEAR] as const;
const LABELS = ['region', 'industry', 'year'] as const;

/** Rows of the table of outputs with codes for their names; −1 where a name or year could not be read. */
export interface CodedRows {
  readonly names: readonly [regions: readonly string[], industries: readonly string[], years: readonly string[]];
  readonly codes: readonly [Int32Array, Int32Array, Int32Array];
  readonly values: Float64Array;
}

/** The names on each axis that stand in less than half of their rows, by code: likely to be misspelt. */
export type ThinNames = readonly ReadonlySet<number>[];

/**
 * Reports rows that are missing, by what they have in common.
 *
 * @param present row of each year × region × industry that the table has
 */
export function reportMissing(source: CaseTable, rows: CodedRows, present: ReadonlyMap<number, number>): ThinNames {
  const all = rows.names.reduce((product, names) => product * names.length, 1);
  const unreadable = rows.codes.some((column) => column.includes(-1));
  // Rows whose names cannot be read would be missed elsewhere; they are already reported.
  if (unreadable || present.size === all) return AXES.map(() => new Set<number>());
  const counts = countRows(rows, present);
  const thin = counts.map(
    (count, axis) => new Set([...count.keys()].filter((code) => count[code]! * 2 < all / rows.names[axis]!.length)),
  );
  const limited = createLimiter(source);
  reportThin(source, rows, counts, thin, limited);
  reportGaps(source, rows, present, thin, limited);
  limited.close();
  return thin;
}

/** Number of rows of each name, by axis and code. */
function countRows(rows: CodedRows, present: ReadonlyMap<number, number>): readonly Float64Array[] {
  const counts = rows.names.map((names) => new Float64Array(names.length));
  for (const row of present.values()) {
    for (const axis of AXES) counts[axis]![rows.codes[axis][row]!]! += 1;
  }
  return counts;
}

/** Place of the first row with a name. */
function firstRowOf(
  source: CaseTable,
  rows: CodedRows,
  axis: (typeof AXES)[number],
  code: number,
): ReturnType<typeof at> {
  return at(source, rows.codes[axis].indexOf(code), axis);
}

function reportThin(
  source: CaseTable,
  rows: CodedRows,
  counts: readonly Float64Array[],
  thin: ThinNames,
  limited: Limiter,
): void {
  const all = rows.names.reduce((product, names) => product * names.length, 1);
  for (const axis of AXES) {
    const names = rows.names[axis];
    const solid = names.filter((_, code) => !thin[axis]!.has(code));
    for (const code of thin[axis]!) {
      const name = names[code]!;
      const nearest = axis === YEAR || name.length < 4 ? undefined : nearestName(name, solid);
      const shown = axis === YEAR ? name : `"${name}"`;
      const message = `${LABELS[axis]} ${shown} has ${counts[axis]![code]} of ${all / names.length} rows`;
      const hint = nearest === undefined ? WRITE_ZERO : `did you mean "${nearest}"?`;
      limited.add(LABELS[axis], firstRowOf(source, rows, axis, code), message, hint);
    }
  }
}

/** Reports the gaps among names that are not thin: whole years of a region, whole industries of a region, then single rows. */
function reportGaps(
  source: CaseTable,
  rows: CodedRows,
  present: ReadonlyMap<number, number>,
  thin: ThinNames,
  limited: Limiter,
): void {
  const [regions, industries, years] = rows.names;
  const solid = rows.names.map((names, axis) => [...names.keys()].filter((code) => !thin[axis]!.has(code)));
  const [regionCodes, industryCodes, yearCodes] = solid as [number[], number[], number[]];
  const has = (r: number, i: number, y: number) => present.has((y * regions.length + r) * industries.length + i);
  for (const r of regionCodes) {
    const where = firstRowOf(source, rows, REGION, r);
    const noYear = new Set(yearCodes.filter((y) => !industryCodes.some((i) => has(r, i, y))));
    for (const y of noYear)
      limited.add('region and year', where, `${regions[r]} has no rows for ${years[y]}`, WRITE_ZERO);
    for (const i of industryCodes) {
      const missing = yearCodes.filter((y) => !noYear.has(y) && !has(r, i, y));
      if (missing.length > 1 && missing.length === yearCodes.length - noYear.size) {
        limited.add('region and industry', where, `${regions[r]} has no rows for "${industries[i]}"`, WRITE_ZERO);
        continue;
      }
      for (const y of missing) {
        limited.add('row', where, `no row for ${regions[r]}, ${industries[i]}, ${years[y]}`, WRITE_ZERO);
      }
    }
  }
}

/** Adds the first few mistakes of each kind, and one that counts the rest. */
interface Limiter {
  add(kind: string, where: ReturnType<typeof at>, message: string, hint: string): void;
  close(): void;
}

function createLimiter(source: CaseTable): Limiter {
  const counts = new Map<string, number>();
  const lasts = new Map<string, ReturnType<typeof at>>();
  return {
    add(kind: string, where: ReturnType<typeof at>, message: string, hint: string): void {
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      if (count > LISTED) return;
      lasts.set(kind, where);
      source.mistakes.add(where, message, hint);
    },
    close(): void {
      for (const [kind, count] of counts) {
        if (count > LISTED)
          source.mistakes.add(lasts.get(kind)!, `and ${count - LISTED} more with rows missing, by ${kind}`);
      }
    },
  };
}
