import { feature } from 'topojson-client';
import type { GeometryObject, Topology } from 'topojson-specification';
import { isPoint, own, type RawArea, type Shape, type Shapes } from './shape.js';

/** The parts of a topology that are used, checked. */
interface CheckedTopology {
  readonly arcs: readonly (readonly (readonly number[])[])[];
  readonly transform: { readonly scale: readonly number[]; readonly translate: readonly number[] } | null;
}

/**
 * The geometries of a TopoJSON topology: of its only object, or of the one that names most regions.
 *
 * @param named number of regions that some shapes name
 * @param most points in all; an arc may be used many times, so a small file may hold a large area
 */
export function topojsonShapes(value: unknown, named: (shapes: readonly Shape[]) => number, most: number): Shapes {
  const topology = checkedTopology(value);
  if (topology === null) return { message: 'a Topology whose arcs are no lists of points', hint: 'save it again' };
  const objects = own(value, 'objects');
  const names = typeof objects === 'object' && objects !== null ? Object.keys(objects) : [];
  const found = names.flatMap((name) => {
    const geometries = own(own(objects, name), 'geometries');
    if (!Array.isArray(geometries)) return [];
    let room = most;
    const shapes = geometries.map((geometry: unknown, index): Shape => {
      const shape = shapeOf(topology, geometry, index, room);
      room -= shape.points;
      return shape;
    });
    return [{ path: ['objects', name, 'geometries'], shapes }];
  });
  const [first, ...others] = found;
  if (first === undefined) return { message: 'a Topology without a collection of geometries', hint: 'objects' };
  return others.reduce((best, each) => (named(each.shapes) > named(best.shapes) ? each : best), first);
}

function checkedTopology(value: unknown): CheckedTopology | null {
  const arcs = own(value, 'arcs');
  if (!Array.isArray(arcs) || !arcs.every((arc) => Array.isArray(arc) && arc.length > 0 && arc.every(isPoint)))
    return null;
  const transform = own(value, 'transform');
  if (transform === undefined) return { arcs, transform: null };
  const [scale, translate] = [own(transform, 'scale'), own(transform, 'translate')];
  return isPoint(scale) && isPoint(translate) ? { arcs, transform: { scale, translate } } : null;
}

/** A geometry as a shape; too many points, or arcs that do not exist, leave it without an area. */
function shapeOf(
  topology: CheckedTopology,
  geometry: unknown,
  index: number,
  room: number,
): Shape & { points: number } {
  const kind = own(geometry, 'type');
  const written = own(geometry, 'arcs');
  const polygons = kind === 'Polygon' ? [written] : kind === 'MultiPolygon' ? written : null;
  const shape = {
    index,
    properties: own(geometry, 'properties'),
    id: own(geometry, 'id'),
    kind: typeof kind === 'string' ? kind : 'nothing',
  };
  if (!isArcs(polygons, topology.arcs.length)) return { ...shape, area: null, points: 0 };
  const points = polygons.flat(2).reduce((sum, arc) => sum + topology.arcs[arc < 0 ? ~arc : arc]!.length, 0);
  if (points > room) return { ...shape, area: null, kind: 'too much', points };
  const whole = { type: 'Topology', objects: {}, ...topology, transform: topology.transform ?? undefined };
  const made = feature(whole as unknown as Topology, { type: 'MultiPolygon', arcs: polygons } as GeometryObject);
  return { ...shape, area: (made as unknown as { geometry: { coordinates: RawArea } }).geometry.coordinates, points };
}

/** True for lists of polygons of rings of arcs that exist; an arc backwards is written as ~index. */
function isArcs(value: unknown, count: number): value is number[][][] {
  const isArc = (arc: unknown): boolean => Number.isInteger(arc) && (arc as number) < count && ~(arc as number) < count;
  return (
    Array.isArray(value) &&
    value.every(
      (polygon) =>
        Array.isArray(polygon) &&
        polygon.every((ring) => Array.isArray(ring) && ring.length > 0 && ring.every((arc) => isArc(arc))),
    )
  );
}
