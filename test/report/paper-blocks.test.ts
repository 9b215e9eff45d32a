import { describe, expect, it } from 'vitest';
import { paperBlocks } from '../../engine/report/page/paper-blocks.js';
import type { TextTable } from '../../engine/report/text/text-table.js';

const years = Array.from({ length: 21 }, (_, y) => String(2010 + y));
const wide: TextTable = {
  title: 'Output',
  columns: [
    { heading: 'region' },
    { heading: 'industry' },
    ...years.map((heading) => ({ heading, align: 'right' as const })),
  ],
  rows: [['Jilin', 'Agro-food processing', ...years.map((_, y) => `${1000 + y},000`)], 'rule'],
  keys: 2,
};

describe('A table on paper', () => {
  it('has every column once, in order, with what names its rows in each block', () => {
    const blocks = paperBlocks(wide);
    expect(blocks.length).toBeGreaterThan(1);
    expect(blocks.flatMap(({ columns }) => columns.slice(2).map(({ heading }) => heading))).toEqual(years);
    for (const { columns, rows } of blocks) {
      expect(columns.slice(0, 2).map(({ heading }) => heading)).toEqual(['region', 'industry']);
      expect(rows[0]).toHaveLength(columns.length);
      expect(rows[1]).toBe('rule');
    }
    expect(blocks.flatMap(({ rows }) => (rows[0] as string[]).slice(2))).toEqual((wide.rows[0] as string[]).slice(2));
  });
});
