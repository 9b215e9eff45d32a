/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM } from '../browser/chromium.js';
import { axeFaults } from '../browser/faults.js';
import { FIREFOX, startFirefox } from '../browser/firefox.js';
import { call } from '../cli/run-in-memory.js';
import { PAGE_CALLS } from './page-calls.js';

type Scheme = 'light' | 'dark';

const BROWSERS = [
  { name: 'Chromium', path: CHROMIUM, start: startChromium },
  { name: 'Firefox', path: FIREFOX, start: startFirefox },
] as const;

/** A wide window and a telephone. */
const SIZES = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
] as const;

function startChromium(scheme: Scheme): Promise<Browser> {
  const dark = scheme === 'dark' ? ['--blink-settings=preferredColorScheme=0'] : [];
  const args = ['--no-sandbox', '--disable-gpu', ...dark];
  return puppeteer.launch({ executablePath: CHROMIUM!, args, protocolTimeout: 300_000 });
}

/** A page with every fault. */
const BAD = `<!doctype html><html lang="en"><head><title>Bad</title><meta name="viewport" content="width=device-width"></head>
<body style="margin: 0; background: #fff"><main><h1 style="margin: 0; height: 2000px; width: 500px; color: #ddd">Hardly seen</h1>
<svg role="img" aria-label="Late" width="100" height="100" style="display: block"></svg></main>
<img alt="" src="http://127.0.0.1:47219/picture.png"><script>console.log('here'); setTimeout(() => { throw new Error('lost'); });</script></body></html>`;

let folder: string;
/** Pages by the place of their call. */
const pages = new Map<number, Promise<string>>();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-pages-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes the page of a call, once for all browsers. */
function pageOf(k: number): Promise<string> {
  const written =
    pages.get(k) ??
    (async () => {
      const argv = PAGE_CALLS[k]!.filter((word) => word !== '');
      const out = join(folder, String(k));
      const { code, stderr } = await call([...argv, '--quiet', '--out', out]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      return join(out, 'report.html');
    })();
  pages.set(k, written);
  return written;
}

describe.each(BROWSERS.map((browser) => [browser.name, browser] as const))('In %s', (_name, { path, start }) => {
  describe.skipIf(path === undefined).each(['light', 'dark'] as const)('%s, the page of', (scheme) => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await start(scheme);
    });
    afterAll(() => browser?.close());

    it.each(PAGE_CALLS.map((argv, k) => [argv[0], argv[1], k] as const))(
      '%s %s opens without a complaint, fits the window, begins with a picture and can be read by all',
      async (_command, _of, k) => {
        const file = await pageOf(k);
        expect(statSync(file).size).toBeLessThan(1.5e6);
        const page = await browser.newPage();
        const heard = listen(page);
        for (const size of SIZES) {
          await page.setViewport(size);
          await page.goto(pathToFileURL(file).href);
          expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(scheme === 'dark');
          expect({ ...size, ...(await layoutOf(page)) }).toEqual({ ...size, across: 0, picture: 'seen' });
          expect({ ...size, faults: await axeFaults(page, scheme) }).toEqual({ ...size, faults: [] });
        }
        expect(heard).toEqual([]);
        await page.close();
      },
    );

    it('would be found out', async () => {
      const file = join(folder, 'bad.html');
      writeFileSync(file, BAD);
      const page = await browser.newPage();
      const heard = listen(page);
      await page.setViewport(SIZES[1]);
      await page.goto(pathToFileURL(file).href);
      const { across, picture } = await layoutOf(page);
      // Firefox takes a few pixels for its bar.
      expect(across).toBeGreaterThanOrEqual(110);
      expect(picture).toBe('100 px high, 2000 px below');
      expect((await axeFaults(page, scheme)).map((fault) => fault.split(':')[0])).toContain('color-contrast');
      await expect
        .poll(() => heard.map((each) => each.split(':')[0]))
        .toEqual(expect.arrayContaining(['console', 'error', 'request']));
      await page.close();
    });
  });
});

/** What a page complains of, and what it asks of a network. */
function listen(page: Page): string[] {
  const heard: string[] = [];
  page.on('console', (message) => heard.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => heard.push(`error: ${error}`));
  page.on('request', (request) => {
    if (!/^(?:file|data|blob):/.test(request.url())) heard.push(`request: ${request.url()}`);
  });
  return heard;
}

/** By how much a page is wider than its window, and whether the upper half of its first picture is seen at once. */
function layoutOf(page: Page): Promise<{ across: number; picture: string }> {
  return page.evaluate(() => {
    const { top, height } = document.querySelector('main svg[role=img]')!.getBoundingClientRect();
    return {
      across: Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
      picture: top + height / 2 <= innerHeight ? 'seen' : `${Math.round(height)} px high, ${Math.round(top)} px below`,
    };
  });
}
