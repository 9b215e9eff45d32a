import { existsSync, readFileSync } from 'node:fs';

/** The version in package.json, which stands above the sources and, built, above `dist`. */
export function readVersion(): string {
  for (const up of ['../', '../../']) {
    const url = new URL(`${up}package.json`, import.meta.url);
    if (existsSync(url)) return String(JSON.parse(readFileSync(url, 'utf8')).version);
  }
  throw new Error('package.json of tandem is missing');
}
