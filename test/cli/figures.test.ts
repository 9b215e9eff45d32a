import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../source-files.js';
import { call } from './run-in-memory.js';

const SCENARIO = join(ROOT, 'scenarios/tutorial/open-border.yaml');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-figures-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('The report and its figures on the command line', () => {
  it('are written whole beside the tables, the same bytes each time', async () => {
    const write = async (name: string) => {
      const out = ['--out', join(folder, name, 'out'), '--figures', join(folder, name, 'charts')];
      expect((await call(['run', SCENARIO, ...out, '--quiet'])).code).toBe(0);
      return ['out', 'charts'].flatMap((place) =>
        readdirSync(join(folder, name, place))
          .sort()
          .map((file) => [file, readFileSync(join(folder, name, place, file)).toString('base64')]),
      );
    };
    const first = await write('first');
    expect(first.map(([file]) => file)).toEqual(expect.arrayContaining(['report.html', 'network.svg', 'network.png']));
    expect(JSON.stringify(await write('second')) === JSON.stringify(first)).toBe(true);
  });

  it('come of studies and of sensitivity analyses as well', async () => {
    const quiet = ['--quiet', '--set', 'years.to=2023'];
    const places = (name: string) => ['--out', join(folder, name), '--figures', join(folder, `${name}-charts`)];
    expect((await call(['montecarlo', SCENARIO, '--draws', '200', ...quiet, ...places('draws')])).code).toBe(0);
    const morris = ['sensitivity', SCENARIO, '--method', 'morris', '--samples', '3'];
    expect((await call([...morris, ...quiet, ...places('morris')])).code).toBe(0);
    expect(readdirSync(join(folder, 'draws'))).toEqual(expect.arrayContaining(['report.html', 'bands.csv']));
    expect(readdirSync(join(folder, 'draws-charts'))).toEqual(
      expect.arrayContaining(['chances.svg', 'bands-output.png', 'distribution.svg', 'who-gains.svg']),
    );
    expect(readdirSync(join(folder, 'morris'))).toEqual(expect.arrayContaining(['report.html', 'sensitivity.csv']));
    expect(readdirSync(join(folder, 'morris-charts'))).toEqual(expect.arrayContaining(['sensitivity.png']));
    const { drivers, discovery } = JSON.parse(readFileSync(join(folder, 'draws/summary.json'), 'utf8'));
    expect(drivers.coefficients).toHaveLength(drivers.inputs.length);
    expect(discovery.draws).toBe(200);
  });

  it('go into no folder that holds something else, nor into that of --out', async () => {
    writeFileSync(join(folder, 'mine.txt'), 'mine');
    const foreign = await call(['run', SCENARIO, '--figures', folder]);
    expect(foreign.code).toBe(2);
    expect(foreign.stderr).toContain('--figures');
    const same = join(folder, 'same');
    const both = await call(['run', SCENARIO, '--figures', same, '--out', same]);
    expect(both.code).toBe(2);
    expect(existsSync(same)).toBe(false);
  });
});
