import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The path of a bundled file, as seen from the working folder: `scenarios` stands beside the sources and, built, beside `dist`. */
export function bundledFile(name: string): string {
  for (const up of ['../', '../../']) {
    const url = new URL(`${up}scenarios/${name}`, import.meta.url);
    if (existsSync(url)) return relative(process.cwd(), fileURLToPath(url));
  }
  throw new Error(`the bundled file scenarios/${name} is missing`);
}
