import { expect, test } from 'vitest';
import { parseCase } from '../../engine/economy/parse-case.js';
import { edited, parseWith, RIGHT_CASE, readFrom } from './case-files.js';

test('a case becomes arrays in the order in which its outputs name regions and industries', () => {
  const { economy, files, tables, document } = parseWith({});
  expect(economy).toMatchObject({
    title: 'Two cities',
    currency: '10^8 yuan',
    prices: 'current',
    table: null,
    regions: ['Changchun', 'Jilin'],
    industries: ['Transport', 'Tobacco'],
    years: [2005, 2011],
    higherLevel: null,
    barriers: [],
    distance: 'km',
    inputOutput: null,
    tieExponent: 2,
    deflator: 0,
    valueAddedShare: 0.28,
    window: 6,
    facts: {
      gdp: [3329, null],
      population: [345, 220],
      area: [20604, 27120],
      longitude: [125.3, null],
      latitude: [43.9, null],
    },
    network: { nodes: ['Changchun', 'Jilin'], links: [{ from: 0, to: 1, mode: 'rail', km: 111, minutes: 40 }] },
    notes: ['no gdp for Jilin: value added is taken as 0.28 of output'],
  });
  expect(economy.outputs.map((year) => [...year])).toEqual([
    [100, 10, 20, 5],
    [200, 15, 30, 0],
  ]);
  expect(files).toEqual(['case.yaml', 'outputs.csv', 'regions.csv', 'links.csv']);
  expect(tables).toEqual([]);
  expect(document.positionOf(['currency'], 'value')).toEqual({ file: 'case.yaml', line: 2, column: 11 });
});

test('the order of rows changes nothing but the order of regions and industries', () => {
  const [header, ...rows] = RIGHT_CASE['outputs.csv']!.trim().split('\n');
  const { economy } = parseWith({ 'outputs.csv': [header, ...rows.reverse()].join('\n') });
  expect(economy.regions).toEqual(['Jilin', 'Changchun']);
  expect(economy.years).toEqual([2005, 2011]);
  expect(economy.outputs.map((year) => [...year])).toEqual([
    [5, 20, 10, 100],
    [0, 30, 15, 200],
  ]);
});

test('tables are found beside the case wherever its folder is, with either slash', () => {
  const moved = Object.fromEntries(Object.entries(RIGHT_CASE).map(([file, text]) => [`/data/x/${file}`, text]));
  const read = readFrom({ ...moved, '/data/x/tables/o.csv': RIGHT_CASE['outputs.csv']! });
  expect(parseCase(read, '/data/x/case.yaml').files).toContain('/data/x/outputs.csv');
  const text = RIGHT_CASE['case.yaml']!.replace('outputs.csv', 'tables\\o.csv');
  const files = parseCase(
    readFrom({ ...moved, '/data/x/case.yaml': text, '/data/x/tables/o.csv': RIGHT_CASE['outputs.csv']! }),
    '/data/x/case.yaml',
  ).files;
  expect(files).toContain('/data/x/tables/o.csv');
});

test('BOM and CRLF in every file change nothing', () => {
  const files = Object.fromEntries(
    Object.entries(RIGHT_CASE).map(([file, text]) => [file, `\uFEFF${text.replaceAll('\n', '\r\n')}`]),
  );
  expect(parseWith(files).economy).toEqual(parseWith({}).economy);
});

test('a JSON case is a case', () => {
  const json = {
    title: 'x',
    currency: 'EUR',
    prices: '2015',
    outputs: 'outputs.csv',
    higherLevelRegion: 'sum',
    deflator: 0.03,
  };
  const { economy } = parseWith({ 'case.yaml': JSON.stringify(json) });
  expect(economy).toMatchObject({ currency: 'EUR', prices: '2015', deflator: 0.03 });
});

test('of several tables the one that is chosen is read, by the case or over it', () => {
  const files = {
    ...edited(
      'case.yaml',
      'outputs: outputs.csv',
      'outputs: { indicators: outputs.csv, shares: shares.csv }\ntable: indicators',
    ),
    'shares.csv': RIGHT_CASE['outputs.csv']!.replace(',200,', ',300,'),
  };
  expect(parseWith(files).economy).toMatchObject({ table: 'indicators' });
  const { economy, tables, files: opened } = parseWith(files, { table: 'shares' });
  expect(economy.table).toBe('shares');
  expect(economy.outputs[1]![0]).toBe(300);
  expect(tables).toEqual(['indicators', 'shares']);
  expect(opened).not.toContain('outputs.csv');
});

test('rates are written as numbers or percentages, and a window may be set over the case', () => {
  const text = `${RIGHT_CASE['case.yaml']}deflator: 3%\nvalueAddedShare: 30 %\nwindow: 4\n`;
  expect(parseWith({ 'case.yaml': text }).economy).toMatchObject({ deflator: 0.03, valueAddedShare: 0.3, window: 4 });
  expect(parseWith({ 'case.yaml': text }, { window: 5 }).economy.window).toBe(5);
});

test('without regions or links the case is read, and what is off is noted', () => {
  expect(parseWith(edited('case.yaml', 'links: links.csv\n', '')).economy).toMatchObject({
    network: null,
    notes: [
      'no links table: ties, market access, rivalry and shared pushes are off',
      'no gdp for Jilin: value added is taken as 0.28 of output',
    ],
  });
  expect(parseWith(edited('case.yaml', 'regions: regions.csv\nlinks: links.csv\n', '')).economy).toMatchObject({
    facts: null,
    network: null,
    notes: [
      'no regions and no links table: ties, market access, rivalry and shared pushes are off',
      'no gdp for every region: value added is taken as 0.28 of output',
    ],
  });
});

test('one region and one industry are a case', () => {
  const { economy } = parseWith({
    ...edited('case.yaml', 'regions: regions.csv\nlinks: links.csv\n', ''),
    'outputs.csv': 'region,industry,year,output,status,source\nA,x,2005,1,published,\nA,x,2010,2,published,\n',
  });
  expect(economy.outputs.map((year) => [...year])).toEqual([[1], [2]]);
});

test('an industry without any output is a case, with a note', () => {
  const text = RIGHT_CASE['outputs.csv']!.replaceAll(/Tobacco,(\d+),\d+/g, 'Tobacco,$1,0');
  expect(parseWith({ 'outputs.csv': text }).economy.notes).toContain('no output in any region and year: Tobacco');
});

test('places are nodes after the regions; those without a link are noted', () => {
  const { economy } = parseWith({
    ...edited('case.yaml', 'links: links.csv', 'links: links.csv\nplaces: [Nongan, Dehui]'),
    'links.csv':
      'from,to,mode,km,minutes,status,source\nChangchun,Nongan,road,60,,published,\nNongan,Jilin,rail,80,,published,\n',
  });
  expect(economy.network?.nodes).toEqual(['Changchun', 'Jilin', 'Nongan', 'Dehui']);
  expect(economy.notes).toContain('places that no link of the case uses: Dehui');
});

test('barriers of single pairs are read by region index', () => {
  const { economy } = parseWith({
    ...edited('case.yaml', 'links: links.csv', 'links: links.csv\nbarriers: barriers.csv'),
    'barriers.csv': 'from,to,barrier\nJilin,Changchun,0.3\n',
  });
  expect(economy.barriers).toEqual([{ a: 1, b: 0, barrier: 0.3 }]);
});

test('a higher-level region of its own is read by year, with notes on what looks odd', () => {
  const { economy } = parseWith({
    ...edited('case.yaml', 'sum', 'china.csv'),
    'china.csv':
      'industry,year,output\nTobacco,2005,50\nTransport,2005,900\nTobacco,2011,90\nTransport,2011,100\nTransport,2008,1\n',
  });
  expect(economy.higherLevel?.map((year) => [...year])).toEqual([
    [900, 50],
    [100, 90],
  ]);
  expect(economy.notes).toContain('china.csv: less than the sum of the regions in 2011: Transport');
  expect(economy.notes).toContain('china.csv: not observed in the regions, so left aside: 2008');
});
