import type { Economy } from '../economy/economy.js';
import { type Link, linkLengths, linksBetween, type Network } from '../economy/network.js';
import { type Adjacency, adjacencyOf } from '../economy/shortest-path-search.js';
import { shortestPaths } from '../economy/shortest-paths.js';
import type { Effect, PlanLink, WorkedLink } from '../policies/kind.js';
import type { Policy } from '../scenario/scenario.js';

/** The case’s network extended by the links that policies build, with the links that each policy works on. */
export interface ExtendedNetwork {
  readonly network: Network;
  readonly adjacency: Adjacency;
  /** Length of every link before any policy, in the case's unit of distance. */
  readonly lengths: Float64Array;
  readonly links: readonly PlanLink[];
  /** Links that each policy works on, by its name. */
  readonly worked: ReadonlyMap<string, readonly WorkedLink[]>;
}

/**
 * Adds the links that policies build to the case's network. A link to be built starts as long as the shortest way between its
 * ends is today, so that building it never lengthens a path and opens it gradually over the ramp.
 *
 * The scenario is validated: every entry names known nodes, and one without a length names existing links.
 */
export function extendNetwork(economy: Economy, policies: readonly Policy[]): ExtendedNetwork | null {
  const { network } = economy;
  if (network === null) return null;
  const today = linkLengths(network, economy.distance);
  const links: Link[] = [...network.links];
  const lengths: number[] = [...today];
  const worked = new Map<string, WorkedLink[]>();
  const nodeIndex = new Map(network.nodes.map((name, index) => [name, index]));
  const ways = shortestPaths(network, today, network.nodes.length);
  for (const policy of policies) {
    const list: WorkedLink[] = [];
    for (const entry of policy.links) {
      const { from, to, mode, km, minutes } = entry;
      const a = nodeIndex.get(from)!;
      const b = nodeIndex.get(to)!;
      const existing = linksBetween(network, a, b, mode);
      const given = economy.distance === 'km' ? km : minutes;
      if (existing.length === 0) {
        list.push({ link: links.length, target: given ?? null, km: km ?? 0 });
        lengths.push(ways[a * network.nodes.length + b]!);
        links.push({ from: a, to: b, mode: mode ?? 'rail', km: km ?? Number.NaN, minutes: minutes ?? null });
        continue;
      }
      for (const link of existing) {
        const now = network.links[link]!;
        list.push({ link, target: targetLength(now, today[link]!, km, minutes, economy.distance), km: km ?? now.km });
      }
    }
    worked.set(policy.name, list);
  }
  const whole: Network = { nodes: network.nodes, links };
  return {
    network: whole,
    adjacency: adjacencyOf(whole),
    lengths: Float64Array.from(lengths),
    links: links.map((link, index) => ({
      from: network.nodes[link.from]!,
      to: network.nodes[link.to]!,
      mode: link.mode,
      length: lengths[index]!,
      built: index >= network.links.length,
    })),
    worked,
  };
}

/** Length an existing link is set to, in the case's unit; km and minutes change alike where only one is given. */
function targetLength(
  link: Link,
  length: number,
  km: number | null,
  minutes: number | null,
  measure: 'km' | 'minutes',
): number | null {
  if (measure === 'km') {
    if (km !== null) return km;
    return minutes !== null && link.minutes !== null ? (length * minutes) / link.minutes : null;
  }
  return minutes ?? (km !== null ? (length * km) / link.km : null);
}

/** Path lengths between the regions while the links are in one state; equal states of several years are one. */
export interface NetworkStates {
  /** Index into `distances` by year; −1 in years in which no link differs from today. */
  readonly ofYear: readonly number[];
  /** R × R each, the diagonal the distance of a region to itself. */
  readonly distances: readonly Float64Array[];
}

/**
 * Searches the shortest paths of every state that policies bring the links into.
 *
 * @param today ways between the regions before any policy, R × R, the diagonal the distance of a region to itself
 */
export function networkStates(
  network: ExtendedNetwork,
  effects: readonly Effect[],
  years: number,
  today: Float64Array,
): NetworkStates {
  const regions = Math.round(Math.sqrt(today.length));
  const shortening = effects.filter((effect) => effect.lever === 'distance');
  const before = new Float64Array(network.lengths);
  closeUnbuilt(network, before, new Set());
  const states: Float64Array[] = [];
  const distances: Float64Array[] = [];
  const ofYear = Array.from({ length: years }, (_, y) => {
    if (shortening.length === 0) return -1;
    const lengths = lengthsInYear(network, shortening, y);
    if (sameLengths(lengths, before)) return -1;
    const known = states.findIndex((state) => sameLengths(state, lengths));
    if (known >= 0) return known;
    const distance = shortestPaths(network.network, lengths, regions, network.adjacency);
    for (let r = 0; r < regions; r++) distance[r * regions + r] = today[r * regions + r]!;
    distances.push(distance);
    return states.push(lengths) - 1;
  });
  return { ofYear, distances };
}

type Shortening = Extract<Effect, { readonly lever: 'distance' }>;

/** Length of every link in a year. */
function lengthsInYear(network: ExtendedNetwork, shortening: readonly Shortening[], y: number): Float64Array {
  const lengths = network.lengths.slice();
  const worked = new Set<number>();
  for (const { link, amount, profile, opens } of shortening) {
    const strength = amount * profile[y]!;
    if (strength === 0) continue;
    lengths[link] = opens === undefined ? lengths[link]! * (1 - strength) : opens / strength;
    worked.add(link);
  }
  closeUnbuilt(network, lengths, worked);
  return lengths;
}

/** Closes links until something of them is built: as long as today's way in words, but a sum in another order can be shorter by its last bit. */
function closeUnbuilt(network: ExtendedNetwork, lengths: Float64Array, worked: ReadonlySet<number>): void {
  network.links.forEach(({ built }, link) => {
    if (built && !worked.has(link)) lengths[link] = Number.POSITIVE_INFINITY;
  });
}

function sameLengths(a: Float64Array, b: Float64Array): boolean {
  return a.every((length, k) => length === b[k]);
}
