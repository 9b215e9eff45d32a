import type { z } from 'zod';
import { knownNames, type Mistake, nearestName, type Position } from '../mistakes.js';
import {
  choicesOf,
  describe,
  expectedOf,
  hintOf,
  type Issue,
  nameOf,
  optionsOf,
  type Path,
  show,
} from './issue-words.js';
import { createMistakeList, type MistakeList } from './mistake-list.js';
import type { YamlDocument } from './yaml.js';

/** A checked value, or the mistakes because of which there is none. */
export type Validated<T> =
  | { readonly value: T; readonly mistakes: readonly [] }
  | { readonly value: undefined; readonly mistakes: readonly Mistake[] };

/**
 * Checks a document, or the part of it at `path`, against a schema, each issue becoming a mistake at its own place: unknown keys with the
 * nearest known one, missing keys at what lacks them, choices with what may be chosen. Of alternatives only the one that fits best is
 * reported. The document's own mistakes are not repeated; where it could not be read at all there is nothing to check and none are added.
 *
 * A schema's own message (`{ error: '…' }`, or an issue of code `custom`) is printed as it is, and `params: { hint }` of a custom issue
 * becomes the hint.
 *
 * @param path where in the document the value stands; default the whole document.
 */
export function validate<T>(document: YamlDocument, schema: z.ZodType<T>, path: Path = []): Validated<T> {
  if (document.value === undefined) return { value: undefined, mistakes: [] };
  const known = new WeakMap<readonly string[], readonly string[]>();
  const result = schema.safeParse(valueAt(document.value, path), {
    // Called for issues without a message of the schema's own: an empty message marks those that get one below.
    error: (issue) => {
      if (issue.code === 'unrecognized_keys') known.set(issue.keys, keysOf(issue.inst));
      return '';
    },
  });
  if (result.success) return { value: result.data, mistakes: [] };
  const mistakes = createMistakeList(document.file);
  reportAll({ document, start: path, known, mistakes }, result.error.issues, path);
  return { value: undefined, mistakes: mistakes.list() };
}

/** The mistakes of one document as they are found, with what is needed to word them. */
interface Report {
  readonly document: YamlDocument;
  /** Path of the value that is checked. */
  readonly start: Path;
  /** Keys that an object knows, by the list of those that it does not. */
  readonly known: WeakMap<readonly string[], readonly string[]>;
  readonly mistakes: MistakeList;
}

/** Adds the mistakes of all issues of a value, but for missing keys of which an unknown key beside them tells already. */
function reportAll(report: Report, issues: readonly Issue[], base: Path): void {
  const meant = meantKeys(issues, report.known);
  for (const issue of issues) {
    const path = [...base, ...issue.path.map(stepOf)];
    const missing = valueAt(report.document.value, path) === undefined;
    if (!(missing && meant.has(keyOf(issue.path)))) reportIssue(report, issue, path);
  }
}

function reportIssue(report: Report, issue: Issue, path: Path): void {
  const { document, start, mistakes } = report;
  const input = valueAt(document.value, path);
  const name = nameOf(path) || 'this';
  const add = (at: Position, message: string, hint?: string): void => {
    mistakes.add(at, issue.message === '' ? message : issue.message, hint);
  };
  if (issue.code === 'unrecognized_keys') {
    reportUnknownKeys(report, issue.keys, path);
    return;
  }
  if (input === undefined && path.length > start.length && issue.code !== 'custom') {
    const parent = path.slice(0, -1);
    add(document.positionOf(parent, 'key'), `missing key "${String(path.at(-1))}"${inside(parent)}`, optionsOf(issue));
    return;
  }
  const at = document.positionOf(path, 'value');
  switch (issue.code) {
    case 'invalid_union': {
      const best = bestBranch(issue, input);
      if (best !== undefined) reportAll(report, best, path);
      else if (issue.errors.length === 0) add(at, `${nameOf(path)} cannot be ${show(input)}`, optionsOf(issue, input));
      else {
        const message = `${name} must be ${expectedOf(issue)}, not ${show(input, document.textOf(path))}`;
        const text = document.textOf(path);
        add(
          at,
          message,
          choicesOf(issue, input) ?? (/\btext\b/.test(expectedOf(issue)) ? inQuotes(input, text) : undefined),
        );
      }
      return;
    }
    case 'invalid_key':
      for (const inner of issue.issues) reportKey(report, issue.message, inner, path);
      return;
    case 'custom':
      add(at, `${name} is not right`, hintOf(issue));
      return;
    default:
      add(
        at,
        describe(issue, name, input, document.textOf(path)),
        optionsOf(issue, input) ?? textHint(issue, input, document.textOf(path)),
      );
  }
}

/** The hint for a number, a date or a yes where a text is needed, as the code of a region is. */
function textHint(issue: Issue, input: unknown, text: string | undefined): string | undefined {
  return issue.code === 'invalid_type' && issue.expected === 'string' ? inQuotes(input, text) : undefined;
}

function inQuotes(input: unknown, text: string | undefined): string | undefined {
  if (typeof input !== 'number' && typeof input !== 'boolean') return undefined;
  return `write "${text ?? String(input)}" in quotes`;
}

function reportUnknownKeys({ document, known, mistakes }: Report, keys: readonly string[], path: Path): void {
  for (const key of keys) {
    const at = document.positionOf([...path, key], 'key');
    mistakes.add(at, `unknown key "${key}"${inside(path)}`, knownNames(key, known.get(keys) ?? []));
  }
}

/** Adds the mistake of a key that a record does not take; messages of the schema go first. */
function reportKey({ document, mistakes }: Report, message: string, issue: Issue, path: Path): void {
  const key = String(path.at(-1));
  const fallback = issue.code === 'invalid_value' ? `unknown key "${key}"` : `"${key}" cannot be a key`;
  mistakes.add(document.positionOf(path, 'key'), message || issue.message || fallback, optionsOf(issue, key));
}

/** The place of a key in words; nothing at the top of the document. */
function inside(path: Path): string {
  const name = nameOf(path);
  return name === '' ? '' : ` in ${name}`;
}

/** Missing keys that an unknown key beside them must mean: reporting both would count one slip twice. */
function meantKeys(
  issues: readonly Issue[],
  known: WeakMap<readonly string[], readonly string[]>,
): ReadonlySet<string> {
  const meant = new Set<string>();
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    for (const key of issue.keys) {
      const nearest = nearestName(key, known.get(issue.keys) ?? []);
      if (nearest !== undefined) meant.add(keyOf([...issue.path, nearest]));
    }
  }
  return meant;
}

function stepOf(step: PropertyKey): string | number {
  return typeof step === 'symbol' ? String(step) : step;
}

function keyOf(path: readonly PropertyKey[]): string {
  return JSON.stringify(path.map(String));
}

/** The issues of the alternative that was meant: the only one of the right type, or the one with the fewest issues among several. */
function bestBranch(issue: Extract<Issue, { code: 'invalid_union' }>, input: unknown): readonly Issue[] | undefined {
  const candidates = issue.errors.filter((branch) => !branch.some((inner) => isMismatch(inner, input)));
  let best = candidates[0];
  for (const branch of candidates) if (weigh(branch) < weigh(best!)) best = branch;
  return best;
}

/** An unknown key says most strongly that another alternative was meant; each of several keys counts. */
function weigh(branch: readonly Issue[]): number {
  let weight = 0;
  for (const issue of branch) weight += issue.code === 'unrecognized_keys' ? issue.keys.length : 1;
  return weight;
}

/** True for an issue about the type of the whole value, which shows that its alternative was not meant. */
function isMismatch(issue: Issue, input: unknown): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === 'invalid_union')
    return issue.errors.every((branch) => branch.some((inner) => isMismatch(inner, input)));
  if (issue.code === 'invalid_type') return !(issue.expected === 'int' && typeof input === 'number');
  return issue.code === 'invalid_value';
}

/** Keys that an object schema, or a record schema with listed keys, knows. */
function keysOf(schema: unknown): readonly string[] {
  const definition = (schema as z.core.$ZodType | undefined)?._zod.def;
  if (definition === undefined) return [];
  if ('shape' in definition) return Object.keys(definition.shape as object);
  const keyType = 'keyType' in definition ? (definition.keyType as z.core.$ZodType) : undefined;
  return [...(keyType?._zod.values ?? [])].map(String);
}

function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string | number, unknown>)[step];
  }
  return at;
}
