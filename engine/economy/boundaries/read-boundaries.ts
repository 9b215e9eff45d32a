import { printable } from '../../files/hidden-characters.js';
import { jsonPlaces } from '../../files/json-places.js';
import { LIMITS } from '../../files/limits.js';
import { createLineIndex } from '../../files/line-index.js';
import { createMistakeList, type MistakeList } from '../../files/mistake-list.js';
import { decodeText } from '../../files/text.js';
import { knownNames, type Mistake, nearestName, type Position } from '../../mistakes.js';
import type { Boundaries } from './boundaries.js';
import { checkArea } from './check-area.js';
import { geojsonShapes } from './geojson-shapes.js';
import { type Matched, matchShapes, propertyHint } from './match-shapes.js';
import { own, pointsOf, type RawArea, type Shape, type Shapes } from './shape.js';
import { simplifyAreas } from './simplify-areas.js';
import { topojsonShapes } from './topojson-shapes.js';

/** The property that names a region where a case does not say which. */
export const DEFAULT_ID = 'name';

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

/** Boundaries with what is to be said of them. */
export interface ReadBoundaries {
  readonly boundaries: Boundaries;
  readonly notes: readonly string[];
}

/** A file that was parsed, with the places of its features. */
interface Source {
  readonly given: BoundaryFile;
  readonly mistakes: MistakeList;
  readonly shapes: readonly Shape[];
  /** The place of a shape in the file. */
  placeOf(shape: Shape): Position;
}

/**
 * Reads the boundaries of a case's regions from GeoJSON or TopoJSON, and simplifies them for drawing.
 *
 * @returns null where the file has mistakes, which are added to `mistakes`
 */
export function readBoundaries(
  given: BoundaryFile,
  regions: readonly string[],
  mistakes: Mistake[],
): ReadBoundaries | null {
  const list = createMistakeList(given.file);
  const source = openSource(given, regions, list);
  const read = source === null ? null : readSource(source, regions);
  mistakes.push(...list.list());
  return list.list().length > 0 ? null : read;
}

/** Parses the file; null with a mistake added where it is neither GeoJSON nor TopoJSON. */
function openSource(given: BoundaryFile, regions: readonly string[], mistakes: MistakeList): Source | null {
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

function readSource(source: Source, regions: readonly string[]): ReadBoundaries | null {
  const { given, shapes, mistakes } = source;
  const matched = matchShapes(shapes, given.id, regions);
  if (matched.regions.every((each) => each.length === 0)) {
    const message =
      matched.named === 0
        ? `no feature has a property "${given.id}"`
        : `no feature's "${given.id}" names a region of the case`;
    mistakes.add(given.at, `${given.file}: ${message}`, propertyHint(shapes, given.id, regions));
    return null;
  }
  reportMissing(source, matched, regions);
  const points = shapes.reduce((sum, { area }) => sum + (area === null ? 0 : pointsOf(area)), 0);
  if (points > LIMITS.boundaryPoints || shapes.some(({ kind }) => kind === 'too much')) {
    const place = { file: given.file, line: 1, column: 1 };
    mistakes.add(
      place,
      `more than ${LIMITS.boundaryPoints} points`,
      'simplify the boundaries first; a map shows no such detail',
    );
    return null;
  }
  const crossings: string[] = [];
  const areas = matched.regions.map((found, r) =>
    found.flatMap((shape): RawArea => {
      const checked = checkArea(shape.area);
      if ('message' in checked) {
        const what = shape.area === null ? `${checked.message} but ${shape.kind}` : checked.message;
        mistakes.add(() => source.placeOf(shape), `${regions[r]}: ${what}`, checked.hint);
        return [];
      }
      if (checked.crossing !== null) crossings.push(`${regions[r]} (near ${checked.crossing})`);
      return checked.area;
    }),
  );
  if (mistakes.list().length > 0) return null;
  const others = matched.others.flatMap(({ shape }) => {
    const checked = checkArea(shape.area);
    return 'message' in checked || !near(checked.area, areas) ? [] : [checked.area];
  });
  const { areas: simple, before, after } = simplifyAreas([...areas, ...others]);
  const notes = [
    ...(crossings.length === 0 ? [] : [`boundaries that cross themselves, drawn as they are: ${some(crossings)}`]),
    ...(matched.others.length === 0
      ? []
      : [`boundaries of no region of the case, drawn as ground: ${some(matched.others.map(({ name }) => name))}`]),
    ...(after < before * 0.9 ? [`boundaries simplified for drawing: ${after} of ${before} points are kept`] : []),
  ];
  return {
    boundaries: {
      regions: simple.slice(0, regions.length),
      others: simple.slice(regions.length),
      attribution: given.attribution,
    },
    notes,
  };
}

/** Regions without a shape, each with the name of a shape that may be meant. */
function reportMissing(
  { given, mistakes, placeOf }: Source,
  { regions: found, others }: Matched,
  regions: readonly string[],
): void {
  const names = others.map(({ name }) => name);
  found.forEach((shapes, r) => {
    if (shapes.length > 0) return;
    const message = `no feature for region "${regions[r]}"`;
    const meant = nearestName(regions[r]!, names);
    const shape = others.find(({ name }) => name === meant)?.shape;
    if (shape !== undefined) mistakes.add(() => placeOf(shape), message, `is it this one, "${printable(meant!)}"?`);
    else {
      const hint = names.length === 0 ? 'add it, or leave the boundaries out' : knownNames(regions[r]!, names);
      mistakes.add({ file: given.file, line: 1, column: 1 }, message, hint);
    }
  });
}

/** True where an area lies within the picture that the regions fill, or reaches into it. */
function near(area: RawArea, regions: readonly RawArea[]): boolean {
  const [own, whole] = [boxOf([area]), boxOf(regions)];
  const [across, up] = [0.1 * (whole.east - whole.west), 0.1 * (whole.north - whole.south)];
  return (
    own.west < whole.east + across &&
    own.east > whole.west - across &&
    own.south < whole.north + up &&
    own.north > whole.south - up
  );
}

function boxOf(areas: readonly RawArea[]) {
  const box = { west: 180, east: -180, south: 90, north: -90 };
  for (const polygon of areas.flat())
    for (const [x, y] of polygon.flat()) {
      box.west = Math.min(box.west, x!);
      box.east = Math.max(box.east, x!);
      box.south = Math.min(box.south, y!);
      box.north = Math.max(box.north, y!);
    }
  return box;
}

/** The first eight of some names, and how many more there are. */
function some(names: readonly string[]): string {
  const shown = names
    .slice(0, 8)
    .map((name) => printable(name.slice(0, 80)))
    .join(', ');
  return names.length > 8 ? `${shown} and ${names.length - 8} more` : shown;
}
