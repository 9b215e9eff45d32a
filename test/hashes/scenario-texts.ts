import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every text file below a folder of scenarios, by its path in it. */
export function scenarioTexts(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(?:ya?ml|csv|topojson)$/.test(name))
    .sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
