/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, startBrowser } from '../browser/chromium.js';
import { faultsOf, outsideOf } from '../browser/faults.js';
import { call } from '../cli/run-in-memory.js';
import { ROOT } from '../source-files.js';

const CJ = join(ROOT, 'scenarios/changchun-jilin');

/** Calls whose pages say how far to trust projections. */
const CALLS: readonly (readonly string[])[] = [
  ['validate', join(CJ, 'baseline.yaml'), '--facts', join(CJ, 'facts.yaml'), '--draws', '60', '--workers', '1'],
  ['backtest', join(ROOT, 'scenarios/uk-north/case.yaml'), '--draws', '20', '--no-channels'],
];

describe.skipIf(CHROMIUM === undefined)('The page of', () => {
  let folder: string;
  let browser: Browser;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tandem-trust-'));
    browser = await startBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(CALLS)(
    '%s opens without a complaint, reads on any window, and prints on two sheets before its annex',
    async (...argv) => {
      const out = join(folder, argv[0]!);
      expect((await call([...argv, '--out', out, '--quiet'])).code).toBe(0);
      const file = join(out, 'report.html');
      expect(statSync(file).size).toBeLessThan(1.5e6);
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      const heard: string[] = [];
      page.on('console', (message) => heard.push(message.text()));
      page.on('pageerror', (error) => heard.push(String(error)));
      page.on('request', (request) => {
        if (!/^(?:file|data):/.test(request.url())) heard.push(request.url());
      });
      await page.goto(pathToFileURL(file).href);
      expect(heard).toEqual([]);
      expect(await outsideOf(page)).toEqual([]);
      expect(await faultsOf(page)).toEqual([]);
      for (const [width, height] of [
        [1280, 900],
        [390, 844],
      ] as const) {
        await page.setViewportSize({ width, height });
        const top = await page.evaluate(
          () => document.querySelector('.pictures svg[role=img]')!.getBoundingClientRect().top,
        );
        expect(top).toBeLessThan(0.75 * height);
      }
      await page.setViewportSize({ width: 695, height: 1030 });
      await page.emulateMedia({ media: 'print' });
      const sheets = await page.evaluate(() => {
        const height = (selector: string) => document.querySelector(selector)!.getBoundingClientRect().height;
        return [height('header') + height('#answer'), height('.front')];
      });
      // Between its margins a sheet is 273 mm high.
      for (const sheet of sheets) expect(sheet).toBeLessThan((273 / 25.4) * 96);
      await page.close();
    },
    120_000,
  );
});
