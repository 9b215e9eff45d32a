import type { z } from 'zod';
import { knownNames } from '../mistakes.js';

/** A place in plain data: keys and list indices from the root. */
export type Path = readonly (string | number)[];
export type Issue = z.core.$ZodIssue;

/** An issue in plain words. */
export function describe(issue: Issue, name: string, input: unknown, text: string | undefined): string {
  switch (issue.code) {
    case 'invalid_type':
      return `${name} must be ${typeName(issue.expected)}, not ${show(input, text)}`;
    case 'invalid_value':
      return `${name} cannot be ${show(input, text)}`;
    case 'too_small': {
      if (issue.origin === 'string') return `${name} must not be ${input === '' ? 'empty' : 'so short'}`;
      if (isCount(issue.origin)) return `${name} needs at least ${countOf(issue.minimum)}, not ${sizeOf(input)}`;
      return `${name} must be ${issue.inclusive ? 'at least' : 'greater than'} ${issue.minimum}, not ${show(input, text)}`;
    }
    case 'too_big': {
      if (issue.origin === 'string') return `${name} is longer than ${issue.maximum} characters`;
      if (isCount(issue.origin)) return `${name} may have at most ${countOf(issue.maximum)}, not ${sizeOf(input)}`;
      return `${name} must be ${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}, not ${show(input, text)}`;
    }
    case 'not_multiple_of':
      return `${name} must be a multiple of ${issue.divisor}, not ${show(input, text)}`;
    default:
      return `${name} cannot be ${show(input, text)}`;
  }
}

/** The types and values that alternatives allow, such as `a number or a text`. */
export function expectedOf(issue: Extract<Issue, { code: 'invalid_union' }>): string {
  const names = new Set<string>();
  const collect = (branch: readonly Issue[]): void => {
    for (const inner of branch) {
      if (inner.path.length > 0) continue;
      if (inner.code === 'invalid_type') names.add(typeName(inner.expected));
      if (inner.code === 'invalid_value') for (const value of inner.values) names.add(JSON.stringify(value));
      if (inner.code === 'invalid_union') inner.errors.forEach(collect);
    }
  };
  issue.errors.forEach(collect);
  const all = [...names];
  return all.length < 2 ? (all[0] ?? 'something else') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
}

/** The nearest of the words that alternatives allow, where a word was given. */
export function choicesOf(issue: Extract<Issue, { code: 'invalid_union' }>, input: unknown): string | undefined {
  const words = issue.errors
    .flat()
    .flatMap((inner) => (inner.code === 'invalid_value' ? inner.values.map(String) : []));
  return typeof input === 'string' && words.length > 0 ? knownNames(input, words) : undefined;
}

/** The options that an issue names, as a hint. */
export function optionsOf(issue: Issue, input?: unknown): string | undefined {
  const options: readonly unknown[] =
    issue.code === 'invalid_value'
      ? issue.values
      : 'options' in issue && Array.isArray(issue.options)
        ? issue.options
        : [];
  if (options.length === 0) return undefined;
  return typeof input === 'string' ? knownNames(input, options.map(String)) : `known: ${options.join(', ')}`;
}

/** The hint of a schema’s own issue. */
export function hintOf(issue: Extract<Issue, { code: 'custom' }>): string | undefined {
  const hint: unknown = issue.params?.hint;
  return typeof hint === 'string' ? hint : undefined;
}

/** A path as people write it: `policies[0].start`. */
export function nameOf(path: Path): string {
  let name = '';
  for (const step of path) {
    name += typeof step === 'number' ? `[${step}]` : name === '' ? step : `.${step}`;
  }
  return name;
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'a mapping of keys',
  record: 'a mapping of keys',
  map: 'a mapping of keys',
  null: 'nothing',
  never: 'left out',
};

function typeName(expected: string): string {
  return TYPE_NAMES[expected] ?? expected;
}

/** A value as a message quotes it, cut after 60 characters. */
export function show(input: unknown, text?: string): string {
  if (Array.isArray(input)) return 'a list';
  if (input === null || input === undefined) return 'nothing';
  if (typeof input === 'object') return 'a mapping of keys';
  const shown = typeof input === 'string' ? JSON.stringify(input) : (text ?? String(input));
  return shown.length > 60 ? `${shown.slice(0, 60)}…` : shown;
}

function isCount(origin: string): boolean {
  return origin === 'array' || origin === 'set' || origin === 'map' || origin === 'object' || origin === 'record';
}

function countOf(count: number | bigint): string {
  return `${count} ${Number(count) === 1 ? 'entry' : 'entries'}`;
}

function sizeOf(input: unknown): string {
  if (Array.isArray(input)) return String(input.length);
  return typeof input === 'object' && input !== null ? String(Object.keys(input).length) : 'none';
}
