import { useRef } from 'preact/hooks';
import { entriesIn, entriesOff, type PlacedEntry, type Scoped } from '../../what-if/scoped.js';
import type { NamedList, WhatIf } from '../../what-if/what-if.js';

/** A policy or an event of a list that keeps its place, whether on or off. */
export interface ListedEntry {
  readonly name: string;
  /** The futures in which it is on. */
  readonly having: readonly number[];
  /** Where it is off in every future of the scope that could have it; null where it is on anywhere. */
  readonly without: PlacedEntry | null;
}

/**
 * The policies or events of a scope in an order that lasts while they are switched off and on.
 *
 * @param computed the state that the controls were made from
 */
export function useEntries(scoped: Scoped, computed: WhatIf, list: NamedList): ListedEntry[] {
  const off = entriesOff(scoped, list);
  // What was just switched off is gone from the list before it is computed.
  const on = entriesIn(scoped, list).flatMap(({ name, path, places }) => {
    const without = off.find((each) => each.path === path)?.places ?? [];
    const having = places.filter((k) => !without.includes(k));
    return having.length === 0 ? [] : [{ name, having }];
  });
  const gone = off.filter(({ name }) => !on.some((each) => each.name === name));
  // What was just switched on is not in the list before it is computed.
  const coming = entriesOff({ ...scoped, whatIf: computed }, list);
  const order = useRef<readonly string[]>([]);
  order.current = [...new Set([...order.current, ...[...on, ...gone].map(({ name }) => name)])];
  return order.current.flatMap((name): ListedEntry[] => {
    const having = on.find((each) => each.name === name)?.having ?? [];
    const without = gone.find((each) => each.name === name) ?? null;
    const known = having.length > 0 || without !== null || coming.some((each) => each.name === name);
    return known ? [{ name, having, without }] : [];
  });
}
