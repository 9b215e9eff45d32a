import { geoDistance } from 'd3-geo';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Degrees } from '../../engine/economy/boundaries/boundaries.js';
import type { Economy } from '../../engine/economy/economy.js';
import { parseCase } from '../../engine/economy/parse-case.js';
import { PAGE_PAINT, PAPER_PAINT } from '../../engine/report/figures/drawing/colours.js';
import { figureFile } from '../../engine/report/figures/drawing/figure-file.js';
import { ringsPath } from '../../engine/report/figures/map/area-path.js';
import { gainScale } from '../../engine/report/figures/map/gain-scale.js';
import { locatedNodes } from '../../engine/report/figures/map/located.js';
import { mapFigure } from '../../engine/report/figures/map/map-figure.js';
import { fitMap, roundLength } from '../../engine/report/figures/map/projection.js';
import { figureHtml } from '../../engine/report/page/figure-html.js';
import { readBundled } from '../bundled.js';
import { bare, found, unclosed } from './html-checks.js';

const ROOM = { width: 420, mostHeight: 400, sides: 14, ends: 10 };

/** A map of a case whose regions gain as given, the same in both years. */
function mapOf(economy: Economy, changes = economy.regions.map((_, r) => (r - 2) / 100)) {
  return mapFigure({
    id: 'map',
    title: 'Who gains',
    panelTitle: 'Output',
    finding: 'Some gain.',
    economy,
    changes: changes.map((change) => [0, change]),
    output: economy.regions.map((_, r) => [1 + r, 2 + r]),
    links: (economy.network?.links ?? []).map(({ from, to }, k) => ({
      from,
      to,
      rail: true,
      changed: [false, k === 0],
    })),
    what: 'output, together against apart',
    less: 'less than apart',
    more: 'more than apart',
    first: [0],
    years: [2011, 2030],
    table: { title: 'Output', columns: [{ heading: 'region' }], rows: [] },
  });
}

let north: Economy;
let jilin: Economy;
beforeAll(() => {
  north = parseCase(readBundled(), 'uk-north/case.yaml').economy;
  jilin = parseCase(readBundled(), 'changchun-jilin/case.yaml').economy;
});

describe('The projection of a map', () => {
  const around: fc.Arbitrary<Degrees[]> = fc
    .tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -80, max: 80, noNaN: true }))
    .chain(([x, y]) =>
      fc.array(
        fc
          .tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true }))
          .map(([dx, dy]): Degrees => [((x + dx + 540) % 360) - 180, y + dy]),
        { minLength: 2, maxLength: 8 },
      ),
    );

  it('shows every place within its room, wherever on the globe, across the date line too', () => {
    fc.assert(
      fc.property(around, (places) => {
        const { at, height } = fitMap([], places, ROOM);
        for (const { x, y } of places.map(at)) {
          expect(x).toBeGreaterThan(ROOM.sides - 1);
          expect(x).toBeLessThan(ROOM.width - ROOM.sides + 1);
          expect(y).toBeGreaterThan(ROOM.ends - 1);
          expect(y).toBeLessThan(height - ROOM.ends + 1);
        }
        expect(height).toBeLessThanOrEqual(ROOM.mostHeight + 1);
      }),
    );
  });

  it('keeps distances to the scale of length, within a hundredth on a region of some hundred kilometres', () => {
    fc.assert(
      fc.property(around, (places) => {
        const { at, kilometres } = fitMap([], places, ROOM);
        const [a, b] = [places[0]!, places.at(-1)!];
        const drawn = Math.hypot(at(a).x - at(b).x, at(a).y - at(b).y) * kilometres!;
        const truth = geoDistance([...a], [...b]) * 6371.0088;
        expect(Math.abs(drawn - truth)).toBeLessThanOrEqual(0.01 * truth + 0.05);
      }),
    );
  });

  it('puts Changchun and Jilin 99 km apart, north up and east right', () => {
    const { at, kilometres } = fitMap(
      [],
      [
        [125.32, 43.9],
        [126.55, 43.84],
        [124.83, 45.14],
      ],
      ROOM,
    );
    const [changchun, city, songyuan] = [at([125.32, 43.9]), at([126.55, 43.84]), at([124.83, 45.14])];
    // Published latitudes and longitudes: 1.23° of longitude at 43.87° north are 98.8 km.
    expect(Math.hypot(changchun.x - city.x, changchun.y - city.y) * kilometres!).toBeCloseTo(98.9, 0);
    expect(city.x).toBeGreaterThan(changchun.x);
    expect(songyuan.y).toBeLessThan(changchun.y);
  });

  it('is of the world where regions lie far apart, without a scale of length', () => {
    const { at, kilometres } = fitMap(
      [],
      [
        [-100, 40],
        [100, 40],
        [20, -30],
      ],
      ROOM,
    );
    expect(kilometres).toBe(null);
    expect(at([-100, 40]).x).toBeLessThan(at([100, 40]).x);
  });

  it('gives lengths that are round and fit', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 100, noNaN: true }), (kilometres) => {
        const length = roundLength(kilometres, 110);
        expect(length / kilometres).toBeLessThanOrEqual(110);
        expect(length / kilometres).toBeGreaterThan(40);
        expect(String(Number(length.toPrecision(3))).replace(/[.0]|e.*/g, '')).toMatch(/^[125]$/);
      }),
    );
  });
});

describe('The path of an area', () => {
  /** Corners of a path of relative steps, as a browser reads them. */
  function cornersOf(path: string): [number, number][][] {
    let [x, y] = [0, 0];
    return [...path.matchAll(/m([^l]*)l([^z]*)z/g)].map(([, start, steps]) => {
      const numbers = (text: string) => [...text.matchAll(/-?(?:\d+(?:\.\d+)?|\.\d+)/g)].map(Number);
      const [dx, dy] = numbers(start!);
      [x, y] = [x + dx!, y + dy!];
      const first: [number, number] = [x, y];
      const ring = [first];
      const all = numbers(steps!);
      for (let k = 0; k < all.length; k += 2) {
        [x, y] = [x + all[k]!, y + all[k + 1]!];
        ring.push([x, y]);
      }
      [x, y] = first;
      return ring;
    });
  }

  it('leads through every corner to a tenth of a pixel, however long', () => {
    const coordinate = fc.double({ min: -500, max: 500, noNaN: true });
    const rings = fc.array(fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 3, maxLength: 80 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(rings, (given) => {
        const read = cornersOf(ringsPath(given));
        expect(read).toHaveLength(given.length);
        given.forEach((ring, k) => {
          for (const { x, y } of ring)
            expect(
              read[k]!.some((corner) => Math.abs(corner[0] - x) < 0.0501 && Math.abs(corner[1] - y) < 0.0501),
            ).toBe(true);
        });
      }),
    );
  });
});

describe('The colours of a map', () => {
  it('are the same on both sides of nothing, and the largest change has the strongest', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1 }), (changes) => {
        const { step, breaks } = gainScale(changes);
        expect([...breaks].sort((a, b) => a - b)).toEqual(breaks);
        for (const change of changes) expect(step(-change) + step(change)).toBe(0);
        const most = changes.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
        if (Math.abs(most) > 1e-9) expect(Math.abs(step(most))).toBeGreaterThanOrEqual(2);
        expect(step(0)).toBe(0);
      }),
    );
  });
});

describe('The map of a case', () => {
  it('draws every region once, with its name and its change, areas where the case has boundaries and circles where not', () => {
    for (const [economy, mark] of [
      [north, 'path'],
      [jilin, 'circle'],
    ] as const) {
      const svg = mapOf(economy)!.panels[0]!.draw(PAGE_PAINT);
      const shapes = found(svg, new RegExp(`<${mark}[^>]* data-tip="`));
      expect(shapes).not.toEqual([]);
      expect(svg.match(new RegExp(`<${mark}[^>]* data-tip="`, 'g'))).toHaveLength(economy.regions.length);
      for (const name of economy.regions) expect(svg).toContain(`data-tip="${name}, output, together against apart"`);
    }
  });

  it('colours each region by what it gains, and draws the links that change thick', () => {
    const changes = jilin.regions.map((_, r) => [0.09, -0.09][r] ?? 0);
    const svg = mapOf(jilin, changes)!.panels[0]!.draw(PAPER_PAINT);
    const fills = [...svg.matchAll(/<circle[^>]* r="[\d.]+" fill="(#\w+)" stroke="#1d2330"/g)].map((match) => match[1]);
    expect(fills.filter((fill) => fill === PAPER_PAINT.step(3))).toHaveLength(1);
    expect(fills.filter((fill) => fill === PAPER_PAINT.step(-3))).toHaveLength(1);
    expect(fills.filter((fill) => fill === PAPER_PAINT.step(0))).toHaveLength(7);
    expect(svg.match(/stroke-width="3.8"/g)).toHaveLength(1);
  });

  it('prints what the source asks for, and says what colours and lines mean', () => {
    const figure = mapOf(north)!;
    expect(figure.panels[0]!.draw(PAPER_PAINT)).toContain(
      'Office for National Statistics, Open Government Licence v3.0',
    );
    expect(figure.caption).toBe(
      'Blue: more, brown: less. Lines: railways; thick ones are made faster or new. One run at central values.',
    );
    expect(figure.panels[0]!.description).toContain('Cumbria');
  });

  it('lets no two names collide, and all of them stay in the picture', () => {
    for (const economy of [north, jilin]) {
      const panel = mapOf(economy)!.panels[0]!;
      const names = [
        ...panel.draw(PAPER_PAINT).matchAll(/<text class="on-map" x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</g),
      ];
      expect(names.filter((match) => /%/.test(match[3]!))).toHaveLength(economy.regions.length);
      const lines = names.map(([, x, y, text]) => ({ x: Number(x), y: Number(y), half: text!.length * 2.4 }));
      for (const [k, a] of lines.entries()) {
        expect(a.x - a.half).toBeGreaterThan(-2);
        expect(a.x + a.half).toBeLessThan(panel.width + 2);
        for (const b of lines.slice(k + 1))
          expect(Math.abs(a.y - b.y) >= 12.9 || Math.abs(a.x - b.x) >= a.half + b.half).toBe(true);
      }
    }
  });

  it('keeps markup in names and sources as text, on the page and in files', () => {
    const evil = '</svg><img src=x onerror=alert(1)>"\'&\u0007';
    const economy: Economy = {
      ...north,
      regions: [evil, ...north.regions.slice(1)],
      places: [{ name: evil, at: [-2, 54] }],
      boundaries: { ...north.boundaries!, attribution: evil },
    };
    const figure = mapOf(economy)!;
    const html = figureHtml(figure, 2);
    expect(unclosed(html)).toEqual([]);
    expect(found(bare(html), /<img|<[^>]* on\w+=/)).toEqual([]);
    const file = figureFile(figure, []);
    expect(found(file, /<img/)).toEqual([]);
    expect(file.includes('\u0007')).toBe(false);
  });

  it('is small: less than 60 kB of paths, and the slider’s years as colours only', () => {
    const html = figureHtml(mapOf(north)!, 2);
    expect([...html.matchAll(/ d="([^"]*)"/g)].reduce((sum, match) => sum + match[1]!.length, 0)).toBeLessThan(60_000);
    expect(html.match(/data-frames="\{&quot;fill&quot;/g)).toHaveLength(11);
  });

  it('needs two regions with a place; a place without one stands between its neighbours, or is named as missing', () => {
    expect(mapOf({ ...jilin, facts: null })).toBe(null);
    const lost = { ...jilin, places: jilin.places!.map((place) => ({ ...place, at: null })) };
    const [nongan, dehui] = [locatedNodes(lost)[9]!, locatedNodes(lost)[10]];
    // Between Changchun at 43.90 and Songyuan at 45.14 degrees north, nearer to the first.
    expect(nongan[1]).toBeGreaterThan(43.9);
    expect(nongan[1]).toBeLessThan((43.9 + 45.14) / 2);
    expect(dehui).toBe(null);
    expect(mapOf(lost)!.caption).toContain(
      'Not on the map, for want of coordinates: Dehui, Yushu, Huadian and Panshi.',
    );
  });

  it('of one hundred regions with long names is drawn at once', () => {
    const count = 100;
    const side = Array.from({ length: count }, (_, k): [number, number] => [k % 10, Math.floor(k / 10)]);
    const economy: Economy = {
      ...north,
      regions: side.map((_, k) => `The united administrative region number ${k}`),
      facts: null,
      network: null,
      boundaries: {
        attribution: null,
        others: [],
        regions: side.map(([x, y]) => [
          [
            [
              [x, y],
              [x, y + 1],
              [x + 1, y + 1],
              [x + 1, y],
              [x, y],
            ],
          ],
        ]),
      },
    };
    const svg = mapOf(economy)!.panels[0]!.draw(PAGE_PAINT);
    expect(svg.match(/data-tip/g)).toHaveLength(count);
    expect(found(svg, /NaN|Infinity/)).toEqual([]);
  });
});
