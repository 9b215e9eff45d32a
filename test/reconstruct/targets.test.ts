import { expect, test } from 'vitest';
import { formatMistake, MistakesError } from '../../engine/mistakes.js';
import { reconstructFromFile } from '../../engine/reconstruct/tables/reconstruct-from-file.js';
import { parseTargets } from '../../engine/reconstruct/targets/parse-targets.js';

const TARGETS = `title: A small case
currency: 10^8 yuan
years: [2005, 2011]
prior:
  industries: prior.csv
  regions:
    - { name: North, parts: [0.6, 50%], status: estimated, source: judgement }
    - { name: South, parts: [0.4, 50%], status: estimated, source: judgement }
  absent:
    - { region: South, industries: [Tobacco], status: estimated, source: none grown }
tables:
  all: { file: outputs.csv }
  some: { leaveOut: [cars in North], approach: [{ figure: "North's part of Food, 2011", weight: 2 }] }
figures:
  - { kind: output, year: 2005, value: 100, place: assumed, status: estimated }
  - { kind: output, year: 2011, value: 200, place: assumed, status: estimated }
  - { kind: partOfRegion, name: cars in North, region: North, industries: [Cars], year: 2011, value: 40%, place: here, status: published }
  - { kind: partOfIndustry, region: North, industries: [Food], year: 2011, value: 0.25, place: there, status: published }
`;
const PRIOR = `code,industry,name_in_paper,share_2005_percent,share_2011_percent,specialised_regions,tilt,status,source
1,Food,,50,40,South,2,estimated,judgement
2,Cars,Car makers,40,50,North; South,2,estimated,judgement
3,Tobacco,,10,10,,1,estimated,judgement
`;

function reader(files: Readonly<Record<string, string>>) {
  return (path: string): Uint8Array => {
    const text = files[path];
    if (text === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
    return new TextEncoder().encode(text);
  };
}

function mistakesOf(targets: string, prior = PRIOR): string[] {
  try {
    parseTargets(reader({ 'a/targets.yaml': targets, 'a/prior.csv': prior }), 'a/targets.yaml');
  } catch (error) {
    if (error instanceof MistakesError)
      return error.mistakes.map(formatMistake).map((line) => line.replaceAll('a/', ''));
    throw error;
  }
  return [];
}

const without = (from: string, to: string): string[] => mistakesOf(TARGETS.replace(from, to));

test('a targets file gives tables over the regions and industries of its prior, with paths seen from its folder', () => {
  const read = reader({ 'a/targets.yaml': TARGETS, 'a/prior.csv': PRIOR });
  const parsed = parseTargets(read, 'a/targets.yaml');
  expect(parsed.files).toEqual(['a/targets.yaml', 'a/prior.csv']);
  expect(parsed.tables.map(({ name, file }) => [name, file])).toEqual([
    ['all', 'a/outputs.csv'],
    ['some', null],
  ]);
  const [all, some] = parsed.tables;
  expect(all!.targets.figures.map((figure) => figure.weight)).toEqual([null, null, null, null]);
  expect(some!.targets.figures.map((figure) => figure.weight)).toEqual([null, null, 0, 2]);
  expect(all!.targets.figures[2]!.value).toBe(0.4);
});

test('the prior has the totals, the parts of regions and the shares of industries that are stated, and 0 where nothing is', () => {
  const { targets } = parseTargets(reader({ 't.yaml': TARGETS, 'prior.csv': PRIOR }), 't.yaml').tables[0]!;
  const [first, second] = targets.prior;
  const sum = (table: Float64Array, cells: readonly number[]) => cells.reduce((all, cell) => all + table[cell]!, 0);
  expect(sum(first!, [0, 1, 2])).toBeCloseTo(60, 9);
  expect(sum(second!, [3, 4, 5])).toBeCloseTo(100, 9);
  expect(sum(second!, [0, 3])).toBeCloseTo(80, 9);
  expect(second![5]).toBe(0);
  // Food and cars weigh alike in the south, food half as much as cars in the north.
  expect((second![0]! * second![4]!) / (second![1]! * second![3]!)).toBeCloseTo(0.5, 9);
});

test('a file is reconstructed from what a given function reads, table by table', () => {
  const { tables } = reconstructFromFile(reader({ 't.yaml': TARGETS, 'prior.csv': PRIOR }), 't.yaml');
  expect(tables.map(({ reconstruction }) => reconstruction.feasible)).toEqual([true, true]);
  expect(tables[0]!.reconstruction.figures[3]!.value).toBeCloseTo(0.25, 12);
});

test('right files have no mistakes', () => {
  expect(mistakesOf(TARGETS)).toEqual([]);
});

test.each([
  ['title:', 'titel:', ['targets.yaml:1:1  unknown key "titel"  (did you mean "title"?)']],
  ['years: [2005, 2011]', 'years: [2011, 2005]', /:3:15 {2}year 2005 does not follow 2011/],
  ['parts: [0.6, 50%]', 'parts: [0.6]', ['targets.yaml:7:29  1 parts for 2 years  (one for each of 2005, 2011)']],
  ['name: South', 'name: North', /targets.yaml:8:15 {2}"North" stands twice/],
  ['industries: prior.csv', 'industries: other.csv', ['targets.yaml:5:15  other.csv: no such file']],
  [
    'industries: [Tobacco]',
    'industries: [Tobaco]',
    /targets.yaml:10:37 {2}unknown industry "Tobaco" {2}\(did you mean "Tobacco"\?\)/,
  ],
  ['region: South', 'region: Sooth', /targets.yaml:10:17 {2}unknown region "Sooth" {2}\(did you mean "South"\?\)/],
  [
    'leaveOut: [cars in North]',
    'leaveOut: [cars in Noth]',
    /targets.yaml:13:22 {2}no figure is named "cars in Noth" {2}\(did you mean "cars in North"\?\)/,
  ],
  ['value: 40%', 'value: 140%', ['targets.yaml:17:102  the value must be above 0 and at most 1, or 100%']],
  ['value: 0.25', 'value: a quarter', /targets.yaml:18:83 {2}a number is needed, such as 0.25 or 25%/],
  ['value: 0.25', 'value: 1e999', /targets.yaml:18:83 /],
  ['kind: partOfIndustry', 'kind: partOfIndustries', /targets.yaml:18:13 {2}.*cannot be "partOfIndustries"/],
  [
    'region: North, industries: [Food], year: 2011',
    'region: North, industries: [Food], year: 2010',
    /targets.yaml:18:70 {2}unknown year "2010"/,
  ],
  [
    'region: North, industries: [Food]',
    'region: South, industries: [Tobacco]',
    /targets.yaml:18:5 {2}South's part of Tobacco, 2011: prior.absent says that there is no output/,
  ],
  [
    '  - { kind: output, year: 2005, value: 100, place: assumed, status: estimated }\n',
    '',
    /targets.yaml:15:3 {2}no figure gives all output of 2005/,
  ],
  [
    'status: published }\n',
    'status: guessed }\n',
    /targets.yaml:17:\d+ {2}.*cannot be "guessed" {2}\(known: published, derived, estimated\)/,
  ],
  ['year: 2011, value: 0.25', 'year: 2011, __proto__: 1, value: 0.25', /"__proto__" cannot be a key/],
])('where %j is %j, the place is named', (from, to, expected) => {
  const found = without(from, to);
  if (expected instanceof RegExp) expect(found.join('\n')).toMatch(expected);
  else expect(found).toEqual(expected);
});

test('every mistake of both files is named at once', () => {
  const targets = TARGETS.replace('name: South', 'name: North');
  const prior = PRIOR.replace('50,40', '-50,40').replace('North; South', 'North; Souht').replace('3,Tobacco', '3,Food');
  expect(mistakesOf(targets, prior)).toEqual([
    'targets.yaml:8:15  "North" stands twice',
    'prior.csv:2:9  share_2005_percent must be above 0, not -50',
    expect.stringMatching(/^prior.csv:2:16 {2}unknown region "South"/),
    expect.stringMatching(/^prior.csv:3:25 {2}unknown region "Souht"/),
    'prior.csv:4:3  industry "Food" stands twice  (first on line 2)',
  ]);
});

test('a similarity needs two different regions, an index two years in order', () => {
  const added = (line: string) => mistakesOf(`${TARGETS}  - ${line}\n`).join('\n');
  const end = 'place: here, status: published';
  expect(added(`{ kind: similarity, regions: [North, North], year: 2011, value: 0.5, ${end} }`)).toContain(
    'a region is always similar to itself',
  );
  expect(
    added(`{ kind: agglomerationIndex, region: North, industry: Cars, years: [2011, 2005], value: 1.2, ${end} }`),
  ).toContain('the first year must come before the last');
});
