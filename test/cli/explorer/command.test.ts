import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../source-files.js';

const MAIN = join(ROOT, 'dist/cli/main.js');

describe.skipIf(!existsSync(MAIN))('tandem explore (skipped where dist is missing: npm run build)', () => {
  let around: string;
  let folder: string;
  const running: ChildProcess[] = [];
  beforeAll(() => {
    around = mkdtempSync(join(tmpdir(), 'tandem-explore-'));
    folder = join(around, 'work');
    cpSync(join(ROOT, 'scenarios/tutorial'), join(folder, 'tutorial'), { recursive: true });
    writeFileSync(join(around, 'outside.yaml'), 'case: work/tutorial/case.yaml\n');
  });
  afterAll(() => {
    for (const child of running) child.kill();
    rmSync(around, { recursive: true, force: true });
  });

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
  const fails = (...words: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, 'explore', '--no-open', ...words], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
    return [status, stderr];
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
    const begin = await (await fetch(`${url}start.json`)).json();
    const file = 'tutorial/open-border.yaml';
    // One scenario stands beside itself with its regions apart.
    expect(begin).toEqual({
      whatIf: {
        futures: [
          { file, name: 'open-border apart', pinned: false, own: [{ path: 'coordination', value: '0' }] },
          { file, name: null, pinned: false, own: [] },
        ],
        common: [{ path: 'years.to', value: '2030' }],
        equalCost: true,
      },
      draws: 7,
      seed: 1,
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
    expect(fails('../outside.yaml')).toEqual([
      2,
      'tandem: ../outside.yaml: outside the folder that tandem explore was started in\nStart it in a folder above all that the scenarios read.\n',
    ]);
    writeFileSync(join(folder, 'leads-out.yaml'), 'extends: ../outside.yaml\n');
    expect(fails('leads-out.yaml')[1]).toContain('../outside.yaml: outside the folder');
    expect(fails(...'abcdefg'.split(''))[1]).toContain('at most 6 scenarios');
    expect(fails('tutorial/open-borders.yaml')).toEqual([2, 'tutorial/open-borders.yaml:1:1  no such file\n']);
    expect(fails('tutorial/open-border.yaml', '--set', 'parameters.rivalri=0')[1]).toContain('did you mean "rivalry"?');
    expect(fails('--out', 'x')[0]).toBe(2);
    expect(fails('--port', '70000')[1]).toContain('--port 70000: not a whole number from 0 to 65535');
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as { port: number };
    expect(fails('--port', String(port))).toEqual([
      2,
      `tandem: --port ${port}: something else uses this port\nName another, or none to have one chosen.\n`,
    ]);
    taken.close();
  });
});
