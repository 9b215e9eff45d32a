import { describe, expect, test } from 'vitest';
import { linkLengths } from '../../engine/economy/network.js';
import { parseCase } from '../../engine/economy/parse-case.js';
import { shortestPaths } from '../../engine/economy/shortest-paths.js';
import { economicTie } from '../../engine/indicators/economic-tie.js';
import { FOLDER, readBundled } from './bundled.js';

const TIES: readonly (readonly [string, number, number])[] = [
  ['Jilin', 43.3983, 111],
  ['Siping', 20.70302, 115],
  ['Songyuan', 11.50375, 149],
  ['Liaoyuan', 3.488354, 197],
  ['Baicheng', 1.446164, 333],
  ['Baishan', 0.7935, 457],
  ['Tonghua', 1.377607, 397],
  // The paper's Yanji is the seat of Yanbian.
  ['Yanbian', 1.062989, 505],
];

describe.each(['indicators', 'shares'])('the case with the table %s', (table) => {
  const { economy } = parseCase(readBundled, `${FOLDER}/case.yaml`, { table });

  test('reads with one note, that Other mining has no chains, over the nine prefectures and 39 divisions of 2005 and 2011', () => {
    expect(economy.notes).toEqual([expect.stringMatching(/without chains: Other mining$/)]);
    expect(economy.regions).toHaveLength(9);
    expect(economy.industries).toHaveLength(39);
    expect(economy.years).toEqual([2005, 2011]);
  });

  test('gives the eight ties of Table 3 over shortest paths of rail', () => {
    const { regions, facts, network } = economy;
    const distance = shortestPaths(network!, linkLengths(network!, 'km'), regions.length);
    const changchun = regions.indexOf('Changchun');
    for (const [name, published, km] of TIES) {
      const r = regions.indexOf(name);
      expect(distance[changchun * regions.length + r]).toBe(km);
      const end = (s: number) => ({ product: facts!.gdp[s]!, population: facts!.population[s]! });
      const tie = economicTie(end(changchun), end(r), km);
      expect(Math.abs(tie! / published - 1)).toBeLessThan(1e-7);
    }
  });
});

test('gross products of the nine prefectures sum to the province of 2011', () => {
  const { facts } = parseCase(readBundled, `${FOLDER}/case.yaml`).economy;
  expect(facts!.gdp.reduce<number>((sum, gdp) => sum + gdp!, 0)).toBeCloseTo(10531, 6);
});

test('every place of the loop of section 3.6 is on the network, and the links between them that the loop builds are not', () => {
  const { network, regions } = parseCase(readBundled, `${FOLDER}/case.yaml`).economy;
  const km = linkLengths(network!, 'km');
  const loop = ['Nongan', 'Dehui', 'Yushu', 'Jiaohe', 'Huadian', 'Panshi', 'Gongzhuling'];
  expect(network!.nodes.slice(regions.length)).toEqual(loop);
  const nodes = loop.map((name) => network!.nodes.indexOf(name));
  const paths = shortestPaths(network!, km, network!.nodes.length);
  for (const node of nodes) expect(paths[node]).toBeLessThan(300);
  nodes.slice(1).forEach((node, k) => {
    const joined = network!.links.some(({ from, to }) => [from, to].includes(node) && [from, to].includes(nodes[k]!));
    expect(joined).toBe(false);
  });
});
