import { csvLines } from '../../engine/report/data/csv.js';
import type { PanelFiles } from './panels.js';

/** A region: area in km², inhabitants in 10⁴ persons, and where its main town lies, degrees north and east. */
export type Place = readonly [name: string, area: number, population: number, north: number, east: number];

/** Mean detour of ways on the ground over great circles. */
const DETOUR = 1.25;

/** A panel with regions and a link between every two places, so that access and rivalry are on. */
export function withGeography(files: PanelFiles, places: readonly Place[]): PanelFiles {
  const regionHeader = [
    'region',
    'gdp',
    'nonagricultural_population',
    'area_km2',
    'longitude',
    'latitude',
    'status',
    'source',
  ];
  const links = places.flatMap((a, k) => places.slice(k + 1).map((b) => [a, b] as const));
  return {
    'case.yaml': `${files['case.yaml']}regions: regions.csv\nlinks: links.csv\n`,
    'outputs.csv': files['outputs.csv']!,
    'regions.csv': [
      ...csvLines(
        regionHeader,
        places.map(([name, area, people, north, east]) => [name, null, people, area, east, north, 'estimated', '']),
      ),
    ].join(''),
    'links.csv': [
      ...csvLines(
        ['from', 'to', 'mode', 'km', 'minutes', 'status', 'source'],
        links.map(([a, b]) => [
          a[0],
          b[0],
          'road',
          DETOUR * greatCircle(a[3], a[4], b[3], b[4]),
          null,
          'estimated',
          '',
        ]),
      ),
    ].join(''),
  };
}

/** Distance in km on a sphere of the Earth's mean radius, by the haversine formula. */
function greatCircle(north: number, east: number, otherNorth: number, otherEast: number): number {
  const radians = Math.PI / 180;
  const half = (degrees: number) => Math.sin((degrees * radians) / 2) ** 2;
  const part =
    half(otherNorth - north) + Math.cos(north * radians) * Math.cos(otherNorth * radians) * half(otherEast - east);
  return 2 * 6371 * Math.asin(Math.sqrt(part));
}
