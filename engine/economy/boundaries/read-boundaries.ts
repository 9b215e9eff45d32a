import { printable } from '../../files/hidden-characters.js';
import { LIMITS } from '../../files/limits.js';
import { createMistakeList } from '../../files/mistake-list.js';
import { knownNames, type Mistake, nearestName } from '../../mistakes.js';
import type { Boundaries } from './boundaries.js';
import { checkArea } from './check-area.js';
import { type Matched, matchShapes, propertyHint } from './match-shapes.js';
import { isNear } from './near.js';
import { type BoundaryFile, type BoundarySource, openBoundaries } from './open-boundaries.js';
import { pointsOf, type RawArea } from './shape.js';
import { simplifyAreas } from './simplify-areas.js';

/** The property that names a region where a case does not say which. */
export const DEFAULT_ID = 'name';

/** Boundaries with what is to be said of them. */
export interface ReadBoundaries {
  readonly boundaries: Boundaries;
  readonly notes: readonly string[];
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
  const source = openBoundaries(given, regions, list);
  const read = source === null ? null : readSource(source, regions);
  mistakes.push(...list.list());
  return list.list().length > 0 ? null : read;
}

function readSource(source: BoundarySource, regions: readonly string[]): ReadBoundaries | null {
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
    return 'message' in checked || !isNear(checked.area, areas) ? [] : [checked.area];
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
  { given, mistakes, placeOf }: BoundarySource,
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

/** The first eight of some names, and how many more there are. */
function some(names: readonly string[]): string {
  const shown = names
    .slice(0, 8)
    .map((name) => printable(name.slice(0, 80)))
    .join(', ');
  return names.length > 8 ? `${shown} and ${names.length - 8} more` : shown;
}
