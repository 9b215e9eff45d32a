import { knownNames } from '../../mistakes.js';
import { nameOf, type Shape } from './shape.js';

/** Properties that are looked at for a hint. */
const MOST_PROPERTIES = 200;

/** Shapes by the region that they name. */
export interface Matched {
  /** In the order of the regions; several of one region are its parts. */
  readonly regions: readonly (readonly Shape[])[];
  /** Shapes with a name that no region has. */
  readonly others: readonly { readonly shape: Shape; readonly name: string }[];
  /** Number of shapes that have the property. */
  readonly named: number;
}

/** Finds the shapes of each region by a property. */
export function matchShapes(shapes: readonly Shape[], property: string, regions: readonly string[]): Matched {
  const codes = new Map(regions.map((name, code) => [name, code]));
  const found = regions.map((): Shape[] => []);
  const others: { shape: Shape; name: string }[] = [];
  let named = 0;
  for (const shape of shapes) {
    const name = nameOf(shape, property);
    if (name === null) continue;
    named += 1;
    const code = codes.get(name);
    if (code === undefined) others.push({ shape, name });
    else found[code]!.push(shape);
  }
  return { regions: found, others, named };
}

/** The property under which most regions are found, as a hint; else the properties that there are, or the names under this one. */
export function propertyHint(shapes: readonly Shape[], property: string, regions: readonly string[]): string {
  const properties = propertiesOf(shapes);
  const ranked = properties
    .map((name) => ({
      name,
      count: matchShapes(shapes, name, regions).regions.filter((each) => each.length > 0).length,
    }))
    .sort((a, b) => b.count - a.count);
  if (ranked[0] !== undefined && ranked[0].count > 0) return `id: ${ranked[0].name} names ${ranked[0].count} of them`;
  const values = shapes.flatMap((shape) => nameOf(shape, property) ?? []);
  if (values.length > 0)
    return `it names ${values.slice(0, 5).join(', ')}${values.length > 5 ? ', …' : ''}; the case has ${regions.slice(0, 5).join(', ')}${regions.length > 5 ? ', …' : ''}`;
  return properties.length === 0 ? 'the features have no properties' : knownNames(property, properties);
}

function propertiesOf(shapes: readonly Shape[]): string[] {
  const names = new Set<string>();
  for (const { properties } of shapes) {
    if (typeof properties !== 'object' || properties === null) continue;
    for (const name of Object.keys(properties)) {
      if (names.size >= MOST_PROPERTIES) return [...names];
      names.add(name);
    }
  }
  return [...names];
}
