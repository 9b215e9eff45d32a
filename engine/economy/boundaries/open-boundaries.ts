import { printable } from '../../files/hidden-characters.js';
import { jsonPlaces } from '../../files/json-places.js';
import { LIMITS } from '../../files/limits.js';
import { createLineIndex } from '../../files/line-index.js';
import type { MistakeList } from '../../files/mistake-list.js';
import { decodeText } from '../../files/text.js';
import type { Position } from '../../mistakes.js';
import { geojsonShapes } from './geojson-shapes.js';
import { matchShapes } from './match-shapes.js';
import { own, type Shape, type Shapes } from './shape.js';
import { topojsonShapes } from './topojson-shapes.js';

/** A boundary file as a case names it. */
export interface BoundaryFile {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** The property that names a region. */
  readonly id: string;
  readonly attribution: string | null;
  /** Where the case names the property, or else the file. */
  readonly at: Position;
}

/** A file that was parsed, with the places of its features. */
export interface BoundarySource {
  readonly given: BoundaryFile;
  readonly mistakes: MistakeList;
  readonly shapes: readonly Shape[];
  /** The place of a shape in the file. */
  placeOf(shape: Shape): Position;
}

/** Parses the file; null with a mistake added where it is neither GeoJSON nor TopoJSON. */
export function openBoundaries(
  given: BoundaryFile,
  regions: readonly string[],
  mistakes: MistakeList,
): BoundarySource | null {
  const { file, bytes, id } = given;
  const start = { file, line: 1, column: 1 };
  if (bytes.length > LIMITS.boundaryBytes) {
    const limit = `${LIMITS.boundaryBytes / 1024 / 1024} MB`;
    mistakes.add(
      start,
      `the file is larger than ${limit}`,
      'simplify the boundaries first; a map shows no such detail',
    );
    return null;
  }
  const decoded = decodeText(file, bytes);
  for (const mistake of decoded.mistakes) mistakes.add(mistake, mistake.message, mistake.hint);
  if (decoded.mistakes.length > 0) return null;
  const lines = createLineIndex(file, decoded.text);
  const value = parsed(decoded.text);
  if (value === undefined) {
    const { wrong } = jsonPlaces(decoded.text);
    mistakes.add(lines(wrong ?? 0), 'from here on it is no JSON', 'boundaries are GeoJSON or TopoJSON');
    return null;
  }
  const found = shapesOf(
    value,
    (shapes) => matchShapes(shapes, id, regions).regions.filter((each) => each.length > 0).length,
  );
  if ('message' in found) {
    mistakes.add(start, found.message, found.hint);
    return null;
  }
  let offsets: readonly number[] | null = null;
  return {
    given,
    mistakes,
    shapes: found.shapes,
    placeOf: ({ index }) => {
      offsets ??= jsonPlaces(decoded.text, found.path).elements;
      return lines(offsets[index] ?? 0);
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function shapesOf(value: unknown, named: (shapes: readonly Shape[]) => number): Shapes {
  const type = own(value, 'type');
  if (type === 'FeatureCollection') return geojsonShapes(value);
  if (type === 'Topology') return topojsonShapes(value, named, LIMITS.boundaryPoints + 1);
  const has = typeof type === 'string' ? `its type is "${printable(type.slice(0, 40))}"` : 'it has no type';
  return {
    message: `neither GeoJSON nor TopoJSON: ${has}`,
    hint: 'a FeatureCollection or a Topology, whose features have a property that names the region',
  };
}
