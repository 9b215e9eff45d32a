import type { z } from 'zod';
import { policiesSchema } from '../policies/schema.js';
import { isPlain, type Path } from './plain-data.js';
import { type ScenarioInput, scenarioSchema } from './scenario-schema.js';

/** The parts of an input that can be read. */
export interface ReadableInput {
  readonly input: ScenarioInput;
  /** The path in the whole input of a path in what is left of it. */
  wholePath(path: Path): Path;
}

/** Keys whose parts mean nothing without each other. */
const WHOLE_KEYS: ReadonlySet<string> = new Set(['years', 'trend']);
/** Keys that name what stands elsewhere, which may be among what cannot be read. */
const NAMING_KEYS: ReadonlySet<string> = new Set(['correlations']);

/** What of an input can be read although other parts cannot, so that a mistake in one part does not hide those in the others. */
export function readableInput(value: Readonly<Record<string, unknown>>): ReadableInput {
  const whole = scenarioSchema.safeParse(value);
  if (whole.success) return { input: whole.data, wholePath: (path) => path };
  const input: Record<string, unknown> = {};
  const kept: number[] = [];
  for (const [key, schema] of Object.entries(scenarioSchema.shape)) {
    if (!Object.hasOwn(value, key) || NAMING_KEYS.has(key)) continue;
    const part = value[key];
    if (key === 'policies') input.policies = readablePolicies(part, kept);
    else if (schema.safeParse(part).success) input[key] = part;
    else if (isPlain(part) && !WHOLE_KEYS.has(key)) input[key] = readableEntries(part, {}, schema);
  }
  return {
    input: input as ScenarioInput,
    wholePath: (path) =>
      path[0] === 'policies' && path.length > 1 ? [path[0], kept[Number(path[1])]!, ...path.slice(2)] : path,
  };
}

/** `kept` is filled with the places of those that can be read. */
function readablePolicies(written: unknown, kept: number[]): unknown[] {
  const schema = policiesSchema.element;
  return (Array.isArray(written) ? written : []).flatMap((entry, index) => {
    if (!isPlain(entry)) return [];
    const { kind, name } = entry;
    const readable = schema.safeParse(entry).success ? entry : readableEntries(entry, { kind, name }, schema);
    if (!schema.safeParse(readable).success) return [];
    kept.push(index);
    return [readable];
  });
}

/** The entries of a mapping that are right one by one, beside those that it cannot do without. */
function readableEntries(
  written: Readonly<Record<string, unknown>>,
  needed: Readonly<Record<string, unknown>>,
  schema: z.ZodType,
): Record<string, unknown> {
  const right = Object.entries(written).filter(([key, item]) => schema.safeParse({ ...needed, [key]: item }).success);
  return { ...needed, ...Object.fromEntries(right) };
}
