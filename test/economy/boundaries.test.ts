import { geoArea } from 'd3-geo';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Area } from '../../engine/economy/boundaries/boundaries.js';
import { selfCrossing } from '../../engine/economy/boundaries/self-crossing.js';
import { simplifyAreas } from '../../engine/economy/boundaries/simplify-areas.js';
import { LIMITS } from '../../engine/files/limits.js';
import { mistakesWith, parseWith, RIGHT_CASE } from './case-files.js';

type Ring = [number, number][];

const square = (west: number, south: number, side = 1): Ring => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
const feature = (name: unknown, ring: unknown, type = 'Polygon') => ({
  type: 'Feature',
  properties: { name },
  geometry: { type, coordinates: type === 'Polygon' ? [ring] : ring },
});
const collection = <Feature>(...features: Feature[]) => ({ type: 'FeatureCollection', features });
const TWO = collection(feature('Changchun', square(125, 43)), feature('Jilin', square(126, 43)));

/** The right case with a boundary file, each feature on a line of its own. */
function withFile(content: unknown, key = 'boundaries: b.geojson') {
  const { features, ...rest } = content as { features?: unknown[] };
  const lines = features?.map((each) => JSON.stringify(each)).join(',\n');
  const text =
    typeof content === 'string'
      ? content
      : lines === undefined
        ? JSON.stringify(rest)
        : `{"type":"FeatureCollection","features":[\n${lines}\n]}`;
  return { 'case.yaml': `${RIGHT_CASE['case.yaml']}${key}\n`, 'b.geojson': text };
}
const boundariesOf = (content: unknown, key?: string) => parseWith(withFile(content, key)).economy.boundaries!;

/** Points of an area as a set, whatever their order. */
const pointSet = (area: Area) => new Set(area.flat(2).map(([x, y]) => `${x} ${y}`));

describe('Boundaries of a case', () => {
  test('are matched to regions by name, in the order of the regions, whatever the order of the file', () => {
    const { features } = TWO;
    for (const each of [TWO, collection(...[...features].reverse())]) {
      const { regions, others, attribution } = boundariesOf(each);
      expect(regions.map(pointSet)).toEqual([square(125, 43), square(126, 43)].map((ring) => pointSet([[ring]])));
      expect(others).toEqual([]);
      expect(attribution).toBe(null);
    }
  });

  test('may name regions by any property or by the id of a feature, in parts, open, with heights, wound either way', () => {
    const open = square(125, 43).slice(0, -1).reverse();
    const high = square(126, 43).map(([x, y]) => [x, y, 210]);
    const made = collection(
      { ...feature('x', open), id: 'Changchun' },
      { ...feature('y', [[high]], 'MultiPolygon'), id: 'Jilin' },
      { ...feature('z', square(130, 43)), id: ' Jilin ' },
    );
    const key = 'boundaries: { file: b.geojson, id: id, attribution: "© Office" }';
    const { regions, attribution } = boundariesOf(made, key);
    expect(regions.map((area) => area.length)).toEqual([1, 2]);
    expect(attribution).toBe('© Office');
  });

  test('are wound so that each is less than half of the globe, holes the other way', () => {
    const holed = {
      ...feature('Jilin', null),
      geometry: { type: 'Polygon', coordinates: [square(126, 43, 3), square(127, 44)] },
    };
    const { regions } = boundariesOf(collection(feature('Changchun', square(125, 43)), holed));
    const size = (area: Area) => geoArea({ type: 'MultiPolygon', coordinates: area as never });
    const degree = (Math.PI / 180) ** 2 * Math.cos((43.5 * Math.PI) / 180);
    expect(size(regions[0]!)).toBeCloseTo(degree, 5);
    expect(size(regions[1]!)).toBeGreaterThan(7.5 * degree);
    expect(size(regions[1]!)).toBeLessThan(8.5 * degree);
  });

  test('are read from TopoJSON, quantised or not, out of the object that names most regions', () => {
    const arcs = [
      [
        [0, 0],
        [0, 1],
        [1, 0],
      ],
      [
        [1, 1],
        [0, -1],
        [-1, 0],
      ],
      [
        [1, 0],
        [1, 0],
        [0, 1],
        [-1, 0],
      ],
    ];
    const named = (name: string, ...rings: number[][]) => ({ type: 'Polygon', properties: { name }, arcs: rings });
    const topology = {
      type: 'Topology',
      transform: { scale: [1, 1], translate: [125, 43] },
      arcs,
      objects: {
        __proto__: null,
        nation: { type: 'GeometryCollection', geometries: [named('China', [0, 1])] },
        cities: { type: 'GeometryCollection', geometries: [named('Changchun', [0, 1]), named('Jilin', [2, 1, 0])] },
      },
    };
    const { regions } = boundariesOf(topology);
    expect(pointSet(regions[0]!)).toEqual(pointSet([[square(125, 43)]]));
    const absolute = { ...topology, transform: undefined, arcs: [square(125, 43), square(126, 43)] };
    absolute.objects = {
      ...topology.objects,
      cities: { type: 'GeometryCollection', geometries: [named('Changchun', [0]), named('Jilin', [1])] },
    };
    expect(boundariesOf(absolute).regions.map(pointSet)).toEqual(
      [square(125, 43), square(126, 43)].map((ring) => pointSet([[ring]])),
    );
  });

  test('of no region are land around the others where they are near, and are noted', () => {
    const { economy } = parseWith(
      withFile(collection(...TWO.features, feature('Harbin', square(126, 44)), feature('Paris', square(2, 48)))),
    );
    expect(economy.boundaries!.others.map(pointSet)).toEqual([pointSet([[square(126, 44)]])]);
    expect(economy.notes).toContain('boundaries of no region of the case, drawn as ground: Harbin, Paris');
  });

  test('that cross themselves are drawn as they are, and the place is said', () => {
    const bow = [
      [126, 43],
      [128, 45],
      [128, 43],
      [126, 45],
      [126, 43],
    ];
    const { economy } = parseWith(withFile(collection(TWO.features[0], feature('Jilin', bow))));
    expect(economy.notes).toContain(
      'boundaries that cross themselves, drawn as they are: Jilin (near 127.000° east, 44.000° north)',
    );
  });
});

describe('Mistakes in boundaries', () => {
  test.each([
    [
      '{"type": "FeatureCollection",\n "features": [,]}',
      ['b.geojson:2:15  from here on it is no JSON  (boundaries are GeoJSON or TopoJSON)'],
    ],
    ['[]', [/^b.geojson:1:1 {2}neither GeoJSON nor TopoJSON: it has no type/]],
    ['{"type": "Feature\\u001b"}', [/its type is "Feature\ufffd"/]],
    ['{"type": "FeatureCollection"}', [/without a list of features/]],
    ['{"type": "Topology"}', [/whose arcs are no lists of points/]],
    ['{"type": "Topology", "arcs": [], "objects": {}}', [/without a collection of geometries/]],
    [
      '{"type": "FeatureCollection", "features": []}',
      [/case.yaml:8:13 {2}b.geojson: no feature has a property "name" {2}\(the features have no properties\)/],
    ],
    [`${'['.repeat(100_000)}`, [/from here on it is no JSON/]],
    [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, [/neither GeoJSON nor TopoJSON/]],
  ])('%.60s', (text, wanted) => {
    const found = mistakesWith(withFile(text));
    expect(found).toHaveLength(wanted.length);
    for (const [k, each] of wanted.entries()) expect(found[k]).toMatch(each);
  });

  test('of the property stand in the case, with the property that was meant', () => {
    const named = {
      ...TWO,
      features: TWO.features.map((each) => ({ ...each, properties: { NAME: each.properties.name, code: 1 } })),
    };
    expect(mistakesWith(withFile(named))).toEqual([
      'case.yaml:8:13  b.geojson: no feature has a property "name"  (id: NAME names 2 of them)',
    ]);
    expect(mistakesWith(withFile(TWO, 'boundaries: { file: b.geojson, id: nane }'))).toEqual([
      'case.yaml:8:36  b.geojson: no feature has a property "nane"  (id: name names 2 of them)',
    ]);
    expect(mistakesWith(withFile(collection(feature('Tokyo', square(139, 35)))))).toEqual([
      'case.yaml:8:13  b.geojson: no feature\'s "name" names a region of the case  (it names Tokyo; the case has Changchun, Jilin)',
    ]);
  });

  test('of regions without a feature point to the one that may be meant', () => {
    const misspelt = collection(TWO.features[0], feature('Jílin City', square(126, 43)));
    expect(mistakesWith(withFile(misspelt))).toEqual([
      'b.geojson:1:1  no feature for region "Jilin"  (known: Jílin City)',
    ]);
    const near = collection(TWO.features[0], feature('Jilim', square(126, 43)));
    expect(mistakesWith(withFile(near))).toEqual([
      'b.geojson:3:1  no feature for region "Jilin"  (is it this one, "Jilim"?)',
    ]);
    expect(mistakesWith(withFile(collection(TWO.features[0])))).toEqual([
      'b.geojson:1:1  no feature for region "Jilin"  (add it, or leave the boundaries out)',
    ]);
  });

  test('of coordinates and forms stand at their features, all at once', () => {
    const projected = square(437_000, 5_420_000, 1000);
    expect(
      mistakesWith(withFile(collection(feature('Changchun', projected), feature('Jilin', [1, 2], 'Point')))),
    ).toEqual([
      'b.geojson:2:1  Changchun: 437000, 5420000 is no longitude and latitude  (the coordinates look projected, in metres: save them in degrees, WGS 84 (EPSG:4326))',
      'b.geojson:3:1  Jilin: no Polygon or MultiPolygon but Point  (a region is an area)',
    ]);
    expect(
      mistakesWith(
        withFile(
          collection(
            feature('Changchun', square(43, 125)),
            feature('Jilin', [
              [1, 2],
              [3, 4],
              [1, 2],
            ]),
          ),
        ),
      ),
    ).toEqual([
      'b.geojson:2:1  Changchun: 43, 125 is no longitude and latitude  (longitude -180 to 180, then latitude -90 to 90)',
      'b.geojson:3:1  Jilin: a ring of fewer than three points  (a region is an area)',
    ]);
    expect(mistakesWith(withFile(collection(feature('Changchun', [['a', 'b']]), feature('Jilin', []))))).toEqual([
      'b.geojson:2:1  Changchun: no Polygon or MultiPolygon but Polygon  (a region is an area)',
      'b.geojson:3:1  Jilin: a ring of fewer than three points  (a region is an area)',
    ]);
  });

  test('of size say what is too much: bytes, points, and arcs that are used again and again', () => {
    expect(mistakesWith({ ...withFile(''), 'b.geojson': new Uint8Array(LIMITS.boundaryBytes + 1) })).toEqual([
      'b.geojson:1:1  the file is larger than 32 MB  (simplify the boundaries first; a map shows no such detail)',
    ]);
    const arc = Array.from({ length: 1000 }, (_, k) => [k / 1e4, (k % 7) / 10]);
    const rings = Array.from({ length: 1000 }, () => [Array(10).fill(0)]);
    const bomb = {
      type: 'Topology',
      arcs: [arc],
      objects: {
        a: {
          type: 'GeometryCollection',
          geometries: ['Changchun', 'Jilin'].map((name) => ({
            type: 'MultiPolygon',
            properties: { name },
            arcs: rings,
          })),
        },
      },
    };
    expect(mistakesWith(withFile(bomb))).toEqual([
      'b.geojson:1:1  more than 1000000 points  (simplify the boundaries first; a map shows no such detail)',
    ]);
  });

  test('of the key itself are those of every key, and a missing file is named where the case names it', () => {
    expect(mistakesWith(withFile(TWO, 'boundaries: c.geojson'))).toEqual(['case.yaml:8:13  c.geojson: no such file']);
    expect(mistakesWith(withFile(TWO, 'boundaries: { file: c.geojson }'))).toEqual([
      'case.yaml:8:21  c.geojson: no such file',
    ]);
    expect(mistakesWith(withFile(TWO, 'boundaries: { file: b.geojson, ID: name }'))).toEqual([
      'case.yaml:8:32  unknown key "ID" in boundaries  (did you mean "id"?)',
    ]);
    expect(mistakesWith(withFile(TWO, 'places: [{ name: Dehui, longitude: 225, latitude: 44 }]'))[0]).toMatch(
      /^case.yaml:8:36 {2}places\[0\].longitude must be at most 180/,
    );
  });

  test('names of prototypes and arcs that do not exist do no harm', () => {
    const evil =
      '{"type":"FeatureCollection","__proto__":{"x":1},"features":[{"properties":{"__proto__":"Changchun","constructor":"Jilin"}}]}';
    expect(mistakesWith(withFile(evil))).toHaveLength(1);
    expect(({} as { x?: number }).x).toBe(undefined);
    const lost = {
      type: 'Topology',
      arcs: [square(1, 1)],
      objects: {
        a: {
          type: 'GeometryCollection',
          geometries: [
            { type: 'Polygon', properties: { name: 'Changchun' }, arcs: [[7]] },
            { type: 'Polygon', properties: { name: 'Jilin' }, arcs: [[-3]] },
          ],
        },
      },
    };
    expect(mistakesWith(withFile(lost))).toHaveLength(2);
  });
});

describe('A boundary file that was damaged', () => {
  const TOPOLOGY = {
    type: 'Topology',
    transform: { scale: [1, 1], translate: [125, 43] },
    arcs: [
      [
        [0, 0],
        [0, 1],
        [1, 0],
      ],
      [
        [1, 1],
        [0, -1],
        [-1, 0],
      ],
    ],
    objects: {
      cities: {
        type: 'GeometryCollection',
        geometries: ['Changchun', 'Jilin'].map((name) => ({ type: 'Polygon', properties: { name }, arcs: [[0, 1]] })),
      },
    },
  };
  const odd = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(-1, 1e308, 1e9, [], {}, null, 'Polygon', 'MultiPolygon', [[[]]], [[[[]]]], {
      __proto__: { name: 'x' },
    }),
  );

  /** The value with the part that a walk of `steps` ends in put in another's place. */
  function damaged(value: unknown, steps: readonly number[], put: unknown): unknown {
    const [step, ...rest] = steps;
    if (step === undefined || typeof value !== 'object' || value === null) return put;
    const keys = Object.keys(value);
    if (keys.length === 0) return put;
    const key = keys[step % keys.length]!;
    const child = damaged((value as Record<string, unknown>)[key], rest, put);
    return Array.isArray(value) ? value.with(Number(key), child) : { ...value, [key]: child };
  }

  test('is read, or its mistakes are named; nothing else is thrown', () => {
    const steps = fc.array(fc.nat(6), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(fc.constantFrom<unknown>(TWO, TOPOLOGY), steps, odd, (whole, walk, put) => {
        for (const mistake of mistakesWith(withFile(JSON.stringify(damaged(whole, walk, put)))))
          expect(mistake).toMatch(/^(b\.geojson|case\.yaml):\d+:\d+ {2}/);
      }),
      { numRuns: 400 },
    );
  });
});

describe('Simplified boundaries', () => {
  const wavy = (west: number, points: number): Ring => {
    const ring = Array.from({ length: points }, (_, k): [number, number] => {
      const angle = (2 * Math.PI * k) / points;
      const radius = 1 + 0.1 * Math.sin(23 * angle) + 0.01 * Math.sin(997 * angle);
      return [west + radius * Math.cos(angle), 45 + radius * Math.sin(angle)];
    });
    return [...ring, ring[0]!];
  };

  test('keep about as many points as asked, each of them one of the file', () => {
    const rings = [wavy(0, 4000), wavy(3, 4000)];
    const { areas, before, after } = simplifyAreas(
      rings.map((ring) => [[ring]]),
      500,
    );
    expect(before).toBe(8002);
    expect(after).toBeGreaterThan(300);
    expect(after).toBeLessThan(700);
    areas.forEach((area, k) => {
      const given = pointSet([[rings[k]!]]);
      for (const point of pointSet(area)) expect(given.has(point)).toBe(true);
    });
  });

  test('keep every region, however small beside the others, and neighbours keep one border', () => {
    const border = Array.from({ length: 501 }, (_, k): [number, number] => [10 + 0.05 * Math.sin(k), k / 50]);
    const west: Ring = [[0, 0], ...border, [0, 10], [0, 0]];
    const east: Ring = [[20, 0], [20, 10], ...[...border].reverse(), [20, 0]];
    const speck = square(5, 20, 1e-6);
    const { areas } = simplifyAreas([[[west]], [[east]], [[speck]]], 40);
    expect(areas[2]![0]![0]!.length).toBeGreaterThanOrEqual(4);
    const inner = (area: Area) => [...pointSet(area)].filter((point) => /^(9|10)\./.test(point)).sort();
    expect(inner(areas[0]!)).toEqual(inner(areas[1]!));
    expect(inner(areas[0]!).length).toBeLessThan(60);
  });

  test('of few points are all kept', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 300 }), (points) => {
        const { before, after } = simplifyAreas([[[wavy(0, points)]]]);
        expect(after).toBe(before);
      }),
    );
  });
});

describe('A ring that crosses itself', () => {
  const star = (radii: readonly number[]): Ring => {
    const ring = radii.map((radius, k): [number, number] => {
      const angle = (2 * Math.PI * k) / radii.length;
      return [radius * Math.cos(angle), radius * Math.sin(angle)];
    });
    return [...ring, ring[0]!];
  };
  const radii = fc.array(fc.double({ min: 0.5, max: 2, noNaN: true }), { minLength: 5, maxLength: 60 });

  test('is none that goes once around a point, each corner at its own angle', () => {
    fc.assert(
      fc.property(radii, (each) => {
        expect(selfCrossing(star(each))).toBe(null);
      }),
    );
  });

  test('is found wherever two far corners of one change places', () => {
    fc.assert(
      fc.property(radii, (each) => {
        const ring = star(each);
        const [a, b] = [1, 1 + Math.floor(each.length / 2)];
        [ring[a], ring[b]] = [ring[b]!, ring[a]!];
        expect(selfCrossing(ring)).not.toBe(null);
      }),
    );
  });
});
