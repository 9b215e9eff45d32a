import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCsv } from '../../engine/files/csv-cells.js';

const piece = fc.constantFrom('a', 'bc', ' ', '吉林', '1.5', ',', ';', '\n', '""', '"', '\t', '|', "'");
const texts = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

test('a text is split into the cells that csv-parse finds in it, or refused where csv-parse refuses it', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom(',', ';', '|'), (text, separator) => {
      const parsed = parseCsv(text, separator);
      let expected: string[][] | null;
      try {
        expected = parse(text, {
          delimiter: separator,
          relax_column_count: true,
          skip_empty_lines: true,
          trim: true,
          record_delimiter: '\n',
          bom: false,
        });
      } catch {
        expected = null;
      }
      expect('records' in parsed ? parsed.records : null).toEqual(expected);
    }),
    { numRuns: 2000 },
  );
});

test('records know their lines, also below a cell of several lines and blank lines', () => {
  const parsed = parseCsv('a,b\n\n"x\ny",1\n2,3\n');
  expect('lines' in parsed && parsed.lines).toEqual([1, 3, 5]);
});

test('tabs separate cells without being taken for spaces', () => {
  expect(parseCsv('a\t\t"b\tc"\n\t1\t\n', '\t')).toMatchObject({
    records: [
      ['a', '', 'b\tc'],
      ['', '1', ''],
    ],
  });
});
