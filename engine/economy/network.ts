import { type Adjacency, adjacencyOf, searchFrom } from './shortest-path-search.js';

/** A stretch of rail or road between two nodes, usable in both directions. */
export interface Link {
  /** Node indices into `Network.nodes`. */
  readonly from: number;
  readonly to: number;
  /** Such as `rail` or `road`. */
  readonly mode: string;
  readonly km: number;
  /** Null where the table leaves travel time blank. */
  readonly minutes: number | null;
}

/** The transport network: regions first, then places that have no economy of their own. */
export interface Network {
  readonly nodes: readonly string[];
  readonly links: readonly Link[];
}

/** What distance over the network is measured in. */
export type DistanceMeasure = 'km' | 'minutes';

/** A way through the network. */
export interface Path {
  /** Node indices from start to end, both included. */
  readonly nodes: readonly number[];
  /** Indices of the links used, one fewer than nodes. */
  readonly links: readonly number[];
  readonly length: number;
}

/** A node within reach of another. */
export interface Reached {
  readonly node: number;
  readonly name: string;
  /** Path length, in the unit of the lengths. */
  readonly distance: number;
}

/**
 * The length of each link, in the order of `network.links`: km, or minutes; Infinity, which no path uses, where minutes are blank.
 * Everything that finds paths takes lengths apart from the network, so that a policy is an array of other lengths.
 *
 * @example
 * const network = { nodes: ['A', 'B'], links: [{ from: 0, to: 1, mode: 'rail', km: 111, minutes: null }] };
 * [...linkLengths(network, 'km')]; // → [111]
 * [...linkLengths(network, 'minutes')]; // → [Infinity]
 */
export function linkLengths(network: Network, measure: DistanceMeasure): Float64Array {
  return Float64Array.from(network.links, (link) =>
    measure === 'km' ? link.km : (link.minutes ?? Number.POSITIVE_INFINITY),
  );
}

/**
 * Indices of the links between two nodes, in either direction, of one mode or of all.
 *
 * @example
 * const rail = { from: 0, to: 1, mode: 'rail', km: 111, minutes: 40 };
 * const road = { from: 1, to: 0, mode: 'road', km: 120, minutes: 90 };
 * linksBetween({ nodes: ['A', 'B'], links: [rail, road] }, 0, 1); // → [0, 1]
 * linksBetween({ nodes: ['A', 'B'], links: [rail, road] }, 0, 1, 'road'); // → [1]
 */
export function linksBetween(network: Network, a: number, b: number, mode?: string | null): number[] {
  const found: number[] = [];
  network.links.forEach((link, i) => {
    const joins = (link.from === a && link.to === b) || (link.from === b && link.to === a);
    if (joins && (mode == null || link.mode === mode)) found.push(i);
  });
  return found;
}

/**
 * Lengths with some links shortened by a fraction, 0 unchanged, below 1. The given lengths stay as they are.
 * Throws a RangeError for a fraction of 1 or more, which would leave no distance, or below 0.
 *
 * @example
 * [...shortenLinks([100, 50], [0], 0.25)]; // → [75, 50]
 */
export function shortenLinks(lengths: ArrayLike<number>, links: readonly number[], fraction: number): Float64Array {
  if (!(fraction >= 0 && fraction < 1))
    throw new RangeError(`links can be shortened by 0 to less than 1, not ${fraction}`);
  const shortened = Float64Array.from(lengths);
  for (const link of new Set(links)) shortened[link]! *= 1 - fraction;
  return shortened;
}

/**
 * Lengths with some links set to a length above 0. The given lengths stay as they are.
 *
 * @example
 * [...setLinks([100, 50], [1], 40)]; // → [100, 40]
 */
export function setLinks(lengths: ArrayLike<number>, links: readonly number[], length: number): Float64Array {
  if (!(length > 0)) throw new RangeError(`the length of a link must be above 0, not ${length}`);
  const changed = Float64Array.from(lengths);
  for (const link of links) changed[link] = length;
  return changed;
}

/**
 * A network with one more link, at the end of its links, so that indices of the others stay.
 *
 * @example
 * const network = { nodes: ['A', 'B'], links: [] };
 * addLink(network, { from: 0, to: 1, mode: 'rail', km: 80, minutes: 30 }).links.length; // → 1
 */
export function addLink(network: Network, link: Link): Network {
  return { nodes: network.nodes, links: [...network.links, link] };
}

/**
 * Mean speed in km a minute over the links that have both km and minutes; null where none has. A region's distance to itself in minutes
 * is its internal distance in km divided by this.
 *
 * @example
 * const fast = { from: 0, to: 1, mode: 'rail', km: 120, minutes: 40 };
 * const slow = { from: 1, to: 2, mode: 'road', km: 60, minutes: 80 };
 * meanSpeed({ nodes: ['A', 'B', 'C'], links: [fast, slow] }); // → 1.5
 */
export function meanSpeed(network: Network): number | null {
  let km = 0;
  let minutes = 0;
  for (const link of network.links) {
    if (link.minutes === null) continue;
    km += link.km;
    minutes += link.minutes;
  }
  return minutes > 0 ? km / minutes : null;
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
  for (let r = 0; r < regionCount; r++) {
    const { distance } = searchFrom(adjacency, lengths, r, network.nodes.length);
    // Sums of the same links in the other order may differ in the last bit, so each pair is summed once.
    for (let s = r + 1; s < regionCount; s++) {
      matrix[r * regionCount + s] = distance[s]!;
      matrix[s * regionCount + r] = distance[s]!;
    }
  }
  return matrix;
}

/**
 * The shortest way between two nodes, or null where none leads there.
 *
 * @example
 * const rail = { mode: 'rail', km: 0, minutes: null };
 * const network = { nodes: ['A', 'B', 'stop'], links: [{ ...rail, from: 0, to: 2 }, { ...rail, from: 2, to: 1 }] };
 * pathBetween(network, [30, 40], 0, 1); // → { nodes: [0, 2, 1], links: [0, 1], length: 70 }
 */
export function pathBetween(network: Network, lengths: ArrayLike<number>, from: number, to: number): Path | null {
  const { distance, arrival } = searchFrom(adjacencyOf(network), lengths, from, network.nodes.length);
  if (distance[to] === Number.POSITIVE_INFINITY) return null;
  const nodes = [to];
  const links: number[] = [];
  for (let node = to; node !== from; ) {
    const index = arrival[node]!;
    const link = network.links[index]!;
    node = link.from === node ? link.to : link.from;
    nodes.push(node);
    links.push(index);
  }
  return { nodes: nodes.reverse(), links: links.reverse(), length: distance[to]! };
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
  const { distance } = searchFrom(adjacencyOf(network), lengths, from, network.nodes.length);
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
  const grouped = new Set<number>();
  const groups: number[][] = [];
  for (let r = 0; r < regionCount; r++) {
    if (grouped.has(r)) continue;
    const { distance } = searchFrom(adjacency, ones, r, network.nodes.length);
    const group: number[] = [];
    for (let s = r; s < regionCount; s++) if (distance[s] !== Number.POSITIVE_INFINITY) group.push(s);
    for (const s of group) grouped.add(s);
    groups.push(group);
  }
  return groups;
}
