/// <reference lib="dom" />
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../cli/run-in-memory.js';
import { ROOT } from '../source-files.js';
import { WHOLE } from '../whole.js';
import { CHROMIUM, startBrowser } from './chromium.js';
import { faultsOf } from './faults.js';

const BUILT = existsSync(join(ROOT, 'dist/cli/explorer/one-file/main.js'));
const CASE = join(ROOT, 'scenarios/changchun-jilin');

describe.skipIf(CHROMIUM === undefined || !BUILT)('The what-if page as one file, opened from the disk', () => {
  let folder: string;
  let browser: Browser;
  let page: Page;
  const heard: string[] = [];
  const requests: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tandem-one-file-'));
    const file = join(folder, 'what-if.html');
    const asked = ['explore', '--export', file, '--draws', '20', '--set', 'years.to=2025', '--quiet'];
    expect((await call(asked)).code).toBe(0);
    browser = await startBrowser();
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
    context.setDefaultTimeout(60_000);
    page = await context.newPage();
    page.on('console', (message) => heard.push(message.text()));
    page.on('pageerror', (error) => heard.push(String(error)));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    await page.locator('#answer').waitFor();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const download = async (button: string): Promise<{ name: string; text: string }> => {
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ]);
    return { name: saved.suggestedFilename(), text: readFileSync(await saved.path(), 'utf8') };
  };

  it('begins with what it was exported with, and gives the numbers of the command line', async () => {
    const numbers = JSON.parse((await download('Save numbers')).text);
    const files = ['uncoordinated', 'coordinated'].map((name) => join(CASE, `${name}.yaml`));
    const printed = JSON.parse(
      (await call(['compare', ...files, '--set', 'years.to=2025', '--format', 'json'])).stdout,
    );
    expect(numbers.ids).toEqual(['uncoordinated', 'coordinated']);
    // To the last bit: text of the same numbers.
    expect(numbers.differences).toEqual(printed.differences);
  });

  it('draws, and reads expressions and other tables of the case', async () => {
    await page.getByRole('tab', { name: 'How sure' }).click();
    await expect.poll(() => page.getByRole('tabpanel').innerText(), { timeout: 30_000 }).toContain('20 draws');
    await page.evaluate(() => {
      location.hash =
        '#all=table%3Dshares&all=years.to%3D2025&future=uncoordinated.yaml&future=coordinated.yaml&set=policies.Open%20the%20border.intensity%3D%22year+%3E+2015+%3F+1+%3A+0%22';
    });
    await expect.poll(() => page.locator('.lead').innerText(), { timeout: 20_000 }).toContain('table shares');
    expect(await page.locator('[role=alert]').count()).toBe(0);
  }, 60_000);

  it('speaks of no server where a link is copied', async () => {
    await page.context().grantPermissions(['clipboard-write']);
    await page.getByRole('button', { name: 'Copy link' }).click();
    expect(await page.locator('.notice').first().innerText()).toMatch(
      /^The link (is copied. It works where this file|stands)/,
    );
  });

  it('saves a future as a scenario file', async () => {
    const { name, text } = await download('Save together as a scenario file');
    expect(name).toBe('coordinated-what-if.yaml');
    expect(text).toContain('extends: ./coordinated.yaml');
  });

  it.runIf(WHOLE)(
    'has no serious fault of accessibility',
    async () => {
      expect(await faultsOf(page)).toEqual([]);
    },
    60_000,
  );

  it('asks nothing of any network and complains of nothing', () => {
    expect(requests.filter((url) => !/^(file|blob|data):/.test(url))).toEqual([]);
    expect(heard).toEqual([]);
  });
});
