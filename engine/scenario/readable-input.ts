import type { z } from 'zod';
import { policiesSchema } from '../policies/schema.js';
import { isNamedList } from './merge-named.js';
import { isPlain, type Path } from './plain-data.js';
import { eventsSchema, type ScenarioInput, scenarioSchema } from './scenario-schema.js';

/** The parts of an input that can be read. */
export interface ReadableInput {
  readonly input: ScenarioInput;
  /** The path in the whole input of a path in what is left of it. */
  wholePath(path: Path): Path;
}

/** Keys whose parts mean nothing without each other. */
const WHOLE_KEYS: ReadonlySet<string> = new Set(['years', 'trend']);
/** The key that names what stands elsewhere: read only where nothing else is wrong, since what it names may be among what cannot be read. */
const NAMING_KEY = 'correlations';

/** The schema of an entry of each list of named entries, and the fields without which it means nothing. */
const ENTRIES: Readonly<Record<'policies' | 'events', { element: z.ZodType; needed: readonly string[] }>> = {
  policies: { element: policiesSchema.element, needed: ['kind', 'name'] },
  events: { element: eventsSchema.element, needed: ['name', 'change'] },
};

/** The valid parts of an input, so that a mistake in one part does not hide those in the others. */
export function readableInput(value: Readonly<Record<string, unknown>>): ReadableInput {
  const whole = scenarioSchema.safeParse(value);
  if (whole.success) return { input: whole.data, wholePath: (path) => path };
  const input: Record<string, unknown> = {};
  const kept = { policies: [] as number[], events: [] as number[], correlations: [] as number[] };
  let complete = true;
  for (const [key, schema] of Object.entries(scenarioSchema.shape)) {
    if (!Object.hasOwn(value, key) || key === NAMING_KEY) continue;
    const part = value[key];
    const right = schema.safeParse(part).success;
    complete &&= right;
    if (isNamedList(key)) input[key] = readableEntriesOf(part, key, kept[key]);
    else if (right) input[key] = part;
    else {
      const entries = WHOLE_KEYS.has(key) ? null : readableEntries(part, {}, schema);
      if (entries !== null) input[key] = entries;
    }
  }
  if (complete)
    input[NAMING_KEY] = readableItems(value[NAMING_KEY], scenarioSchema.shape[NAMING_KEY], kept[NAMING_KEY]);
  return {
    input: input as ScenarioInput,
    wholePath: (path) => {
      const [key, index, ...rest] = path;
      if (index === undefined || !(isNamedList(key) || key === NAMING_KEY)) return path;
      return [key, kept[key][Number(index)]!, ...rest];
    },
  };
}

/** The items of a list that are right one by one; `kept` is filled with their places. */
function readableItems(written: unknown, schema: z.ZodType, kept: number[]): unknown[] {
  return (Array.isArray(written) ? written : []).filter((item, index) => {
    const right = schema.safeParse([item]).success;
    if (right) kept.push(index);
    return right;
  });
}

/** `kept` is filled with the places of those that can be read. */
function readableEntriesOf(written: unknown, list: 'policies' | 'events', kept: number[]): unknown[] {
  const { element: schema, needed } = ENTRIES[list];
  return (Array.isArray(written) ? written : []).flatMap((entry, index) => {
    if (!isPlain(entry)) return [];
    const least = Object.fromEntries(needed.map((field) => [field, entry[field]]));
    const readable = schema.safeParse(entry).success ? entry : readableEntries(entry, least, schema);
    if (readable === null) return [];
    kept.push(index);
    return [readable];
  });
}

/**
 * The entries of a mapping that are right one by one, beside those that it cannot do without; null where no mapping may stand in this place, or none of
 * these entries.
 */
export function readableEntries(
  written: unknown,
  needed: Readonly<Record<string, unknown>>,
  schema: z.ZodType,
): Record<string, unknown> | null {
  if (!isPlain(written)) return null;
  const right = Object.entries(written).filter(([key, item]) => schema.safeParse({ ...needed, [key]: item }).success);
  const readable = { ...needed, ...Object.fromEntries(right) };
  return schema.safeParse(readable).success ? readable : null;
}
