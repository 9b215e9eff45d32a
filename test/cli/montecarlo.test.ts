import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder, WORK_FOLDER } from '../../cli/folder-lock.js';
import { STUDY_FOLDER } from '../../cli/study/draw-log.js';
import { createPool } from '../../cli/study/pool.js';
import type { Job } from '../../engine/montecarlo/draws/job.js';
import { displayWidth } from '../../engine/report/text/text-width.js';
import { ROOT } from '../source-files.js';
import { call } from './run-in-memory.js';

const MAIN = join(ROOT, 'dist/cli/main.js');
const WORKER = join(ROOT, 'dist/cli/study/worker.js');
const TUTORIAL = join(ROOT, 'scenarios/tutorial');
const BASELINE = join(TUTORIAL, 'baseline.yaml');
const BORDER = join(TUTORIAL, 'open-border.yaml');

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-test-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Every file of a folder with its bytes, hidden parts too. */
function contents(dir: string): Record<string, string> {
  return Object.fromEntries(readdirSync(dir).map((name) => [name, readFileSync(join(dir, name)).toString('base64')]));
}

describe('tandem montecarlo', () => {
  it('answers in a sentence first, on a screen of 100 columns', async () => {
    const { code, stdout, stderr } = await call(['montecarlo', BASELINE, BORDER, '--draws', '60', '--quiet']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Open border brings [\d.]+ million more output than no policy, between/);
    const lines = stdout.split('\n');
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(100);
    expect(lines.length).toBeLessThan(50);
  });

  it('prints bands, paired differences, regret and goals as JSON', async () => {
    const set = ['--set', 'goals.grown=output() > 300'];
    const argv = [
      'montecarlo',
      BASELINE,
      BORDER,
      '--draws',
      '40',
      '--seed',
      '3',
      '--format',
      'json',
      '--quiet',
      ...set,
    ];
    const { code, stdout } = await call(argv);
    expect(code).toBe(0);
    const found = JSON.parse(stdout);
    expect([found.draws, found.seed, found.sampler]).toEqual([40, 3, 'latin']);
    expect(Object.keys(found.outcomes.output)).toEqual(['baseline', 'open-border', 'no-policy']);
    expect(Object.keys(found.outcomes.output.baseline)).toEqual([
      'years',
      'p05',
      'p10',
      'p25',
      'p50',
      'p75',
      'p90',
      'p95',
      'mean',
    ]);
    expect(found.outcomes.output.baseline.years).toEqual([2020, 2021, 2022, 2023, 2024, 2025]);
    expect(Object.keys(found.difference.output)).toEqual(['open-border']);
    expect(found.difference.output['open-border'].probabilityBetter).toHaveLength(6);
    expect(found.difference.output['open-border'].probabilityBetter[0]).toBe(0);
    expect(found.regret.output['open-border'].max).toBe(0);
    expect(Object.keys(found.goals.grown)).toEqual(['baseline', 'open-border', 'no-policy']);
    expect(stdout).not.toContain(ROOT);
  });

  it('shows one draw alone as it is among all', async () => {
    const argv = ['montecarlo', BASELINE, BORDER, '--draws', '30', '--quiet'];
    expect((await call([...argv, '--all-draws', '--out', join(folder, 'all')])).code).toBe(0);
    const [header = '', ...rows] = readFileSync(join(folder, 'all/draws.csv'), 'utf8').trimEnd().split('\n');
    const { stdout } = await call([...argv, '--draw', '17', '--format', 'json']);
    const replayed = JSON.parse(stdout);
    const row = rows[17]!.split(',').map(Number);
    const at = (name: string) => row[header.split(',').indexOf(name)];
    for (const [name, value] of Object.entries(replayed.inputs)) expect(at(name)).toBe(value);
    expect(at('output (open-border)')).toBe(replayed.outcomes.output['open-border'].values.at(-1));
    expect((await call([...argv, '--draw', '30'])).code).toBe(2);
  });

  it('writes enough of every draw to recompute who gains, and how surely', async () => {
    const out = join(folder, 'all');
    expect(
      (await call(['montecarlo', BASELINE, BORDER, '--draws', '40', '--all-draws', '--out', out, '--quiet'])).code,
    ).toBe(0);
    const table = (name: string) =>
      parse(readFileSync(join(out, name), 'utf8'), { columns: true }) as Record<string, string>[];
    const draws = table('draws.csv');
    const gains = table('gains.csv').filter(
      ({ scenario, against }) => scenario === 'open-border' && against === 'baseline',
    );
    const names = gains.map(({ region }) => region!).filter((name) => name !== '');
    const gained = (some: readonly string[]) =>
      draws.map((draw) => {
        const of = (run: string) =>
          some.reduce((sum, name) => sum + Number(draw[`discounted output: ${name} (${run})`]), 0);
        return of('open-border') - of('baseline');
      });
    for (const { region, mean, probability_better } of gains) {
      const each = gained(region === '' ? names : [region!]);
      expect(each.filter((gain) => gain > 0).length / 40).toBe(Number(probability_better));
      expect(each.reduce((sum, gain) => sum + gain, 0) / 40).toBeCloseTo(Number(mean), 9);
    }
    expect(gains).toHaveLength(names.length + 1);
  });

  it('writes every draw as CSV and as Parquet with the same numbers', async () => {
    const out = join(folder, 'all');
    expect((await call(['montecarlo', BORDER, '--draws', '25', '--all-draws', '--out', out, '--quiet'])).code).toBe(0);
    const [header = '', ...rows] = readFileSync(join(out, 'draws.csv'), 'utf8').trimEnd().split('\n');
    const bytes = readFileSync(join(out, 'draws.parquet'));
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    const objects = await parquetReadObjects({ file });
    const names = header.split(',');
    expect(objects.map((object) => names.map((name) => Number(object[name])))).toEqual(
      rows.map((row) => row.split(',').map(Number)),
    );
    expect(readdirSync(out)).not.toContain(WORK_FOLDER);
  });

  it('takes futures, draws and what is drawn from a study file, which options change', async () => {
    const text = `futures: [baseline.yaml, open-border.yaml]
draws: 20
seed: 5
sampler: random
uncertainties: { freeze: [trend.*] }
outcomes: { gap: 'output("East") / output("West")' }
`;
    const study = join(folder, 'study.yaml');
    writeFileSync(
      study,
      text.replaceAll(/(\w+-?\w*)\.yaml/g, (name) => JSON.stringify(join(TUTORIAL, name))),
    );
    const { code, stdout, stderr } = await call(['montecarlo', study, '--seed', '6', '--format', 'json', '--quiet']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const found = JSON.parse(stdout);
    expect([found.draws, found.seed, found.sampler]).toEqual([20, 6, 'random']);
    expect(Object.keys(found.outcomes)).toEqual(['gap']);
    expect(found.uncertain).not.toContain('trend.longRun');
    expect((await call(['check', study])).stdout).toMatch(/study {2}good {5}2 futures, 20 draws/);
  });

  it('reports every mistake of a study file with its place', async () => {
    const study = join(folder, 'study.yaml');
    writeFileSync(study, 'futures: []\ndrawz: 10\nsampler: sobel\n');
    const { code, stderr } = await call(['montecarlo', study]);
    expect(code).toBe(2);
    expect(stderr.split('\n').map((line) => line.replace(`${study}:`, ''))).toEqual([
      expect.stringMatching(/^1:10 /),
      '2:1  unknown key "drawz"  (did you mean "draws"?)',
      '3:10  sampler cannot be "sobel"  (did you mean "sobol"?)',
      '',
    ]);
  });

  it('finds mistakes of all kinds at once: of keys, of files that are not there, of expressions and of futures', async () => {
    const [study, wrong] = [join(folder, 'study.yaml'), join(folder, 'wrong.yaml')];
    writeFileSync(wrong, `extends: ${BORDER}\nparameters: { rivalri: 1 }\ncorrelations: [[rivalry, rivalry, 0.4]]\n`);
    writeFileSync(
      study,
      `futures: [missing.yaml, wrong.yaml, ${BORDER}]\ndraws: -5\noutcomes:\n  a: outputt()\n  b: output("Nowhere")\ngoals:\n  g: output()\n`,
    );
    const { code, stderr } = await call(['montecarlo', study]);
    expect(code).toBe(2);
    expect(stderr.split('\n').map((line) => line.replace(`${folder}/`, ''))).toEqual([
      expect.stringMatching(/^study\.yaml:1:11 .*missing\.yaml: no such file/),
      expect.stringMatching(/^study\.yaml:2:8 .*draws must be at least 1/),
      expect.stringMatching(/^study\.yaml:4:6 .*"outputt"/),
      expect.stringMatching(/^study\.yaml:5:13 .*"Nowhere"/),
      expect.stringMatching(/^study\.yaml:7:6 .*"output\(\)" says no yes or no/),
      expect.stringMatching(/^wrong\.yaml:2:15 .*"rivalri"/),
      '',
    ]);
  });

  it('refuses what cannot be, before anything is drawn', async () => {
    const correlated = join(folder, 'correlated.yaml');
    writeFileSync(
      correlated,
      `title: Too much at once
extends: ${JSON.stringify(BASELINE)}
parameters: { rivalry: "uniform(0, 1)", barrier: "uniform(0, 1)", land: "uniform(0, 1)" }
correlations:
  - [rivalry, barrier, 0.9]
  - [barrier, land, 0.9]
  - [rivalry, land, -0.5]
`,
    );
    for (const command of ['montecarlo', 'check']) {
      const { code, stderr } = await call([command, correlated]);
      expect(code).toBe(2);
      expect(stderr).toContain(`${correlated}:7:5  the correlations between "barrier", "rivalry", "land"`);
    }
    const frozen = await call(['montecarlo', BASELINE, '--freeze', 'targetting']);
    expect([frozen.code, frozen.stderr]).toEqual([
      2,
      '--freeze:1:1  no uncertain number is called "targetting"  (did you mean "targeting"?)\n',
    ]);
    expect((await call(['montecarlo', BASELINE, '--resume'])).stderr).toMatch(/--resume needs --out/);
    expect((await call(['montecarlo', BASELINE, '--draws', '0'])).code).toBe(2);
  });

  it('names the draws that fail, and counts them in the answer', async () => {
    const sets = ['years.to=2500', 'trend=1', 'noise={ industry: 1, persistence: 0.99 }'].flatMap((set) => [
      '--set',
      set,
    ]);
    const { code, stdout, stderr } = await call(['montecarlo', BASELINE, '--draws', '12', ...sets]);
    expect(code).toBe(0);
    expect(stderr).toMatch(/draw \d+ failed: output of \w+ is not finite in 2500/);
    expect(stdout).toMatch(/\d+ of 12 draws failed and are in no number above/);
  });

  it('says how far it is in lines where nobody watches a bar, and nothing if quiet', async () => {
    const { stderr } = await call(['montecarlo', BASELINE, '--draws', '10']);
    expect(stderr).toMatch(/^10 of 10 draws, [\d,]+ draws\/s\n$/);
  });
});

describe('tandem sensitivity', () => {
  it('ranks what the difference of two futures hinges on, with intervals', async () => {
    const quiet = ['--samples', '64', '--set', 'noise={ industry: 0, region: 0, cell: 0 }', '--quiet'];
    const sets = ['--set', 'parameters.displacement=uniform(0.2, 0.8)'];
    const { code, stdout } = await call(['sensitivity', BASELINE, BORDER, ...quiet, ...sets, '--format', 'json']);
    expect(code).toBe(0);
    const found = JSON.parse(stdout);
    // Where everybody acts together the ingredients of coordination change nothing, so that displacement alone decides.
    const at = found.parameters.indexOf('displacement');
    expect(found.total[at]).toBeCloseTo(1, 1);
    expect(found.totalLow[at]).toBeLessThan(found.total[at]);
    expect(Object.keys(found)).toEqual(
      expect.arrayContaining(['first', 'firstLow', 'firstHigh', 'totalHigh', 'outcome']),
    );
    const morris = await call([
      'sensitivity',
      BORDER,
      '--method',
      'morris',
      '--samples',
      '4',
      '--format',
      'json',
      '--quiet',
    ]);
    expect(Object.keys(JSON.parse(morris.stdout))).toEqual(expect.arrayContaining(['mu', 'muStar', 'sigma']));
  });

  it('says that an outcome without variance hinges on nothing', async () => {
    const argv = ['sensitivity', BORDER, '--outcome', 'barrier("East", "West")', '--method', 'morris', '--quiet'];
    const { code, stdout } = await call(argv);
    expect(code).toBe(0);
    expect(stdout).toMatch(/is the same at\s+every\s+point:\s+there\s+is\s+nothing\s+for\s+it\s+to\s+hinge\s+on/);
  });

  it('names the nearest outcome where a name is unknown', async () => {
    const { code, stderr } = await call(['sensitivity', BORDER, '--outcome', 'outptu']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('did you mean "output"?')]);
  });
});

describe('A pool of workers', () => {
  const worker = (text: string): string => {
    const file = join(folder, 'worker.mjs');
    writeFileSync(file, text);
    return file;
  };

  it('redoes the batch of a worker that crashed', async () => {
    const crashed = JSON.stringify(join(folder, 'crashed'));
    const file = worker(`import { existsSync, writeFileSync } from 'node:fs';
export async function runBatch(range) {
  if (range.from === 10 && !existsSync(${crashed})) {
    writeFileSync(${crashed}, '');
    setImmediate(() => { throw new Error('out of memory'); });
    await new Promise(() => {});
  }
  return { ...range, rows: Float64Array.of(range.from), failures: [] };
}`);
    const pool = createPool({} as Job, 2, file);
    const batches = await Promise.all([0, 10, 20, 30].map((from) => pool.runBatch({ from, count: 1 })));
    await pool.close();
    expect(existsSync(join(folder, 'crashed'))).toBe(true);
    expect(batches.map(({ rows }) => rows[0])).toEqual([0, 10, 20, 30]);
  });

  it('names the draws that end their worker every time', async () => {
    const file = worker(`export async function runBatch() {
  setImmediate(() => { throw new Error('out of memory'); });
  await new Promise(() => {});
}`);
    const pool = createPool({} as Job, 1, file);
    await expect(pool.runBatch({ from: 40, count: 10 })).rejects.toThrow(
      'draws 40 to 49 ended their worker 3 times: out of memory',
    );
    await pool.close();
  });
});

describe('The folder of a result', () => {
  it('takes a result after a call was killed while it moved files into their places', async () => {
    const out = join(folder, 'out');
    const argv = ['montecarlo', BASELINE, '--draws', '10', '--out', out, '--quiet'];
    await call(argv);
    const whole = contents(out);
    // The manifest moves last: killed before that, it still lies aside.
    const lock = lockFolder(out);
    mkdirSync(join(out, '.tandem/new-killed'));
    lock.release();
    renameSync(join(out, 'manifest.json'), join(out, '.tandem/new-killed/manifest.json'));
    const { code, stderr } = await call(argv);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(contents(out)).toEqual(whole);
  });
});

describe.skipIf(!existsSync(WORKER))('The built tool (skipped where dist is missing: npm run build)', () => {
  const argv = (out: string, ...more: string[]) => [
    MAIN,
    'montecarlo',
    BASELINE,
    BORDER,
    '--draws',
    '800',
    '--all-draws',
    '--quiet',
    '--format',
    'json',
    '--out',
    join(folder, out),
    ...more,
  ];
  const run = (out: string, ...more: string[]) =>
    spawnSync(process.execPath, argv(out, ...more), { encoding: 'utf8', maxBuffer: 2 ** 26 });

  it('writes and prints the same bytes with one worker and with several that were killed and gone on with by --resume', async () => {
    const alone = run('alone', '--workers', '1');
    expect([alone.status, alone.stderr]).toEqual([0, '']);

    const draws = join(folder, 'killed', STUDY_FOLDER, 'draws.bin');
    const child = spawn(process.execPath, argv('killed', '--workers', '3'), { stdio: 'ignore' });
    const ended = new Promise((resolve) => child.on('exit', (_, signal) => resolve(signal)));
    while (child.exitCode === null && !(existsSync(draws) && statSync(draws).size > 0)) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    child.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    const resumed = run('killed', '--resume', '--workers', '3');
    expect([resumed.status, resumed.stderr, resumed.stdout]).toEqual([0, '', alone.stdout]);
    expect(contents(join(folder, 'killed'))).toEqual(contents(join(folder, 'alone')));
  });

  it('leaves a study that can be gone on with when it is interrupted, and exits with 130', async () => {
    const words = argv('interrupted', '--workers', '1').filter((word) => word !== '--quiet');
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (text) => {
      said += text;
    });
    const ended = new Promise((resolve) => child.on('close', resolve));
    const draws = join(folder, 'interrupted', STUDY_FOLDER, 'draws.bin');
    while (child.exitCode === null && !(existsSync(draws) && statSync(draws).size > 0)) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(said).toMatch(/Interrupted after \d+ of 800 draws; --resume goes on with them\.\n$/);
    expect(readdirSync(join(folder, 'interrupted'))).toEqual([WORK_FOLDER]);
    expect(readdirSync(join(folder, 'interrupted', WORK_FOLDER)).sort()).toEqual(['README.txt', 'study']);
    const again = run('interrupted', '--resume', '--seed', '2');
    expect([again.status, again.stderr]).toEqual([2, expect.stringContaining('other inputs or options')]);
  });
});
