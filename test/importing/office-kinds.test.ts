import { describe, expect, it } from 'vitest';
import type { SourceCell } from '../../engine/importing/read/source-table.js';
import {
  type Cube,
  figuresOf,
  importRows,
  madeCube,
  mistakesOf,
  outputsOf,
  tidy,
  wide,
  withSum,
} from './made-tables.js';

const cube = madeCube(4, 4, 4);
const figures = figuresOf(cube);

/** The tidy table with a further column, whose content depends on the row. */
function withColumn(
  heading: string,
  content: (row: readonly SourceCell[]) => SourceCell,
  of: Cube = cube,
): SourceCell[][] {
  return tidy(of).map((row, k) => [...row, k === 0 ? heading : content(row)]);
}

/** The same table with its figures written otherwise. */
function written(write: (figure: number, row: readonly SourceCell[]) => SourceCell): SourceCell[][] {
  return tidy(cube).map((row, k) => (k === 0 ? row : [...row.slice(0, 3), write(Number(row[3]), row)]));
}

const inBern = (row: readonly SourceCell[]) => row[0] === 'Bern';

describe('Units that differ', () => {
  const thousands = written((figure, row) => (inBern(row) ? figure * 1000 : figure));

  it.each([
    ['UNIT_MULT', '6', '3'],
    ['SCALAR_FACTOR', 'millions', 'thousands'],
    ['PowerCode Code', '6', '3'],
    ['UNIT_MULT: Unit of Multiplier', '6: Millions', '3: Thousands'],
    ['unit', 'million EUR', 'thousand EUR'],
    ['Einheit', 'Mio. EUR', 'Tsd. EUR'],
    ['单位', '百万元', '千元'],
  ])('by rows in a column "%s" are brought to one', (heading, large, small) => {
    const rows = thousands.map((row, k) => [...row, k === 0 ? heading : inBern(row) ? small : large]);
    const made = importRows(rows);
    expect(outputsOf(made)).toEqual(figures);
    expect(made.guesses.find(({ about }) => about === 'unit')?.what).toContain(`column "${heading}" has ${large}`);
  });

  it.each([
    ['currency', 'EUR', 'PLN'],
    ['unit', 'million EUR', '% of GDP'],
    ['unit', 'million EUR', 'million USD'],
    ['prices', 'constant 2015', 'current'],
    ['measure', 'GVA', 'wages'],
  ])('by rows in a column "%s" and cannot be brought to one are refused, with a choice that works', (heading, a, b) => {
    const rows = withColumn(heading, (row) => (inBern(row) ? b : a));
    const [mistake] = mistakesOf(() => importRows(rows));
    const [, column, value] = /choose one with --where "([^=]+)=([^"]+)"/.exec(mistake!)!;
    expect(mistake).toContain(`column "${heading}" has ${a}, ${b}`);
    expect(importRows(rows, { where: [{ column: column!, value: value! }] }).panel.regions).not.toContain('Bern');
  });

  it('in headings are brought to one, or refused', () => {
    const [headings, ...rows] = wide(cube, 'industries');
    const named = (unit: (k: number) => string) => headings!.map((name, k) => (k < 2 ? name : `${name} (${unit(k)})`));
    const scaled = rows.map((row) => row.map((cell, k) => (k === 3 ? Number(cell) * 1000 : cell)));
    const made = importRows([named((k) => (k === 3 ? 'thousand EUR' : 'million EUR')), ...scaled]);
    expect(Object.values(outputsOf(made)).sort()).toEqual(Object.values(figures).sort());
    expect(mistakesOf(() => importRows([named((k) => (k === 3 ? 'persons' : 'million EUR')), ...rows]))[0]).toContain(
      'different units',
    );
  });
});

describe('Letters and signs in cells', () => {
  it('that stand for a size scale the figure', () => {
    expect(outputsOf(importRows(written((figure) => (figure >= 1e4 ? `${figure / 1000}k` : String(figure)))))).toEqual(
      figures,
    );
    const billions = importRows(written((figure) => `${(figure / 1000).toFixed(3).replace('.', ',')} Mrd`));
    expect(outputsOf(billions)['Bern|Agriculture|2005']).toBeCloseTo(figures['Bern|Agriculture|2005']! * 1e6, 0);
  });

  it('that are unknown, or percentages, are refused in the column that holds them', () => {
    const [unknown] = mistakesOf(() => importRows(written((figure, row) => (inBern(row) ? `${figure} q` : figure))));
    expect(unknown).toMatch(/ q" is not a number, in column "output" {2}\("q" is neither a known flag nor a size/);
    const percent = mistakesOf(() => importRows(written((figure) => `${figure} %`)));
    expect(percent[0]).toMatch(/^table\.csv:2:4 .* is not a number, in column "output" .*percentage/);
  });

  it('that are currencies are named; of several the table is refused', () => {
    expect(outputsOf(importRows(written((figure) => `€ ${figure}`)))).toEqual(figures);
    const several = written((figure, row) => (inBern(row) ? `${figure} zł` : `${figure} €`));
    expect(mistakesOf(() => importRows(several))[0]).toContain('figures in several currencies: 48 × €, 16 × zł');
  });

  it('beside a figure of 0 in a column of flags make it missing', () => {
    const zero = written((figure, row) => (inBern(row) && row[1] === 'Construction' && row[2] === 2006 ? 0 : figure));
    const rows = zero.map((row, k) => [...row, k === 0 ? 'disclosure_code' : row[3] === 0 ? 'N' : '']);
    const made = importRows(rows);
    expect(outputsOf(made)['Bern|Construction|2006']).toBeGreaterThan(0);
    expect(made.notes.join()).toContain('1 figure of 0 beside a flag');
  });
});

describe('Decimal marks', () => {
  it.each([
    ['a 0 before a comma', (figure: number) => (figure / 1e3).toFixed(3).replace('.', ','), 1e-3],
    ['points between thousands, where short figures have none', (figure: number) => groups(figure, '.'), 1],
    ['commas between thousands', (figure: number) => groups(figure, ','), 1],
  ])('are told by %s', (_, write, factor) => {
    const small = {
      ...cube,
      value: (r: number, i: number, y: number) => Math.ceil(Number(cube.value(r, i, y)) / (r === 0 ? 2000 : 1)),
    };
    const rows = tidy(small).map((row, k) => (k === 0 ? row : [...row.slice(0, 3), write(Number(row[3]))]));
    const outputs = outputsOf(importRows(rows));
    for (const [key, figure] of Object.entries(figuresOf(small)))
      expect(Math.abs(outputs[key]! - figure * factor)).toBeLessThanOrEqual(0.001);
  });
});

function groups(figure: number, separator: string): string {
  return String(figure).replace(/\B(?=(?:\d{3})+$)/g, separator);
}

describe('Headings', () => {
  it('that are years with a mark are years, and the marks are said; a doubled one is left out by name', () => {
    const [headings, ...rows] = wide(cube, 'years');
    const marked = headings!.map((each, k) => `${each}${['', '', '*', ' 1/', ' [YR2007]', ' (p)'][k]}`);
    const made = importRows([marked, ...rows]);
    expect(outputsOf(made)).toEqual(figures);
    expect(made.notes.join()).toContain('2005*, 2006 1/, 2007 [YR2007], 2008 (p)');
    const doubled = importRows([[...headings!, '2008.1'], ...rows.map((row) => [...row, 7])]);
    expect(outputsOf(doubled)).toEqual(figures);
    expect(doubled.notes.join()).toContain('not read: "2008.1"');
  });

  it('that name a role win over columns that only could', () => {
    for (const [heading, a, b] of [
      ['type', 'urban', 'rural'],
      ['source', 'yearbook', 'survey'],
      ['unit', 'million EUR', 'million EUR'],
    ] as const)
      expect(importRows(withColumn(heading, (row) => (inBern(row) ? b : a))).panel.regions).toEqual(cube.regions);
  });

  it('of shares, growth, heads and people are left aside, by name', () => {
    const [headings, ...rows] = wide(cube, 'industries');
    const others = ['Agriculture share (%)', 'GDP growth (annual %)', 'GDP per capita', 'Population', '第一产业占比'];
    const made = importRows([
      [...headings!, ...others],
      ...rows.map((row) => [...row, ...others.map((_, k) => k + 1.5)]),
    ]);
    expect(outputsOf(made)).toEqual(figures);
    for (const other of others) expect(made.notes.join()).toContain(`"${other}"`);
  });

  it('that are missing leave one region or one industry', () => {
    const one = tidy({ ...cube, regions: ['Bern'] });
    expect(importRows(one).panel.regions).toEqual(['Bern']);
    const years = cube.years.map(String);
    const rows = cube.regions.map((region, r) => [region, ...years.map((_, y) => cube.value(r, 0, y))]);
    const made = importRows([['region', ...years], ...rows]);
    expect(made.panel.industries).toEqual(['All industries']);
    expect(made.guesses.map(({ what }) => what)).toContainEqual(expect.stringContaining('for those of one'));
  });
});

describe('Names', () => {
  it.each([
    ['10–12', '10-12'],
    ['北　京', '北京'],
    ['01', '1'],
    ['Trade & transport', 'Trade and transport'],
    ['Süd*', 'Süd'],
  ])('spelled %s and %s are one where they fill each other’s gaps', (a, b) => {
    const rows = tidy(cube).map((row) =>
      row.map((cell, k) => (cell === 'Bern' && k === 0 ? (Number(row[2]) < 2007 ? a : b) : cell)),
    );
    const made = importRows(rows);
    expect(made.panel.regions).toHaveLength(4);
    expect(made.guesses.find(({ about }) => about === 'names')?.what).toContain('are one');
    expect(Object.values(outputsOf(made)).reduce((x, y) => x + y)).toBe(Object.values(figures).reduce((x, y) => x + y));
  });

  it('that both have figures are kept apart and named', () => {
    const twins = { ...cube, regions: ['Bern', 'BERN', ...cube.regions.slice(2)] };
    const made = importRows(tidy(twins));
    expect(made.panel.regions).toEqual(twins.regions);
    expect(made.notes.join()).toContain('"Bern", "BERN"');
  });

  it('of which one ends where another begins are asked about, and become one by --rename', () => {
    const rows = tidy(cube).map((row) =>
      row.map((cell, k) => (cell === 'Bern' && k === 0 && Number(row[2]) >= 2007 ? 'Neustadt' : cell)),
    );
    expect(mistakesOf(() => importRows(rows))[0]).toMatch(
      /"Bern" ends 2006 where "Neustadt" begins 2007 .*--rename "Bern=Neustadt"/,
    );
    const renamed = importRows(rows, { renames: [{ from: 'Neustadt', to: 'Bern' }] });
    expect(outputsOf(renamed)).toEqual(figures);
    const twice = importRows(rows, { missing: 'fill' });
    expect(twice.panel.regions).not.toContain('Neustadt');
  });

  it('are put together by a concordance, whose weights must add up to 1', () => {
    const map = (...rows: SourceCell[][]) => ({
      file: 'map.csv',
      sheet: null,
      rows: [['from', 'to', 'weight'], ...rows],
      lineOf: (row: number) => row + 1,
    });
    const made = importRows(tidy(cube), {
      map: map(['Bern', 'Mitte', 1], ['Aargau', 'Mitte', '0.25'], ['Aargau', 'West', '0.75']),
    });
    expect(made.panel.regions).toEqual(['Mitte', 'West', 'Zürich', '吉林']);
    const [a, b] = [figures['Aargau|Finance|2006'] ?? 0, figures['Bern|Finance|2006'] ?? 0];
    expect(outputsOf(made)['Mitte|Finance|2006'] ?? 0).toBeCloseTo(b + a / 4, 6);
    const status = [...made.tables['outputs.csv']!.rows].find(([region]) => region === 'West')?.[4];
    expect(status).toBe('derived');
    expect(mistakesOf(() => importRows(tidy(cube), { map: map(['Bern', 'Mitte', '0.5']) }))).toEqual([
      'map.csv:2:1  the weights of "Bern" add up to 0.5, not 1  (each name goes somewhere whole)',
    ]);
  });
});

describe('Published totals', () => {
  const all = [0, 1, 2, 3];
  const total = withSum(cube, 'industries', 'Total', all);
  const withheld = (hide: (row: readonly SourceCell[]) => boolean, of: Cube = total) =>
    tidy(of).map((row, k) => (k > 0 && hide(row) ? [...row.slice(0, 3), '(D)'] : row));

  it('fill what is withheld: one figure is the total less the rest', () => {
    const made = importRows(withheld((row) => inBern(row) && row[1] === 'Construction'));
    expect(outputsOf(made)).toEqual(figures);
    expect(made.notes.join()).toMatch(
      /4 missing figures filled from published totals, status estimated: 4 as the total less/,
    );
  });

  it('fill several so that rows and columns add up', () => {
    const both = withSum(total, 'regions', 'Total', all);
    const hide = (row: readonly SourceCell[]) =>
      (row[0] === 'Bern' || row[0] === 'Aargau') &&
      (row[1] === 'Construction' || row[1] === 'Agriculture') &&
      row[2] === 2006;
    const outputs = outputsOf(importRows(withheld(hide, both)));
    for (const region of ['Bern', 'Aargau']) {
      const [given, meant] = [outputs, figures].map(
        (each) => each[`${region}|Construction|2006`]! + each[`${region}|Agriculture|2006`]!,
      );
      expect(Math.abs(given! / meant! - 1)).toBeLessThan(1e-6);
    }
  });

  it('that are far from what is kept refuse the table, with the numbers and the way to accept it', () => {
    const rows = tidy(total).filter((row) => row[1] !== 'Construction');
    const [mistake] = mistakesOf(() => importRows(rows));
    expect(mistake).toMatch(/what is kept of 3 industries adds up to \d+, "Total" is \d+ .* % less .*--drop "Total"/);
    expect(importRows(rows, { drop: ['Total'] }).panel.industries).toHaveLength(3);
  });

  it('of two breakdowns leave one', () => {
    const value = (r: number, i: number, y: number) => Number(cube.value(r, i, y));
    const sum = (r: number, y: number) => all.reduce((whole, i) => whole + value(r, i, y), 0);
    const jobs = {
      ...cube,
      industries: [...cube.industries, 'Full-time', 'Part-time', 'Total'],
      value: (r: number, i: number, y: number) =>
        i < 4
          ? value(r, i, y)
          : i === 6
            ? sum(r, y)
            : i === 5
              ? Math.floor(sum(r, y) / 3)
              : sum(r, y) - Math.floor(sum(r, y) / 3),
    };
    const made = importRows(tidy(jobs));
    expect(outputsOf(made)).toEqual(figures);
    expect(made.leftOut.join()).toContain('a part of a second breakdown of the same total');
  });

  it('beside a few of their parts are kept as the rest', () => {
    const small = {
      ...cube,
      industries: ['Total', 'Fishing'],
      value: (r: number, i: number, y: number) => Number(cube.value(r, 0, y)) * (i === 0 ? 50 : 1),
    };
    const made = importRows(tidy(small));
    expect(made.panel.industries).toEqual(['Total, the rest', 'Fishing']);
    expect(outputsOf(made)['Bern|Total, the rest|2005']).toBe(49 * Number(small.value(1, 1, 0)));
  });
});

describe('Units at the end of names', () => {
  const named = (unit: (row: readonly SourceCell[]) => string): SourceCell[][] =>
    tidy(cube).map((row, k) => (k === 0 ? row : [row[0]!, `${row[1]} (${unit(row)})`, ...row.slice(2)]));
  const first = cube.industries[0]!;

  it.each([
    ['current US$', '% of GDP'],
    ['million EUR', 'thousand EUR'],
    ['million EUR', 'million USD'],
  ])('that differ, "%s" beside "%s", are refused, with names to leave out', (a, b) => {
    const rows = named((row) => (row[1] === first ? b : a));
    const [mistake] = mistakesOf(() => importRows(rows));
    const [, drop] = /--drop "([^"]+)"/.exec(mistake!)!;
    expect(drop).toMatch(/\)$/);
    expect(() => importRows(rows, { drop: [drop!] })).not.toThrow();
  });

  it('that are the same are read', () => {
    expect(importRows(named(() => 'current US$')).panel.industries).toHaveLength(4);
  });
});

describe('The unit that a table names', () => {
  it('is stated as a guess', () => {
    const made = importRows(
      withColumn('UNIT_MULT', () => '6').map((row, k) => [...row, k === 0 ? 'UNIT_MEASURE' : 'EUR']),
    );
    expect(made.guesses.find(({ about }) => about === 'unit')?.what).toContain('"million EUR"');
  });
});

describe('Headings and columns that name several things', () => {
  it('are taken apart: Eurostat’s first column', () => {
    const [, ...rows] = wide(cube, 'years');
    const table = [
      ['freq,unit,nace_r2,geo\\TIME_PERIOD', ...cube.years.map((year) => `${year} `)],
      ...rows.map(([region, industry, ...cells]) => [
        `A,MIO_EUR,${industry},${region}`,
        ...cells.map((cell) => `${cell} p`),
      ]),
    ];
    const made = importRows(table);
    expect(outputsOf(made)).toEqual(figures);
    expect(made.texts['case.yaml']).toContain('currency: "MIO_EUR"');
  });

  it('are taken apart: semicolons above dates, as of the ABS', () => {
    const pairs = cube.regions.flatMap((region, r) =>
      cube.industries.map((industry, i) => ({ region, industry, r, i })),
    );
    const table = [
      [null, ...pairs.map(({ region, industry }) => `${region} ;  ${industry} ;  Gross value added ;`)],
      ['Unit', ...pairs.map(() => '$ Millions')],
      ['Series ID', ...pairs.map((_, k) => `A${k}`)],
      ...cube.years.map((year, y) => [`${year}-06-01`, ...pairs.map(({ r, i }) => cube.value(r, i, y))]),
    ];
    const made = importRows(table);
    expect(outputsOf(made)).toEqual(figures);
    expect(made.texts['case.yaml']).toContain('valueAddedShare: 100%');
  });
});
