import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCase } from '../../engine/economy/parse-case.js';
import type { ImportedCase } from '../../engine/importing/import-case.js';
import { csvLines } from '../../engine/report/data/csv.js';
import { readFrom } from '../economy/case-files.js';
import { figuresOf, importRows, madeCube, mistakesOf, outputsOf, tidy, wide, withSum } from './made-tables.js';

/** The case as `run` would read it. */
function economyOf(made: ImportedCase) {
  const tables = Object.entries(made.tables).map(([name, { header, rows }]) => [
    name,
    [...csvLines(header, rows)].join(''),
  ]);
  return parseCase(readFrom({ ...made.texts, ...Object.fromEntries(tables) }), 'case.yaml').economy;
}

const shapes = fc.record({
  regions: fc.integer({ min: 2, max: 5 }),
  industries: fc.integer({ min: 2, max: 6 }),
  years: fc.integer({ min: 2, max: 5 }),
  seed: fc.integer({ min: 1, max: 1000 }),
});

describe('Importing a table', () => {
  it('gives the same case for a tidy table and for its three wide forms', () => {
    fc.assert(
      fc.property(shapes, ({ regions, industries, years, seed }) => {
        const cube = madeCube(regions, industries, years, seed);
        const expected = figuresOf(cube);
        expect(outputsOf(importRows(tidy(cube)))).toEqual(expected);
        for (const by of ['years', 'industries', 'regions'] as const)
          expect(outputsOf(importRows(wide(cube, by)))).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('never adds totals in twice, wherever they stand', () => {
    fc.assert(
      fc.property(shapes, fc.boolean(), fc.constantFrom('Total', 'Everything', '合计'), (shape, first, name) => {
        fc.pre(shape.regions >= 3 && shape.industries >= 3 && shape.years >= 3);
        const cube = madeCube(shape.regions, shape.industries, shape.years, shape.seed);
        const all = (names: readonly string[]) => names.map((_, k) => k);
        const nation = withSum(cube, 'regions', 'The whole country', all(cube.regions), first);
        const both = withSum(nation, 'industries', name, all(cube.industries), first);
        expect(outputsOf(importRows(tidy(both)))).toEqual(figuresOf(cube));
        expect(outputsOf(importRows(wide(both, 'industries')))).toEqual(figuresOf(cube));
      }),
      { numRuns: 30 },
    );
  });

  it('makes a case that is read without a mistake', () => {
    const economy = economyOf(importRows(tidy(madeCube(3, 4, 3)), {}, { title: 'A: "b" # c', currency: '£ million' }));
    expect(economy).toMatchObject({ title: 'A: "b" # c', currency: '£ million', prices: 'as in the table' });
    expect(economy.regions).toEqual(['Aargau', 'Bern', 'Zürich']);
  });

  it('says each guess with the option that decides it, in the notes and in the case file', () => {
    const made = importRows(tidy(madeCube(2, 3, 2)));
    expect(made.guesses.flatMap(({ kind, option }) => (kind === 'reading' ? [option] : []))).toEqual([
      '--value-column',
      '--region-column',
      '--industry-column',
      '--year-column',
    ]);
    for (const { kind, what } of made.guesses) if (kind === 'reading') expect(made.texts['case.yaml']).toContain(what);
  });

  it('finds columns by contents and order where headings say nothing, and takes columns named over any guess', () => {
    const cube = madeCube(3, 3, 3);
    expect(outputsOf(importRows(tidy(cube, ['A', 'B', 'C', 'D'])))).toEqual(figuresOf(cube));
    const swapped = importRows(tidy(cube, ['A', 'B', 'C', 'D']), { regionColumn: 'B', industryColumn: '1' });
    expect(swapped.panel.regions).toEqual(cube.industries);
    expect(mistakesOf(() => importRows(tidy(cube), { regionColumn: 'regoin' }))).toEqual([
      'table.csv:1:1  no column "regoin"  (did you mean "region"?)',
    ]);
  });

  it('takes heads for no money where unit or heading say so', () => {
    const rows = tidy(madeCube(2, 3, 4), ['region', 'industry', 'year', 'employees']);
    const made = importRows(rows);
    expect(made.texts['case.yaml']).toMatch(/\nprices: "none"\n[\s\S]*\nvalueAddedShare: 100% /);
    expect(made.guesses).toContainEqual(
      expect.objectContaining({ about: 'unit', what: 'heads rather than money, so no prices', option: '--currency' }),
    );
    expect(economyOf(made).prices).toBe('none');
    for (const currency of ['million EUR', 'EUR per job'])
      expect(importRows(rows, {}, { currency }).texts['case.yaml']).toContain('prices: "as in the table"');
    expect(importRows(tidy(madeCube(2, 3, 4)), {}, { currency: 'Beschäftigte' }).texts['case.yaml']).toContain(
      'prices: "none"',
    );
  });

  it('looks past titles, blank rows and footnotes', () => {
    const cube = madeCube(3, 3, 3);
    const [headings, ...rows] = tidy(cube);
    const made = importRows([['Gross value added'], [], [null, null], headings!, ...rows, [], ['Source: the office']]);
    expect(outputsOf(made)).toEqual(figuresOf(cube));
    expect(made.notes).toContain(
      '2 rows outside the table left aside (titles, footnotes); above it: “Gross value added”',
    );
  });

  it('reads merged cells as the one above', () => {
    const cube = madeCube(3, 3, 3);
    const rows = wide(cube, 'years').map((row, k) => (k === 0 || (k - 1) % 3 === 0 ? row : [null, ...row.slice(1)]));
    expect(outputsOf(importRows(rows))).toEqual(figuresOf(cube));
  });

  it('takes spellings that look alike for one name', () => {
    const cube = madeCube(3, 2, 2);
    const rows = tidy(cube).map((row, k) =>
      k % 2 === 0 ? row : row.map((cell) => (typeof cell === 'string' ? ` ${cell.normalize('NFD')}\u00a0` : cell)),
    );
    expect(importRows(rows).panel.regions).toEqual(cube.regions);
  });

  it('keeps apart what shares a name but not a code', () => {
    const rows = [['code', 'region', 'industry', 'year', 'output']] as (string | number)[][];
    for (const [code, name, size] of [
      ['F', 'Frankfurt', 7],
      ['O', 'Frankfurt', 2],
      ['K', 'Köln', 3],
    ] as const)
      for (const industry of ['Cars', 'Food'])
        for (const year of [2010, 2011])
          rows.push([code, name, industry, year, size * year + industry.length * size * size]);
    expect(importRows(rows).panel.regions).toEqual(['Frankfurt (F)', 'Frankfurt (O)', 'Köln']);
  });

  it('asks for one of several measures rather than read a row twice', () => {
    const cube = madeCube(2, 3, 2);
    const [, ...rows] = tidy(cube);
    const table = [
      ['region', 'industry', 'year', 'measure', 'value'],
      ...['GVA', 'jobs'].flatMap((measure, k) =>
        rows.map((row) => [...row.slice(0, 3), measure, Number(row[3]) * (k + 1)]),
      ),
    ];
    expect(mistakesOf(() => importRows(table))[0]).toContain(
      'column "measure" has GVA, jobs: choose one with --where "measure=GVA"',
    );
    expect(outputsOf(importRows(table, { where: [{ column: 'measure', value: 'GVA' }] }))).toEqual(figuresOf(cube));
  });

  it('reads decimal commas where the figures show them', () => {
    const made = importRows([
      ['Land', 'Branche', 'Jahr', 'Wert'],
      ...['Bayern', 'Hessen'].flatMap((land, a) =>
        ['Handel', 'Bau'].flatMap((branche, b) =>
          ['2010', '2011'].map((year, c) => [land, branche, year, `1.${a}${b}${c},5`]),
        ),
      ),
    ]);
    expect(outputsOf(made)).toMatchObject({ 'Bayern|Handel|2010': 1000.5, 'Hessen|Bau|2011': 1111.5 });
  });

  it('names every cell that is no figure and every year that is none', () => {
    const rows = tidy(madeCube(3, 3, 3));
    rows[2]![3] = 'many';
    rows[5]![2] = '2005-Q1';
    expect(mistakesOf(() => importRows(rows))).toEqual([
      'table.csv:3:4  "many" is not a number, in column "output"  (see --decimal for decimal commas)',
      'table.csv:6:3  "2005-Q1" is not a year, in column "year"  (years such as 2011; not quarters or months)',
    ]);
  });

  it('refuses names that cannot be keys, and tables of one year', () => {
    const rows = tidy(madeCube(3, 3, 2)).map((row) => row.map((cell) => (cell === 'Bern' ? '__proto__' : cell)));
    expect(mistakesOf(() => importRows(rows))).toContain(
      'table.csv:5:1  "__proto__" cannot be used as region  (rename it)',
    );
    expect(mistakesOf(() => importRows(tidy(madeCube(3, 3, 1))))).toEqual([
      'table.csv:1:1  only one year, 2005: growth needs two observed years or more',
    ]);
  });
});

describe('Any table at all', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      'Bern',
      'Total',
      '2010',
      2011,
      'C',
      'B-E',
      'region',
      'industry',
      'year',
      '',
      null,
      ':',
      '1,5',
      '12',
      -3,
      0,
      '__proto__',
      'a"b\nc',
    ),
    fc.double({ noNaN: false }),
    fc.string({ maxLength: 6 }),
  );

  it('becomes a case that can be read, or mistakes with their places, and nothing else', () => {
    const header = fc.constantFrom(
      ['region', 'industry', 'year', 'output'],
      ['region', 'industry', '2010', '2011'],
      ['a', 'b', 'c', 'd'],
    );
    const row = fc.array(cell, { maxLength: 5 });
    const broken = fc.array(fc.tuple(fc.nat(40), fc.nat(3), cell), { maxLength: 4 });
    const damaged = fc.tuple(shapes, broken).map(([{ regions, industries, years, seed }, changes]) => {
      const rows = tidy(madeCube(regions, industries, years, seed));
      for (const [r, c, value] of changes) if (rows[r] !== undefined) rows[r]![c] = value;
      return rows;
    });
    const random = fc.tuple(header, fc.array(row, { maxLength: 12 })).map(([head, rows]) => [head, ...rows]);
    fc.assert(
      fc.property(fc.oneof(random, damaged), (rows) => {
        const mistakes = mistakesOf(() => economyOf(importRows(rows)));
        for (const mistake of mistakes) expect(mistake).toMatch(/^(table|case|outputs)\.\w+:\d+:\d+ {2}/);
      }),
      { numRuns: 400 },
    );
  });
});

describe('Missing figures', () => {
  const cube = madeCube(5, 5, 5);
  const gappy = () =>
    tidy(cube).map((row) =>
      row[0] === 'Bern' && row[1] === 'Finance' && row[2] === 2007 ? [...row.slice(0, 3), ':'] : row,
    );

  it('that are few are filled at constant growth, as estimated, and said', () => {
    const made = importRows(gappy());
    const { panel, notes } = made;
    const [a, b] = [Number(cube.value(1, 4, 1)), Number(cube.value(1, 4, 3))];
    expect(outputsOf(made)['Bern|Finance|2007']).toBeCloseTo(Math.sqrt(a * b), 6);
    expect([...panel.origins].filter((origin) => origin > 0)).toHaveLength(1);
    expect(notes.join('; ')).toMatch(/no figure in 1 × ":"; 1 missing figure filled in at constant growth/);
  });

  it('become zero, or their names go, where that is asked for', () => {
    expect(outputsOf(importRows(gappy(), { missing: 'zero' }))['Bern|Finance|2007']).toBe(0);
    const dropped = importRows(gappy(), { missing: 'drop' });
    expect(dropped.panel.industries).not.toContain('Finance');
    expect(dropped.notes.join()).toMatch(/left out because of missing figures \(1\): Finance, \d+ % of all output/);
  });

  it('that are many are refused until the user decides', () => {
    const holes = tidy(cube)
      .map((row, k) => (k % 5 === 3 ? [...row.slice(0, 3), null] : row))
      .filter((_, k) => k % 7 !== 2);
    expect(mistakesOf(() => importRows(holes))[0]).toMatch(
      /figures are missing {2}\(choose: --missing zero, --missing fill/,
    );
    expect(economyOf(importRows(holes, { missing: 'fill' })).industries).toHaveLength(5);
  });

  it('of an industry that a region never had are zero', () => {
    const made = importRows(tidy(cube).filter((row) => row[0] !== 'Bern' || row[1] !== 'Finance'));
    expect(outputsOf(made)['Bern|Finance|2007']).toBe(0);
    expect(made.notes[0]).toBe('1 pair of region and industry without any figure: set to 0, status estimated');
  });
});

describe('Figures below zero', () => {
  const cube = madeCube(4, 4, 4);
  const negative = (figure: number) =>
    tidy(cube).map((row) =>
      row[0] === 'Bern' && row[1] === 'Construction' && row[2] === 2006 ? [...row.slice(0, 3), figure] : row,
    );

  it('that are few become zero, counted and named', () => {
    const made = importRows(negative(-12));
    expect(outputsOf(made)['Bern|Construction|2006']).toBe(0);
    expect(made.notes[0]).toMatch(
      /^1 figure below zero, .* the lowest -12 in Bern, Construction, 2006: set to 0, status estimated$/,
    );
    expect(mistakesOf(() => importRows(negative(-12), { negative: 'refuse' }))).toHaveLength(1);
  });

  it('that weigh much are refused, because the table may hold changes', () => {
    expect(mistakesOf(() => importRows(negative(-9e6)))[0]).toContain('does the table hold changes or balances');
    expect(outputsOf(importRows(negative(-9e6), { negative: 'zero' }))['Bern|Construction|2006']).toBe(0);
  });
});

describe('Odd rows', () => {
  const cube = madeCube(4, 4, 4);

  it('of an industry that is nowhere stay at zero, and are named', () => {
    const made = importRows(tidy({ ...cube, value: (r, i, y) => (i === 2 ? 0 : cube.value(r, i, y)) }));
    expect(made.notes).toContain('industries without output anywhere, kept (they stay at 0; see --drop): Construction');
    expect(economyOf(made).industries).toHaveLength(4);
  });

  it('of a region without output in some year go, because it has no structure in it', () => {
    const made = importRows(tidy({ ...cube, value: (r, i, y) => (r === 2 && y === 0 ? 0 : cube.value(r, i, y)) }));
    expect(made.panel.regions).toEqual(['Aargau', 'Bern', '吉林']);
    expect(economyOf(made).years).toEqual(cube.years);
  });

  it('on both sides of a break are left as they are, and the break is named', () => {
    const smooth = {
      ...cube,
      value: (r: number, i: number, y: number) => 1000 * (r + 1) * (i + 2) ** 2 * 1.02 ** y + r * i * 37 * (y + r),
    };
    const broken = {
      ...smooth,
      value: (r: number, i: number, y: number) => smooth.value(r, i, y) * (i === 1 && y >= 2 ? 3 : 1),
    };
    expect(importRows(tidy(smooth)).notes.join()).not.toContain('breaks');
    expect(importRows(tidy(broken)).notes.join()).toMatch(/breaks in the series .* Manufacturing 2006–2007 \(× 3/);
    expect(importRows(tidy(broken), { years: { from: 2007, to: 2008 } }).panel.years).toEqual([2007, 2008]);
  });
});
