import type { Part, YamlDocument } from '../files/yaml.js';
import type { Mistake, Position } from '../mistakes.js';
import { entriesOf, type Path } from './plain-data.js';

/** Positions of an entry: of its key, its value and its text. */
export type Origin = Readonly<Record<Part, Position>>;

/** Positions of all entries, by the keys of their paths. */
export type OriginMap = Map<string, Origin>;

/** A document that is merged into the layers below it: a file, or a `--set` in the form of one. */
export type LayerDocument = Pick<YamlDocument, 'file' | 'value' | 'positionOf'>;

/** A document while it is merged into others. */
export interface Merging {
  readonly document: LayerDocument;
  readonly origins: OriginMap;
  readonly mistakes: Mistake[];
}

/** The key of a path in a map of origins. */
export function pathKey(path: Path): string {
  return JSON.stringify(path);
}

/** Notes that the entry at `at` was written at `from` in a document. */
export function record(origins: OriginMap, at: Path, { positionOf }: LayerDocument, from: Path): void {
  const [key, value, text] = (['key', 'value', 'text'] as const).map((part) => positionOf(from, part));
  origins.set(pathKey(at), { key: key!, value: value!, text: text! });
}

/** Records the origin of a value and of everything inside it. */
export function recordAll(origins: OriginMap, at: Path, document: LayerDocument, from: Path, value: unknown): void {
  record(origins, at, document, from);
  for (const [key, item] of entriesOf(value)) recordAll(origins, [...at, key], document, [...from, key], item);
}

/** Deletes the origins of everything inside a value that is replaced. */
export function forgetInside(origins: OriginMap, at: Path, value: unknown): void {
  for (const [key, item] of entriesOf(value)) {
    origins.delete(pathKey([...at, key]));
    forgetInside(origins, [...at, key], item);
  }
}

/** Moves the origins of a list's entries to their places after only some were kept. */
export function renumber(origins: OriginMap, list: string, kept: readonly number[]): void {
  const places = new Map(kept.map((index, place) => [index, place]));
  const moved: [string, Origin][] = [];
  for (const [key, origin] of [...origins]) {
    const path = JSON.parse(key) as (string | number)[];
    if (path[0] !== list || path.length < 2) continue;
    origins.delete(key);
    const place = places.get(path[1] as number);
    if (place !== undefined) moved.push([pathKey([list, place, ...path.slice(2)]), origin]);
  }
  for (const [key, origin] of moved) origins.set(key, origin);
}
