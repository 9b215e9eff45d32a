import { csvLines } from '../../engine/report/csv.js';
import type { PanelFiles } from './panels.js';

/**
 * The Länder: area in km², inhabitants in 10⁴ persons at the census of 2011, rounded, and the place of the capital, degrees north and east.
 * Inhabitants stand for the non-agricultural population, the ways between capitals for the network.
 */
const LAENDER: readonly (readonly [name: string, area: number, population: number, north: number, east: number])[] = [
  ['Baden-Wuerttemberg', 35751, 1049, 48.78, 9.18],
  ['Bayern', 70550, 1240, 48.14, 11.58],
  ['Berlin', 892, 329, 52.52, 13.4],
  ['Brandenburg', 29654, 246, 52.4, 13.06],
  ['Bremen', 419, 65, 53.08, 8.8],
  ['Freistaat Sachsen', 18449, 406, 51.05, 13.74],
  ['Hamburg', 755, 171, 53.55, 10],
  ['Hessen', 21115, 597, 50.08, 8.24],
  ['Mecklenburg-Vorpommern', 23213, 161, 53.63, 11.41],
  ['Niedersachsen', 47615, 778, 52.37, 9.73],
  ['Nordrhein-Westfalen', 34110, 1754, 51.23, 6.78],
  ['Rheinland-Pfalz', 19854, 399, 50, 8.27],
  ['Saarland', 2569, 100, 49.23, 6.99],
  ['Sachsen-Anhalt', 20452, 229, 52.13, 11.63],
  ['Schleswig-Holstein', 15802, 280, 54.32, 10.13],
  ['Thueringen', 16202, 219, 50.98, 11.03],
];

/** Mean detour of ways on the ground over great circles. */
const DETOUR = 1.25;

/** The German panel with regions and a link between every two capitals, so that access and rivalry are on. */
export function withGeography(files: PanelFiles): PanelFiles {
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
  const links = LAENDER.flatMap((a, k) => LAENDER.slice(k + 1).map((b) => [a, b] as const));
  return {
    'case.yaml': `${files['case.yaml']}regions: regions.csv\nlinks: links.csv\n`,
    'outputs.csv': files['outputs.csv']!,
    'regions.csv': [
      ...csvLines(
        regionHeader,
        LAENDER.map(([name, area, people, north, east]) => [name, null, people, area, east, north, 'estimated', '']),
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
