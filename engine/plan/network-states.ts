import { createSearch } from '../economy/shortest-path-search.js';
import type { Series } from '../values/scalar.js';
import type { ExtendedNetwork } from './links.js';

/** What policies do to one link. */
export interface LinkChange {
  readonly link: number;
  /** Full length of a link between nodes that no path connects today. */
  readonly opens: number | null;
  /** Part of its length that it loses at full effect, in the draw under way. */
  readonly amount: () => number;
  readonly profile: Series;
}

/** States that policies bring the links of a network into, and the ways between regions that differ in them from today's. */
export interface NetworkStates {
  /** Searches the ways of the draw under way. */
  search(): void;
  /** State of each year; −1 where no way differs from today. */
  readonly ofYear: Int32Array;
  /** Calls back for every pair r·R + s, r < s, whose way differs in a state. */
  eachWay(state: number, visit: (pair: number, length: number) => void): void;
  /** Number of states in the draw under way. */
  count(): number;
}

/** Two lengths this close may be one length added up in another order. */
const CLOSE = 1e-9;

/**
 * Prepares the search of ways. It runs only for years whose links differ from those of all other years, and from regions whose ways a changed link may
 * be part of: in a large network that is a few of them.
 *
 * @param today ways between the regions before any policy, R × R
 */
export function networkStates(
  network: ExtendedNetwork,
  changes: readonly LinkChange[],
  years: number,
  today: Float64Array,
): NetworkStates {
  const regions = Math.round(Math.sqrt(today.length));
  const nodes = network.network.nodes.length;
  const search = createSearch(network.adjacency, nodes);
  const closed = closedToday(network);
  const lengths = Array.from({ length: changes.length === 0 ? 0 : years }, () => new Float64Array(closed.length));
  const ofYear = new Int32Array(years).fill(-1);
  const found = foundWays();
  /** Year in which each state came about. */
  const first: number[] = [];
  const searchState = (state: Float64Array): void => {
    const changed = closed.flatMap((length, link) => (length === state[link] ? [] : [link]));
    for (let r = 0; r < regions - 1; r++) {
      if (!changed.some((link) => mayMatter(network, link, closed[link]!, state[link]!, r))) continue;
      const distance = search(state, r);
      // Sums of the same links in the other order may differ in the last bit, so each pair is summed once.
      for (let s = r + 1; s < regions; s++) {
        if (distance[s] !== today[r * regions + s]) found.add(r * regions + s, distance[s]!);
      }
    }
    found.endState();
  };
  return {
    ofYear,
    count: () => first.length,
    search() {
      found.clear();
      first.length = 0;
      for (let y = 0; y < lengths.length; y++) {
        const state = lengths[y]!;
        writeLengths(network, changes, closed, y, state);
        ofYear[y] = -1;
        if (sameLengths(state, closed)) continue;
        let known = 0;
        while (known < first.length && !sameLengths(state, lengths[first[known]!]!)) known++;
        ofYear[y] = known;
        if (known < first.length) continue;
        first.push(y);
        searchState(state);
      }
    },
    eachWay: found.each,
  };
}

/** Lengths before any policy; links that policies build are closed: as long as today's way, but a sum in another order can be shorter by its last bit. */
function closedToday({ lengths, links }: ExtendedNetwork): number[] {
  return links.map(({ built }, link) => (built ? Number.POSITIVE_INFINITY : lengths[link]!));
}

/** Writes the length of every link in a year. */
function writeLengths(
  { lengths }: ExtendedNetwork,
  changes: readonly LinkChange[],
  closed: readonly number[],
  y: number,
  state: Float64Array,
): void {
  state.set(closed);
  for (let k = 0; k < changes.length; k++) {
    const { link, opens, amount, profile } = changes[k]!;
    const strength = amount() * profile[y]!;
    if (strength === 0) continue;
    // A link that is being built starts as long as today's way.
    const before = state[link] === Number.POSITIVE_INFINITY ? lengths[link]! : state[link]!;
    state[link] = opens === null ? before * (1 - strength) : opens / strength;
  }
}

function sameLengths(a: Float64Array, b: ArrayLike<number>): boolean {
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
  return true;
}

/** True where a changed link may be part of a way from a region, before or after. */
function mayMatter({ network, ways }: ExtendedNetwork, link: number, before: number, after: number, region: number) {
  const { from, to } = network.links[link]!;
  const row = region * network.nodes.length;
  const [a, b] = [ways[row + from]!, ways[row + to]!];
  const length = Math.min(before, after);
  return a + length <= b * (1 + CLOSE) || b + length <= a * (1 + CLOSE);
}

/** Ways that differ from today's, state after state, in memory that grows with the largest draw. */
function foundWays() {
  let pairs = new Int32Array(64);
  let values = new Float64Array(64);
  let size = 0;
  const ends: number[] = [];
  return {
    clear() {
      size = 0;
      ends.length = 0;
    },
    add(pair: number, length: number) {
      if (size === pairs.length) {
        const [before, lengths] = [pairs, values];
        pairs = new Int32Array(2 * size);
        values = new Float64Array(2 * size);
        pairs.set(before);
        values.set(lengths);
      }
      pairs[size] = pair;
      values[size++] = length;
    },
    endState() {
      ends.push(size);
    },
    each(state: number, visit: (pair: number, length: number) => void) {
      for (let k = state === 0 ? 0 : ends[state - 1]!; k < ends[state]!; k++) visit(pairs[k]!, values[k]!);
    },
  };
}
