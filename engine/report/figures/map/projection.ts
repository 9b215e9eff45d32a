import { type GeoProjection, geoAzimuthalEqualArea, geoCentroid, geoDistance, geoEqualEarth, geoPath } from 'd3-geo';
import type { Area, Degrees } from '../../../economy/boundaries/boundaries.js';
import type { Point } from '../drawing/boxes.js';
import { geometryOf } from './area-path.js';

/** Kilometres of the mean radius of the globe. */
const RADIUS = 6371.0088;

/** Angle from the middle up to which a map is drawn around it; beyond, it is one of the world. */
const FAR = 1.05;

/** The room that a map may take. */
export interface MapRoom {
  readonly width: number;
  readonly mostHeight: number;
  /** Pixels left free at the sides, and above and below. */
  readonly sides: number;
  readonly ends: number;
}

/** A map's projection, fitted to its room. */
export interface FittedMap {
  readonly projection: GeoProjection;
  readonly height: number;
  /** Kilometres of a pixel in the middle; null for a map of the world, on which they differ. */
  readonly kilometres: number | null;
  at(place: Degrees): Point;
}

/**
 * Fits a projection that keeps areas in proportion to what is drawn: around its middle (Lambert's azimuthal one), or of the whole globe (Equal
 * Earth) where it reaches that far.
 */
export function fitMap(areas: readonly Area[], places: readonly Degrees[], room: MapRoom): FittedMap {
  const points = [...areas.flat(3), ...places] as [number, number][];
  const [longitude, latitude] = geoCentroid({ type: 'MultiPoint', coordinates: points });
  const far = points.some((point) => geoDistance(point, [longitude, latitude]) > FAR);
  const projection = far
    ? geoEqualEarth().rotate([-longitude, 0])
    : geoAzimuthalEqualArea().rotate([-longitude, -latitude]).precision(0);
  projection.scale(1000).translate([0, 0]);
  const all = [...areas.map(geometryOf), { type: 'MultiPoint' as const, coordinates: points }];
  const [[left, top], [right, bottom]] = geoPath(projection).bounds({
    type: 'GeometryCollection',
    geometries: all as never,
  });
  const { width, mostHeight, sides, ends } = room;
  // A village would fill the picture: a map shows a kilometre at least.
  const across = Math.max(right - left, 0.15);
  const down = Math.max(bottom - top, 0.15);
  const zoom = Math.min((width - 2 * sides) / across, (mostHeight - 2 * ends) / down);
  const height = Math.ceil(down * zoom + 2 * ends);
  projection
    .scale(1000 * zoom)
    .translate([width / 2 - (zoom * (left + right)) / 2, height / 2 - (zoom * (top + bottom)) / 2]);
  return {
    projection,
    height,
    kilometres: far ? null : pixelLength(projection, width / 2, height / 2),
    at: (place) => {
      const [x, y] = projection([place[0], place[1]]) ?? [Number.NaN, Number.NaN];
      return { x, y };
    },
  };
}

/** Kilometres of a pixel around a place of the picture. */
function pixelLength(projection: GeoProjection, x: number, y: number): number {
  const [west, east] = [projection.invert!([x - 10, y])!, projection.invert!([x + 10, y])!];
  return (geoDistance(west, east) * RADIUS) / 20;
}

/**
 * The longest round length, of 1, 2 or 5 × 10ⁿ km, that takes at most so many pixels.
 *
 * @example
 * roundLength(1.3, 100); // → 100
 */
export function roundLength(kilometres: number, most: number): number {
  const longest = kilometres * most;
  const power = 10 ** Math.floor(Math.log10(longest));
  return ([5, 2, 1].find((digit) => digit * power <= longest) ?? 1) * power;
}
