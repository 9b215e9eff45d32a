import { describe, expect, it } from 'vitest';
import type { SourceCell } from '../../engine/importing/read/source-table.js';
import { type Sheet, stackSheets } from '../../engine/importing/read/stack-sheets.js';
import { type Cube, figuresOf, importRows, madeCube, outputsOf, tidy, wide } from './made-tables.js';

/** A table with groups of headings merged above the ones that repeat below each. */
function grouped(cube: Cube, above: 'industries' | 'years'): SourceCell[][] {
  const [upper, lower] = above === 'years' ? [cube.years, cube.industries] : [cube.industries, cube.years];
  const figures = figuresOf(cube);
  return [
    ['Value added, million euro'],
    ['Region', ...upper.flatMap((name) => [name, ...lower.slice(1).map(() => null)])],
    [null, ...upper.flatMap(() => [...lower])],
    ...cube.regions.map((region) => [
      region,
      ...upper.flatMap((a) =>
        lower.map((b) => figures[above === 'years' ? `${region}|${b}|${a}` : `${region}|${a}|${b}`]!),
      ),
    ]),
    ['Source: the office'],
  ];
}

describe('Headings in two rows', () => {
  it.each(['industries', 'years'] as const)('are read where %s stand above', (above) => {
    const cube = madeCube(3, 4, 3);
    const made = importRows(grouped(cube, above));
    expect(outputsOf(made)).toEqual(figuresOf(cube));
    expect(made.notes.join('\n')).toContain('two rows of headings');
    expect(made.texts['case.yaml']).toContain('valueAddedShare: 100%');
  });

  it('give their names to the columns below whose own heading is blank', () => {
    const cube = madeCube(3, 3, 3);
    const [headings, ...rows] = wide(cube, 'years');
    const years = headings!.slice(2);
    const made = importRows([
      ['Place', 'Branch', 'Year', ...years.slice(1).map(() => null)],
      [null, null, ...years],
      ...rows,
    ]);
    expect(outputsOf(made)).toEqual(figuresOf(cube));
    expect(made.guesses.map(({ what }) => what)).toContain('column "Place"');
  });
});

describe('Sheets named by years', () => {
  const cube = madeCube(3, 4, 3);
  const figures = figuresOf(cube);
  const sheets = cube.years.map(
    (year): Sheet => ({
      name: `GVA ${year}`,
      rows: [
        [`Value added in ${year}`],
        ['Region', ...cube.industries],
        ...cube.regions.map((region) => [region, ...cube.industries.map((i) => figures[`${region}|${i}|${year}`]!)]),
        ['Source: the office'],
      ],
    }),
  );

  it('are put under one another, and mistakes keep their row', () => {
    const { table } = stackSheets('book.xlsx', [{ name: 'Notes', rows: [['Nothing here']] }, ...sheets])!;
    expect(outputsOf(importRows(table.rows.map((row) => [...row])))).toEqual(figures);
    expect(table.lineOf(table.rows.length - 1)).toBe(5);
  });

  it('are left where their headings differ, a larger sheet stands beside them, or two are of one year', () => {
    const other: Sheet = { name: '2019', rows: [['Region', 'Else'], ...sheets[0]!.rows.slice(2)] };
    const large: Sheet = { name: 'All', rows: tidy(cube) };
    const again: Sheet = { ...sheets[0]!, name: `Jobs ${cube.years[0]}` };
    for (const more of [other, large, again]) expect(stackSheets('book.xlsx', [...sheets, more])).toBeNull();
    expect(stackSheets('book.xlsx', sheets.slice(1, 2))).toBeNull();
  });
});

describe('The trend of a made case', () => {
  it('is not written, so that a projection from an earlier year knows no later one', () => {
    const years = [2000, 2001, 2002, 2003];
    const rows = ['North', 'South'].flatMap((region) =>
      ['Mining', 'Trade'].flatMap((industry) => years.map((year) => [region, industry, year, year - 1900])),
    );
    const { texts } = importRows([['region', 'industry', 'year', 'output'], ...rows]);
    expect(texts['case.yaml']).not.toMatch(/^trend:/m);
  });
});
