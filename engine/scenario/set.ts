import { readYaml, type YamlDocument } from '../files/yaml.js';
import { knownNames, type Mistake, type Position } from '../mistakes.js';
import { isNamedList, NAMED_LISTS } from './merge-named.js';
import type { LayerDocument } from './origin-map.js';
import { isPlain, type Path } from './plain-data.js';

/** A `path=value`, or one with its place among others of which some are not meant for this scenario. */
export type Setting = string | { readonly text: string; readonly nth: number; readonly before: number };

/** A `--set path=value`, read: a document with that one value, to be laid over the files. */
export type SetLayer = { readonly layer: LayerDocument } | { readonly mistakes: readonly Mistake[] };

/** A key of a path, and where in the text it starts. */
interface Key {
  readonly name: string;
  readonly offset: number;
}

/** The name under which settings stand where positions name a file. */
export const SETTINGS = '--set';

/** Text in front of the value, so that the value can be read as YAML. */
const PREFIX = 'value: ';
const UNSAFE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
/** Keys that are read before any set is. */
const FILE_KEYS: ReadonlySet<string> = new Set(['case', 'extends']);

/**
 * Reads one `path=value`. Keys are separated by dots, keys with dots in quotes; after `policies` or `events` stands the name of one.
 * The value is written as in a file. `policies.NAME.kind=KIND` adds a policy where no policy has the name, `policies.NAME.remove=true` removes one; `events.NAME.change=CHANGE` adds an event.
 *
 * @param text such as `parameters.rivalry=0`, `policies.market.opening=50%`, `coordination={ Changchun: 0, Jilin: 1 }`
 * @param nth counted from 1: the "line" of the position, as there is no file
 * @param value what the files say, to find policies and events by name
 * @param before characters that stood before the text
 */
export function parseSetting(
  text: string,
  nth: number,
  value: Readonly<Record<string, unknown>>,
  before = 0,
): SetLayer {
  const at = (offset: number): Position => ({ file: SETTINGS, line: nth, column: before + offset + 1 });
  const failed = (offset: number, message: string, hint?: string): SetLayer => ({
    mistakes: [{ ...at(offset), message, ...(hint === undefined ? {} : { hint }) }],
  });
  const equals = unquotedIndex(text, '=');
  if (equals <= 0) return failed(0, `"${text}" is not path=value`, 'such as parameters.rivalry=0');
  const keys = splitKeys(text.slice(0, equals));
  const right = text.slice(equals + 1);
  const document = readYaml(SETTINGS, new TextEncoder().encode(`${PREFIX}${right.trim() === '' ? '""' : right}\n`));
  const inRight = ({ line, column }: Position): Position =>
    at(equals + 1 + (line === 1 ? Math.max(0, column - 1 - PREFIX.length) : 0));
  if (document.mistakes.length > 0) {
    return { mistakes: document.mistakes.map((mistake) => ({ ...mistake, ...inRight(mistake) })) };
  }
  const empty = keys.find(({ name }) => name === '');
  if (empty !== undefined) return failed(empty.offset, 'a key of the path is empty');
  const unsafe = keys.find(({ name }) => UNSAFE_KEYS.has(name));
  if (unsafe !== undefined) return failed(unsafe.offset, `"${unsafe.name}" cannot be a key`);
  const [first] = keys;
  if (FILE_KEYS.has(first!.name)) {
    return failed(first!.offset, `"${first!.name}" cannot be set`, 'write a file that names it');
  }
  if (!isPlain(document.value) || Object.keys(document.value).length !== 1) {
    return failed(equals + 1, 'one value is needed here, not several lines');
  }
  const written = document.value.value;
  const list = first!.name;
  if (!isNamedList(list)) return { layer: layerOf(wrap(keys, written), keys, document, at, inRight) };
  const found = findEntry(NAMED_LISTS[list], keys, value, written);
  if ('message' in found) return failed(found.offset, found.message, found.hint);
  const entry = { ...(wrap(found.rest, written) as object), ...found.identity };
  const path = [first!, first!, ...found.rest];
  return { layer: layerOf({ [list]: [entry] }, path, document, at, inRight) };
}

/** A document of one value. `keys` are those of the path to it, for positions; list indices count as keys. */
function layerOf(
  value: unknown,
  keys: readonly Key[],
  document: YamlDocument,
  at: (offset: number) => Position,
  inRight: (position: Position) => Position,
): LayerDocument {
  return {
    file: '--set',
    value,
    positionOf(path: Path, part = 'value') {
      const key = keys[Math.min(path.length, keys.length) - 1];
      if (path.length < keys.length || (part === 'key' && path.length === keys.length)) return at(key?.offset ?? 0);
      return inRight(document.positionOf(['value', ...path.slice(keys.length)], part));
    },
  };
}

/** The field that adds an entry where none has the name, and one to show as an example of a path. */
const FIELDS = {
  policies: { adds: 'kind', example: 'intensity=50%' },
  events: { adds: 'change', example: 'change=-10%' },
} as const;

/** The policy or event that a path names and the keys that follow its name, or what is wrong with it. One that is not there is added by its kind or its change. */
function findEntry(
  { key, one, anOne, kind }: (typeof NAMED_LISTS)['policies' | 'events'],
  keys: readonly Key[],
  value: Readonly<Record<string, unknown>>,
  written: unknown,
):
  | { readonly identity: Readonly<Record<string, unknown>>; readonly rest: Key[] }
  | { offset: number; message: string; hint: string } {
  const list = value[key];
  const entries = (Array.isArray(list) ? list : []).filter(isPlain);
  const { offset } = keys[1] ?? keys[0]!;
  const { adds, example } = FIELDS[key];
  // A name may hold dots, so the longest run of keys that is a name wins.
  for (let length = keys.length; length >= 2; length--) {
    const name = joined(keys.slice(1, length));
    const entry = entries.find((candidate) => candidate.name === name);
    if (entry === undefined) continue;
    const rest = keys.slice(length);
    const [field] = rest;
    if (field === undefined) {
      return { offset, message: `a field of ${one} "${name}" is needed`, hint: `${key}.${name}.${example}` };
    }
    if (field.name === 'name' || field.name === kind) {
      return { offset: field.offset, message: `the ${field.name} of ${anOne} cannot be set`, hint: 'change the file' };
    }
    return { identity: { name, ...(kind === null ? {} : { [kind]: entry[kind] }) }, rest };
  }
  if (keys.length === 1) {
    return { offset, message: `${key} are set one field at a time`, hint: `${key}.NAME.FIELD=…` };
  }
  if (keys.length > 2 && keys.at(-1)!.name === adds) {
    return { identity: { name: joined(keys.slice(1, -1)), [adds]: written }, rest: keys.slice(-1) };
  }
  const names = entries.map((entry) => String(entry.name));
  const wanted = keys.length === 2 ? keys[1]!.name : joined(keys.slice(1, -1));
  const hint = names.length === 0 ? `the scenario has no ${key}` : knownNames(wanted, names);
  return { offset, message: `no ${one} called "${wanted}"`, hint };
}

/**
 * The path and the value of a `path=value`.
 *
 * @example
 * splitSetting('policies."a=b".start=2013'); // → ['policies."a=b".start', '2013']
 */
export function splitSetting(text: string): readonly [path: string, value: string] {
  const equals = unquotedIndex(text, '=');
  return equals < 0 ? [text, ''] : [text.slice(0, equals), text.slice(equals + 1)];
}

/**
 * A key as it may stand in a path: in quotes where it holds what would end it.
 *
 * @example
 * settingKey('N.A. goods'); // → '"N.A. goods"'
 * settingKey('Open the border'); // → 'Open the border'
 */
export function settingKey(name: string): string {
  return /[.=]|^\s|\s$/.test(name) ? `"${name}"` : name;
}

function joined(keys: readonly Key[]): string {
  return keys.map(({ name }) => name).join('.');
}

function wrap(keys: readonly Key[], value: unknown): unknown {
  return keys.reduceRight<unknown>((inner, { name }) => ({ [name]: inner }), value);
}

function unquotedIndex(text: string, wanted: string, from = 0): number {
  let quoted = false;
  for (let k = from; k < text.length; k++) {
    if (text[k] === '"') quoted = !quoted;
    else if (text[k] === wanted && !quoted) return k;
  }
  return -1;
}

function splitKeys(path: string): Key[] {
  const keys: Key[] = [];
  for (let start = 0; ; ) {
    const dot = unquotedIndex(path, '.', start);
    const part = path.slice(start, dot < 0 ? path.length : dot);
    const text = part.trim();
    const name = text.startsWith('"') && text.endsWith('"') && text.length > 1 ? text.slice(1, -1) : text;
    keys.push({ name, offset: start + part.length - part.trimStart().length });
    if (dot < 0) return keys;
    start = dot + 1;
  }
}
