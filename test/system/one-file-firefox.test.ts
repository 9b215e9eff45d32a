import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIREFOX, startFirefox } from '../browser/firefox.js';
import { call } from '../cli/run-in-memory.js';
import { ROOT } from '../source-files.js';

const BUILT = existsSync(join(ROOT, 'dist/cli/explorer/one-file/main.js'));

describe.skipIf(FIREFOX === undefined || !BUILT)('The what-if page as one file in Firefox', () => {
  let folder: string;
  let browser: Browser;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tandem-firefox-'));
    browser = await startFirefox();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('opens from the disk, answers as the command line does, follows a slider, and asks nothing of any network', async () => {
    const file = join(folder, 'what-if.html');
    expect((await call(['explore', '--export', file, '--draws', '0', '--quiet'])).code).toBe(0);
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    const answer = () =>
      page.evaluate("document.querySelector('#answer .answer')?.textContent ?? ''") as Promise<string>;
    const soon = { timeout: 60_000, interval: 200 };
    await expect.poll(answer, soon).not.toBe('');
    const first = await answer();
    const files = ['uncoordinated', 'coordinated'].map((name) => join(ROOT, `scenarios/changchun-jilin/${name}.yaml`));
    const printed = JSON.parse(
      (await call(['compare', ...files, '--draws', '0', '--format', 'json', '--quiet'])).stdout,
    );
    expect(printed.answer.map((each: string) => each.toLowerCase())).toContain(first.toLowerCase());
    await page.evaluate(`{
      const slider = [...document.querySelectorAll('.dial input[type=range]')].at(-1);
      slider.value = '0.4';
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    }`);
    await expect.poll(answer, soon).not.toBe(first);
    expect(requests.filter((url) => !/^(file|blob|data):/.test(url))).toEqual([]);
  }, 300_000);
});
