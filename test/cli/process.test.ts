import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importedPath, ROOT, sourceFiles, withoutComments } from '../source-files.js';

const MAIN = join(ROOT, 'dist/cli/main.js');
const SCENARIO = join(ROOT, 'scenarios/tutorial/baseline.yaml');

describe('Starting the tool', () => {
  it('loads nothing that --help can do without', () => {
    const files = new Map(sourceFiles('engine', 'cli').map(({ path, text }) => [path, text]));
    const loaded = new Set<string>();
    const packages = new Set<string>();
    const load = (path: string) => {
      if (loaded.has(path)) return;
      loaded.add(path);
      for (const [, clause, written = ''] of withoutComments(files.get(path) ?? '').matchAll(
        /^(?:import|export)\s([^'";]*?)\sfrom\s+'([^']+)'/gm,
      )) {
        const names = /^\{([\s\S]*)\}$/.exec(clause!.trim())?.[1]?.split(',') ?? [];
        const onlyTypes =
          /^type\b/.test(clause!) || (names.length > 0 && names.every((name) => /^\s*(type\s|$)/.test(name)));
        const target = importedPath(path, written);
        if (onlyTypes) continue;
        if (target !== undefined) load(target);
        else if (!written.startsWith('node:')) packages.add(written);
      }
    };
    load('cli/main.ts');
    expect([...packages].sort()).toEqual(['fastest-levenshtein', 'yargs']);
    expect([...loaded].filter((path) => path.startsWith('engine/')).sort()).toEqual([
      'engine/files/hidden-characters.ts',
      'engine/mistakes.ts',
      'engine/report/data/json.ts',
      'engine/values/once.ts',
    ]);
  });
});

describe.skipIf(!existsSync(MAIN))('The built tool (skipped where dist is missing: npm run build)', () => {
  it('answers --help in less than 0.3 s of processor time', () => {
    const script = `"${process.execPath}" "${MAIN}" --help > /dev/null; times`;
    const seconds = () => {
      const children = execFileSync('bash', ['-c', script], { encoding: 'utf8' }).trim().split('\n').at(-1) ?? '';
      return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, m, s]) => sum + 60 * Number(m) + Number(s), 0);
    };
    // The machine may be busy with something else: the quickest of a few counts.
    expect(Math.min(seconds(), seconds(), seconds(), seconds())).toBeLessThan(0.3);
  });

  it('has data on stdout, messages on stderr, and its exit code', () => {
    const done = spawnSync(process.execPath, [MAIN, 'check', SCENARIO], { encoding: 'utf8' });
    expect([done.status, done.stderr]).toEqual([0, '']);
    const wrong = spawnSync(process.execPath, [MAIN, 'check', 'nowhere.yaml'], { encoding: 'utf8' });
    expect([wrong.status, wrong.stderr]).toEqual([2, 'nowhere.yaml:1:1  no such file\n']);
  });

  it('ends quietly where the reader of its output leaves early', async () => {
    const child = spawn(process.execPath, [MAIN, 'run', SCENARIO, '--set', 'years.to=2500', '--format', 'csv']);
    let complaints = '';
    child.stderr.on('data', (text) => {
      complaints += text;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, complaints]).toEqual([0, '']);
  });

  it.skipIf(!existsSync('/dev/full'))('fails with 1 where its output goes to a full disk', () => {
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${MAIN}" check "${SCENARIO}" > /dev/full`],
      { encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([1, 'tandem: cannot print the result: the disk is full\n']);
  });
});
