import { existsSync } from 'node:fs';
import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer-core';

/** Where a Firefox lies on this machine, or undefined; `FIREFOX` names another. */
export const FIREFOX = [
  process.env.FIREFOX ?? '',
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
].find((path) => path !== '' && existsSync(path));

if (FIREFOX === undefined)
  console.warn('Tests in Firefox are skipped: none found (apt-get install firefox-esr, or set FIREFOX).');

/** Starts Firefox without a window, preferring light pages or dark ones. */
export function startFirefox(scheme: 'light' | 'dark' = 'light', options: LaunchOptions = {}): Promise<Browser> {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: FIREFOX!,
    headless: true,
    timeout: 120_000,
    extraPrefsFirefox: { 'layout.css.prefers-color-scheme.content-override': scheme === 'dark' ? 0 : 1 },
    ...options,
  });
}
