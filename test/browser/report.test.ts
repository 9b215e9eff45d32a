/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embeddedFonts } from '../../cli/output/fonts.js';
import { analyseSensitivity } from '../../engine/montecarlo/sensitivity/analyse-sensitivity.js';
import { NOISE, PARAMETERS, TREND } from '../../engine/parameters/parameters.js';
import { plainReport } from '../../engine/report/comparison/comparison-report.js';
import { textWidth } from '../../engine/report/figures/drawing/text-measure.js';
import { renderReport } from '../../engine/report/page/report-page.js';
import { renderSensitivityReport } from '../../engine/report/page/sensitivity-page.js';
import { renderStudyReport } from '../../engine/report/page/study-page.js';
import { call } from '../cli/run-in-memory.js';
import { HOSTILE, SURROUNDINGS, smallReport, smallStudy, smallStudyReport } from '../report/small-report.js';
import { ROOT } from '../source-files.js';
import { WHOLE } from '../whole.js';
import { CHROMIUM, startBrowser } from './chromium.js';
import { faultsOf, outsideOf } from './faults.js';

const CASE = join(ROOT, 'scenarios/changchun-jilin');
/** Dark pages are for `npm run test:system`, but for one. */
const SCHEMES = WHOLE ? (['light', 'dark'] as const) : (['light'] as const);

let browser: Browser;
beforeAll(async () => {
  if (CHROMIUM !== undefined) browser = await startBrowser();
}, 60_000);
afterAll(() => browser?.close());

describe.skipIf(CHROMIUM === undefined)('The report in a browser', () => {
  let folder: string;
  let page: Page;
  const heard: string[] = [];
  const requests: string[] = [];

  const watch = (opened: Page): void => {
    opened.on('console', (message) => heard.push(message.text()));
    opened.on('pageerror', (error) => heard.push(String(error)));
    opened.on('request', (request) => requests.push(request.url()));
  };
  const open = (file: string) => page.goto(pathToFileURL(file).href);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tandem-browser-'));
    const files = ['uncoordinated', 'coordinated'].map((name) => join(CASE, `${name}.yaml`));
    const { code } = await call(['compare', ...files, '--draws', '20', '--out', join(folder, 'out'), '--quiet']);
    expect(code).toBe(0);
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    watch(page);
    await open(join(folder, 'out/report.html'));
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('opens without a complaint and asks nothing of any network', () => {
    expect(heard).toEqual([]);
    expect(requests.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
    expect(statSync(join(folder, 'out/report.html')).size).toBeLessThan(1.5e6);
  });

  it('has no serious fault of accessibility', async () => {
    expect(await faultsOf(page, SCHEMES)).toEqual([]);
    heard.length = 0;
  }, 60_000);

  it('moves every picture of a figure with its slider, and its tables stay whole', async () => {
    const seen = () =>
      page.evaluate(() => {
        const figure = document.querySelector('[data-figure="network"]')!;
        return [...figure.querySelectorAll('path[data-frames]')].map((path) => path.getAttribute('stroke-width'));
      });
    const before = await seen();
    await page.locator('#network-year').fill('0');
    const after = await seen();
    expect(after).toHaveLength(before.length);
    expect(after).not.toEqual(before);
    expect(await page.locator('#network output').textContent()).toBe('2011');
    expect(await page.locator('#network .year').allTextContents()).toEqual(['2011', '2011']);
  });

  it('reads out the values of a year to arrow keys', async () => {
    await page.locator('#output svg[role=img]').first().focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('#tip').innerText()).toMatch(/^2011\napart: [\s\S]*\ntogether: /);
    await page.keyboard.press('Escape');
    expect(await page.locator('#tip').isHidden()).toBe(true);
  });

  it('keeps every text within its picture and every picture within the window, wide and narrow', async () => {
    expect(await outsideOf(page)).toEqual([]);
  });

  it('prints the answer and what matters on two sheets of A4, then an annex with every assumption, with scripts and without', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 695, height: 1030 } });
      const sheet = await context.newPage();
      await sheet.goto(pathToFileURL(join(folder, 'out/report.html')).href);
      await sheet.emulateMedia({ media: 'print' });
      const seen = await sheet.evaluate(() => {
        const room = document.documentElement.clientWidth;
        const height = (selector: string) => document.querySelector(selector)!.getBoundingClientRect().height;
        const printed = [...document.querySelectorAll('table')].filter(
          (table) => table.closest('.on-screen') === null && table.closest('.aside') === null,
        );
        return {
          over: printed.filter((table) => table.getBoundingClientRect().right > room + 0.5).length,
          hidden: printed.filter((table) => table.getBoundingClientRect().height < 20).length,
          wide: document.documentElement.scrollWidth - room,
          repeated: [...document.querySelectorAll('.aside')].filter((each) => each.getClientRects().length > 0).length,
          first: height('header') + height('#answer'),
          second: height('.front'),
          assumptions: height('#assumptions'),
          numbers: [...document.querySelectorAll('#assumptions .tight li')].filter(
            (each) => each.getClientRects().length > 0,
          ).length,
        };
      });
      expect(seen).toMatchObject({ over: 0, hidden: 0, wide: 0, repeated: 0 });
      // Between its margins a sheet is 273 mm high.
      expect(Math.max(seen.first, seen.second)).toBeLessThan((273 / 25.4) * 96);
      // Every number of the model stands on paper, all of them on less than one sheet.
      const numbers = [PARAMETERS, TREND, NOISE].flatMap((each) => Object.keys(each)).length;
      expect(seen.numbers).toBe(numbers);
      expect(seen.assumptions).toBeLessThan((273 / 25.4) * 96);
      await context.close();
    }
  });

  it('shows its first picture above the fold, on a wide window and on a telephone, and no tile alone in a row', async () => {
    for (const [width, height] of [
      [1280, 900],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      const seen = await page.evaluate(() => {
        scrollTo(0, 0);
        const place = (selector: string) => document.querySelector(selector)!.getBoundingClientRect();
        const rows = [...document.querySelectorAll('.tiles li')].map((tile) => tile.getBoundingClientRect().top);
        return {
          picture: place('.pictures svg[role=img]').top,
          alone: [...new Set(rows)].filter((top) => rows.filter((other) => other === top).length === 1).length,
        };
      });
      expect(seen.picture).toBeLessThan(0.75 * height);
      expect(seen.alone).toBe(0);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it('opens all tables at once, and closes them again', async () => {
    const closed = page.locator('details:not([open])');
    const all = await page.locator('details').count();
    expect(await closed.count()).toBe(all);
    await page.getByRole('button', { name: 'Open all tables' }).click();
    expect(await closed.count()).toBe(0);
    await page.getByRole('button', { name: 'Close all tables' }).click();
    expect(await closed.count()).toBe(all);
  });

  it('measures text as the browser does', async () => {
    const texts = ['Changchun', 'Agro-food processing', '+11.4%', '−1,421', 'discounted output, 100 million yuan'];
    const measured = await page.evaluate(async (samples) => {
      await document.fonts.ready;
      const context = document.createElement('canvas').getContext('2d')!;
      return [400, 600].map((weight) =>
        samples.map((sample) => {
          context.font = `${weight} 100px 'Source Sans 3'`;
          context.fontKerning = 'none';
          return context.measureText(sample).width;
        }),
      );
    }, texts);
    for (const [row, bold] of [false, true].entries()) {
      for (const [k, text] of texts.entries())
        expect(Math.abs(textWidth(text, 100, bold) - measured[row]![k]!)).toBeLessThan(0.03 * measured[row]![k]!);
    }
  });

  it('shows a case named <script> as text, under the policy that its own script and style pass', async () => {
    const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');
    const html = renderReport(await smallReport('apart', 'together'), {
      ...SURROUNDINGS,
      fonts: embeddedFonts(),
      sha256,
    });
    const file = join(folder, 'hostile.html');
    writeFileSync(file, html);
    heard.length = 0;
    await open(file);
    expect(heard).toEqual([]);
    expect(await page.evaluate(() => (globalThis as unknown as { broken?: number }).broken)).toBeUndefined();
    expect(await page.locator('.lead').innerText()).toContain(HOSTILE.title);
    expect(await page.locator('#network text').allTextContents()).toContain(HOSTILE.region);
    await page.locator('#stages-year').fill('0');
    expect(await page.locator('#stages .year').first().textContent()).toBe('2011');
  });
});

describe.skipIf(CHROMIUM === undefined)('The reports of draws in a browser', () => {
  let folder: string;
  let page: Page;
  const heard: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tandem-browser-'));
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.on('console', (message) => heard.push(message.text()));
    page.on('pageerror', (error) => heard.push(String(error)));
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const open = async (name: string, render: (surroundings: typeof SURROUNDINGS) => string): Promise<void> => {
    const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');
    const file = join(folder, `${name}.html`);
    writeFileSync(file, render({ ...SURROUNDINGS, fonts: embeddedFonts(), sha256 }));
    expect(statSync(file).size).toBeLessThan(1.5e6);
    heard.length = 0;
    await page.goto(pathToFileURL(file).href);
  };

  it('open under their policy without a complaint, hostile names being text, readable by all and within the window', async () => {
    const study = await smallStudyReport(['apart', 'together'], { draws: 80 });
    await open('study', (surroundings) => renderStudyReport(study, surroundings));
    expect(heard).toEqual([]);
    expect(await page.evaluate(() => (globalThis as unknown as { broken?: number }).broken)).toBeUndefined();
    expect((await page.locator('#chances svg text').allTextContents()).join('\n')).toContain('North" onload=');
    await page.locator('details:has(#bands-output)').evaluate((levels: HTMLDetailsElement) => {
      levels.open = true;
    });
    await page.locator('#bands-output svg[role=img]').first().focus();
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator('#tip').innerText()).toMatch(
      /^2020\nno policy: .*\n\s*10–90%: [\s\S]*together: .*\n\s*10–90%: /,
    );
    expect(await outsideOf(page)).toEqual([]);
    if (WHOLE) expect(await faultsOf(page)).toEqual([]);
  }, 60_000);

  it('tell what an outcome hinges on as well', async () => {
    const study = await smallStudy(['apart', 'together'], {});
    const formula = { type: 'call', name: 'output', args: [] } as const;
    const outcome = { name: 'output', outcome: { expression: 'output()', formula, better: 'higher' as const } };
    const result = await analyseSensitivity(study, { method: 'morris', samples: 4, outcome });
    await open('sensitivity', (surroundings) =>
      renderSensitivityReport({ result, study, central: plainReport(study.futures, true) }, surroundings),
    );
    expect(heard).toEqual([]);
    expect(await outsideOf(page)).toEqual([]);
    expect(await faultsOf(page, SCHEMES)).toEqual([]);
  }, 60_000);
});
