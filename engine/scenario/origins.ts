import type { Position } from '../mistakes.js';
import { quantityText } from '../values/quantity.js';
import { type Layers, originOf } from './layers.js';
import { isNamedList } from './merge-named.js';
import { numericPaths } from './numeric-paths.js';
import type { ParsedScenario } from './parse-scenario.js';
import { isPlain, type Path } from './plain-data.js';

/** A value of a scenario, with the position at which it was written. */
export interface ValueOrigin {
  /** Path as `--set` takes it: keys joined by dots, policies by name. */
  readonly path: string;
  /** Value as written. */
  readonly value: string;
  /** Null for a default. A `--set` counts as a file of that name, whose lines are the sets. */
  readonly at: Position | null;
}

/**
 * The origin of each value of a scenario: the case, an extended file, the file itself or a set, in the order of the keys.
 * With `defaults`, followed by the numbers that nobody wrote.
 */
export function valueOrigins(parsed: ParsedScenario, defaults: boolean): ValueOrigin[] {
  const written = writtenValues(parsed.layers);
  if (!defaults) return written;
  const known = new Set(written.map(({ path }) => path));
  return [...written, ...defaultValues(parsed).filter(({ path }) => !known.has(path))];
}

function writtenValues(layers: Layers): ValueOrigin[] {
  // The key `extends` is left out, since it is no value of the scenario and shows only the last of several files.
  const keys = Object.keys(layers.value).filter((key) => key !== 'extends');
  return keys.flatMap((key) =>
    isNamedList(key) ? entryValues(layers, key) : valuesAt(layers, [key], [key], layers.value[key]),
  );
}

function entryValues(layers: Layers, list: 'policies' | 'events'): ValueOrigin[] {
  const entries = (layers.value[list] as readonly Record<string, unknown>[] | undefined) ?? [];
  return entries.flatMap((entry, index) =>
    Object.keys(entry)
      .filter((field) => field !== 'name')
      .flatMap((field) => valuesAt(layers, [list, index, field], [list, String(entry.name), field], entry[field])),
  );
}

/** The values below a path; lists are values, for they are replaced as a whole. */
function valuesAt(layers: Layers, at: Path, names: readonly string[], value: unknown): ValueOrigin[] {
  if (isPlain(value) && Object.keys(value).length > 0) {
    return Object.entries(value).flatMap(([key, item]) => valuesAt(layers, [...at, key], [...names, key], item));
  }
  return [{ path: names.join('.'), value: flowText(value), at: originOf(layers, at) ?? null }];
}

/** A value on one line, nearly as YAML writes it. */
function flowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`;
  if (!isPlain(value)) return String(value);
  const entries = Object.entries(value).map(([key, item]) => `${key}: ${flowText(item)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function defaultValues({ scenario }: ParsedScenario): ValueOrigin[] {
  const numbers = [...numericPaths(scenario)].map(([path, quantity]) => [path, quantityText(quantity)] as const);
  const all = [
    ['years.from', String(scenario.years.from)],
    ['years.to', String(scenario.years.to)],
    ...numbers,
  ] as const;
  return all.map(([path, value]) => ({ path, value, at: null }));
}
