import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FutureSource } from '../engine/compare/future.js';
import type { ReadFile } from '../engine/files/read-file.js';
import { parseScenario } from '../engine/scenario/parse-scenario.js';

const FOLDER = fileURLToPath(new URL('../scenarios', import.meta.url));

/** Reads files of the bundled scenarios, and texts given by the path they would have there. */
export function readBundled(texts: Readonly<Record<string, string>> = {}): ReadFile {
  return (path) => {
    const text = texts[path];
    return text === undefined ? readFileSync(`${FOLDER}/${path}`) : new TextEncoder().encode(text);
  };
}

/** Parses one of the bundled scenarios, such as `tutorial/open-border`, or a text in its place. */
export async function bundledFuture(
  name: string,
  sets: readonly string[] = [],
  texts: Readonly<Record<string, string>> = {},
): Promise<FutureSource> {
  const { scenario, economy } = await parseScenario(readBundled(texts), `${name}.yaml`, sets);
  return { id: scenario.id, scenario, economy };
}
