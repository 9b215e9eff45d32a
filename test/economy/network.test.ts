import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkLengths, linksBetween, meanSpeed, type Network } from '../../engine/economy/network.js';
import { connectedRegions, rings, shortestPaths } from '../../engine/economy/shortest-paths.js';

/** Rail of the paper's cities, km; the tie distances of its Table 3 run over it. Two places follow the regions. */
const CITIES = ['Changchun', 'Jilin', 'Siping', 'Songyuan', 'Baicheng', 'Nongan', 'Dehui'];
const rail = (from: string, to: string, km: number, minutes: number | null = null, mode = 'rail') => ({
  from: CITIES.indexOf(from),
  to: CITIES.indexOf(to),
  mode,
  km,
  minutes,
});
const NETWORK: Network = {
  nodes: CITIES,
  links: [
    rail('Changchun', 'Jilin', 111, 40),
    rail('Changchun', 'Siping', 115, 60),
    rail('Changchun', 'Nongan', 60, 45),
    rail('Nongan', 'Songyuan', 89, 70),
    rail('Songyuan', 'Baicheng', 184, 150),
    rail('Changchun', 'Jilin', 120, 90, 'road'),
  ],
};

test('paths run through places and take the shorter of parallel links', () => {
  const lengths = linkLengths(NETWORK, 'km');
  const matrix = shortestPaths(NETWORK, lengths, 5);
  expect([...matrix.subarray(0, 5)]).toEqual([0, 111, 115, 149, 333]);
  expect(matrix[1 * 5 + 3]).toBe(260);
});

test('where the rail is slowed below the road, the road is taken', () => {
  const slowed = linkLengths(NETWORK, 'km');
  for (const link of linksBetween(NETWORK, 1, 0, 'rail')) slowed[link] = 130;
  expect(shortestPaths(NETWORK, slowed, 2)[1]).toBe(120);
});

test('a node that no link joins is infinitely far, and regions fall into groups', () => {
  const lengths = linkLengths(NETWORK, 'km');
  expect(shortestPaths(NETWORK, lengths, 7)[6]).toBe(Number.POSITIVE_INFINITY);
  expect(connectedRegions(NETWORK, 5)).toEqual([[0, 1, 2, 3, 4]]);
  expect(connectedRegions({ nodes: CITIES, links: NETWORK.links.slice(0, 3) }, 5)).toEqual([[0, 1, 2], [3], [4]]);
});

test('rings name who is within an hour or a hundred km, nearest first', () => {
  expect(rings(NETWORK, 0, 60, 'minutes').map(({ name, distance }) => [name, distance])).toEqual([
    ['Jilin', 40],
    ['Nongan', 45],
    ['Siping', 60],
  ]);
  expect(rings(NETWORK, 0, 100, 'km').map(({ name }) => name)).toEqual(['Nongan']);
  const faster = linkLengths(NETWORK, 'minutes').map((length, link) =>
    link === 2 || link === 3 ? length / 2 : length,
  );
  expect(rings(NETWORK, 0, 60, 'minutes', faster).map(({ name }) => name)).toEqual([
    'Nongan',
    'Jilin',
    'Songyuan',
    'Siping',
  ]);
});

/** The network with further links. */
const joined = (...links: Network['links'][number][]): Network => ({
  nodes: CITIES,
  links: [...NETWORK.links, ...links],
});

test('new links shorten the ways over them', () => {
  const closed = joined(rail('Jilin', 'Dehui', 70), rail('Dehui', 'Nongan', 50));
  expect(shortestPaths(closed, linkLengths(closed, 'km'), 5)[1 * 5 + 3]).toBe(209);
});

test('a link without minutes is not used where time counts', () => {
  const loop = joined(rail('Jilin', 'Songyuan', 1));
  expect(shortestPaths(loop, linkLengths(loop, 'minutes'), 5)[1 * 5 + 3]).toBe(155);
});

test('mean speed counts the links that have both km and minutes', () => {
  expect(meanSpeed(NETWORK)).toBeCloseTo((111 + 115 + 60 + 89 + 184 + 120) / (40 + 60 + 45 + 70 + 150 + 90), 12);
  expect(meanSpeed({ nodes: CITIES, links: [rail('Changchun', 'Jilin', 111)] })).toBeNull();
});

const randomNetwork = fc.integer({ min: 2, max: 9 }).chain((count) => {
  const node = fc.integer({ min: 0, max: count - 1 });
  const link = fc
    .record({ from: node, to: node, km: fc.double({ min: 0.1, max: 1000, noNaN: true }) })
    .filter(({ from, to }) => from !== to)
    .map((fields) => ({ ...fields, mode: 'rail', minutes: null }));
  const nodes = Array.from({ length: count }, (_, n) => `node ${n}`);
  return fc.record({ nodes: fc.constant(nodes), links: fc.array(link, { minLength: 1, maxLength: 20 }) });
});

test('path lengths are symmetric, obey the triangle inequality, and equal those of Floyd and Warshall', () => {
  fc.assert(
    fc.property(randomNetwork, (network) => {
      const n = network.nodes.length;
      const matrix = shortestPaths(network, linkLengths(network, 'km'), n);
      const expected = floydWarshall(network);
      for (let a = 0; a < n; a++) {
        for (let b = 0; b < n; b++) {
          expect(matrix[a * n + b]).toBe(matrix[b * n + a]);
          if (expected[a * n + b] === Number.POSITIVE_INFINITY)
            expect(matrix[a * n + b]).toBe(Number.POSITIVE_INFINITY);
          else expect(matrix[a * n + b]).toBeCloseTo(expected[a * n + b]!, 8);
          for (let c = 0; c < n; c++) {
            expect(matrix[a * n + b]!).toBeLessThanOrEqual((matrix[a * n + c]! + matrix[c * n + b]!) * (1 + 1e-12));
          }
        }
      }
    }),
  );
});

test('shortening any link never lengthens a path, and no path becomes shorter than by that fraction', () => {
  fc.assert(
    fc.property(randomNetwork, fc.nat(), fc.double({ min: 0, max: 0.99, noNaN: true }), (network, pick, fraction) => {
      const n = network.nodes.length;
      const lengths = linkLengths(network, 'km');
      const before = shortestPaths(network, lengths, n);
      const shortened = lengths.slice();
      shortened[pick % network.links.length]! *= 1 - fraction;
      const after = shortestPaths(network, shortened, n);
      before.forEach((length, pair) => {
        expect(after[pair]!).toBeLessThanOrEqual(length);
        if (length < Number.POSITIVE_INFINITY)
          expect(after[pair]!).toBeGreaterThanOrEqual(length * (1 - fraction) * (1 - 1e-12));
      });
    }),
  );
});

function floydWarshall(network: Network): Float64Array {
  const n = network.nodes.length;
  const matrix = new Float64Array(n * n).fill(Number.POSITIVE_INFINITY);
  for (let a = 0; a < n; a++) matrix[a * n + a] = 0;
  for (const { from, to, km } of network.links) {
    matrix[from * n + to] = Math.min(matrix[from * n + to]!, km);
    matrix[to * n + from] = matrix[from * n + to]!;
  }
  for (let c = 0; c < n; c++) {
    for (let a = 0; a < n; a++) {
      for (let b = 0; b < n; b++) {
        matrix[a * n + b] = Math.min(matrix[a * n + b]!, matrix[a * n + c]! + matrix[c * n + b]!);
      }
    }
  }
  return matrix;
}
