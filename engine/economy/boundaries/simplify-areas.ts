import { geoArea } from 'd3-geo';
import type { GeometryCollection as GeoJsonGeometries } from 'geojson';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, quantile, simplify } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Area, Degrees } from './boundaries.js';
import { pointsOf, type RawArea } from './shape.js';

/** Points of all boundaries that are kept, those that neighbours share counted once: more than a picture of a page can show. */
export const KEPT_POINTS = 5_000;

/** Areas fit for drawing, and the number of their points before and after. */
export interface SimplifiedAreas {
  readonly areas: readonly Area[];
  readonly before: number;
  readonly after: number;
}

/**
 * Simplifies areas together, so that neighbours keep one border: points whose triangles are smallest go first (Visvalingam and Whyatt
 * 1993), every ring keeps its form, and islands too small to be seen are left out unless they are all that an area has.
 *
 * @param areas in degrees
 * @param most points to keep, about
 */
export function simplifyAreas(areas: readonly RawArea[], most: number = KEPT_POINTS): SimplifiedAreas {
  const before = areas.reduce((sum, area) => sum + pointsOf(area), 0);
  if (before <= most) return { areas: areas.map(wound), before, after: before };
  const geometries = areas.map((area) => ({ type: 'MultiPolygon' as const, coordinates: area as number[][][][] }));
  const collected: GeoJsonGeometries = { type: 'GeometryCollection', geometries };
  const shared = topology({ areas: collected }) as Topology<{ areas: GeometryCollection }>;
  const weighted = presimplify(shared);
  const points = weighted.arcs.flat().length;
  const least = points <= most ? 0 : quantile(weighted, most / points);
  if (least > 0) for (const arc of weighted.arcs as [number, number, number][][]) keepForm(arc);
  const collection = feature(simplify(weighted, least), weighted.objects.areas);
  const simple = collection.features.map(({ geometry }) =>
    withoutSpecks((geometry as unknown as { coordinates: RawArea }).coordinates, 4 * least),
  );
  return { areas: simple.map(wound), before, after: simple.reduce((sum, area) => sum + pointsOf(area), 0) };
}

/** Marks the points of an arc that stay whatever is asked: of a ring three besides its ends, of any other arc one. */
function keepForm(arc: [number, number, number][]): void {
  const [first, last] = [arc[0]!, arc.at(-1)!];
  const kept = first[0] === last[0] && first[1] === last[1] ? 3 : 1;
  const inner = arc.slice(1, -1).sort((p, q) => q[2] - p[2]);
  for (const point of inner.slice(0, kept)) point[2] = Number.POSITIVE_INFINITY;
}

/** An area without polygons and holes smaller than `least` square degrees; the largest polygon stays. */
function withoutSpecks(area: RawArea, least: number): RawArea {
  const sizes = area.map(([outer]) => planarArea(outer ?? []));
  const largest = sizes.indexOf(Math.max(...sizes));
  return area
    .filter((_, k) => k === largest || sizes[k]! > least)
    .map(([outer, ...holes]) => [outer!, ...holes.filter((hole) => planarArea(hole) > least)]);
}

function planarArea(ring: readonly (readonly number[])[]): number {
  let twice = 0;
  ring.forEach(([x, y], k) => {
    const [nextX, nextY] = ring[(k + 1) % ring.length]!;
    twice += x! * nextY! - nextX! * y!;
  });
  return Math.abs(twice) / 2;
}

/** An area whose rings run as d3-geo has it: what lies inside is less than half of the globe. */
function wound(area: RawArea): Area {
  return area.map((polygon) =>
    polygon.map((ring, k) => {
      const points = ring.map(([longitude, latitude]): Degrees => [longitude!, latitude!]);
      const around = geoArea({ type: 'Polygon', coordinates: [points as [number, number][]] }) > 2 * Math.PI;
      return around === (k === 0) ? points.reverse() : points;
    }),
  );
}
