import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTable } from '../../engine/files/table.js';
import { formatMistake } from '../../engine/mistakes.js';

const COLUMNS = { required: ['region', 'year', 'output'], optional: ['status', 'source'] };
const read = (text: string) => readTable('t.csv', new TextEncoder().encode(text), COLUMNS);
const said = (text: string) => read(text).mistakes.map(formatMistake);

test('cells are read with their places, through quotes, blanks, blank lines, BOM and CRLF', () => {
  const table = read(
    '\uFEFFregion,year,output,status\r\n"a, b", 2005 ,"1"\r\n\r\n  \r\nc,2011,"x\ny",z\r\n"q""q",1,2,3\r\n',
  );
  expect(table.columns).toEqual(['region', 'year', 'output', 'status']);
  expect(table.rows).toEqual([
    ['c', '2011', 'x\ny', 'z'],
    ['q"q', '1', '2', '3'],
  ]);
  expect(table.mistakes.map(formatMistake)).toEqual([
    't.csv:2:1  3 cells in a row of 4 columns  (quote a cell that holds a comma; leave a blank cell between two commas)',
  ]);
  expect(table.positionOf(-1, 1)).toEqual({ file: 't.csv', line: 1, column: 8 });
  expect(table.positionOf(0, 2)).toEqual({ file: 't.csv', line: 5, column: 8 });
  expect(table.positionOf(0, 3)).toEqual({ file: 't.csv', line: 6, column: 4 });
  expect(table.positionOf(1, 1)).toEqual({ file: 't.csv', line: 7, column: 8 });
});

test('whatever is in the cells, each is found where it stands', () => {
  const cell = fc
    .string({ unit: fc.constantFrom('a', '"', ',', '\n', 'é', '1'), maxLength: 6 })
    .filter((c) => c.trim() !== '' && c === c.trim());
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 });
  const quote = (value: string) => `"${value.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(rows, (written) => {
      const text = ['region,year,output', ...written.map((row) => row.map(quote).join(','))].join('\n');
      const table = read(text);
      expect(table.rows).toEqual(written);
      const lines = text.split('\n');
      written.forEach((row, r) => {
        row.forEach((value, c) => {
          const { line, column } = table.positionOf(r, c);
          const rest = [lines[line - 1]!.slice(column - 1), ...lines.slice(line)].join('\n');
          expect(rest.startsWith(quote(value))).toBe(true);
        });
      });
    }),
  );
});

test.each([
  ['region;year;output\n1;2;3\n', ['t.csv:1:1  columns are separated by semicolons  (separate them by commas)']],
  ['region\tyear\toutput\n', ['t.csv:1:1  columns are separated by tabs  (separate them by commas)']],
  [
    'region,output,year\n',
    ['t.csv:1:8  columns in the wrong order  (the header must be region,year,output[,status][,source])'],
  ],
  ['region,output\n', ['t.csv:1:1  missing column "year"  (the header must be region,year,output[,status][,source])']],
  ['region,yaer,output\n', ['t.csv:1:8  unknown column "yaer"  (did you mean "year"?)']],
  [
    'region,year,output,comment\n',
    ['t.csv:1:20  unknown column "comment"  (the header must be region,year,output[,status][,source])'],
  ],
  [
    'region,year,output,source\n',
    ['t.csv:1:20  columns in the wrong order  (the header must be region,year,output[,status][,source])'],
  ],
  [
    'region,year,output,year\n',
    ['t.csv:1:20  column "year" stands twice  (the header must be region,year,output[,status][,source])'],
  ],
  ['Region,year,output\n', ['t.csv:1:1  unknown column "Region"  (did you mean "region"?)']],
  [
    'region,year,output\n1,a "b",3\n',
    [
      't.csv:2:5  a quotation mark stands inside a cell  (put the whole cell in quotation marks and double those inside it)',
    ],
  ],
  [
    'region,year,output\n1,"b"c,3\n',
    [
      't.csv:2:5  a quotation mark stands inside a cell  (put the whole cell in quotation marks and double those inside it)',
    ],
  ],
  [
    'region,year,output\n1,"b,3\n4,5,6\n',
    ['t.csv:2:3  a quotation mark is not closed  (put the whole cell in quotation marks and double those inside it)'],
  ],
])('%j is refused with its place', (text, mistakes) => {
  expect(said(text)).toEqual(mistakes);
  expect(read(text).readable).toBe(false);
  expect(read(text).rows).toEqual([]);
});

test('the first 200 bad rows are listed and the others counted', () => {
  const mistakes = said(`region,year,output\n${'1,2\n'.repeat(250)}`);
  expect(mistakes).toHaveLength(201);
  expect(mistakes.at(-1)).toBe('t.csv:201:1  and 50 more mistakes in this file');
});

test('no cell may hold what turns or steers the writing, nor be endless', () => {
  expect(said('region,year,output\na\u202eb,2005,\u001b[31m1\n')).toEqual([
    't.csv:2:2  the hidden character U+202E stands here  (remove it)',
    't.csv:2:10  the hidden character U+001B stands here  (remove it)',
  ]);
  expect(said(`region,year,output\na,2005,1\nb,2005,${'1'.repeat(10_001)}\n`)).toEqual([
    't.csv:3:8  a cell of 10001 characters; at most 10000 can stand in one',
  ]);
});

test('a header of very many columns is one mistake', () => {
  expect(said(`${'region,'.repeat(50_000)}x\n`)).toEqual([
    't.csv:1:1  50001 columns  (the header must be region,year,output[,status][,source])',
  ]);
});
