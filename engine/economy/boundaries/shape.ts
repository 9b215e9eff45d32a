import { composed } from '../../files/text.js';

/** A ring, a polygon of rings, or several, as the file has them: not yet known to be degrees. */
export type RawArea = readonly (readonly (readonly (readonly number[])[])[])[];

/** One feature of a boundary file. */
export interface Shape {
  /** Its place in the list that it stands in. */
  readonly index: number;
  readonly properties: unknown;
  readonly id: unknown;
  /** Null where it has no area, of which `kind` tells. */
  readonly area: RawArea | null;
  readonly kind: string;
}

/** The shapes of a file with the path to the list that they stand in, or what is wrong with it. */
export type Shapes =
  | { readonly shapes: readonly Shape[]; readonly path: readonly string[] }
  | { readonly message: string; readonly hint: string };

/** An own value of an object read from JSON; undefined where there is none. */
export function own(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}

/** The value of a feature's property as a name; null where it has none. The member `id` of the feature stands in for a property of that name. */
export function nameOf({ properties, id }: Shape, property: string): string | null {
  const value = own(properties, property) ?? (property === 'id' ? id : undefined);
  return typeof value === 'string' || typeof value === 'number' ? composed(String(value)).trim() : null;
}

/** True for a list of polygons whose points are lists of two or more finite numbers. */
export function isArea(value: unknown): value is RawArea {
  return (
    Array.isArray(value) &&
    value.every(
      (polygon) =>
        Array.isArray(polygon) && polygon.every((ring) => Array.isArray(ring) && ring.every((point) => isPoint(point))),
    )
  );
}

/** True for a list that begins with two finite numbers. */
export function isPoint(value: unknown): value is readonly number[] {
  return Array.isArray(value) && Number.isFinite(value[0]) && Number.isFinite(value[1]);
}

/** Number of points of an area. */
export function pointsOf(area: RawArea): number {
  return area.reduce((sum, polygon) => sum + polygon.reduce((points, ring) => points + ring.length, 0), 0);
}
