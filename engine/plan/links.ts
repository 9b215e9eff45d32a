import type { Economy } from '../economy/economy.js';
import { type Link, linkLengths, linksBetween, type Network } from '../economy/network.js';
import { type Adjacency, adjacencyOf } from '../economy/shortest-path-search.js';
import { shortestPaths } from '../economy/shortest-paths.js';
import type { PlanLink, WorkedLink } from '../policies/kind.js';
import type { Policy } from '../scenario/scenario.js';

/** The case’s network extended by the links that policies build, with the links that each policy works on. */
export interface ExtendedNetwork {
  readonly network: Network;
  readonly adjacency: Adjacency;
  /** Length of every link before any policy, in the case's unit of distance. */
  readonly lengths: Float64Array;
  readonly links: readonly PlanLink[];
  /** Length of the shortest way between any two nodes before any policy, nodes × nodes; empty where no policy works on a link. */
  readonly ways: Float64Array;
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
  const works = policies.some((policy) => policy.links.length > 0);
  const ways = works ? shortestPaths(network, today, network.nodes.length) : new Float64Array(0);
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
    ways,
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
