import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkLengths } from '../../engine/economy/network.js';
import { shortestPaths } from '../../engine/economy/shortest-paths.js';
import { type SourceCell, tableOfRows } from '../../engine/importing/read/source-table.js';
import { greatCircle, STRETCH, spanningLinks } from '../../engine/importing/write/network.js';
import { importRows, madeCube, mistakesOf, tidy } from './made-tables.js';

const places = fc
  .uniqueArray(fc.tuple(fc.integer({ min: -1700, max: 1700 }), fc.integer({ min: -800, max: 800 })), {
    minLength: 2,
    maxLength: 25,
    selector: ([x, y]) => `${x} ${y}`,
  })
  .map((points) => points.map(([x, y], k) => ({ name: `P${k}`, longitude: x / 10, latitude: y / 10 })));

describe('A network from coordinates', () => {
  it('has great-circle distances: Changchun and Jilin are about 99 km apart', () => {
    expect(greatCircle({ longitude: 125.32, latitude: 43.82 }, { longitude: 126.55, latitude: 43.84 })).toBeCloseTo(
      98.7,
      0,
    );
  });

  it('joins every two places by a way between the direct one and 10 % more, with fewer links than pairs', () => {
    fc.assert(
      fc.property(places, (points) => {
        const links = spanningLinks(points, 1.3);
        const node = new Map(points.map(({ name }, k) => [name, k]));
        const network = {
          nodes: points.map(({ name }) => name),
          links: links.map(({ from, to, km }) => ({
            from: node.get(from)!,
            to: node.get(to)!,
            mode: 'road',
            km,
            minutes: null,
          })),
        };
        const ways = shortestPaths(network, linkLengths(network, 'km'), points.length);
        points.forEach((a, r) => {
          points.forEach((b, s) => {
            const direct = 1.3 * greatCircle(a, b);
            expect(ways[r * points.length + s]!).toBeLessThanOrEqual(direct * STRETCH + 2);
            expect(ways[r * points.length + s]!).toBeGreaterThanOrEqual(direct - 2);
          });
        });
      }),
      { numRuns: 50 },
    );
  });

  it('reaches far places through near ones', () => {
    const grid = Array.from({ length: 64 }, (_, k) => ({
      name: `G${k}`,
      longitude: (k % 8) / 2,
      latitude: Math.floor(k / 8) / 2,
    }));
    expect(spanningLinks(grid, 1.3).length).toBeLessThan((64 * 63) / 2 / 4);
  });
});

describe('Tables of regions and links', () => {
  const cube = madeCube(3, 3, 3);
  const header = ['Name', 'Population', 'Area km2', 'lon', 'lat'];
  const table = (rows: readonly (readonly SourceCell[])[]) => tableOfRows('places.csv', [header, ...rows]);
  const regions = table([
    ['zürich', 1_400_000, 1729, 8.54, 47.37],
    ['Aargau', 640_000, 1404, 8.05, 47.39],
    ['Bern', 1_000_000, 5959, 7.45, 46.95],
    ['Uri', 36_000, 1077, 8.64, 46.88],
  ]);

  it('become regions.csv in the order of the case, and links from the coordinates', () => {
    const made = importRows(tidy(cube), {}, { regions });
    const rows = [...made.tables['regions.csv']!.rows];
    expect(rows[0]).toEqual(['Aargau', null, 64, 1404, 8.05, 47.39, 'published', 'places.csv']);
    expect(rows.map(([name]) => name)).toEqual(['Aargau', 'Bern', 'Zürich']);
    const links = [...made.tables['links.csv']!.rows];
    expect(links.map((row) => row.slice(0, 3))).toEqual([
      ['Aargau', 'Zürich', 'road'],
      ['Aargau', 'Bern', 'road'],
    ]);
    expect(links[0]!.slice(5)).toEqual(['estimated', 'great circle × 1.3, coordinates of places.csv']);
    expect(made.notes.join('; ')).toMatch(
      /1 row of places\.csv for regions that the case does not have: Uri.*read as persons.*2 links of 3 pairs/,
    );
  });

  it('without population or area make no regions.csv, and say what is off', () => {
    const bare = tableOfRows(
      'places.csv',
      regions.rows.map((row) => [row[0]!, row[3]!, row[4]!]),
    );
    const made = importRows(tidy(cube), {}, { regions: bare });
    expect(Object.keys(made.tables)).toEqual(['outputs.csv']);
    expect(made.notes.join()).toContain('no population and no area_km2 column, so there is no regions.csv');
  });

  it('must have a row for every region and figures in every cell', () => {
    const short = table([
      ['Aargau', 640_000, 1404, 8.05, 47.39],
      ['Bern', '?', 0, 745, 46.95],
      ['Zurich', 1, 1, 8, 47],
    ]);
    expect(mistakesOf(() => importRows(tidy(cube), {}, { regions: short }))).toEqual([
      'places.csv:1:1  no row for region "Zürich"  (did you mean "Zurich"?)',
    ]);
    const bad = table([
      ['Aargau', 640_000, 1404, 8.05, 47.39],
      ['Bern', '?', 0, 745, 46.95],
      ['Zürich', 1, 1, 8, 47],
    ]);
    expect(mistakesOf(() => importRows(tidy(cube), {}, { regions: bad }))).toEqual([
      'places.csv:3:2  Population is blank  (every region needs it)',
      'places.csv:3:3  Area km2: "0" is not a number above 0',
      'places.csv:3:4  longitude 745 is beyond ±180 degrees  (projected coordinates? Degrees are needed)',
    ]);
  });

  it('of links keep their lengths, and other ends become places', () => {
    const links = tableOfRows('ways.csv', [
      ['from', 'to', 'km'],
      ['Aargau', 'Olten', 13],
      ['Olten', 'Bern', '66.5'],
      ['Zürich', 'Aargau', 47],
    ]);
    const made = importRows(tidy(cube), {}, { regions, links });
    expect([...made.tables['links.csv']!.rows][1]).toEqual([
      'Olten',
      'Bern',
      'way',
      66.5,
      null,
      'published',
      'ways.csv',
    ]);
    expect(made.texts['case.yaml']).toContain('places: ["Olten"]');
  });
});
