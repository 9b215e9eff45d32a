import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../source-files.js';
import { call } from './run-in-memory.js';

const BUNDLED = join(ROOT, 'scenarios/changchun-jilin/case.yaml');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a case of one region, whose industries are A, B, …; returns its file. */
function writeCase(
  region: readonly number[],
  flows: readonly (readonly number[])[],
  nation: readonly number[],
  size: string,
): string {
  const names = region.map((_, i) => String.fromCharCode(65 + i));
  const outputs = [2010, 2011].flatMap((year) => region.map((q, i) => `Here,${names[i]},${year},${q},published,`));
  const pairs = flows.flatMap((row, i) => row.map((z, j) => `${names[i]},${names[j]},${z}`));
  const files = {
    'case.yaml': `title: One region\ncurrency: million\nprices: current\noutputs: outputs.csv\nhigherLevelRegion: sum\ninputOutput: { flows: flows.csv, totals: totals.csv, size: ${size}, delta: 0.3 }\n`,
    'outputs.csv': `region,industry,year,output,status,source\n${outputs.join('\n')}\n`,
    'flows.csv': `supplier,user,flow\n${pairs.join('\n')}\n`,
    'totals.csv': `industry,output,value_added\n${nation.map((x, i) => `${names[i]},${x},${x / 2}`).join('\n')}\n`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return join(folder, 'case.yaml');
}

const MILLER_BLAIR: [number[], number[][], number[]] = [
  [100, 200],
  [
    [150, 500],
    [200, 100],
  ],
  [1000, 2000],
];

async function json(...argv: string[]) {
  const { code, stdout } = await call(['multipliers', ...argv, '--format', 'json', '--quiet']);
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

describe('tandem multipliers', () => {
  it('gives Miller and Blair’s multipliers, and the output that their final demand needs', async () => {
    const file = writeCase(...MILLER_BLAIR, '10%');
    const { nation, demand } = await json(file, '--demand', 'A=600', '--demand', 'B=1500');
    expect(nation.A.multiplier).toBeCloseTo(1.518152, 6);
    expect(nation.B.multiplier).toBeCloseTo(1.452145, 6);
    // Half of every output is value added.
    expect(nation.A.valueAdded).toBeCloseTo(1.518152 / 2, 6);
    expect(demand.nation.A).toBeCloseTo(1247.5248, 4);
    expect(demand.nation.B).toBeCloseTo(1841.5842, 4);
    expect(demand.asked).toEqual({ A: 600, B: 1500 });
  });

  it('estimates a region by Flegg’s location quotient, as in the worked example', async () => {
    const nation = [1000, 2000, 1000];
    const coefficients = [
      [0.15, 0.25, 0.05],
      [0.2, 0.05, 0.4],
      [0.3, 0.25, 0.05],
    ];
    const flows = coefficients.map((row) => row.map((a, j) => a * nation[j]!));
    const { regions } = await json(writeCase([150, 150, 100], flows, nation, '10%'));
    expect(regions.Here.A.multiplier).toBeCloseTo(1.417049, 6);
    expect(regions.Here.B.multiplier).toBeCloseTo(1.639536, 6);
    expect(regions.Here.C.multiplier).toBeCloseTo(1.36754, 6);
  });

  it('prints the bundled case: 38 industries, each region below the nation, the links of transport equipment', async () => {
    const { nation, regions } = await json(BUNDLED);
    expect(Object.keys(nation)).toHaveLength(38);
    for (const industry of Object.keys(regions.Changchun)) {
      expect(regions.Changchun[industry].multiplier).toBeLessThan(nation[industry].multiplier);
      expect(regions.Changchun[industry].multiplier).toBeGreaterThanOrEqual(1);
    }
    const { stdout, stderr } = await call([
      'multipliers',
      BUNDLED,
      '--region',
      'Jilin',
      '--industry',
      'Transport equipment',
    ]);
    expect(stdout).toMatch(/Transport equipment: strongest links/);
    expect(stdout).not.toMatch(/Siping/);
    expect(stderr).toContain('without chains: Other mining');
  });

  it('prints rows, and writes files', async () => {
    const file = writeCase(...MILLER_BLAIR, '10%');
    const rows = parse((await call(['multipliers', file, '--format', 'csv'])).stdout, { columns: true });
    expect(rows).toHaveLength(4);
    expect(rows[0]).toMatchObject({ region: '', industry: 'A', key: 'true' });
    expect(rows[2]).toMatchObject({ region: 'Here', industry: 'A' });
    const out = join(folder, 'out');
    expect((await call(['multipliers', file, '--demand', 'B=10', '--out', out])).code).toBe(0);
    const needed: Record<string, string>[] = parse(readFileSync(join(out, 'needed-output.csv')), { columns: true });
    expect(needed).toHaveLength(4);
    expect(Number(needed[1]!.needed)).toBeCloseTo(11.22112, 5);
    expect(readFileSync(join(out, 'chain-links.csv'), 'utf8')).toContain('A,supplier,B,0.571428571');
  });

  it.each([
    [[], join(ROOT, 'scenarios/tutorial/case.yaml'), 'no input–output table'],
    [['--demand', 'A'], null, 'not an industry and an amount'],
    [['--demand', 'A=-1'], null, 'not an industry and an amount'],
    [['--demand', 'Z=1'], null, '--demand Z: no such name'],
    [['--industry', 'Z'], null, '--industry Z: no such name'],
    [['--year', '1999'], null, 'the case has data for 2010, 2011'],
  ])('refuses %j', async (options, file, message) => {
    const { code, stderr } = await call(['multipliers', file ?? writeCase(...MILLER_BLAIR, '10%'), ...options]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
