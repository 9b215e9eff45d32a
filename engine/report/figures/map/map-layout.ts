import { scaleSqrt } from 'd3-scale';
import type { Economy } from '../../../economy/economy.js';
import { hypot } from '../../../exact-math/index.js';
import type { Box, Point } from '../drawing/boxes.js';
import { ringsPath } from './area-path.js';
import { locatedNodes } from './located.js';
import { type FittedMap, fitMap } from './projection.js';
import { rasterOf } from './region-raster.js';

export const MAP_WIDTH = 420;
const AREAS = { width: MAP_WIDTH, mostHeight: 364, sides: 14, ends: 6 };
const CIRCLES = { width: MAP_WIDTH, mostHeight: 400, sides: 58, ends: 34 };
const LARGEST = 34;
const SMALLEST = 4;
/** Distance of two circles' middles at least, in radii of both, so that the links between them are seen. */
const APART = 1.22;

/** A region on the map. */
export interface MapRegion {
  /** Index into the case's regions. */
  readonly region: number;
  /** The seat, or the middle of the area. */
  readonly seat: Point;
  /** Path of its area; null where it is a circle. */
  readonly path: string | null;
  /** The place in it that is furthest from its edge, and the room around that. */
  readonly middle: Point;
  readonly room: number;
  /** Radii of the circle by year; of an area none. */
  readonly radii: readonly number[];
  /** Places at which its name may stand on it. */
  readonly spots: readonly Point[];
  /** Parts of a box that lie on the region, and on others. */
  under(box: Box): { readonly own: number; readonly foreign: number };
}

/** A place that is no region, on the map. */
export interface MapPlace {
  readonly name: string;
  readonly at: Point;
}

/** Everything on the map where it stands, in pixels. */
export interface MapLayout {
  readonly fitted: FittedMap;
  readonly regions: readonly MapRegion[];
  readonly places: readonly MapPlace[];
  /** Paths of land that is no region. */
  readonly ground: readonly string[];
  /** Nodes of the network; null for those of which nothing tells where they are. */
  readonly nodes: readonly (Point | null)[];
  /** Names of regions and places that are not on the map. */
  readonly missing: readonly string[];
  /** Names of regions of which parts lie beyond it. */
  readonly cut: readonly string[];
}

/**
 * Lays out the map of a case: its regions' areas, or circles as large as output where it has no boundaries; null where fewer than two regions
 * can be placed.
 *
 * @param output by region and year, for circles
 */
export function layOutMap(economy: Economy, output: readonly (readonly number[])[]): MapLayout | null {
  const { boundaries, regions } = economy;
  const located = locatedNodes(economy);
  const known = located.slice(0, regions.length).filter((place) => place !== null);
  if (boundaries === undefined && known.length < 2) return null;
  const fitted = fitMap(
    boundaries?.regions ?? [],
    located.filter((place) => place !== null),
    boundaries === undefined ? CIRCLES : AREAS,
  );
  const seats = located.map((place) => (place === null ? null : fitted.at(place)));
  const drawn = boundaries === undefined ? circles(seats, output) : areasOf(seats, fitted);
  const nodes = seats.map((seat, node) => seat ?? drawn.find(({ region }) => region === node)?.seat ?? null);
  const places = (economy.places ?? []).flatMap(({ name }, p): MapPlace[] => {
    const at = nodes[regions.length + p];
    return at == null ? [] : [{ name, at }];
  });
  return {
    fitted,
    regions: drawn,
    places,
    ground: (boundaries?.others ?? []).map((area) => ringsPath(fitted.clipped(area))).filter((path) => path !== ''),
    nodes,
    cut: fitted.cut.map((region) => regions[region]!),
    missing: [
      ...regions.filter((_, r) => !drawn.some(({ region }) => region === r)),
      ...(economy.places ?? []).filter((_, p) => nodes[regions.length + p] == null).map(({ name }) => name),
    ],
  };
}

/** Lays out the map of a case. */
export type LayOutMap = typeof layOutMap;

/** A function that keeps the last layout of areas, which depends on nothing but the case: for pages on which one case is drawn again and again. */
export function keepLayout(): LayOutMap {
  let last: { readonly economy: Economy; readonly layout: MapLayout | null } | null = null;
  return (economy, output) => {
    if (economy.boundaries === undefined) return layOutMap(economy, output);
    if (last?.economy !== economy) last = { economy, layout: layOutMap(economy, output) };
    return last.layout;
  };
}

function areasOf(seats: readonly (Point | null)[], { rings: areas, height }: FittedMap): MapRegion[] {
  const raster = rasterOf(areas, MAP_WIDTH, height);
  return areas.map((rings, region) => {
    // A region too small for a cell has its seat, or a corner.
    const fallback = seats[region] ?? rings[0]?.[0] ?? { x: MAP_WIDTH / 2, y: height / 2 };
    const { at: middle, room } = raster.middle(region) ?? { at: fallback, room: 0 };
    return {
      region,
      seat: seats[region] ?? middle,
      path: ringsPath(rings),
      middle,
      room,
      radii: [],
      spots: raster.spots(region),
      under: (box) => raster.under(box, region),
    };
  });
}

function corners({ left, right, top, bottom }: Box): Point[] {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return [left, x, right].flatMap((across) => [top, y, bottom].map((down) => ({ x: across, y: down })));
}

function circles(seats: readonly (Point | null)[], output: readonly (readonly number[])[]): MapRegion[] {
  const located = output.flatMap((values, region) => {
    const at = seats[region];
    return at == null ? [] : [{ region, at, values, last: values.at(-1)! }];
  });
  const most = Math.max(1e-12, ...located.flatMap(({ values }) => values));
  const radius = scaleSqrt().domain([0, most]).range([0, LARGEST]);
  // Where neighbours lie close, all circles are smaller.
  let scale = 1;
  located.forEach((a, k) => {
    for (const b of located.slice(k + 1)) {
      const apart = hypot(a.at.x - b.at.x, a.at.y - b.at.y);
      scale = Math.min(scale, apart / (APART * (radius(a.last) + radius(b.last))));
    }
  });
  scale = Math.max(0.4, scale);
  return located.map(({ region, at, values, last }): MapRegion => {
    const size = (value: number): number => Math.max(SMALLEST, scale * radius(value));
    return {
      region,
      seat: at,
      path: null,
      middle: at,
      room: size(last),
      radii: values.map(size),
      spots: [at],
      under: (box) => {
        const held = corners(box).filter(({ x, y }) => hypot(x - at.x, y - at.y) <= size(last));
        return { own: held.length / 9, foreign: 0 };
      },
    };
  });
}
