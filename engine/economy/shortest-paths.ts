import { type DistanceMeasure, linkLengths, type Network } from './network.js';
import { type Adjacency, adjacencyOf, createSearch, searchFrom } from './shortest-path-search.js';

/** A node within reach of another. */
export interface Reached {
  readonly node: number;
  readonly name: string;
  /** Path length, in the unit of the lengths. */
  readonly distance: number;
}

/**
 * Shortest path lengths between the regions, R × R row-major, through all nodes of the network (Dijkstra 1959). The diagonal is 0,
 * and Infinity stands where no path leads. Exactly symmetric, because links serve both directions; of parallel links the shorter is used.
 *
 * @param lengths of each link, as from `linkLengths`, above 0; Infinity for a link that cannot be used.
 * @param regionCount how many of the first nodes are regions.
 * @param adjacency of the network, where it is searched many times.
 *
 * @example
 * const rail = { mode: 'rail', km: 0, minutes: null };
 * const network = { nodes: ['A', 'B', 'stop'], links: [{ ...rail, from: 0, to: 2 }, { ...rail, from: 2, to: 1 }] };
 * [...shortestPaths(network, [30, 40], 2)]; // → [0, 70, 70, 0]
 */
export function shortestPaths(
  network: Network,
  lengths: ArrayLike<number>,
  regionCount: number,
  adjacency: Adjacency = adjacencyOf(network),
): Float64Array {
  const matrix = new Float64Array(regionCount * regionCount);
  const search = createSearch(adjacency, network.nodes.length);
  for (let r = 0; r < regionCount; r++) {
    const distance = search(lengths, r);
    // Sums of the same links in the other order may differ in the last bit, so each pair is summed once.
    for (let s = r + 1; s < regionCount; s++) {
      matrix[r * regionCount + s] = distance[s]!;
      matrix[s * regionCount + r] = distance[s]!;
    }
  }
  return matrix;
}

/**
 * Time and distance rings: the nodes whose path from a node is at most `limit` long, nearest first (equally near in the order of nodes),
 * without the node itself.
 *
 * @param limit in the unit of the measure, such as 60 minutes or 100 km; included.
 * @param lengths of each link, where they differ from the network's own.
 *
 * @example
 * const link = { mode: 'rail', km: 111, minutes: 40 };
 * const network = { nodes: ['Changchun', 'Jilin', 'Yanbian'], links: [{ ...link, from: 0, to: 1 }, { ...link, from: 1, to: 2 }] };
 * rings(network, 0, 60, 'minutes'); // → [{ node: 1, name: 'Jilin', distance: 40 }]
 */
export function rings(
  network: Network,
  from: number,
  limit: number,
  measure: DistanceMeasure,
  lengths: ArrayLike<number> = linkLengths(network, measure),
): Reached[] {
  const distance = searchFrom(adjacencyOf(network), lengths, from, network.nodes.length);
  const reached: Reached[] = [];
  network.nodes.forEach((name, node) => {
    if (node !== from && distance[node]! <= limit) reached.push({ node, name, distance: distance[node]! });
  });
  return reached.sort((a, b) => a.distance - b.distance || a.node - b.node);
}

/**
 * The regions in groups that links join, each in order; one group where every region can be reached from every other.
 *
 * @example
 * const link = { from: 0, to: 2, mode: 'rail', km: 1, minutes: null };
 * connectedRegions({ nodes: ['A', 'B', 'C'], links: [link] }, 3); // → [[0, 2], [1]]
 */
export function connectedRegions(network: Network, regionCount: number): number[][] {
  const adjacency = adjacencyOf(network);
  const ones = new Float64Array(network.links.length).fill(1);
  const search = createSearch(adjacency, network.nodes.length);
  const grouped = new Set<number>();
  const groups: number[][] = [];
  for (let r = 0; r < regionCount; r++) {
    if (grouped.has(r)) continue;
    const distance = search(ones, r);
    const group: number[] = [];
    for (let s = r; s < regionCount; s++) if (distance[s] !== Number.POSITIVE_INFINITY) group.push(s);
    for (const s of group) grouped.add(s);
    groups.push(group);
  }
  return groups;
}
