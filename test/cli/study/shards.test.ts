import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from '../../../cli/folder-lock.js';
import { STUDY_FOLDER } from '../../../cli/study/draw-log.js';
import { type Estimate, shardsWithin } from '../../../cli/study/estimate.js';
import { shardRange } from '../../../cli/study/part-options.js';
import { ROOT } from '../../source-files.js';
import { WHOLE } from '../../whole.js';
import { call } from '../run-in-memory.js';

/** Orders in which parts are computed and named: more in `npm run test:system`. */
const ORDERS: readonly (readonly ['montecarlo' | 'sensitivity', readonly number[]])[] = WHOLE
  ? (['montecarlo', 'sensitivity'] as const).flatMap((name) =>
      [[0], [1, 0], [2, 0, 1], [4, 6, 0, 2, 5, 1, 3]].map((order) => [name, order] as const),
    )
  : [
      ['montecarlo', [2, 0, 1]],
      ['sensitivity', [1, 0]],
    ];

const BELIEF = 'title: No response of neighbours\nwhy: For the test.\nparameters: { displacement: 0 }\n';

let folder: string;
let studies: Readonly<Record<'montecarlo' | 'sensitivity', readonly string[]>>;
let main: readonly string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-test-'));
  cpSync(join(ROOT, 'scenarios/tutorial'), join(folder, 'tutorial'), { recursive: true });
  writeFileSync(join(folder, 'belief.yaml'), BELIEF);
  const futures = ['baseline', 'open-border'].map((name) => join(folder, 'tutorial', `${name}.yaml`));
  main = [
    'montecarlo',
    ...futures,
    '--draws',
    '40',
    '--seed',
    '3',
    '--all-draws',
    '--discover',
    '--set',
    'title=Parts',
  ];
  main = [...main, '--beliefs', join(folder, 'belief.yaml')];
  studies = { montecarlo: main, sensitivity: ['sensitivity', ...futures, '--samples', '8'] };
  for (const [name, argv] of Object.entries(studies)) await succeed([...argv, '--out', join(folder, name)]);
  await succeed([...main, '--shard', '0/2', '--out', path('first')]);
  await succeed([...main, '--shard', '1/2', '--out', path('second')]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const path = (name: string): string => join(folder, name);
const log = (dir: string): string => join(dir, STUDY_FOLDER, 'draws.bin');

async function succeed(argv: readonly string[]) {
  const { code, stdout, stderr } = await call([...argv, '--workers', '1']);
  expect([code, code === 0 ? null : stderr]).toEqual([0, null]);
  return { stdout, stderr };
}

/** Every file of a folder, hidden ones too, with its bytes as text. */
function bytesOf(dir: string): Record<string, string> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  const paths = files.map((each) => join(each.parentPath, each.name)).sort();
  return Object.fromEntries(paths.map((each) => [each.slice(dir.length), readFileSync(each, 'latin1')]));
}

describe('Parts of a study', () => {
  it('hold every row once, whatever their number, in sizes that differ by one at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 300 }), (rows, of) => {
        const parts = Array.from({ length: of }, (_, shard) => shardRange(rows, { shard, of }));
        const ends = parts.map(({ from, count }) => from + count);
        expect(parts.map(({ from }) => from)).toEqual([0, ...ends.slice(0, -1)]);
        expect(ends.at(-1)).toBe(rows);
        const counts = parts.map(({ count }) => count);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it.each(ORDERS)('end in the bytes of one machine: %s, computed and named in the order %j', async (name, order) => {
    const dirs: string[] = [];
    for (const shard of order) {
      const dir = path(`${name}-${shard}-of-${order.length}`);
      await succeed([...studies[name], '--shard', `${shard}/${order.length}`, '--out', dir]);
      dirs.push(dir);
    }
    const out = path(`${name}-of-${order.length}`);
    await succeed(['merge', ...dirs, '--out', out]);
    expect(bytesOf(out)).toEqual(bytesOf(path(name)));
  });

  it('print what the whole study prints', async () => {
    const merged = await succeed([
      'merge',
      path('first'),
      path('second'),
      '--out',
      path('printed'),
      '--format',
      'json',
    ]);
    const alone = await succeed([...main, '--out', path('alone'), '--format', 'json']);
    expect(merged.stdout).toBe(alone.stdout);
  });

  it('killed, are done again with --resume; what was whole is not computed twice', async () => {
    cpSync(path('second'), path('killed'), { recursive: true });
    truncateSync(log(path('killed')), statSync(log(path('killed'))).size - 5);
    await succeed([...main, '--shard', '1/2', '--out', path('killed'), '--resume']);
    await succeed(['merge', path('killed'), path('first'), '--out', path('redone')]);
    expect(bytesOf(path('redone'))).toEqual(bytesOf(path('montecarlo')));
    const again = await succeed([...main, '--shard', '1/2', '--out', path('killed'), '--resume']);
    expect(again.stderr).toContain('20 of 20 draws were done before');
  });
});

describe('tandem merge', () => {
  let out: string;
  beforeEach(() => {
    out = path('refused');
  });

  /** Calls merge, which must fail and write nothing. */
  async function refusal(...argv: readonly string[]): Promise<readonly [number, string]> {
    const { code, stdout, stderr } = await call(['merge', ...argv, '--out', out]);
    expect([stdout, statSync(out, { throwIfNoEntry: false })]).toEqual(['', undefined]);
    return [code, stderr];
  }

  it('names the rows that are missing and ends with 1; --finish computes them', async () => {
    const [code, stderr] = await refusal(path('second'));
    expect(code).toBe(1);
    expect(stderr).toContain('missing of 40 draws:\n  0 to 19, of part 0/2, which no folder holds\n');
    await succeed(['merge', path('second'), '--finish', '--out', path('finished')]);
    expect(bytesOf(path('finished'))).toEqual(bytesOf(path('montecarlo')));
  });

  it('takes whole records alone: a damaged one is named with all that it costs', async () => {
    cpSync(path('second'), path('damaged'), { recursive: true });
    const bytes = readFileSync(log(path('damaged')));
    bytes[bytes.length - 9]! ^= 1;
    writeFileSync(log(path('damaged')), bytes);
    const [code, stderr] = await refusal(path('first'), path('damaged'));
    expect(code).toBe(1);
    expect(stderr).toMatch(/damaged: the record at byte \d+ is not whole; neither it nor what follows is taken/);
    expect(stderr).toMatch(/\n {2}\d+ to 39, of part 1\/2, in \S+damaged\n/);
    await succeed(['merge', path('damaged'), path('first'), '--finish', '--out', path('mended')]);
    expect(bytesOf(path('mended'))).toEqual(bytesOf(path('montecarlo')));
  });

  it('refuses parts that do not belong together, all of them at once', async () => {
    await succeed([...main, '--set', 'coordination=0.5', '--shard', '1/2', '--out', path('other-study')]);
    await succeed([...main, '--full', '--shard', '1/2', '--out', path('other-options')]);
    await succeed([...main, '--shard', '1/3', '--out', path('other-number')]);
    cpSync(path('second'), path('other-version'), { recursive: true });
    const facts = join(path('other-version'), STUDY_FOLDER, 'study.json');
    writeFileSync(facts, readFileSync(facts, 'utf8').replace(/"version":"[^"]*"/, '"version":"0.0.1"'));
    const others = ['other-study', 'other-options', 'other-number', 'other-version', 'first', 'absent', 'tutorial'];
    const [code, stderr] = await refusal(path('first'), ...others.map(path));
    expect(code).toBe(2);
    const said = stderr
      .replace(/^tandem: /, '')
      .replaceAll(`${folder}/`, '')
      .trimEnd()
      .split('\n')
      .sort();
    expect(said).toEqual([
      'absent: no such folder',
      'first: is part 0/2, as first is',
      'other-number: is part 1/3, and first is 0/2',
      'other-options: was called with other arguments or options than first',
      'other-study: is of another study than first',
      expect.stringMatching(/^other-version: was computed by tandem 0\.0\.1, and this is /),
      'tutorial: holds no part of a study that can be read; --shard K/N makes one',
    ]);
  });

  it.each([
    ['"shard":1', '"shard":2'],
    ['"shard":1', '"shard":"1"'],
    ['"args":{', '"args":[{'],
    ['"command":"montecarlo"', '"command":"run"'],
    ['"of":2', '"of":3'],
  ])('refuses a part whose description is damaged: %s made %s', async (from, to) => {
    rmSync(path('described'), { recursive: true, force: true });
    cpSync(path('second'), path('described'), { recursive: true });
    const file = join(path('described'), STUDY_FOLDER, 'shard.json');
    const text = readFileSync(file, 'utf8').replace(from, to);
    expect(text).toContain(to);
    writeFileSync(file, text);
    expect((await refusal(path('described'), '--finish'))[0]).toBe(2);
  });

  it('refuses files that have changed since, a part under way, a log that holds rows twice, and wrong usage', async () => {
    cpSync(path('second'), path('twice'), { recursive: true });
    const bytes = readFileSync(log(path('twice')));
    writeFileSync(log(path('twice')), Buffer.concat([bytes, bytes]));
    const twice = await refusal(path('first'), path('twice'));
    expect(twice).toEqual([2, expect.stringMatching(/holds draws \d+ to \d+ twice/)]);
    const lock = lockFolder(path('first'));
    const occupied = await refusal(path('first'), path('second'));
    lock.release();
    expect(occupied).toEqual([2, expect.stringContaining('another tandem is writing here')]);
    const scenario = path('tutorial/open-border.yaml');
    const before = readFileSync(scenario, 'utf8');
    writeFileSync(scenario, before.replace(/opening: .*/, 'opening: 12%'));
    const changed = await refusal(path('first'), path('second'));
    writeFileSync(scenario, before);
    expect(changed).toEqual([2, expect.stringContaining('its files have changed since this part was computed')]);
    expect(await refusal(path('first'), '--seed', '4')).toEqual([2, expect.stringContaining('--seed')]);
    expect(await refusal(path('first'), '--set', 'a=1')).toEqual([2, expect.stringContaining('--set a=1')]);
    const withoutOut = await call(['merge', path('first'), path('second')]);
    expect([withoutOut.code, withoutOut.stderr]).toEqual([2, expect.stringContaining('merge needs --out')]);
    const intoPart = await call(['merge', path('first'), path('second'), '--out', path('first')]);
    expect([intoPart.code, intoPart.stderr]).toEqual([2, expect.stringContaining('is the folder of a part')]);
  });
});

describe('--shard and --estimate', () => {
  it.each([
    [['--shard', '2/2'], 'there is no part 2 of 2\nThey are 0 to 1.'],
    [['--shard', '1'], 'not K/N'],
    [['--shard=-1/2'], 'not K/N'],
    [['--shard', '0/0'], 'not K/N'],
    [['--shard', '0.5/2'], 'not K/N'],
    [['--shard', '0/2', '--figures', 'figures'], '--figures is of a whole study'],
    [['--shard', '0/2', '--draw', '3'], '--shard is of a whole study, not of one --draw'],
    [['--shard', '0/2', '--estimate'], '--estimate and --shard contradict each other'],
    [['--estimate'], '--estimate is for the terminal and has no --out'],
  ])('%j is refused', async (options, message) => {
    const argv = main.filter((word) => word !== '--all-draws' && word !== '--discover');
    const { code, stderr } = await call([...argv, ...options, '--out', path('nothing')]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(statSync(path('nothing'), { throwIfNoEntry: false })).toBeUndefined();
  });

  it('need and have a folder of their own', async () => {
    const noOut = await call([...main.filter((word) => word !== '--all-draws'), '--shard', '0/2']);
    expect([noOut.code, noOut.stderr]).toEqual([2, expect.stringContaining('--shard needs --out')]);
    const other = await call([...main, '--shard', '0/2', '--resume', '--out', path('second')]);
    expect([other.code, other.stderr]).toEqual([2, expect.stringContaining('holds part 1/2, not 0/2')]);
  });

  it('the first keeps rows alone, and more parts than rows leave some empty', async () => {
    const { stdout } = await succeed([...main, '--shard', '40/90', '--out', path('small'), '--format', 'csv']);
    expect(stdout).toBe('shard,of,from,count,rows\n40,90,17,1,40\n');
    expect(readdirSync(path('small'))).toEqual(['.tandem']);
    const empty = await succeed([...main, '--shard', '0/90', '--out', path('empty'), '--format', 'json']);
    expect(JSON.parse(empty.stdout)).toMatchObject({ count: 0 });
  });

  it('the second prints a cost to the terminal and to nothing else', async () => {
    const { stdout } = await succeed([...main.filter((word) => word !== '--all-draws'), '--estimate']);
    expect(stdout).toMatch(/draws +40\n/);
    expect(stdout).toMatch(/core-hours +\d/);
    const json = await call([...main, '--estimate', '--format', 'json']);
    expect([json.code, json.stderr]).toEqual([2, expect.stringContaining('has no --format')]);
  });

  it('reckon parts for a wanted time: the start is paid in each of them', () => {
    const estimate: Estimate = { timed: 12, each: 2, start: 10, rows: 1000, logBytes: 0, memory: 0 };
    expect([11, 12, 110, 2010].map((seconds) => shardsWithin(seconds, estimate))).toEqual([null, 1000, 20, 1]);
  });
});
