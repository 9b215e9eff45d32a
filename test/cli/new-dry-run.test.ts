import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { csvLines } from '../../engine/report/data/csv.js';
import { madeCube, tidy, withSum } from '../importing/made-tables.js';
import { call } from './run-in-memory.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('tandem new --dry-run', () => {
  it('shows columns with their roles, first rows and how totals agree, and writes nothing', async () => {
    const cube = withSum(madeCube(3, 4, 3), 'industries', 'Total', [0, 1, 2, 3]);
    const [headings, ...rows] = tidy(cube).map((row, k) => [...row, k === 0 ? 'OBS_FLAG' : 'p']);
    const file = join(folder, 'table.csv');
    writeFileSync(file, [...csvLines(headings!.map(String), rows)].join(''));
    const { code, stdout } = await call(['new', join(folder, 'case'), '--outputs', file, '--dry-run']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^industry +industries +Agriculture, Manufacturing, Construction$/m);
    expect(stdout).toMatch(/^OBS_FLAG +status +p$/m);
    expect(stdout).toMatch(/^Aargau +Agriculture +2005 +\d+ +published$/m);
    expect(stdout).toContain('agree with what is kept, but for rounding: Total (9 figures)');
    expect(stdout).toContain('3 regions × 4 industries × 3 years, 2005–2007. Nothing was written.');
    expect(existsSync(join(folder, 'case'))).toBe(false);
    const asJson = await call(['new', join(folder, 'case'), '--outputs', file, '--dry-run', '--format', 'json']);
    expect(JSON.parse(asJson.stdout).columns[0]).toEqual({
      heading: 'region',
      role: 'regions',
      contents: ['Aargau', 'Bern', 'Zürich'],
    });
  });
});
