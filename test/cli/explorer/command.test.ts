import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { showWhatIf } from '../../../cli/explorer/what-if/compute.js';
import type { Start } from '../../../cli/explorer/what-if/start.js';
import type { WhatIf } from '../../../cli/explorer/what-if/what-if.js';
import { ROOT } from '../../source-files.js';
import { call } from '../run-in-memory.js';

const MAIN = join(ROOT, 'dist/cli/main.js');

describe.skipIf(!existsSync(MAIN))('tandem explore (skipped where dist is missing: npm run build)', () => {
  let around: string;
  let folder: string;
  const running: ChildProcess[] = [];
  beforeAll(() => {
    around = mkdtempSync(join(tmpdir(), 'tandem-explore-'));
    folder = join(around, 'work');
    cpSync(join(ROOT, 'scenarios/tutorial'), join(folder, 'tutorial'), { recursive: true });
    writeFileSync(join(folder, 'tutorial/mine.yaml'), 'extends: ./open-border.yaml\n');
    writeFileSync(join(around, 'outside.yaml'), 'case: work/tutorial/case.yaml\n');
  });
  afterAll(() => {
    for (const child of running) child.kill();
    rmSync(around, { recursive: true, force: true });
  });

  /** What the page shows of a state. */
  const answerOf = async (whatIf: WhatIf) => {
    const computed = await showWhatIf((path) => readFileSync(join(folder, path)), whatIf, []);
    if ('mistakes' in computed) throw new Error(JSON.stringify(computed.mistakes));
    return computed.shown;
  };
  const start = async (...words: string[]) => {
    const child = spawn(process.execPath, [MAIN, 'explore', '--no-open', ...words], { cwd: folder });
    running.push(child);
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout.once('data', (text) => resolve(String(text)));
      void ended.then((code) => reject(new Error(`ended with ${code}`)));
    });
    return { child, url: url.trim(), ended };
  };
  it('prints its address on stdout, serves the page, and ends with 130 on Ctrl-C', async () => {
    const { child, url, ended } = await start('tutorial/open-border.yaml', '--set', 'years.to=2030', '--draws', '7');
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const page = await fetch(url);
    expect([page.status, page.headers.get('content-security-policy')?.startsWith("default-src 'none'")]).toEqual([
      200,
      true,
    ]);
    for (const asset of (await page.text()).matchAll(/(?:src|href)="\/([^"]+)"/g))
      expect((await fetch(url + asset[1])).status).toBe(200);
    const begin = (await (await fetch(`${url}start.json`)).json()) as Start;
    const file = 'tutorial/open-border.yaml';
    // One scenario stands beside itself with its regions apart.
    expect(begin).toEqual({
      whatIf: {
        futures: [
          { file, name: 'apart', pinned: false, own: [{ path: 'coordination', value: '0' }] },
          { file, name: null, pinned: false, own: [] },
        ],
        common: [{ path: 'years.to', value: '2030' }],
        equalCost: true,
      },
      draws: 7,
      seed: 1,
      beliefs: [],
      first: await answerOf(begin.whatIf),
    });
    expect((await fetch(`${url}file?path=tutorial/case.yaml`)).status).toBe(200);
    expect((await fetch(`${url}file?path=${encodeURIComponent('../outside.yaml')}`)).status).toBe(403);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    await expect(fetch(url)).rejects.toThrow();
  });

  it('begins with the bundled cities where nothing is named, wherever the tool is installed', async () => {
    const { url } = await start();
    const { whatIf } = (await (await fetch(`${url}start.json`)).json()) as { whatIf: { futures: { file: string }[] } };
    expect(whatIf.futures.map(({ file }) => file.split('/').at(-1))).toEqual([
      'uncoordinated.yaml',
      'coordinated.yaml',
    ]);
    for (const { file } of whatIf.futures)
      expect((await fetch(`${url}file?path=${encodeURIComponent(file)}`)).status).toBe(200);
    // Of the tool's folder only the scenarios are served.
    const manifest = whatIf.futures[0]!.file.replace(/scenarios\/.*/, 'package.json');
    expect((await fetch(`${url}file?path=${encodeURIComponent(manifest)}`)).status).toBe(403);
  });

  it('begins with the answer of the page’s engine to the files as they are now', async () => {
    const { url } = await start('tutorial/baseline.yaml', 'tutorial/mine.yaml');
    const asked = async () => (await (await fetch(`${url}start.json`)).json()) as Start;
    const before = await asked();
    expect(before.first).toEqual(await answerOf(before.whatIf));
    writeFileSync(join(folder, 'tutorial/mine.yaml'), 'extends: ./open-border.yaml\nyears: { to: 2028 }\n');
    writeFileSync(join(folder, 'tutorial/baseline.yaml'), 'case: ./case.yaml\nyears: { from: 2020, to: 2028 }\n');
    const after = await asked();
    expect(after.first).toEqual(await answerOf(before.whatIf));
    expect(after.first!.head.answer).not.toEqual(before.first!.head.answer);
    writeFileSync(join(folder, 'tutorial/mine.yaml'), 'extends: ./nowhere.yaml\n');
    expect((await asked()).first).toBeNull();
  });

  it('gives settings with the name of a scenario to that one alone', async () => {
    const files = ['tutorial/baseline.yaml', 'tutorial/open-border.yaml'];
    const { url } = await start(...files, '--set', 'open-border:coordination=0.5', '--set', 'parameters.rivalry=0');
    const { whatIf } = (await (await fetch(`${url}start.json`)).json()) as { whatIf: unknown };
    expect(whatIf).toMatchObject({
      futures: [{ own: [] }, { own: [{ path: 'coordination', value: '0.5' }] }],
      common: [{ path: 'parameters.rivalry', value: '0' }],
    });
  });

  it('refuses what it cannot show, in words', async () => {
    const refusal = async (...words: string[]) => {
      const { code, stdout, stderr } = await call(['explore', '--no-open', ...words]);
      expect([code, stdout]).toEqual([2, '']);
      return stderr;
    };
    const outside = join(around, 'outside.yaml');
    expect(await refusal(outside)).toMatch(
      /outside\.yaml: outside the folder that tandem explore was started in\nStart it in a folder above all/,
    );
    expect(await refusal('scenarios/tutorial/open-borders.yaml')).toContain('open-borders.yaml:1:1  no such file');
    const [study, table] = ['study', 'case'].map((name) => `scenarios/changchun-jilin/${name}.yaml`);
    expect(await refusal(study!)).toMatch(/^\S+study\.yaml:1:1 {2}this is a study, not a scenario .*\n$/);
    expect(await refusal(table!)).toMatch(/^\S+case\.yaml:1:1 {2}this is a case, not a scenario .*\n$/);
    expect(await refusal('--set', 'parameters.rivalri=0')).toContain('did you mean "rivalry"?');
    expect(await refusal('--out', 'x')).toContain('explore writes no files');
    expect(await refusal('--port', '70000')).toContain('--port 70000: not a whole number from 0 to 65535');
    expect(await refusal(...'abcdefg'.split(''))).toContain('at most 6 scenarios');
    writeFileSync(join(folder, 'leads-out.yaml'), 'extends: ../outside.yaml\n');
    const { status, stderr } = spawnSync(process.execPath, [MAIN, 'explore', '--no-open', 'leads-out.yaml'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([2, expect.stringContaining('../outside.yaml: outside the folder')]);
  });

  it('takes another port where the usual one is taken, but none in the place of one that is named', async () => {
    const first = await start();
    const second = await start();
    expect(new URL(first.url).port).not.toBe(new URL(second.url).port);
    const { code, stderr } = await call(['explore', '--no-open', '--port', new URL(first.url).port]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('something else uses this port')]);
  });
});
