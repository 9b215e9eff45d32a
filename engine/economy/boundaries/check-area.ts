import { selfCrossing } from './self-crossing.js';
import type { RawArea } from './shape.js';

/** Room for rounding at the edges of the map of the world. */
const EDGE = 1e-6;

/** An area with closed rings, and a place where one crosses itself; or what is wrong with it. */
export type CheckedArea =
  | { readonly area: RawArea; readonly crossing: string | null }
  | { readonly message: string; readonly hint: string };

/** Checks that an area is one: polygons in degrees, of rings of three points or more. Open rings are closed. */
export function checkArea(area: RawArea | null): CheckedArea {
  if (area === null) return { message: 'no Polygon or MultiPolygon', hint: 'a region is an area' };
  const rings = area.flat();
  if (rings.length === 0) return { message: 'an area without a ring', hint: 'a region is an area' };
  const beyond = rings.flat().find(([x, y]) => Math.abs(x!) > 180 + EDGE || Math.abs(y!) > 90 + EDGE);
  if (beyond !== undefined) {
    const [x, y] = beyond;
    const projected = Math.abs(x!) > 1000 || Math.abs(y!) > 1000;
    return {
      message: `${x}, ${y} is no longitude and latitude`,
      hint: projected
        ? 'the coordinates look projected, in metres: save them in degrees, WGS 84 (EPSG:4326)'
        : 'longitude -180 to 180, then latitude -90 to 90',
    };
  }
  // Rounding may leave of an island a point or a line.
  const closed = area
    .map((polygon) => polygon.map(close))
    .flatMap((polygon) => (polygon[0] !== undefined && isRing(polygon[0]) ? [polygon.filter(isRing)] : []));
  if (closed.length === 0) return { message: 'a ring of fewer than three points', hint: 'a region is an area' };
  const crossing = closed
    .flat()
    .map(selfCrossing)
    .find((place) => place !== null);
  return { area: closed, crossing: crossing == null ? null : placeWords(crossing) };
}

/** True for a ring of three places or more. */
function isRing(ring: readonly (readonly number[])[]): boolean {
  const places = new Set<string>();
  for (const [x, y] of ring) if (places.add(`${x} ${y}`).size > 2) return true;
  return false;
}

function close(ring: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const [first, last] = [ring[0], ring.at(-1)];
  if (first === undefined || last === undefined || (first[0] === last[0] && first[1] === last[1])) return ring;
  return [...ring, first];
}

function placeWords([x, y]: readonly number[]): string {
  const degrees = (value: number, plus: string, minus: string): string =>
    `${Math.abs(value).toFixed(3)}° ${value < 0 ? minus : plus}`;
  return `${degrees(x!, 'east', 'west')}, ${degrees(y!, 'north', 'south')}`;
}
