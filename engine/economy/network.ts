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

/** The measures of distance over the network. */
export type DistanceMeasure = 'km' | 'minutes';

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
