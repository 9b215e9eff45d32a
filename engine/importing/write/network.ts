import { asin, cos, sin, square } from '../../exact-math/index.js';

/** A place on the globe, degrees. */
export interface Place {
  readonly name: string;
  readonly longitude: number;
  readonly latitude: number;
}

/** A link of a network made from coordinates. */
export interface MadeLink {
  readonly from: string;
  readonly to: string;
  readonly km: number;
}

/**
 * Length of ways on the ground over the great circle. Judgement, within what is measured: 1.26 for the roads of South Korea, from 1.22 to 1.44
 * by province (Kim et al. 2015, Journal of the Korean Society of Agricultural Engineers 57(4)).
 */
export const DEFAULT_DETOUR = 1.3;

/** Largest length of a way over the network, as a multiple of the direct link. Judgement: fewer links than pairs, and no way much too long. */
export const STRETCH = 1.1;

/** Beyond this the table of all distances is too large to be kept while links are added. */
export const MOST_PLACES = 1000;

/** Mean radius of the Earth in km (IUGG). */
const RADIUS = 6371.0088;

/**
 * Distance in km on a sphere by the haversine formula.
 *
 * @example
 * greatCircle({ longitude: 0, latitude: 0 }, { longitude: 180, latitude: 0 }); // → Math.PI * 6371.0088
 */
export function greatCircle(
  a: { readonly longitude: number; readonly latitude: number },
  b: { readonly longitude: number; readonly latitude: number },
): number {
  const radians = Math.PI / 180;
  const half = (degrees: number) => square(sin((degrees * radians) / 2));
  const part =
    half(b.latitude - a.latitude) +
    cos(a.latitude * radians) * cos(b.latitude * radians) * half(b.longitude - a.longitude);
  return 2 * RADIUS * asin(Math.sqrt(Math.min(1, part)));
}

/**
 * A connected network of few links between places, in which no way is longer than `STRETCH` times the direct one: a greedy spanner (Althöfer et al.
 * 1993). Pairs are taken from the nearest to the farthest, and linked only where the links so far make too long a way, so that far places are
 * reached through near ones, as on the ground, and a policy can shorten a link that others use.
 *
 * @param detour length of a link over the great circle.
 *
 * @example
 * const places = [0, 1, 2].map((longitude) => ({ name: `at ${longitude}`, longitude, latitude: 0 }));
 * spanningLinks(places, 1.3).map(({ from, to }) => [from, to]); // → [['at 0', 'at 1'], ['at 1', 'at 2']]
 */
export function spanningLinks(places: readonly Place[], detour: number): MadeLink[] {
  const n = places.length;
  const pairs: { readonly a: number; readonly b: number; readonly km: number }[] = [];
  for (let a = 0; a < n; a++) {
    // Two places at one point are a step apart, since lengths are above 0.
    for (let b = a + 1; b < n; b++) pairs.push({ a, b, km: Math.max(0.1, greatCircle(places[a]!, places[b]!)) });
  }
  pairs.sort((x, y) => x.km - y.km || x.a - y.a || x.b - y.b);
  const way = new Float64Array(n * n).fill(Number.POSITIVE_INFINITY);
  for (let k = 0; k < n; k++) way[k * n + k] = 0;
  const links: MadeLink[] = [];
  for (const { a, b, km } of pairs) {
    if (way[a * n + b]! <= STRETCH * km) continue;
    links.push({ from: places[a]!.name, to: places[b]!.name, km: Number((km * detour).toFixed(1)) });
    shorten(way, n, a, b, km);
  }
  return links;
}

/** Brings all distances up to date after one more link. */
function shorten(way: Float64Array, n: number, a: number, b: number, km: number): void {
  const toA = way.slice(a * n, a * n + n);
  const toB = way.slice(b * n, b * n + n);
  for (let i = 0; i < n; i++) {
    const [viaA, viaB] = [toA[i]! + km, toB[i]! + km];
    if (viaA === Number.POSITIVE_INFINITY && viaB === Number.POSITIVE_INFINITY) continue;
    for (let j = 0; j < n; j++) {
      const through = Math.min(viaA + toB[j]!, viaB + toA[j]!);
      if (through < way[i * n + j]!) way[i * n + j] = through;
    }
  }
}
