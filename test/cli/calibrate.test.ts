import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { csvLines } from '../../engine/report/data/csv.js';
import { madePanel } from '../calibration/made-panel.js';
import { call } from './run-in-memory.js';

/** A case of a made panel on disk. */
function writeCase(years: number): string {
  const economy = madePanel({ regions: 5, industries: 4, years, industry: 0.01, region: 0.02, noise: 0.02 });
  const folder = mkdtempSync(join(tmpdir(), 'tandem-'));
  const rows = economy.years.flatMap((year, y) =>
    Array.from(economy.outputs[y]!, (output, cell) => [
      economy.regions[Math.floor(cell / 4)]!,
      economy.industries[cell % 4]!,
      year,
      output,
      'estimated',
      'made',
    ]),
  );
  const header = ['region', 'industry', 'year', 'output', 'status', 'source'];
  writeFileSync(join(folder, 'outputs.csv'), [...csvLines(header, rows)].join(''));
  writeFileSync(
    join(folder, 'case.yaml'),
    'title: Made\ncurrency: units\nprices: current\noutputs: outputs.csv\nhigherLevelRegion: sum\n',
  );
  return folder;
}

describe('tandem calibrate and backtest', () => {
  let folder: string;
  beforeAll(() => {
    folder = writeCase(9);
  });

  it('print tables that fit a terminal of 100 columns', async () => {
    for (const argv of [['calibrate'], ['backtest', '--draws', '20']]) {
      const { code, stdout, stderr } = await call([...argv, join(folder, 'case.yaml')]);
      expect(stderr).not.toContain('Error');
      expect(code).toBe(0);
      expect(Math.max(...stdout.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(100);
      expect(stdout).toMatch(argv[0] === 'calibrate' ? /trend\.shrinkage/ : /shift-share, regional/);
    }
  });

  it('write the fitted numbers as a file beside the rows', async () => {
    const out = join(folder, 'fitted');
    expect((await call(['calibrate', join(folder, 'case.yaml'), '--out', out])).code).toBe(0);
    const yaml = readFileSync(join(out, 'calibrated.yaml'), 'utf8');
    expect(yaml).toMatch(/^ {2}longRun: normal\(.*\) # derived: data alone/m);
    expect(yaml).toMatch(/^ {2}# rivalry: the default stays/m);
    expect(readFileSync(join(out, 'calibrate.csv'), 'utf8')).toContain('trend.longRun,derived,');
  });

  it('say in one line that they want the case where they are given a scenario', async () => {
    const file = join(folder, 'some-scenario.yaml');
    writeFileSync(file, 'title: A scenario\ncase: ./case.yaml\nyears: { from: 2007, to: 2010 }\n');
    const { code, stderr } = await call(['backtest', file]);
    expect([code, stderr.trim().split('\n')]).toEqual([
      2,
      [expect.stringMatching(/:1:1 {2}this is a scenario, not a case {2}\(the case that it names: \.\/case\.yaml\)$/)],
    ]);
  });

  it('give the same backtest for the same seed', async () => {
    const argv = ['backtest', join(folder, 'case.yaml'), '--draws', '10', '--seed', '7', '--format', 'json'];
    const [a, b] = [await call(argv), await call(argv)];
    expect(a.stdout).toBe(b.stdout);
    expect(Object.keys(JSON.parse(a.stdout).mean.tandem)).toEqual(['cells', 'regions', 'similarity', 'stage']);
  });

  it('refuse too few years and origins that cannot be', async () => {
    const short = writeCase(3);
    const backtest = await call(['backtest', join(short, 'case.yaml')]);
    expect([backtest.code, backtest.stderr]).toEqual([2, expect.stringContaining('four observed years')]);
    const origin = await call(['backtest', join(folder, 'case.yaml'), '--origin', '2001']);
    expect([origin.code, origin.stderr]).toEqual([2, expect.stringContaining('2002, 2003')]);
    const calibrate = await call(['calibrate', join(writeCase(2), 'case.yaml')]);
    expect([calibrate.code, calibrate.stderr]).toEqual([2, expect.stringContaining('3 observed years')]);
  });
});
