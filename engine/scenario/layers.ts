import { produce } from 'immer';
import type { Part } from '../files/yaml.js';
import type { Mistake, Position } from '../mistakes.js';
import { isNamedList, mergeNamed, NAMED_LISTS } from './merge-named.js';
import {
  forgetInside,
  type LayerDocument,
  type Merging,
  type Origin,
  pathKey,
  record,
  recordAll,
} from './origin-map.js';
import { isPlain, type Path, type Plain } from './plain-data.js';

/**
 * Several files merged, the later ones winning, with the position at which each value was written.
 * Mappings merge key by key; everything else replaces what lay below; policies and events are matched by name.
 */
export interface Layers {
  readonly value: Plain;
  /** Position of each key and value, by the key of its path. */
  readonly origins: ReadonlyMap<string, Origin>;
  readonly mistakes: readonly Mistake[];
}

export const NO_LAYERS: Layers = { value: {}, origins: new Map(), mistakes: [] };

/** Merges a document into the layers below it. A document whose root is not a mapping adds nothing but a mistake. */
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

/** Position of a path in the merged value: its own, else that of its nearest ancestor that was written, else the fallback. */
export function positionIn(layers: Layers, fallback: Position, path: Path, what: Part = 'value'): Position {
  for (let length = path.length; length >= 0; length--) {
    const origin = layers.origins.get(pathKey(path.slice(0, length)));
    if (origin !== undefined) return length === path.length ? origin[what] : origin.value;
  }
  return fallback;
}

/** Position at which the value of a path was written; undefined where none was written. */
export function originOf(layers: Layers, path: Path): Position | undefined {
  return layers.origins.get(pathKey(path))?.value;
}

/** `at` is the path in the merged value, `from` the path in the document: they differ inside the lists of policies and events. */
function mergeMapping(below: Plain, top: Plain, at: Path, from: Path, merging: Merging): void {
  const { document, origins } = merging;
  for (const [key, value] of Object.entries(top)) {
    const keyAt = [...at, key];
    const keyFrom = [...from, key];
    const existing = Object.hasOwn(below, key) ? below[key] : undefined;
    if (at.length === 0 && isNamedList(key) && Array.isArray(value)) {
      const list = Array.isArray(existing) ? existing : [];
      below[key] = mergeNamed(NAMED_LISTS[key], list, value, merging, mergeMapping);
      record(origins, keyAt, document, keyFrom);
    } else if (isPlain(existing) && isPlain(value)) {
      mergeMapping(existing, value, keyAt, keyFrom, merging);
      record(origins, keyAt, document, keyFrom);
    } else {
      forgetInside(origins, keyAt, existing);
      below[key] = structuredClone(value);
      recordAll(origins, keyAt, document, keyFrom, value);
    }
  }
}
