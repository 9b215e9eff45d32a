import { relative } from 'node:path';
import { packagePath } from './package-path.js';

/** The path of a bundled file in `scenarios`, as seen from the working folder. */
export function bundledFile(name: string): string {
  return relative(process.cwd(), packagePath(`scenarios/${name}`));
}
