import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { strToU8, zipSync } from 'fflate';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newCase } from '../../cli/commands/new.js';
import { csvLines } from '../../engine/report/data/csv.js';
import { panelsPresent, SKIPPED } from '../calibration/panels.js';
import { figuresOf, madeCube, tidy, wide, withSum } from '../importing/made-tables.js';
import { ROOT } from '../source-files.js';
import { call } from './run-in-memory.js';

const DATA = join(ROOT, '..', 'shared', 'data');
const UK = join(DATA, 'ONS_GVA_ITL2_sections_1998_2021_long.csv');
const GERMANY = join(DATA, 'DE_laender_emp_2008_2014_tidy.csv');

type Row = readonly (string | number | null)[];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const inFolder = (name: string) => join(folder, name);

function write(name: string, content: string | Uint8Array): string {
  writeFileSync(inFolder(name), content);
  return inFolder(name);
}

function csv(rows: readonly Row[], separator = ','): string {
  return [...csvLines(rows[0]!.map(String), rows.slice(1))].join('').replaceAll(',', separator);
}

/** Figures of a case on disk by `region|industry|year`. */
function figuresIn(dir: string): Record<string, number> {
  const rows = parse(readFileSync(join(dir, 'outputs.csv'), 'utf8'), { columns: true }) as Record<string, string>[];
  return Object.fromEntries(rows.map((row) => [`${row.region}|${row.industry}|${row.year}`, Number(row.output)]));
}

/** A workbook of sheets as Excel writes them, texts in its table of shared strings. */
function workbook(sheets: Readonly<Record<string, readonly Row[]>>): Uint8Array {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
  const names = Object.keys(sheets);
  const texts: string[] = [];
  const shared = (text: string) => (texts.includes(text) ? texts.indexOf(text) : texts.push(text) - 1);
  const column = (k: number) => String.fromCharCode(65 + k);
  const files: Record<string, string> = {};
  names.forEach((name, s) => {
    const rows = sheets[name]!.map((row, r) => {
      const cells = row.map((cell, k) => {
        const at = `${column(k)}${r + 1}`;
        if (cell === null) return '';
        return typeof cell === 'number'
          ? `<c r="${at}"><v>${cell}</v></c>`
          : `<c r="${at}" t="s"><v>${shared(cell)}</v></c>`;
      });
      return `<row r="${r + 1}">${cells.join('')}</row>`;
    });
    files[`xl/worksheets/sheet${s + 1}.xml`] =
      `${head}<worksheet ${main}><sheetData>${rows.join('')}</sheetData></worksheet>`;
  });
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  files['[Content_Types].xml'] =
    `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/></Types>`;
  files['_rels/.rels'] =
    `${head}<Relationships ${relations}><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
  files['xl/workbook.xml'] =
    `${head}<workbook ${main} xmlns:r="${office}"><sheets>${names.map((name, s) => `<sheet name="${escaped(name)}" sheetId="${s + 1}" r:id="rId${s + 1}"/>`).join('')}</sheets></workbook>`;
  files['xl/_rels/workbook.xml.rels'] =
    `${head}<Relationships ${relations}>${names.map((_, s) => `<Relationship Id="rId${s + 1}" Type="${office}/worksheet" Target="worksheets/sheet${s + 1}.xml"/>`).join('')}<Relationship Id="rId${names.length + 1}" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`;
  files['xl/sharedStrings.xml'] =
    `${head}<sst ${main}>${texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`;
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** Makes a case and projects its baseline, which must both work as they are. */
async function makeAndRun(...argv: string[]): Promise<string> {
  const dir = inFolder('case');
  const made = await call(['new', dir, ...argv]);
  expect([made.code, made.code === 0 ? '' : made.stderr]).toEqual([0, '']);
  const run = await call(['run', join(dir, 'baseline.yaml'), '--quiet', '--format', 'json']);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(await call(['check', join(dir, 'case.yaml'), join(dir, 'baseline.yaml'), '--quiet'])).toMatchObject({
    code: 0,
  });
  return made.stderr;
}

describe.skipIf(!panelsPresent)(`The raw tables of statistical offices${SKIPPED}`, () => {
  it('of the United Kingdom give a case that runs, whose sums are the totals of the file', async () => {
    const said = await makeAndRun('--outputs', UK);
    expect(said).toContain('Left out: All industries, the sum of all 20 others, as its name says');
    const figures = figuresIn(inFolder('case'));
    expect(Object.keys(figures)).toHaveLength(41 * 20 * 24);
    const sums = new Map<string, number>();
    for (const [key, figure] of Object.entries(figures)) {
      const [region, , year] = key.split('|');
      sums.set(`${region}|${year}`, (sums.get(`${region}|${year}`) ?? 0) + figure);
    }
    const rows = parse(readFileSync(UK, 'utf8'), { columns: true }) as Record<string, string>[];
    const totals = rows.filter((row) => row.sic_code === 'Total');
    expect(totals).toHaveLength(41 * 24);
    for (const row of totals) {
      // Figures are rounded to whole millions, each on its own.
      expect(Math.abs(sums.get(`${row.region}|${row.year}`)! - Number(row.gva_gbp_million))).toBeLessThanOrEqual(10);
    }
  });

  it('of Germany give a case without the nation, without the total and without the part of a part', async () => {
    const said = await makeAndRun('--outputs', GERMANY);
    const figures = figuresIn(inFolder('case'));
    expect(Object.keys(figures)).toHaveLength(16 * 10 * 7);
    const rows = parse(readFileSync(GERMANY, 'utf8'), { columns: true }) as Record<string, string>[];
    for (const row of rows.filter(({ region, industry_code }) => region === 'Germany' && industry_code === 'TOTAL')) {
      const sum = Object.entries(figures).reduce(
        (all, [key, figure]) => all + (key.endsWith(`|${row.year}`) ? figure : 0),
        0,
      );
      expect(Math.abs(sum / Number(row.employees) - 1)).toBeLessThan(0.001);
    }
    expect(said).toContain('by its code, C within B-E');
  });
});

describe('tandem new --accounts', () => {
  const rows = (value: (r: number, i: number, y: number) => number): Row[] => [
    ['region', 'industry', 'year', 'value'],
    ...[2010, 2012, 2014].flatMap((year, y) =>
      ['North', 'South'].flatMap((region, r) =>
        ['Cars', 'Food', 'Coal'].map((industry, i): Row => [region, industry, year, value(r, i, y)]),
      ),
    ),
  ];
  const output = (r: number, i: number, y: number): number => 117 + 31 * r + 53 * i + 7 * y * (1 + i);
  const jobs = (r: number, i: number, y: number): number => output(r, i, y) * (4 + i) * 0.95 ** (2 * y);

  it('makes a table of accounts from totals, with the change of productivity', async () => {
    const outputs = write('outputs.csv', csv(rows(output)));
    const employment = write('employment.csv', csv(rows(jobs)));
    const argv = ['new', inFolder('made'), '--outputs', outputs, '--accounts', employment, '--account', 'jobs=persons'];
    const { code, stderr } = await call([...argv, '--currency', 'million EUR', '--prices', 'current']);
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
    const made = parse(readFileSync(inFolder('made/accounts.csv'), 'utf8'), { columns: true }) as Record<
      string,
      string
    >[];
    expect(made).toHaveLength(18);
    const last = made.find((row) => row.region === 'South' && row.industry === 'Food' && row.year === '2014')!;
    expect(last).toMatchObject({ account: 'jobs', unit: 'persons', status: 'derived' });
    expect(Number(last.per_output)).toBeCloseTo(5 * 0.95 ** 4, 10);
    expect(Number(last.yearly_change)).toBeCloseTo(-0.05, 10);
    const run = await call(['run', inFolder('made/baseline.yaml'), '--format', 'json', '--quiet']);
    expect(JSON.parse(run.stdout).accounts.jobs[0][1][1]).toBeCloseTo(jobs(1, 1, 2), 6);
  });

  it('refuses totals that lack a region or an industry, and says which', async () => {
    const outputs = write('outputs.csv', csv(rows(output)));
    const employment = write(
      'employment.csv',
      csv(rows(jobs).filter(([region, industry]) => region !== 'South' && industry !== 'Coal')),
    );
    const { code, stderr } = await call(['new', inFolder('made'), '--outputs', outputs, '--accounts', employment]);
    expect(code).toBe(2);
    expect(stderr).toContain('no totals for 1 region of the outputs: South');
    expect(stderr).toContain('no totals for 1 industry of the outputs: Coal');
    expect(existsSync(inFolder('made'))).toBe(false);
  });
});

describe('tandem new', () => {
  const cube = madeCube(4, 5, 4);
  const withTotal = withSum(cube, 'industries', 'All industries', [0, 1, 2, 3, 4]);

  it('reads tidy and wide CSV, whatever separates its columns', async () => {
    for (const [name, text] of [
      ['tidy.csv', csv(tidy(withTotal))],
      ['wide.csv', csv(wide(withTotal, 'years'), ';')],
      ['industries.tsv', csv(wide(withTotal, 'industries'), '\t')],
    ] as const) {
      rmSync(inFolder('case'), { recursive: true, force: true });
      await makeAndRun('--outputs', write(name, text));
      expect(figuresIn(inFolder('case'))).toEqual(figuresOf(cube));
    }
  });

  it('refuses rows that go beyond the columns, as thousands between commas do, and takes blank cells at the end', async () => {
    const rows = tidy(madeCube(2, 2, 5)).map((row) => row.join(','));
    const cut = rows.map((row, k) => (k > 4 ? row.replace(/(\d{3})$/, ',$1') : row));
    const made = async (lines: readonly string[]) =>
      call(['new', inFolder('a'), '--outputs', write('table.csv', lines.join('\n'))]);
    const { code, stderr } = await made(cut);
    const lines = stderr.trim().split('\n');
    expect([code, lines.length]).toEqual([2, 11]);
    expect(lines[0]).toMatch(/^table\.csv:6:1 {2}5 cells in a row of 4 columns .*a comma \("\d+,\d{3}"\)/);
    expect(lines[10]).toContain('16 rows in all have more cells than columns');
    expect((await made(rows.map((row, k) => (k > 4 ? `${row},,` : row)))).code).toBe(0);
  });

  it('reads the sheet of a workbook that holds the table, below its title', async () => {
    const book = workbook({
      'Read me': [['About these figures']],
      'GVA & jobs': [['Gross value added, million'], [], ...wide(withTotal, 'years'), ['Source: somebody']],
    });
    const said = await makeAndRun('--outputs', write('book.xlsx', book));
    expect(figuresIn(inFolder('case'))).toEqual(figuresOf(cube));
    expect(said).toContain('sheet "GVA & jobs", the largest of Read me, GVA & jobs (otherwise --sheet)');
    expect((await call(['new', inFolder('b'), '--outputs', inFolder('book.xlsx'), '--sheet', 'Gva'])).stderr).toBe(
      'book.xlsx:1:1  no sheet "Gva"  (known: Read me, GVA & jobs)\n',
    );
    const twice = [...wide(withTotal, 'years')];
    const doubled = workbook({ Notes: [['About these figures']], GVA: [...twice, twice[1]!] });
    expect((await call(['new', inFolder('c'), '--outputs', write('twice.xlsx', doubled)])).stderr).toMatch(
      /twice\.xlsx\[GVA\]:\d+:\d+ /,
    );
  });

  it('reads Parquet', async () => {
    const [, ...rows] = tidy(withTotal);
    const column = (k: number) => rows.map((row) => row[k]!);
    const buffer = parquetWriteBuffer({
      columnData: [
        { name: 'region', data: column(0), type: 'STRING' },
        { name: 'nace', data: column(1), type: 'STRING' },
        { name: 'year', data: column(2), type: 'INT32' },
        { name: 'gva', data: column(3), type: 'DOUBLE' },
      ],
    });
    await makeAndRun('--outputs', write('table.parquet', new Uint8Array(buffer)));
    expect(figuresIn(inFolder('case'))).toEqual(figuresOf(cube));
    expect(readFileSync(join(inFolder('case'), 'case.yaml'), 'utf8')).toContain('valueAddedShare: 100%');
  });

  it('reads encodings that are named, and names what it cannot read', async () => {
    const latin = Buffer.from(csv(tidy(madeCube(3, 3, 3))), 'latin1');
    const file = write('latin.csv', latin);
    expect(await call(['new', inFolder('a'), '--outputs', file])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--encoding windows-1252'),
    });
    expect((await call(['new', inFolder('a'), '--outputs', file, '--encoding', 'windows-1252'])).code).toBe(0);
    expect(Object.keys(figuresIn(inFolder('a'))).some((key) => key.startsWith('Zürich'))).toBe(true);
    for (const [name, bytes] of [
      ['broken.xlsx', 'PK\u0003\u0004nothing'],
      ['broken.parquet', 'PAR1'],
      ['old.xls', 'x'],
    ] as const) {
      const { code, stderr } = await call(['new', inFolder('b'), '--outputs', write(name, bytes)]);
      expect([code, stderr.startsWith(`${name}:1:1  `)]).toEqual([2, true]);
    }
    expect(existsSync(inFolder('b'))).toBe(false);
  });

  it('asks about sums on a terminal, and keeps the sum where the user says no', async () => {
    const goods = withSum(withTotal, 'industries', 'Goods', [1, 2]);
    const file = write('table.csv', csv(tidy(goods)));
    const asked: string[] = [];
    const ask = async (question: string) => {
      asked.push(question);
      return question.includes('"Goods"') ? 'n' : '';
    };
    expect((await call(['new', inFolder('a'), '--outputs', file], undefined, ask)).code).toBe(0);
    expect(asked).toEqual([
      'The industry "Goods" is the sum of Manufacturing + Construction. Leave it out? [Y/n: n leaves out its 2 parts instead] ',
      expect.stringContaining('The industry "All industries" is the sum of all 5 others'),
    ]);
    const industries = new Set(Object.keys(figuresIn(inFolder('a'))).map((key) => key.split('|')[1]));
    expect([...industries]).toEqual(['Agriculture', 'Retail trade', 'Finance', 'Goods']);
    asked.length = 0;
    await call(
      ['new', inFolder('b'), '--outputs', file, '--drop', 'Goods', '--drop', 'All industries'],
      undefined,
      ask,
    );
    expect(asked).toEqual([]);
  });

  it('writes regions and links where it is given places', async () => {
    const places = [
      ['region', 'population', 'area_km2', 'longitude', 'latitude'],
      ...cube.regions.map((name, k) => [name, 500_000 + k, 1000 + k, 7 + k / 3, 47 - k / 5]),
    ];
    await makeAndRun(
      '--outputs',
      write('table.csv', csv(tidy(cube))),
      '--regions',
      write('places.csv', csv(places)),
      '--detour',
      '1.4',
    );
    expect(readdirSync(inFolder('case')).sort()).toEqual([
      'baseline.yaml',
      'case.yaml',
      'links.csv',
      'manifest.json',
      'outputs.csv',
      'regions.csv',
    ]);
    expect(readFileSync(join(inFolder('case'), 'links.csv'), 'utf8')).toContain(
      '"great circle × 1.4, coordinates of places.csv"',
    );
  });

  it('makes its folder anew while nobody has touched it, and never overwrites work', async () => {
    const file = write('table.csv', csv(tidy(cube)));
    const dir = inFolder('case');
    const make = (...more: string[]) => call(['new', dir, '--outputs', file, ...more]);
    expect((await make()).code).toBe(0);
    expect((await make('--currency', 'EUR')).code).toBe(0);
    expect(readFileSync(join(dir, 'case.yaml'), 'utf8')).toContain('currency: "EUR"\n');
    const edited = `${readFileSync(join(dir, 'case.yaml'), 'utf8')}deflator: 2%\n`;
    writeFileSync(join(dir, 'case.yaml'), edited);
    expect(await make()).toMatchObject({
      code: 2,
      stderr: `tandem: ${dir}: changed since tandem new made it: case.yaml\nName a folder that does not exist yet or is empty.\n`,
    });
    expect(readFileSync(join(dir, 'case.yaml'), 'utf8')).toBe(edited);
    expect((await call(['run', join(dir, 'baseline.yaml'), '--out', dir])).code).toBe(2);
    const foreign = mkdtempSync(inFolder('foreign'));
    writeFileSync(join(foreign, 'thesis.txt'), 'x');
    expect((await call(['new', foreign, '--outputs', file])).stderr).toContain(
      'holds files that tandem new did not make: thesis.txt',
    );
    expect((await call(['new', file, '--outputs', file])).code).toBe(2);
  });

  it('writes nothing where the table has mistakes', async () => {
    const file = write('table.csv', csv(tidy(cube)).replace(',2005,', ',soon,'));
    expect(await call(['new', inFolder('case'), '--outputs', file])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('table.csv:2:3  "soon" is not a year'),
    });
    expect(existsSync(inFolder('case'))).toBe(false);
    expect((await call(['new', inFolder('case')])).stderr).toContain('--outputs is missing');
  });

  it('gives what it guessed as rows and as data', async () => {
    const file = write('table.csv', csv(tidy(withTotal)));
    const asCsv = await call(['new', inFolder('a'), '--outputs', file, '--format', 'csv', '--quiet']);
    expect(asCsv.stderr).toBe('');
    expect(parse(asCsv.stdout, { columns: true })).toContainEqual({
      kind: 'left out',
      about: '',
      text: 'All industries, the sum of all 5 others, as its name says',
      option: '--keep',
    });
    const asJson = await call(['new', inFolder('b'), '--outputs', file, '--format', 'json']);
    expect(JSON.parse(asJson.stdout)).toMatchObject({
      regions: cube.regions,
      industries: cube.industries,
      years: cube.years,
    });
  });

  it('has every option explained on the page about importing', () => {
    const page = readFileSync(join(ROOT, 'scenarios/importing.md'), 'utf8');
    const unsaid = Object.keys(newCase.options).filter((name) => !page.includes(`--${name}`));
    expect(unsaid).toEqual(['title']);
  });
});
