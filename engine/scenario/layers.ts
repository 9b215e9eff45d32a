import { produce } from 'immer';
import type { Part, YamlDocument } from '../files/yaml.js';
import { knownNames, type Mistake, type Position } from '../mistakes.js';

/** A place in plain data: keys and list indices from the root. */
export type Path = readonly (string | number)[];

type Plain = Record<string, unknown>;

/** Where an entry was written, by what of it is asked for. */
export type Origin = Readonly<Record<Part, Position>>;

/** What is laid over other layers: a file, or a `--set` that looks like one. */
export type LayerDocument = Pick<YamlDocument, 'file' | 'value' | 'positionOf'>;

/**
 * Several files laid over each other, the later ones winning, that still know where each value was written.
 * Mappings merge key by key; everything else replaces what lay below; policies are matched by name.
 */
export interface Layers {
  readonly value: Plain;
  /** Where each key and value was written, by the JSON text of its path. */
  readonly origins: ReadonlyMap<string, Origin>;
  readonly mistakes: readonly Mistake[];
}

export const NO_LAYERS: Layers = { value: {}, origins: new Map(), mistakes: [] };

/** Lays a document over what is there. A document whose root is not a mapping adds a mistake and nothing else. */
export function addLayer(below: Layers, document: LayerDocument): Layers {
  const at = document.positionOf([], 'value');
  if (!isPlain(document.value)) {
    const mistake = { ...at, message: 'must be a mapping of keys to values', hint: 'such as "title: …"' };
    return { ...below, mistakes: [...below.mistakes, mistake] };
  }
  const top = document.value;
  const origins = new Map(below.origins);
  const mistakes: Mistake[] = [...below.mistakes];
  const value = produce(below.value, (draft: Plain) => {
    mergeMapping(draft, top, [], [], { document, origins, mistakes });
  });
  return { value, origins, mistakes };
}

/** Reads positions of the merged value: of the nearest ancestor written anywhere, else of the last file's start. */
export function positionIn(layers: Layers, fallback: Position, path: Path, what: Part = 'value'): Position {
  for (let length = path.length; length >= 0; length--) {
    const origin = layers.origins.get(pathKey(path.slice(0, length)));
    if (origin !== undefined) return length === path.length ? origin[what] : origin.value;
  }
  return fallback;
}

/** Where the value at a path was written; undefined where nothing was written there. */
export function originOf(layers: Layers, path: Path): Position | undefined {
  return layers.origins.get(pathKey(path))?.value;
}

interface Merging {
  readonly document: LayerDocument;
  readonly origins: Map<string, Origin>;
  readonly mistakes: Mistake[];
}

/** `at` is the path in the merged value, `from` the path in the document: they differ inside the list of policies. */
function mergeMapping(below: Plain, top: Plain, at: Path, from: Path, merging: Merging): void {
  for (const [key, value] of Object.entries(top)) {
    const keyAt = [...at, key];
    const keyFrom = [...from, key];
    if (at.length === 0 && key === 'policies' && Array.isArray(value)) {
      below.policies = mergePolicies(Array.isArray(below.policies) ? below.policies : [], value, merging);
      record(merging, keyAt, keyFrom);
      continue;
    }
    const existing = Object.hasOwn(below, key) ? below[key] : undefined;
    if (isPlain(existing) && isPlain(value)) {
      mergeMapping(existing, value, keyAt, keyFrom, merging);
      record(merging, keyAt, keyFrom);
    } else {
      forget(merging, keyAt);
      below[key] = structuredClone(value);
      recordAll(merging, keyAt, keyFrom, value);
    }
  }
}

function mergePolicies(below: unknown[], top: readonly unknown[], merging: Merging): unknown[] {
  const merged = [...below];
  const inherited = merged.length;
  const taken = new Set<string>();
  const removed = new Set<unknown>();
  top.forEach((entry, index) => {
    const from = ['policies', index];
    if (!isPlain(entry)) {
      recordAll(merging, ['policies', merged.length], from, entry);
      merged.push(entry);
      return;
    }
    const name = uniqueName(entry, taken, from, merging);
    if (name === undefined) return;
    const known = merged.findIndex((other, k) => k < inherited && isPlain(other) && other.name === name);
    if (entry.remove !== undefined && removalMistake(entry, from, merging)) return;
    if (entry.remove !== undefined || (entry.kind === undefined && known < 0)) {
      if (known < 0) {
        const names = merged.slice(0, inherited).flatMap((other) => (isPlain(other) ? [String(other.name)] : []));
        merging.mistakes.push({
          ...merging.document.positionOf(from, 'value'),
          message: unknownPolicy(entry, name),
          hint: names.length === 0 ? 'no file below has a policy' : knownNames(name, names),
        });
      } else removed.add(merged[known]);
      return;
    }
    if (known >= 0) {
      const target = merged[known] as Plain;
      if (entry.kind !== undefined && entry.kind !== target.kind) {
        merging.mistakes.push({
          ...merging.document.positionOf([...from, 'kind'], 'value'),
          message: `policy "${name}" is of kind ${String(target.kind)} in the extended file`,
          hint: 'give the new policy another name',
        });
        return;
      }
      // Name and kind say which policy is meant; they stay where they were first written.
      const { name: _name, kind: _kind, ...changes } = entry;
      mergeMapping(target, changes, ['policies', known], from, merging);
      return;
    }
    recordAll(merging, ['policies', merged.length], from, entry);
    merged.push({ ...structuredClone(entry), name });
  });
  if (removed.size === 0) return merged;
  const kept = merged.flatMap((entry, index) => (removed.has(entry) ? [] : [index]));
  renumber(merging, kept);
  return kept.map((index) => merged[index]);
}

function unknownPolicy(entry: Plain, name: string): string {
  if (entry.remove !== undefined) return `no policy called "${name}" to remove`;
  return entry.name === undefined
    ? 'a policy needs a kind'
    : `no policy called "${name}" to change, and no kind for a new one`;
}

/** Reports what is wrong with an entry that removes a policy: only `remove: true` beside the name says so plainly. */
function removalMistake(entry: Plain, from: Path, merging: Merging): boolean {
  const other = Object.keys(entry).find((key) => !['name', 'kind', 'remove'].includes(key));
  if (entry.remove === true && other === undefined) return false;
  const [key, message] =
    entry.remove === true
      ? [other!, `"${other}" of a policy that is removed`]
      : ['remove', `remove cannot be ${JSON.stringify(entry.remove)}`];
  merging.mistakes.push({
    ...merging.document.positionOf([...from, key], entry.remove === true ? 'key' : 'value'),
    message,
    hint: '{ name: …, remove: true }',
  });
  return true;
}

/** The name an entry goes by: as written, else its kind, numbered where the file has several; undefined where it is taken. */
function uniqueName(entry: Plain, taken: Set<string>, from: Path, merging: Merging): string | undefined {
  const written = entry.name !== undefined;
  const wanted = String(written ? entry.name : (entry.kind ?? 'policy'));
  if (taken.has(wanted) && written) {
    merging.mistakes.push({
      ...merging.document.positionOf([...from, 'name'], 'value'),
      message: `two policies are called "${wanted}"`,
      hint: 'give each its own name',
    });
    return undefined;
  }
  let name = wanted;
  for (let n = 2; taken.has(name); n++) name = `${wanted} ${n}`;
  taken.add(name);
  return name;
}

/** Moves the origins of policies to their places after some were removed. */
function renumber(merging: Merging, kept: readonly number[]): void {
  const moved = new Map<string, Origin>();
  for (const [key, origin] of [...merging.origins]) {
    const path = JSON.parse(key) as (string | number)[];
    if (path[0] !== 'policies' || path.length < 2) continue;
    merging.origins.delete(key);
    const place = kept.indexOf(path[1] as number);
    if (place >= 0) moved.set(pathKey(['policies', place, ...path.slice(2)]), origin);
  }
  for (const [key, origin] of moved) merging.origins.set(key, origin);
}

function record({ document, origins }: Merging, at: Path, from: Path): void {
  const [key, value, text] = (['key', 'value', 'text'] as const).map((part) => document.positionOf(from, part));
  origins.set(pathKey(at), { key: key!, value: value!, text: text! });
}

function recordAll(merging: Merging, at: Path, from: Path, value: unknown): void {
  record(merging, at, from);
  if (Array.isArray(value)) {
    for (const [k, item] of value.entries()) recordAll(merging, [...at, k], [...from, k], item);
  } else if (isPlain(value)) {
    for (const [key, item] of Object.entries(value)) recordAll(merging, [...at, key], [...from, key], item);
  }
}

/** Drops the origins below a path whose value is being replaced. */
function forget({ origins }: Merging, at: Path): void {
  const prefix = `${pathKey(at).slice(0, -1)},`;
  for (const key of [...origins.keys()]) if (key.startsWith(prefix)) origins.delete(key);
}

function pathKey(path: Path): string {
  return JSON.stringify(path);
}

/** Whether a value is a mapping. */
export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
