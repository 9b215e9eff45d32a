import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { displayWidth } from '../../engine/report/text/text-width.js';
import { ROOT } from '../source-files.js';
import { call } from './run-in-memory.js';

const TUTORIAL = join(ROOT, 'scenarios/tutorial');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function widest(text: string): number {
  return Math.max(...text.split('\n').map(displayWidth));
}

async function json(...argv: string[]) {
  const { code, stdout, stderr } = await call([...argv, '--format', 'json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}

async function rows(...argv: string[]): Promise<Record<string, string>[]> {
  return parse((await call([...argv, '--format', 'csv'])).stdout, { columns: true });
}

describe('tandem check', () => {
  it('finds the files of the tutorial good and says what they hold', async () => {
    const files = readdirSync(TUTORIAL).filter((name) => name.endsWith('.yaml'));
    const { code, stdout } = await call(['check', ...files.map((name) => join(TUTORIAL, name))]);
    expect(code).toBe(0);
    expect(stdout.match(/ good /g)).toHaveLength(files.length);
    expect(stdout).toContain('2 regions, 2 industries');
  });

  it('prints every mistake of every file and ends with 2', async () => {
    cpSync(TUTORIAL, folder, { recursive: true });
    const outputs = readFileSync(join(folder, 'outputs.csv'), 'utf8')
      .replace('2015,64', '2015,-64')
      .replace('2015,16', '2015,"1,6"');
    writeFileSync(join(folder, 'outputs.csv'), outputs);
    writeFileSync(join(folder, 'extra.yaml'), 'title: T\ncase: ./case.yaml\npolicys: []\n');
    const { code, stdout, stderr } = await call(['check', join(folder, 'case.yaml'), join(folder, 'extra.yaml')]);
    expect(code).toBe(2);
    expect(stdout).toContain('mistakes');
    expect(stderr).toContain('extra.yaml:3:1  unknown key "policys"');
    expect(stderr.match(/outputs\.csv:2:/g)).toHaveLength(1);
    expect(stderr.match(/outputs\.csv:3:/g)).toHaveLength(1);
  });

  it('gives mistakes as rows and as data', async () => {
    const missing = join(folder, 'missing.yaml');
    expect(await rows('check', missing)).toEqual([expect.objectContaining({ file: missing, line: '1', column: '1' })]);
    const { stdout } = await call(['check', missing, '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({ files: [{ file: missing, mistakes: [{ line: 1 }] }], mistakes: 1 });
  });

  it('knows a scenario that names its case wrongly from a case', async () => {
    writeFileSync(join(folder, 'a.yaml'), 'title: T\ncaes: ./case.yaml\npolicies: []\n');
    const { stdout, stderr } = await call(['check', join(folder, 'a.yaml')]);
    expect(stdout).toContain('scenario');
    expect(stderr).toContain('(did you mean "case"?)');
  });

  it('checks every table of a case that has several', async () => {
    cpSync(TUTORIAL, folder, { recursive: true });
    writeFileSync(join(folder, 'bad.csv'), 'region,industry\n');
    const text = readFileSync(join(folder, 'case.yaml'), 'utf8');
    writeFileSync(
      join(folder, 'case.yaml'),
      text.replace('outputs: outputs.csv', 'outputs: { one: outputs.csv, two: bad.csv }\ntable: one'),
    );
    const { code, stderr } = await call(['check', join(folder, 'case.yaml')]);
    expect(code).toBe(2);
    expect(stderr).toContain('bad.csv:1');
  });
});

describe('tandem indicators', () => {
  const file = join(TUTORIAL, 'case.yaml');

  it('gives the tutorial the numbers that can be checked by hand', async () => {
    const found = await json('indicators', file);
    expect(found).toMatchObject({
      year: 2020,
      from: 2015,
      regions: ['East', 'West'],
      currency: 'million',
      prices: 'constant',
    });
    expect(found.locationQuotient[0]).toEqual([1.6, 0.4]);
    expect(found.stage).toEqual([
      ['growing', 'formative'],
      ['formative', 'growing'],
    ]);
    expect(found.similarity[0][1]).toBeCloseTo((2 * 80 * 20) / (80 ** 2 + 20 ** 2), 12);
    expect(found.krugman[0][1]).toBeCloseTo(1.2, 12);
    expect(found.tie[0][1]).toBeCloseTo((100 * 100) / 100 ** 2, 12);
    expect(found.core[0]).toMatchObject({ largestIndustry: 'Cars', largestShare: 0.8 });
    expect(found.theil).toBe(0);
    const { growth, national, mix, competitive, allocation } = found.shiftShare[0];
    expect(national + mix + competitive + allocation).toBeCloseTo(growth, 12);
  });

  it('prints units, year and price basis, within 100 columns', async () => {
    const { stdout } = await call(['indicators', file]);
    for (const text of ['million', '2020', 'constant prices', '2 industries', 'km']) expect(stdout).toContain(text);
    expect(widest(stdout)).toBeLessThanOrEqual(100);
  });

  it('has a row for every cell, and a status where no data reach back', async () => {
    const found = await rows('indicators', file, '--year', '2015');
    expect(found).toHaveLength(4);
    expect(found[0]).toMatchObject({
      region: 'East',
      industry: 'Cars',
      location_quotient: '1.6',
      agglomeration_index: '',
      agglomeration_status: 'no-history',
    });
  });

  it('lists the industries of the regions asked for', async () => {
    const { stdout } = await call(['indicators', file, '--region', 'West']);
    expect(stdout).toContain('West: industries in 2020');
    expect(stdout).not.toContain('East: industries');
  });

  it('looks back as far as --set says', async () => {
    const found = await json('indicators', file, '--set', 'window=2');
    expect(found.from).toBe(2018);
  });

  it('refuses a year without data, an unknown region and what a case does not have', async () => {
    for (const [argv, message] of [
      [['--year', '2017'], 'the case has data for 2015, 2020'],
      [['--region', 'Eest'], 'did you mean "East"?'],
      [['--set', 'parameters.rivalry=1'], '"parameters" cannot be set of a case'],
      [['--set', 'table=other'], 'no table "other"'],
    ] as const) {
      const { code, stdout, stderr } = await call(['indicators', file, ...argv]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(message);
    }
  });

  it('writes cells, pairs and regions as files', async () => {
    const out = join(folder, 'out');
    expect((await call(['indicators', file, '--out', out])).code).toBe(0);
    expect(readdirSync(out).sort()).toEqual([
      'indicators.csv',
      'indicators.json',
      'manifest.json',
      'pairs.csv',
      'regions.csv',
    ]);
  });
});

describe('tandem compare', () => {
  it('writes the gains of its draws as a study of as many draws does', async () => {
    const futures = ['baseline.yaml', 'faster-link.yaml'].map((name) => join(TUTORIAL, name));
    for (const command of ['compare', 'montecarlo'])
      expect((await call([command, ...futures, '--draws', '20', '--out', join(folder, command)])).code).toBe(0);
    const gains = readFileSync(join(folder, 'compare', 'gains.csv'), 'utf8');
    expect(gains).toBe(readFileSync(join(folder, 'montecarlo', 'gains.csv'), 'utf8'));
    expect(gains).toMatch(/^faster-link,baseline,East,/m);
  });
});

describe('tandem plan', () => {
  const file = join(TUTORIAL, 'faster-link.yaml');

  it('says which policy does what in which year, and what it costs', async () => {
    const { code, stdout } = await call(['plan', file]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/length \(km\) +East–West, rail +% +· +· +-25\.0 +-50\.0/);
    expect(stdout).toContain('Faster link (infrastructure); cost in all, undiscounted: 20.0 million');
    expect(widest(stdout)).toBeLessThanOrEqual(100);
  });

  it('has a row for every effect and cost in every year in which there is one', async () => {
    const found = await rows('plan', file);
    expect(found.filter((row) => row.lever === 'distance').map((row) => [row.year, row.value])).toEqual([
      ['2022', '0.25'],
      ['2023', '0.5'],
      ['2024', '0.5'],
      ['2025', '0.5'],
    ]);
    expect(found.filter((row) => row.lever === 'cost')).toMatchObject([
      { policy: 'Faster link', year: '2020', value: '20', unit: 'million' },
    ]);
  });

  it('gives every number that the equation uses', async () => {
    const plan = await json('plan', file);
    expect(plan.distance.map((year: number[][]) => year[0]![1])).toEqual([100, 100, 75, 50, 50, 50]);
    expect(Object.keys(plan)).toEqual(
      expect.arrayContaining([
        'years',
        'regions',
        'industries',
        'window',
        'parameters',
        'history',
        'higherLevel',
        'initial',
        'trend',
        'reference',
        'push',
        'spill',
        'distance',
        'barrier',
        'land',
        'cost',
      ]),
    );
  });

  it('says of each value which file and line it came from, and of defaults only when asked', async () => {
    const { origins } = await json('plan', file, '--set', 'policies.Faster link.ramp=3');
    const where = (path: string) => origins.find((origin: { path: string }) => origin.path === path);
    expect(where('policies.Faster link.delay')).toMatchObject({ value: '1', file: 'faster-link.yaml', line: 11 });
    expect(where('policies.Faster link.ramp')).toMatchObject({ value: '3', file: '--set', line: 1, column: 27 });
    expect(where('years.to')).toMatchObject({ value: '2025', file: 'baseline.yaml', line: 5 });
    expect(where('parameters.rivalry')).toMatchObject({ value: '0.3', file: 'case.yaml' });
    expect(where('parameters.targeting')).toBeUndefined();
    const { stdout } = await call(['plan', file, '--all']);
    expect(stdout).toMatch(/policies\.Faster link\.delay +1 +faster-link\.yaml:11:12\n/);
    expect(stdout).toMatch(/parameters\.targeting +uniform\(0, 1\) +default\n/);
    expect(widest(stdout)).toBeLessThanOrEqual(100);
  });

  it('says of a scenario without policies that it is its reference path', async () => {
    const { stdout } = await call(['plan', join(TUTORIAL, 'baseline.yaml')]);
    expect(stdout).toContain('No policies: the projection is its reference path.');
  });
});

describe('tandem reconstruct', () => {
  const TARGETS = `title: A small table
currency: million
years: [2020]
prior:
  industries: prior.csv
  regions:
    - { name: East, parts: [0.5], status: estimated, source: judgement }
    - { name: West, parts: [0.5], status: estimated, source: judgement }
tables:
  first: { file: first.csv, leaveOut: [impossible] }
  all: {}
figures:
  - { kind: output, name: all, year: 2020, value: 100, place: here, status: published }
  - { kind: partOfTotal, region: East, year: 2020, value: 60%, place: Table 9, status: published }
  - { kind: partOfTotal, name: impossible, region: West, year: 2020, value: 50%, place: Table 9, status: published }
`;
  const PRIOR = `code,industry,name_in_paper,share_2020_percent,specialised_regions,tilt,status,source
1,Cars,,50,,1,estimated,judgement
2,Food,,50,,1,estimated,judgement
`;

  function prepare(): string {
    writeFileSync(join(folder, 'prior.csv'), PRIOR);
    writeFileSync(join(folder, 'targets.yaml'), TARGETS);
    return join(folder, 'targets.yaml');
  }

  it('shows each figure beside what the table gives, and what contradicts', async () => {
    const { code, stdout, stderr } = await call(['reconstruct', prepare()]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/East's part of all output, 2020 +0\.6 +0\.6 +holds/);
    expect(stdout).toMatch(/impossible +0\.5 +0\.4 +left out -20%/);
    expect(stdout).toContain('these 2 figures contradict each other');
    expect(stdout).toContain('  - impossible = 0.5 (Table 9)');
    expect(widest(stdout)).toBeLessThanOrEqual(100);
  });

  it('writes the tables beside the targets with --write, and all of it with --out', async () => {
    const targets = prepare();
    expect((await call(['reconstruct', targets, '--write'])).code).toBe(0);
    expect(existsSync(join(folder, 'first.csv'))).toBe(true);
    await call(['reconstruct', targets, '--out', join(folder, 'out')]);
    expect(readdirSync(join(folder, 'out')).sort()).toEqual([
      'first.csv',
      'manifest.json',
      'reconstruct.json',
      'residuals.csv',
    ]);
    expect(readFileSync(join(folder, 'out/first.csv'), 'utf8')).toBe(readFileSync(join(folder, 'first.csv'), 'utf8'));
    expect(readFileSync(join(folder, 'out/reconstruct.json'), 'utf8')).not.toContain(folder);
  });
});

describe('tandem schema', () => {
  it('gives a JSON Schema that knows the keys of a scenario', async () => {
    const schema = await json('schema', 'scenario');
    expect(Object.keys(schema.properties)).toEqual(
      expect.arrayContaining(['title', 'case', 'extends', 'policies', 'years']),
    );
    expect(schema.additionalProperties).toBe(false);
  });

  it('writes the schemas as files', async () => {
    expect((await call(['schema', '--write', join(folder, 'schema')])).code).toBe(0);
    expect(readdirSync(join(folder, 'schema'))).toEqual([
      'belief.json',
      'case.json',
      'facts.json',
      'scenario.json',
      'study.json',
    ]);
  });
});

describe('tandem policies', () => {
  it('says what the numbers of the equation, of trend and of noise rest on, evidence of years held out included', async () => {
    for (const [group, words] of [
      ['parameters', ['rivalry', 'held out: no evidence', 'marketAccess']],
      ['trend', ['longRun', 'halfLife']],
      ['noise', ['common', 'persistence']],
    ] as const) {
      const { code, stdout } = await call(['policies', group]);
      expect(code).toBe(0);
      const flowing = stdout.replace(/\s+/g, ' ');
      for (const word of words) expect(flowing).toContain(word);
      expect(Math.max(...stdout.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(100);
    }
  });

  it('lists the kinds, and the fields of one with their sources', async () => {
    const { stdout } = await call(['policies']);
    expect(stdout).toContain('infrastructure');
    const one = (await call(['policies', 'infrastructure'])).stdout;
    for (const text of ['shorten', 'Flyvbjerg', 'Where regions act apart', '- kind: infrastructure'])
      expect(one).toContain(text);
    expect(Math.max(widest(stdout), widest(one))).toBeLessThanOrEqual(100);
  });

  it('names the nearest kind', async () => {
    const { code, stderr } = await call(['policies', 'infrastucture']);
    expect(code).toBe(2);
    expect(stderr).toContain('did you mean "infrastructure"?');
  });
});

describe('Commands without values to set', () => {
  it('refuse --set rather than ignore it', async () => {
    for (const argv of [['policies'], ['schema'], ['completion'], ['tour'], ['reconstruct', 'x.yaml']]) {
      const { code, stderr } = await call([...argv, '--set', 'a=1']);
      expect(code).toBe(2);
      expect(stderr).toContain('has no values to set');
    }
  });
});
