import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sheetNames } from '../../../cli/output/workbook/sheet-names.js';
import { tableSheet } from '../../../cli/output/workbook/table-sheet.js';
import { writeWorkbook } from '../../../cli/output/workbook/write-workbook.js';
import { readWorkbook } from '../../../cli/tables/read-workbook.js';
import { csvTable, textColumn } from '../../../engine/report/data/columns.js';
import { ROOT } from '../../source-files.js';
import { call } from '../run-in-memory.js';

const TUTORIAL = join(ROOT, 'scenarios/tutorial');
const FUTURES = ['baseline', 'open-border'].map((name) => join(TUTORIAL, `${name}.yaml`));
const CASE = join(TUTORIAL, 'case.yaml');
const WORKBOOK = 'results.xlsx';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-test-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Rows of every sheet as the project's own reader sees them. */
function sheetsOf(bytes: Uint8Array): Map<string, unknown[][]> {
  return new Map(readWorkbook(bytes).map(({ name, cells }) => [name, cells().rows as unknown[][]]));
}

/** A value of a sheet as the CSV file writes it. */
function asCsv(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}

async function written(argv: readonly string[], name: string): Promise<string> {
  const out = join(folder, name);
  const { code, stderr } = await call([...argv, '--xlsx', '--out', out, '--quiet']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return out;
}

describe('--xlsx', () => {
  it.each([
    ['run', [FUTURES[1]!]],
    ['compare', FUTURES],
    ['montecarlo', [...FUTURES, '--draws', '12', '--all-draws']],
    ['sensitivity', [...FUTURES, '--method', 'morris', '--samples', '4']],
    ['plan', [FUTURES[1]!]],
    ['indicators', [CASE]],
    ['diff', FUTURES],
    ['check', FUTURES],
  ])('of %s holds every cell of every CSV file', async (command, argv) => {
    const out = await written([command, ...argv], 'result');
    const sheets = sheetsOf(readFileSync(join(out, WORKBOOK)));
    const files = readdirSync(out).filter((name) => name.endsWith('.csv'));
    expect(files.length).toBeGreaterThan(0);
    expect([...sheets.keys()][0]).toBe('About');
    for (const file of files) {
      const rows: string[][] = parse(readFileSync(join(out, file), 'utf8'));
      const [header = [], ...cells] = sheets.get(file.replace('.csv', '')) ?? [];
      expect(header.map((heading) => String(heading).split('\n')[0])).toEqual(rows[0]);
      const width = header.length;
      expect(cells.map((row) => Array.from({ length: width }, (_, c) => asCsv(row[c])))).toEqual(rows.slice(1));
      // What is a number in a column of numbers is one in the sheet, too.
      const numbers = cells.flat().filter((value) => typeof value === 'number').length;
      const written = rows.slice(1).flat();
      if (command !== 'diff')
        expect(numbers).toBe(written.filter((text) => text !== '' && !Number.isNaN(Number(text))).length);
    }
  });

  it('says on the first sheet what it is of, how it was made, and what every column means', async () => {
    const out = await written(['compare', ...FUTURES, '--seed', '4'], 'result');
    const sheets = sheetsOf(readFileSync(join(out, WORKBOOK)));
    const about = sheets.get('About')!;
    const { command, tandem } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
    const beside = (word: string) => about.find(([first]) => first === word)?.[1];
    expect(beside('command')).toBe(`tandem ${command.join(' ')}`);
    expect(beside('version')).toBe(tandem);
    expect(beside('money')).toBe('million at constant prices');
    expect(beside('answer')).toBe(JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')).answer[0]);
    expect(sheets.get('outputs')![0]).toContain(`output\n(${beside('money')})`);
    const explained = about.filter(([sheet]) => sheet === 'outputs').map(([, column]) => column);
    expect(explained).toEqual(sheets.get('outputs')![0]!.map((heading) => String(heading).split('\n')[0]));
    expect(sheets.get('summary')!.length).toBeGreaterThan(20);
    expect([...sheets.keys()]).toEqual(['About', 'outputs', 'pairs', 'regions', 'accounts', 'gains', 'summary']);
  });

  it('writes the same bytes for the same input', async () => {
    const [first, second] = [await written(['run', FUTURES[1]!], 'a'), await written(['run', FUTURES[1]!], 'b')];
    expect(readFileSync(join(first, WORKBOOK)).equals(readFileSync(join(second, WORKBOOK)))).toBe(true);
    const { files } = JSON.parse(readFileSync(join(first, 'manifest.json'), 'utf8'));
    expect(files.map(({ file }: { file: string }) => file)).toContain(WORKBOOK);
  });

  it('is refused without a folder to write to', async () => {
    const { code, stderr } = await call(['run', FUTURES[1]!, '--xlsx']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('--xlsx needs --out')]);
  });
});

describe('A workbook', () => {
  it('keeps texts as texts, whatever they look like, and numbers to the last bit', async () => {
    const texts = [
      '=1+1',
      '=cmd|calc!A0',
      '@SUM(A1)',
      '+1',
      '-1',
      ' led ',
      '<b>&"\'',
      '吉林 😀',
      'a\nb',
      '1e5',
      'TRUE',
      '#N/A',
    ];
    const numbers = [0.1 + 0.2, -1e-300, 1.7976931348623157e308, 2011, 5e-324, Number.NaN, Number.POSITIVE_INFINITY];
    const columns = [
      textColumn<string>('text', 'a text', (text) => text),
      { name: 'number', unit: '1', meaning: 'a number', of: (text: string) => numbers[texts.indexOf(text)] ?? null },
    ];
    const bytes = await writeWorkbook([tableSheet('table', csvTable({ columns, rows: texts }), null)!]);
    const [, ...rows] = sheetsOf(bytes).get('table')!;
    expect(rows.map(([text]) => text)).toEqual(texts);
    expect(rows.map(([, number]) => number ?? null)).toEqual(
      texts.map((_, k) => (Number.isFinite(numbers[k]) ? numbers[k] : null)),
    );
    const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!);
    expect(sheet).not.toContain('<f');
    expect(sheet).toContain('state="frozen"');
  });

  it('gives names to sheets that Excel takes, whatever the files are called', () => {
    const names = fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 12 });
    fc.assert(
      fc.property(names, (files) => {
        const found = sheetNames(['About', ...files, 'history', "'s", ...files]);
        expect(new Set(found.map((name) => name.toLowerCase())).size).toBe(found.length);
        for (const name of found) {
          expect(name.length).toBeGreaterThan(0);
          expect(name.length).toBeLessThanOrEqual(31);
          expect(name).not.toMatch(/[[\]:*?/\\\p{Cc}]|^'|'$|^history$/iu);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('has no sheet for a table that is larger than one, rather than a part of it', () => {
    const table = (rows: number, columns: number) =>
      csvTable({
        columns: Array.from({ length: columns }, (_, c) => textColumn<number>(`c${c}`, 'a number', (row) => row)),
        rows: Array.from({ length: rows }, (_, k) => k),
      });
    expect(tableSheet('whole', table(1_048_575, 1), null)?.rows).toHaveLength(1_048_575);
    expect(tableSheet('long', table(1_048_576, 1), null)).toBeNull();
    expect(tableSheet('wide', table(1, 16_385), null)).toBeNull();
    expect(tableSheet('large', table(1001, 5000), null)).toBeNull();
  });

  it('cuts a text that no cell holds', async () => {
    const columns = [textColumn<string>('text', 'a text', (text) => text)];
    const bytes = await writeWorkbook([
      tableSheet('table', csvTable({ columns, rows: ['x'.repeat(40_000), 'y'.repeat(32_767)] }), null)!,
    ]);
    expect(
      sheetsOf(bytes)
        .get('table')!
        .map(([text]) => String(text).length),
    ).toEqual([4, 32_767, 32_767]);
  });
});
