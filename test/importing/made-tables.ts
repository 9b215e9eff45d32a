import { type ImportedCase, importCase, readImport } from '../../engine/importing/import-case.js';
import type { ImportSettings } from '../../engine/importing/read/settings.js';
import { type SourceCell, type SourceTable, tableOfRows } from '../../engine/importing/read/source-table.js';
import type { ImportExtras } from '../../engine/importing/write/case-files.js';
import { formatMistake, MistakesError } from '../../engine/mistakes.js';

/** Figures by region, industry and year. */
export interface Cube {
  readonly regions: readonly string[];
  readonly industries: readonly string[];
  readonly years: readonly number[];
  value(region: number, industry: number, year: number): SourceCell;
}

const REGIONS = ['Aargau', 'Bern', 'Zürich', '吉林', 'Łódź', 'Île-de-France'];
const INDUSTRIES = ['Agriculture', 'Manufacturing', 'Construction', 'Retail trade', 'Finance', '制造业'];

/** A cube of figures without pattern: no name is the sum of others. */
export function madeCube(regions: number, industries: number, years: number, seed = 1): Cube {
  return {
    regions: Array.from({ length: regions }, (_, k) => REGIONS[k] ?? `Region ${k}`),
    industries: Array.from({ length: industries }, (_, k) => INDUSTRIES[k] ?? `Industry ${k}`),
    years: Array.from({ length: years }, (_, k) => 2005 + k),
    value: (r, i, y) => scatter((((seed * 101 + r) * 101 + i) * 101 + y) | 0),
  };
}

/** A whole number from 1,000 to about a million that says nothing about the number it is made from. */
function scatter(number: number): number {
  let hash = Math.imul(number ^ 0x9e3779b9, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return 1000 + ((hash ^ (hash >>> 16)) >>> 12);
}

/** A row for each region, industry and year. */
export function tidy(
  cube: Cube,
  headings: readonly string[] = ['region', 'industry', 'year', 'output'],
): SourceCell[][] {
  return [
    [...headings],
    ...cube.years.flatMap((year, y) =>
      cube.regions.flatMap((region, r) =>
        cube.industries.map((industry, i) => [region, industry, year, cube.value(r, i, y)]),
      ),
    ),
  ];
}

/** One dimension in the headings. */
export function wide(cube: Cube, by: 'years' | 'industries' | 'regions'): SourceCell[][] {
  const { regions, industries, years } = cube;
  if (by === 'years')
    return [
      ['Region', 'Industry', ...years.map(String)],
      ...regions.flatMap((region, r) =>
        industries.map((industry, i) => [region, industry, ...years.map((_, y) => cube.value(r, i, y))]),
      ),
    ];
  if (by === 'industries')
    return [
      ['Region', 'Year', ...industries],
      ...regions.flatMap((region, r) =>
        years.map((year, y) => [region, year, ...industries.map((_, i) => cube.value(r, i, y))]),
      ),
    ];
  return [
    ['Industry', 'Year', ...regions],
    ...industries.flatMap((industry, i) =>
      years.map((year, y) => [industry, year, ...regions.map((_, r) => cube.value(r, i, y))]),
    ),
  ];
}

/** Imports rows as a table of a file `table.csv`. */
export function importRows(
  rows: readonly (readonly SourceCell[])[],
  settings: Partial<ImportSettings> = {},
  extras: Partial<ImportExtras> = {},
): ImportedCase {
  return importTable(tableOfRows('table.csv', rows), settings, extras);
}

function importTable(
  table: SourceTable,
  settings: Partial<ImportSettings>,
  extras: Partial<ImportExtras>,
): ImportedCase {
  const all = { where: [], drop: [], keep: [], ...settings };
  return importCase(readImport(table, all), all, { detour: 1.3, ...extras });
}

/** The mistakes of an import, one line each. */
export function mistakesOf(run: () => unknown): string[] {
  try {
    run();
    return [];
  } catch (error) {
    if (error instanceof MistakesError) return error.mistakes.map(formatMistake);
    throw error;
  }
}

/** Outputs of a case by `region|industry|year`. */
export function outputsOf(made: ImportedCase): Record<string, number> {
  const found: Record<string, number> = {};
  for (const [region, industry, year, output] of made.tables['outputs.csv']!.rows)
    found[`${region}|${industry}|${year}`] = Number(output);
  return found;
}

/** Figures of a cube by `region|industry|year`. */
export function figuresOf(cube: Cube): Record<string, number> {
  const found: Record<string, number> = {};
  cube.years.forEach((year, y) => {
    cube.regions.forEach((region, r) => {
      cube.industries.forEach((industry, i) => {
        found[`${region}|${industry}|${year}`] = Number(cube.value(r, i, y));
      });
    });
  });
  return found;
}

/** A cube with one more region or industry, computed from the others; first or last in its order. */
export function withSum(
  cube: Cube,
  axis: 'regions' | 'industries',
  name: string,
  parts: readonly number[],
  first = false,
): Cube {
  const names = first ? [name, ...cube[axis]] : [...cube[axis], name];
  const own = first ? 0 : names.length - 1;
  const inner = (k: number) => (first ? k - 1 : k);
  return {
    ...cube,
    [axis]: names,
    value(r, i, y) {
      const k = axis === 'regions' ? r : i;
      const at = (each: number) => Number(axis === 'regions' ? cube.value(each, i, y) : cube.value(r, each, y));
      return k === own ? parts.reduce((sum, each) => sum + at(each), 0) : at(inner(k));
    },
  };
}
