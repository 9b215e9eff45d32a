import { isAlias, isMap, isScalar, isSeq, type Pair } from 'yaml';
import type { Position } from '../mistakes.js';
import { hiddenCharacters } from './hidden-characters.js';
import { LIMITS } from './limits.js';
import type { MistakeList } from './mistake-list.js';
import { type SplitCall, splitCall } from './yaml-split-call.js';

/** Limit of the values that aliases may add: nested aliases that multiply pass it at once, a file that repeats its parts never does. */
const MAX_EXPANDED = 100_000;
/** Characters of a key or value: far more than any title, name, note or expression has. */
const LONGEST_TEXT = 10_000;

const UNSAFE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const PLAIN_TAGS: ReadonlySet<string> = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((t) => `tag:yaml.org,2002:${t}`),
);

/** A value with its offsets in the text, and the places of the values in it. */
export interface Place {
  value: unknown;
  readonly keyAt: number | undefined;
  readonly valueAt: number;
  /** Offset at which the text of a quoted value starts. */
  readonly textAt?: number;
  readonly source?: string;
  readonly children?: ReadonlyMap<string | number, Place>;
  /** Number of values in it, itself included, with aliases expanded. */
  readonly size: number;
}

/** A text while its nodes are placed. */
interface Reading {
  readonly text: string;
  readonly at: (offset: number) => Position;
  readonly report: (offset: number, message: string, hint?: string) => void;
  readonly anchors: Map<string, Place | 'open'>;
  /** Number of nodes placed so far. */
  nodes: number;
  bombReported: boolean;
}

/** Turns nodes into plain data with places, children before parents, in the order of the text, since anchors depend on it. */
export function placeRoot(root: unknown, text: string, at: (offset: number) => Position, mistakes: MistakeList): Place {
  const report: Reading['report'] = (offset, message, hint) => mistakes.add(at(offset), message, hint);
  const reading: Reading = { text, at, report, anchors: new Map(), nodes: 0, bombReported: false };
  return placeNode(reading, root, 0);
}

function placeNode(reading: Reading, node: unknown, fallback: number, keyAt?: number): Place {
  reading.nodes += 1;
  const start = startOf(node) ?? fallback;
  const anchor = isMap(node) || isSeq(node) || isScalar(node) ? node.anchor : undefined;
  if (anchor !== undefined) reading.anchors.set(anchor, 'open');
  checkTag(reading, node, start);
  const place = placeUntagged(reading, node, start, keyAt);
  if (anchor !== undefined) reading.anchors.set(anchor, place);
  return place;
}

function placeUntagged(reading: Reading, node: unknown, valueAt: number, keyAt: number | undefined): Place {
  if (isAlias(node)) return placeAlias(reading, node.source, valueAt, keyAt);
  if (isMap(node)) return placeMap(reading, node.items, valueAt, keyAt);
  if (isSeq(node)) return placeList(reading, node.items, valueAt, keyAt);
  if (!isScalar(node)) return { value: null, keyAt, valueAt, size: 1 };
  const source = node.source === undefined ? {} : { source: node.source };
  if (typeof node.value === 'string') checkText(reading, node.value, valueAt);
  const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? { textAt: valueAt + 1 } : {};
  return { value: isPlain(node.value) ? node.value : null, keyAt, valueAt, size: 1, ...source, ...quoted };
}

/** An alias shares the value that it names, which is already placed, so that a bomb of aliases is never expanded. */
function placeAlias(reading: Reading, name: string, valueAt: number, keyAt: number | undefined): Place {
  const target = reading.anchors.get(name);
  if (target === undefined || target === 'open') {
    const message =
      target === 'open' ? `alias *${name} stands inside what it names` : `alias *${name} names nothing before it`;
    reading.report(valueAt, message, `quote it if it is a text that starts with *`);
    return { value: null, keyAt, valueAt, size: 1 };
  }
  return withinLimit(reading, { ...target, keyAt, valueAt });
}

/** A place, or null in its stead where aliases add too many values. */
function withinLimit(reading: Reading, place: Place): Place {
  if (place.size <= MAX_EXPANDED + reading.nodes) return place;
  if (!reading.bombReported) reading.report(place.valueAt, `aliases add more than ${MAX_EXPANDED} values`);
  reading.bombReported = true;
  return { value: null, keyAt: place.keyAt, valueAt: place.valueAt, size: 1 };
}

function placeList(reading: Reading, items: readonly unknown[], valueAt: number, keyAt: number | undefined): Place {
  const children = new Map<number, Place>();
  const values: unknown[] = [];
  let size = 1;
  checkEntries(reading, items.length, valueAt);
  for (let i = 0; i < items.length; i++) {
    const split = splitCall(items, i, (item) => item, reading.text);
    const child = split === undefined ? placeNode(reading, items[i], valueAt) : placeSplitCall(reading, split);
    if (split !== undefined) i = split.last;
    children.set(values.length, child);
    values.push(child.value);
    size += child.size;
  }
  return withinLimit(reading, { value: values, keyAt, valueAt, children, size });
}

function placeMap(reading: Reading, items: readonly Pair[], valueAt: number, keyAt: number | undefined): Place {
  const children = new Map<string, Place>();
  const value: Record<string, unknown> = {};
  let size = 1;
  checkEntries(reading, items.length, valueAt);
  for (let i = 0; i < items.length; i++) {
    const pair = items[i]!;
    const position = startOf(pair.key) ?? valueAt;
    const split = splitCall(
      items,
      i,
      (item, first) => (first ? item.value : item.value === null ? item.key : undefined),
      reading.text,
    );
    const child =
      split === undefined
        ? placeNode(reading, pair.value, position, position)
        : placeSplitCall(reading, split, position);
    if (split !== undefined) i = split.last;
    size += child.size;
    const key = keyName(reading, pair.key, position);
    if (key === undefined) continue;
    const earlier = children.get(key);
    if (earlier !== undefined) {
      const line = reading.at(earlier.keyAt ?? earlier.valueAt).line;
      reading.report(position, `key "${key}" stands twice`, `first on line ${line}`);
      continue;
    }
    children.set(key, child);
    value[key] = child.value;
  }
  return withinLimit(reading, { value, keyAt, valueAt, children, size });
}

/** A key as text; numbers as they are written, since codes such as 220100 may name a region. */
function keyName(reading: Reading, key: unknown, position: number): string | undefined {
  const isName = isScalar(key) && (typeof key.value === 'string' || typeof key.value === 'number');
  if (!isName) {
    reading.report(position, 'a key must be a text', 'quote it');
    return undefined;
  }
  checkTag(reading, key, position);
  const name = typeof key.value === 'number' ? (key.source ?? String(key.value)) : String(key.value);
  checkText(reading, name, position, false);
  if (UNSAFE_KEYS.has(name)) {
    reading.report(position, `"${name}" cannot be a key`, 'rename it');
    return undefined;
  }
  return name;
}

function placeSplitCall(reading: Reading, split: SplitCall, keyAt?: number): Place {
  reading.report(split.start, `the commas split ${split.text} into several entries`, `quote it: "${split.text}"`);
  return { value: split.text, keyAt, valueAt: split.start, source: split.text, size: 1 };
}

/** Lists and mappings longer than anybody writes take long to check, entry by entry. */
function checkEntries(reading: Reading, count: number, position: number): void {
  if (count > LIMITS.entries)
    reading.report(position, `${count} entries; at most ${LIMITS.entries} can stand in one list or mapping`);
}

/** Nothing that a file says may steer the terminal that shows it, or take long to look at. */
function checkText(reading: Reading, value: string, position: number, lines = true): void {
  if (value.length > LONGEST_TEXT)
    reading.report(position, `a text of ${value.length} characters; at most ${LONGEST_TEXT} can stand in one`);
  const [hidden] = hiddenCharacters(value, lines);
  if (hidden !== undefined)
    reading.report(position, `the hidden character ${hidden.name} stands in this text`, 'remove it');
}

function checkTag(reading: Reading, node: unknown, position: number): void {
  const tag = isMap(node) || isSeq(node) || isScalar(node) ? node.tag : undefined;
  if (tag === undefined || PLAIN_TAGS.has(tag)) return;
  reading.report(position, `tag ${tag.replace('tag:yaml.org,2002:', '!!')} is not used here`, 'remove it');
}

function startOf(node: unknown): number | undefined {
  if (!(isMap(node) || isSeq(node) || isScalar(node) || isAlias(node))) return undefined;
  return node.range?.[0];
}

function isPlain(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
