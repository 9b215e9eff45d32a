import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderTextTable } from '../../engine/report/text/render-table.js';
import type { TextTable } from '../../engine/report/text/text-table.js';
import { displayWidth } from '../../engine/report/text/text-width.js';

const PLAIN = { width: 100, colour: false };

function yearTable(years: number, name: string): TextTable {
  const columns = Array.from(
    { length: years },
    (_, y) => ({ heading: String(2011 + y), align: 'right', series: true }) as const,
  );
  return {
    title: 'Output',
    columns: [{ heading: 'region' }, ...columns],
    rows: [[name, ...columns.map((_, y) => `${1000 + y}.5`)]],
  };
}

function widest(text: string): number {
  return Math.max(...text.split('\n').map(displayWidth));
}

describe('A table for the terminal', () => {
  it('puts text left, numbers right, units below headings and a rule between', () => {
    const text = renderTextTable(
      {
        title: 'Industries of Jilin city, 2011, current prices',
        columns: [
          { heading: 'industry' },
          { heading: 'output', unit: '10^8 yuan', align: 'right' },
          { heading: 'LQ', unit: '1', align: 'right' },
          { heading: 'stage' },
        ],
        rows: [['Chemical fibres', '12.5', '4.81', 'growing'], 'rule', ['Total', '2,602.1', '', '']],
        notes: ['LQ: location quotient.'],
      },
      PLAIN,
    );
    expect(text).toBe(
      [
        'Industries of Jilin city, 2011, current prices',
        '',
        'industry            output    LQ  stage',
        '                 10^8 yuan     1',
        '─────────────────────────────────────────',
        'Chemical fibres       12.5  4.81  growing',
        '─────────────────────────────────────────',
        'Total              2,602.1',
        '',
        'LQ: location quotient.',
        '',
      ].join('\n'),
    );
  });

  it('aligns Chinese names by the columns they take', () => {
    const text = renderTextTable(
      {
        title: 'T',
        columns: [{ heading: 'region' }, { heading: 'q', align: 'right' }],
        rows: [
          ['长春', '1'],
          ['Jilin', '22'],
        ],
      },
      PLAIN,
    );
    expect(text.split('\n').slice(4, 6)).toEqual(['长春     1', 'Jilin   22']);
  });

  it('writes a heading over each group of columns', () => {
    const text = renderTextTable(
      {
        title: 'T',
        columns: [
          { heading: 'industry' },
          { heading: 'published', align: 'right', group: 'location quotient' },
          { heading: 'computed', align: 'right', group: 'location quotient' },
          { heading: 'published', align: 'right', group: 'A' },
          { heading: 'computed', align: 'right', group: 'A' },
        ],
        rows: [['Food', '1', '2', '3', '4']],
      },
      PLAIN,
    );
    expect(text.split('\n').slice(2, 4)).toEqual([
      '          location quotient ─  A ─────────────────',
      'industry  published  computed  published  computed',
    ]);
  });

  it('shows the first, the last and round years where not all fit, and says so', () => {
    const text = renderTextTable(yearTable(20, 'Jilin'), PLAIN);
    expect(text.split('\n')[2]).toBe(
      'region    2011    2012    2014    2016    2018    2020    2022    2024    2026    2028    2030',
    );
    expect(text).toContain('11 of 20 columns shown; --format csv or json gives all.');
  });

  it('cuts names before it leaves out years, and years before it cuts names short', () => {
    const text = renderTextTable(
      yearTable(6, 'Communications equipment, computers and other electronic equipment manufacturing'),
      PLAIN,
    );
    expect(text).not.toContain('columns shown');
    expect(text).toContain('Communications equipment, computers and other elect…');
    expect(widest(text)).toBe(100);
  });

  it('puts a matrix that is too wide into blocks with the names repeated', () => {
    const regions = Array.from({ length: 20 }, (_, r) => `Region ${r + 1}`);
    const text = renderTextTable(
      {
        title: 'Similarity',
        columns: [{ heading: 'region' }, ...regions.map((heading) => ({ heading, align: 'right' }) as const)],
        rows: regions.map((name) => [name, ...regions.map(() => '0.123')]),
      },
      PLAIN,
    );
    expect(widest(text)).toBeLessThanOrEqual(100);
    expect(text.match(/^region /gm)).toHaveLength(3);
    expect(text.match(/0\.123/g)).toHaveLength(400);
  });

  it('is never wider than asked, whatever it holds', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 90 }),
      fc.constant('吉林省长春市第一汽车集团公司'),
      fc.float().map(String),
    );
    const column = fc.record({
      heading: fc.string({ maxLength: 60 }),
      align: fc.constantFrom('left', 'right'),
      series: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(column, { minLength: 1, maxLength: 30 }),
        fc.array(fc.array(cell, { minLength: 30, maxLength: 30 }), { maxLength: 4 }),
        fc.integer({ min: 40, max: 160 }),
        (columns, rows, width) => {
          const table = {
            title: 'A title',
            columns: columns as TextTable['columns'],
            rows: rows.map((row) => row.slice(0, columns.length)),
          };
          expect(widest(renderTextTable(table, { width, colour: false }))).toBeLessThanOrEqual(width);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('lets no name from a file steer the terminal', () => {
    const text = renderTextTable(
      { title: 'T\u001b[2J', columns: [{ heading: 'a\u0007' }], rows: [['\u001b[31mred\nline']] },
      PLAIN,
    );
    expect(text).not.toContain('\u001b');
    expect(text).not.toContain('\u0007');
    expect(text.split('\n')).toHaveLength(6);
  });

  it('has colour only where asked', () => {
    const table: TextTable = { title: 'T', columns: [{ heading: 'a' }], rows: [[{ text: 'x', style: 'good' }]] };
    expect(renderTextTable(table, { width: 80, colour: true })).toContain('\u001b[32mx\u001b[39m');
    expect(renderTextTable(table, PLAIN)).not.toContain('\u001b');
  });

  it('gives a heading over narrow columns the room it needs, where there is some', () => {
    const table = {
      title: 'Gains',
      columns: [{ heading: 'region' }, { heading: 'apart', group: 'output 2035, change' }],
      rows: [['Jilin', '+1.0%']],
    };
    expect(renderTextTable(table, { width: 40, colour: false })).toContain('output 2035, change');
  });
});
