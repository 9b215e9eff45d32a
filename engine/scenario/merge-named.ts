import { knownNames } from '../mistakes.js';
import { type Merging, recordAll, renumber } from './origin-map.js';
import { isPlain, type Path, type Plain } from './plain-data.js';

/** Merges the keys of an entry of a document into those of the entry that it changes. */
export type MergeEntry = (changed: Plain, changes: Plain, at: Path, from: Path, merging: Merging) => void;

/** A list of a scenario whose entries are found by their names. */
interface NamedList {
  readonly key: 'policies' | 'events';
  /** The word for one entry, and with its article. */
  readonly one: string;
  readonly anOne: string;
  /** The field that every entry needs and that no file changes, which names an entry without a name; null where there is none. */
  readonly kind: 'kind' | null;
}

/** The lists of a scenario whose entries are found by their names, by key. */
export const NAMED_LISTS: Readonly<Record<NamedList['key'], NamedList>> = {
  policies: { key: 'policies', one: 'policy', anOne: 'a policy', kind: 'kind' },
  events: { key: 'events', one: 'event', anOne: 'an event', kind: null },
};

/** True for a key of {@link NAMED_LISTS}. */
export function isNamedList(key: unknown): key is NamedList['key'] {
  return key === 'policies' || key === 'events';
}

/** A list while the entries of a document are merged into it. */
interface MergedList {
  readonly words: NamedList;
  readonly merging: Merging;
  readonly mergeEntry: MergeEntry;
  readonly entries: unknown[];
  /** Places of the entries of the files below, by name. */
  readonly inherited: ReadonlyMap<unknown, number>;
  /** Names that entries of the document go by, with the number last given to each. */
  readonly taken: Map<string, number>;
  /** Places of those to be removed. */
  readonly removed: Set<number>;
}

/** Merges a document’s list of policies or events into another: known names are changed or removed, new names are added at the end. */
export function mergeNamed(
  words: NamedList,
  below: readonly unknown[],
  top: readonly unknown[],
  merging: Merging,
  mergeEntry: MergeEntry,
): unknown[] {
  const list: MergedList = {
    words,
    merging,
    mergeEntry,
    entries: [...below],
    inherited: new Map(below.flatMap((entry, place) => (isPlain(entry) ? [[entry.name, place] as const] : []))),
    taken: new Map(),
    removed: new Set(),
  };
  for (const [index, entry] of top.entries()) mergeOne(list, entry, [words.key, index]);
  if (list.removed.size === 0) return list.entries;
  const kept = [...list.entries.keys()].filter((place) => !list.removed.has(place));
  renumber(merging.origins, words.key, kept);
  return kept.map((place) => list.entries[place]);
}

function mergeOne(list: MergedList, entry: unknown, from: Path): void {
  if (!isPlain(entry)) {
    add(list, entry, from);
    return;
  }
  const { one, anOne, kind } = list.words;
  const name = nameOf(entry, list, from);
  if (name === undefined) return;
  const place = list.inherited.get(name);
  if (entry.remove !== undefined) remove(list, entry, name, from);
  else if (place !== undefined) change(list, entry, place, from);
  else if (kind !== null && entry[kind] === undefined) {
    const message =
      entry.name === undefined
        ? `${anOne} needs a ${kind}`
        : `no ${one} called "${name}" to change, and no ${kind} for a new one`;
    reportUnknown(list, name, message, from);
  } else add(list, { ...structuredClone(entry), name: isName(entry.name) ? name : entry.name }, from);
}

function add({ words, entries, merging }: MergedList, entry: unknown, from: Path): void {
  recordAll(merging.origins, [words.key, entries.length], merging.document, from, entry);
  entries.push(entry);
}

function change({ words, entries, merging, mergeEntry }: MergedList, entry: Plain, place: number, from: Path): void {
  const below = entries[place] as Plain;
  const { key, kind, one } = words;
  if (kind !== null && entry[kind] !== undefined && entry[kind] !== below[kind]) {
    merging.mistakes.push({
      ...merging.document.positionOf([...from, kind], 'value'),
      message: `${one} "${String(below.name)}" is of ${kind} ${String(below[kind])} in the extended file`,
      hint: `give the new ${one} another name`,
    });
    return;
  }
  // Name and kind only identify the entry; their origin stays where they were first written.
  const identifying: ReadonlySet<string> = new Set(['name', ...(kind === null ? [] : [kind])]);
  const changes = Object.fromEntries(Object.entries(entry).filter(([field]) => !identifying.has(field)));
  mergeEntry(below, changes, [key, place], from, merging);
}

/** Removes an entry; only `remove: true` beside the name and nothing else is clear enough. */
function remove(list: MergedList, entry: Plain, name: string, from: Path): void {
  const { document, mistakes } = list.merging;
  const { one, anOne } = list.words;
  const place = list.inherited.get(name);
  const hint = '{ name: …, remove: true }';
  const other = Object.keys(entry).find((key) => !['name', 'kind', 'remove'].includes(key));
  if (entry.remove !== true) {
    const message = `remove cannot be ${JSON.stringify(entry.remove)}`;
    mistakes.push({ ...document.positionOf([...from, 'remove'], 'value'), message, hint });
  } else if (other !== undefined) {
    const message = `"${other}" of ${anOne} that is removed`;
    mistakes.push({ ...document.positionOf([...from, other], 'key'), message, hint });
  } else if (place === undefined) reportUnknown(list, name, `no ${one} called "${name}" to remove`, from);
  else list.removed.add(place);
}

function reportUnknown(list: MergedList, name: string, message: string, from: Path): void {
  const names = [...list.inherited.keys()].map(String);
  const { document, mistakes } = list.merging;
  mistakes.push({
    ...document.positionOf(from, 'value'),
    message,
    hint: names.length === 0 ? `no file below has ${list.words.anOne}` : knownNames(name, names),
  });
}

/** Name of an entry: as written, else its kind, or the word for it, numbered where the file has several; undefined where the name is taken. */
function nameOf(entry: Plain, { words, taken, merging }: MergedList, from: Path): string | undefined {
  const { one, key, kind } = words;
  const written = entry.name !== undefined;
  const wanted = String(written ? entry.name : ((kind === null ? undefined : entry[kind]) ?? one));
  if (written && taken.has(wanted)) {
    merging.mistakes.push({
      ...merging.document.positionOf([...from, 'name'], 'value'),
      message: `two ${key} are called "${wanted}"`,
      hint: 'give each its own name',
    });
    return undefined;
  }
  let name = wanted;
  let number = taken.get(wanted) ?? 1;
  while (taken.has(name)) name = `${wanted} ${++number}`;
  taken.set(wanted, number);
  if (name !== wanted) taken.set(name, 1);
  return name;
}

/** Numbers count as names, since codes such as 2015 may be meant; the schema refuses anything else. */
function isName(written: unknown): boolean {
  return written === undefined || typeof written === 'string' || typeof written === 'number';
}
