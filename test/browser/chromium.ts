import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where a Chromium lies on this machine, or undefined; `CHROMIUM` names another. */
export const CHROMIUM = PLACES.find((path) => path !== '' && existsSync(path));

if (CHROMIUM === undefined)
  console.warn('Tests in a browser are skipped: no Chromium found (apt-get install chromium, or set CHROMIUM).');

/** Starts the browser without a window. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox', '--disable-gpu'] });
}
