import { readFileSync } from 'node:fs';
import { packagePath } from './package-path.js';

/** The version in package.json. */
export function readVersion(): string {
  return String(JSON.parse(readFileSync(packagePath('package.json'), 'utf8')).version);
}
