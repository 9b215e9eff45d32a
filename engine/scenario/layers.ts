import { produce } from 'immer';
import type { YamlDocument } from '../files/yaml.js';
import { knownNames, type Mistake, type Position } from '../mistakes.js';

/** A place in plain data: keys and list indices from the root. */
export type Path = readonly (string | number)[];

type Plain = Record<string, unknown>;

/**
 * Several files laid over each other, the later ones winning, that still know where each value was written.
 * Mappings merge key by key; everything else replaces what lay below; policies are matched by name.
 */
export interface Layers {
  readonly value: Plain;
  /** Where each key and value was written, by the JSON text of its path. */
  readonly origins: ReadonlyMap<string, { readonly key: Position; readonly value: Position }>;
  readonly mistakes: readonly Mistake[];
}

export const NO_LAYERS: Layers = { value: {}, origins: new Map(), mistakes: [] };

/** Lays a document over what is there. A document whose root is not a mapping adds a mistake and nothing else. */
export function addLayer(below: Layers, document: Pick<YamlDocument, 'file' | 'value' | 'positionOf'>): Layers {
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
export function positionIn(layers: Layers, fallback: Position, path: Path, what: 'key' | 'value' = 'value'): Position {
  for (let length = path.length; length >= 0; length--) {
    const origin = layers.origins.get(pathKey(path.slice(0, length)));
    if (origin !== undefined) return length === path.length && what === 'key' ? origin.key : origin.value;
  }
  return fallback;
}

interface Merging {
  readonly document: Pick<YamlDocument, 'positionOf'>;
  readonly origins: Map<string, { key: Position; value: Position }>;
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
    const known = merged.findIndex((other, k) => k < inherited && isPlain(other) && other.name === name);
    if (entry.remove !== undefined || (entry.kind === undefined && known < 0)) {
      if (known < 0) {
        const names = merged.slice(0, inherited).flatMap((other) => (isPlain(other) ? [String(other.name)] : []));
        merging.mistakes.push({
          ...merging.document.positionOf(from, 'value'),
          message: entry.remove === undefined ? 'a policy needs a kind' : `no policy called "${name}" to remove`,
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
      mergeMapping(target, entry, ['policies', known], from, merging);
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

/** The name an entry goes by: as written, else its kind, numbered where the file has several. */
function uniqueName(entry: Plain, taken: Set<string>, from: Path, merging: Merging): string {
  const written = entry.name !== undefined;
  const wanted = String(written ? entry.name : (entry.kind ?? 'policy'));
  let name = wanted;
  if (taken.has(name) && written) {
    merging.mistakes.push({
      ...merging.document.positionOf([...from, 'name'], 'value'),
      message: `two policies are called "${name}"`,
      hint: 'give each its own name',
    });
  }
  for (let n = 2; taken.has(name); n++) name = `${wanted} ${n}`;
  taken.add(name);
  return name;
}

/** Moves the origins of policies to their places after some were removed. */
function renumber(merging: Merging, kept: readonly number[]): void {
  const moved = new Map<string, { key: Position; value: Position }>();
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
  origins.set(pathKey(at), { key: document.positionOf(from, 'key'), value: document.positionOf(from, 'value') });
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
