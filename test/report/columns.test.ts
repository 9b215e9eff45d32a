import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { compare } from '../../engine/compare/compare.js';
import type { Column } from '../../engine/report/data/columns.js';
import { CHOICE_COLUMNS, FRONTIER_COLUMNS } from '../../engine/report/optimise/optimise-files.js';
import { ACCOUNT_COLUMNS } from '../../engine/report/run/accounts-table.js';
import { OUTPUT_COLUMNS } from '../../engine/report/run/outputs-table.js';
import { PAIR_COLUMNS } from '../../engine/report/run/pairs-table.js';
import { REGION_COLUMNS } from '../../engine/report/run/regions-table.js';
import { resultFiles } from '../../engine/report/run/result-files.js';
import { runJson } from '../../engine/report/run/run-json.js';
import { BAND_COLUMNS, DIFFERENCE_COLUMNS, GAIN_COLUMNS } from '../../engine/report/study/study-files.js';
import { bundledFuture } from '../bundled.js';
import { ROOT } from '../source-files.js';

const TABLES: Readonly<Record<string, readonly Pick<Column<never>, 'name' | 'unit' | 'meaning'>[]>> = {
  'frontier.csv': FRONTIER_COLUMNS,
  'choices.csv': CHOICE_COLUMNS,
  'outputs.csv': OUTPUT_COLUMNS,
  'pairs.csv': PAIR_COLUMNS,
  'accounts.csv': ACCOUNT_COLUMNS,
  'regions.csv': REGION_COLUMNS,
  'bands.csv': BAND_COLUMNS,
  'differences.csv': DIFFERENCE_COLUMNS,
  'gains.csv': GAIN_COLUMNS,
};

const README = readFileSync(join(ROOT, 'scenarios/README.md'), 'utf8');

describe('The columns of result files', () => {
  it.each(Object.entries(TABLES))('of %s are explained in scenarios/README.md, in their order', (file, columns) => {
    const section = README.split(`### ${file}\n`)[1]?.split('\n#')[0] ?? '';
    const rows = [...section.matchAll(/^\| `([^`]+)` \| (.*) \| (.*) \|$/gm)].map(([, ...cells]) => cells);
    expect(rows).toEqual(columns.map(({ name, unit, meaning }) => [name, unit ?? '', meaning]));
  });

  it('hold in every row what JSON holds at the same place', async () => {
    const comparison = compare([await bundledFuture('tutorial/open-border')], { equalCost: false });
    const [future] = comparison.futures;
    const result = { id: 'border', projection: future!.projection, measures: comparison.measures[0]! };
    const files = resultFiles([result], {}, []);
    const json = runJson({ id: 'border', title: '', file: '' }, result) as unknown as Record<string, number[][][]>;
    const { years, regions, industries } = future!.compiled.plan;
    const outputs: Record<string, string>[] = parse([...files.get('outputs.csv')!].join(''), { columns: true });
    expect(outputs).toHaveLength(years.length * regions.length * industries.length);
    for (const row of outputs) {
      const [y, r, i] = [
        years.indexOf(Number(row.year)),
        regions.indexOf(row.region!),
        industries.indexOf(row.industry!),
      ];
      expect(row.output).toBe(String(json.output![y]![r]![i]));
      expect(row.stage).toBe(String(json.stage![y]![r]![i] ?? ''));
    }
    const accounts: Record<string, string>[] = parse([...files.get('accounts.csv')!].join(''), { columns: true });
    expect(accounts).toHaveLength(2 * outputs.length);
    const nested = json.accounts as unknown as Record<string, number[][][]>;
    for (const row of accounts) {
      const [y, r] = [years.indexOf(Number(row.year)), regions.indexOf(row.region!)];
      expect(row.value).toBe(String(nested[row.account!]![y]![r]![industries.indexOf(row.industry!)]));
    }
    const pairs: Record<string, string>[] = parse([...files.get('pairs.csv')!].join(''), { columns: true });
    expect(pairs).toHaveLength(years.length * regions.length * (regions.length - 1));
    for (const row of pairs) {
      const [y, a, b] = [
        years.indexOf(Number(row.year)),
        regions.indexOf(row.region_a!),
        regions.indexOf(row.region_b!),
      ];
      expect(row.similarity).toBe(String(json.similarity![y]![a]![b]));
      expect(row.barrier).toBe(String(json.barrier![y]![a]![b] ?? ''));
    }
  });
});
