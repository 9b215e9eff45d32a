import { knownNames } from '../mistakes.js';
import { type Merging, recordAll, renumber } from './origin-map.js';
import { isPlain, type Path, type Plain } from './plain-data.js';

/** Merges the keys of an entry of a document into those of a policy. */
export type MergeEntry = (policy: Plain, changes: Plain, at: Path, from: Path, merging: Merging) => void;

/** A list of policies while the entries of a document are merged into it. */
interface PolicyList {
  readonly merging: Merging;
  readonly mergeEntry: MergeEntry;
  readonly policies: unknown[];
  /** Places of the policies of the files below, by name. */
  readonly inherited: ReadonlyMap<unknown, number>;
  /** Names that entries of the document go by, with the number last given to each. */
  readonly taken: Map<string, number>;
  /** Places of those to be removed. */
  readonly removed: Set<number>;
}

/** Merges a document’s list of policies into another: known names are changed or removed, new names are added at the end. */
export function mergePolicies(
  below: readonly unknown[],
  top: readonly unknown[],
  merging: Merging,
  mergeEntry: MergeEntry,
): unknown[] {
  const list: PolicyList = {
    merging,
    mergeEntry,
    policies: [...below],
    inherited: new Map(below.flatMap((policy, place) => (isPlain(policy) ? [[policy.name, place] as const] : []))),
    taken: new Map(),
    removed: new Set(),
  };
  for (const [index, entry] of top.entries()) mergePolicy(list, entry, ['policies', index]);
  if (list.removed.size === 0) return list.policies;
  const kept = [...list.policies.keys()].filter((place) => !list.removed.has(place));
  renumber(merging.origins, 'policies', kept);
  return kept.map((place) => list.policies[place]);
}

function mergePolicy(list: PolicyList, entry: unknown, from: Path): void {
  if (!isPlain(entry)) {
    add(list, entry, from);
    return;
  }
  const name = nameOf(entry, list, from);
  if (name === undefined) return;
  const place = list.inherited.get(name);
  if (entry.remove !== undefined) remove(list, entry, name, from);
  else if (place !== undefined) change(list, entry, place, from);
  else if (entry.kind === undefined) {
    const message =
      entry.name === undefined
        ? 'a policy needs a kind'
        : `no policy called "${name}" to change, and no kind for a new one`;
    reportUnknown(list, name, message, from);
  } else add(list, { ...structuredClone(entry), name: isName(entry.name) ? name : entry.name }, from);
}

function add({ policies, merging }: PolicyList, policy: unknown, from: Path): void {
  recordAll(merging.origins, ['policies', policies.length], merging.document, from, policy);
  policies.push(policy);
}

function change({ policies, merging, mergeEntry }: PolicyList, entry: Plain, place: number, from: Path): void {
  const policy = policies[place] as Plain;
  if (entry.kind !== undefined && entry.kind !== policy.kind) {
    merging.mistakes.push({
      ...merging.document.positionOf([...from, 'kind'], 'value'),
      message: `policy "${String(policy.name)}" is of kind ${String(policy.kind)} in the extended file`,
      hint: 'give the new policy another name',
    });
    return;
  }
  // Name and kind only identify the policy; their origin stays where they were first written.
  const { name: _name, kind: _kind, ...changes } = entry;
  mergeEntry(policy, changes, ['policies', place], from, merging);
}

/** Removes a policy; only `remove: true` beside the name and nothing else is clear enough. */
function remove(list: PolicyList, entry: Plain, name: string, from: Path): void {
  const { document, mistakes } = list.merging;
  const place = list.inherited.get(name);
  const hint = '{ name: …, remove: true }';
  const other = Object.keys(entry).find((key) => !['name', 'kind', 'remove'].includes(key));
  if (entry.remove !== true) {
    const message = `remove cannot be ${JSON.stringify(entry.remove)}`;
    mistakes.push({ ...document.positionOf([...from, 'remove'], 'value'), message, hint });
  } else if (other !== undefined) {
    const message = `"${other}" of a policy that is removed`;
    mistakes.push({ ...document.positionOf([...from, other], 'key'), message, hint });
  } else if (place === undefined) reportUnknown(list, name, `no policy called "${name}" to remove`, from);
  else list.removed.add(place);
}

function reportUnknown(list: PolicyList, name: string, message: string, from: Path): void {
  const names = [...list.inherited.keys()].map(String);
  const { document, mistakes } = list.merging;
  mistakes.push({
    ...document.positionOf(from, 'value'),
    message,
    hint: names.length === 0 ? 'no file below has a policy' : knownNames(name, names),
  });
}

/** Name of an entry: as written, else its kind, numbered where the file has several; undefined where the name is taken. */
function nameOf(entry: Plain, { taken, merging }: PolicyList, from: Path): string | undefined {
  const written = entry.name !== undefined;
  const wanted = String(written ? entry.name : (entry.kind ?? 'policy'));
  if (written && taken.has(wanted)) {
    merging.mistakes.push({
      ...merging.document.positionOf([...from, 'name'], 'value'),
      message: `two policies are called "${wanted}"`,
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
