import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLines } from '../../engine/report/data/csv.js';

describe('Rows as CSV', () => {
  it('read back as they were, whatever the text and the number', () => {
    const row = fc.tuple(
      fc.string(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const back: string[][] = parse([...csvLines(['a', 'b', 'c'], rows)].join(''), { record_delimiter: '\n' });
        expect(back.slice(1).map(([a, b, c]) => [a, Number(b), c])).toEqual(
          rows.map(([a, b, c]) => [a, b === 0 ? 0 : b, c]),
        );
      }),
    );
  });

  it('have nothing where there is no number', () => {
    expect([...csvLines(['x', 'y'], [[null, Number.NaN]])]).toEqual(['x,y\n', ',\n']);
  });

  it('are asked for one by one', () => {
    function* endless() {
      for (let n = 0; ; n++) yield [n];
    }
    const lines = csvLines(['n'], endless());
    expect([lines.next().value, lines.next().value, lines.next().value]).toEqual(['n\n', '0\n', '1\n']);
  });
});
