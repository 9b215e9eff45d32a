import { enablePatches, produceWithPatches } from 'immer';
import type { Quantity } from '../values/quantity.js';
import { isPlain } from './layers.js';
import type { Scenario } from './scenario.js';

/** One thing in which two scenarios differ. */
export interface Change {
  /** Where, keys joined by dots; policies by name. */
  readonly path: string;
  /** As a person would write it; null where it is absent. */
  readonly from: string | null;
  readonly to: string | null;
}

type Plain = Record<string, unknown>;

/** What two scenarios differ in, as a list of changes that lead from the first to the second, in the order of their paths. */
export function diffScenarios(from: Scenario, to: Scenario): Change[] {
  enablePatches();
  const before = comparable(from);
  const [, patches] = produceWithPatches(before, (draft: Plain) => {
    become(draft, comparable(to));
  });
  const changes = patches.map(
    ({ op, path, value }): Change => ({
      path: path.join('.'),
      from: op === 'add' ? null : written(path.reduce<unknown>((data, key) => (data as Plain)[String(key)], before)),
      to: op === 'remove' ? null : written(value),
    }),
  );
  return changes.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** A scenario as nested mappings whose leaves are texts and numbers: numbers as written, policies by name. */
function comparable(scenario: Scenario): Plain {
  const { id: _id, file: _file, policies, ...rest } = scenario;
  const byName = Object.fromEntries(policies.map(({ name, ...policy }) => [name, policy]));
  return simplify({ ...rest, policies: byName }) as Plain;
}

function simplify(value: unknown): unknown {
  if (isQuantity(value)) return value.kind === 'constant' ? value.value : value.text;
  if (Array.isArray(value)) return JSON.stringify(value);
  if (!isPlain(value)) return value;
  if ('expression' in value && 'formula' in value) return value.expression;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (item === null ? [] : [[key, simplify(item)]])),
  );
}

function isQuantity(value: unknown): value is Quantity {
  return (
    isPlain(value) &&
    (value.kind === 'constant' || value.kind === 'distribution' || (value.kind === 'expression' && 'text' in value))
  );
}

/** Changes a draft into the target, touching only what differs. */
function become(draft: Plain, target: Plain): void {
  for (const key of Object.keys(draft)) if (!Object.hasOwn(target, key)) delete draft[key];
  for (const [key, value] of Object.entries(target)) {
    const now = Object.hasOwn(draft, key) ? draft[key] : undefined;
    if (isPlain(now) && isPlain(value)) become(now, value);
    else if (now !== value) draft[key] = value;
  }
}

function written(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
