import {
  type GeoContext,
  type GeoPermissibleObjects,
  type GeoProjection,
  geoArea,
  geoAzimuthalEqualArea,
  geoCentroid,
  geoDistance,
  geoEqualEarth,
  geoPath,
} from 'd3-geo';
import type { Area, Degrees } from '../../../economy/boundaries/boundaries.js';
import { log10, pow } from '../../../exact-math/index.js';
import type { Point } from '../drawing/boxes.js';
import type { Ring } from './area-path.js';

/** Kilometres of the mean radius of the globe. */
const RADIUS = 6371.0088;

/** Angle from the middle, in degrees, up to which a map is drawn around it; beyond, it is one of the world. */
const FAR = 60;

/** The room that a map may take. */
export interface MapRoom {
  readonly width: number;
  readonly mostHeight: number;
  /** Pixels left free at the sides, and above and below. */
  readonly sides: number;
  readonly ends: number;
}

/** A map's projection, fitted to its room, with its areas in pixels. */
export interface FittedMap {
  readonly height: number;
  /** Rings of each area, as far as they lie in the picture. */
  readonly rings: readonly (readonly Ring[])[];
  /** Indices of areas of which a part lies beyond it. */
  readonly cut: readonly number[];
  /** Kilometres of a pixel in the middle; null for a map of the world, on which they differ. */
  readonly kilometres: number | null;
  at(place: Degrees): Point;
  /** Rings of any other area as far as they lie in the picture. */
  clipped(area: Area): readonly Ring[];
}

/** Part of an area's largest polygon from which on another one counts for the picture: islands overseas would leave the rest no room. */
const MAIN = 0.25;

/**
 * Fits a projection that keeps areas in proportion to what is drawn: around its middle (Lambert's azimuthal one), or of the whole globe (Equal
 * Earth) where it reaches that far. The picture is as large as the main parts of the areas; what lies beyond is cut off.
 */
export function fitMap(areas: readonly Area[], places: readonly Degrees[], room: MapRoom): FittedMap {
  const main = areas.map(mainParts);
  const { projection, far } = projectionOf([...main.flat(3), ...places]);
  const unit = projection.scale(1).translate([0, 0]);
  const ringsOf = (area: Area): Ring[] => (far ? streamedRings(area, unit) : directRings(area, unit));
  const bounds = boundsOf([...main.flatMap(ringsOf).flat(), ...places.map((place) => pointOf(unit, place))]);
  const { width, mostHeight, sides, ends } = room;
  // A village would fill the picture: a map shows a kilometre at least.
  const across = Math.max(bounds.right - bounds.left, 0.00015);
  const down = Math.max(bounds.bottom - bounds.top, 0.00015);
  const zoom = Math.min((width - 2 * sides) / across, (mostHeight - 2 * ends) / down);
  const height = Math.ceil(down * zoom + 2 * ends);
  const [left, top] = [
    (width - zoom * (bounds.left + bounds.right)) / 2,
    (height - zoom * (bounds.top + bounds.bottom)) / 2,
  ];
  const inPixels = ({ x, y }: Point): Point => ({ x: left + zoom * x, y: top + zoom * y });
  const whole = areas.map((area) => ringsOf(area).map((ring) => ring.map(inPixels)));
  projection.scale(zoom).translate([left, top]);
  const clipped = (area: Area): Ring[] => {
    projection.clipExtent([
      [0, 0],
      [width, height],
    ]);
    const rings = streamedRings(area, projection);
    projection.clipExtent(null);
    return rings;
  };
  const isCut = (rings: readonly Ring[]): boolean =>
    rings.some((ring) => ring.some(({ x, y }) => x < 0 || x > width || y < 0 || y > height));
  const cut = [...areas.keys()].filter((k) => isCut(whole[k]!));
  return {
    height,
    rings: whole.map((rings, k) => (cut.includes(k) ? clipped(areas[k]!) : rings)),
    cut,
    kilometres: far ? null : pixelLength(projection, width / 2, height / 2),
    at: (place) => pointOf(projection, place),
    clipped,
  };
}

/** The polygons of an area that are not small beside its largest. */
function mainParts(area: Area): Area {
  if (area.length < 2) return area;
  const sizes = area.map(([outer]) => geoArea({ type: 'Polygon', coordinates: [outer as [number, number][]] }));
  const largest = Math.max(...sizes);
  return area.filter((_, k) => sizes[k]! >= MAIN * largest);
}

function projectionOf(places: readonly Degrees[]): { projection: GeoProjection; far: boolean } {
  const points = places as [number, number][];
  const [longitude, latitude] = geoCentroid({ type: 'MultiPoint', coordinates: points });
  const far = points.some((point) => geoDistance(point, [longitude, latitude]) > (FAR * Math.PI) / 180);
  const projection = far
    ? geoEqualEarth().rotate([-longitude, 0])
    : geoAzimuthalEqualArea().rotate([-longitude, -latitude]).precision(0);
  return { projection, far };
}

function pointOf(projection: GeoProjection, [longitude, latitude]: Degrees): Point {
  const [x, y] = projection([longitude, latitude]) ?? [Number.NaN, Number.NaN];
  return { x, y };
}

/** Rings point by point: right wherever nothing is cut at the edge of the world, and several times faster. */
function directRings(area: Area, projection: GeoProjection): Ring[] {
  return area.flatMap((polygon) => polygon.map((ring) => ring.slice(0, -1).map((place) => pointOf(projection, place))));
}

/** Rings with what is cut at the edges of the world or of the picture. */
function streamedRings(area: Area, projection: GeoProjection): Ring[] {
  const rings: Point[][] = [];
  const context: GeoContext = {
    beginPath: () => {},
    arc: () => {},
    closePath: () => {},
    moveTo: (x, y) => {
      rings.push([{ x, y }]);
    },
    lineTo: (x, y) => {
      rings.at(-1)!.push({ x, y });
    },
  };
  const geometry = { type: 'MultiPolygon', coordinates: area } as unknown as GeoPermissibleObjects;
  geoPath(projection, context)(geometry);
  return rings;
}

function boundsOf(points: readonly Point[]) {
  const bounds = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const { x, y } of points) {
    bounds.left = Math.min(bounds.left, x);
    bounds.right = Math.max(bounds.right, x);
    bounds.top = Math.min(bounds.top, y);
    bounds.bottom = Math.max(bounds.bottom, y);
  }
  return bounds;
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
  const power = pow(10, Math.floor(log10(longest)));
  return ([5, 2, 1].find((digit) => digit * power <= longest) ?? 1) * power;
}
