import { describe, expect, it } from 'vitest';
import { valueOrigins } from '../../engine/scenario/origins.js';
import { RIGHT_CASE } from '../economy/case-files.js';
import { parse, parseText } from './scenario-files.js';

const FILES = {
  'case.yaml': `${RIGHT_CASE['case.yaml']!}window: 6
parameters:
  rivalry: 25%
  land: 1
`,
  'base.yaml': `case: ./case.yaml
years: { to: 2020 }
policies:
  - kind: land
  - kind: market
    name: Border
    opening: 10%
    delay: 2
  - kind: cluster
    industries: { top: 1 }
`,
  'scenario.yaml': `title: "Mine"
extends: ./base.yaml
parameters: { land: 0.5 }
policies:
  - { name: land, remove: true }
  - name: Border
    opening: uniform(0.1, 0.2)
  - kind: infrastructure
    links: [[Changchun, Jilin]]
`,
};
const SETS = ['window=5', 'policies.cluster.industries.stage=[growing, mature]'];

const listed = async (files: Readonly<Record<string, string>>, sets: readonly string[] = []) =>
  valueOrigins(await parse(files, sets), false).map(
    ({ path, value, at }) => `${path} = ${value} @ ${at?.file}:${at?.line}:${at?.column}`,
  );

describe('Where each value was written', () => {
  it('is the file, line and column of the last layer that wrote it', async () => {
    expect((await listed(FILES, SETS)).sort()).toEqual(
      [
        'case = ./case.yaml @ base.yaml:1:7',
        'parameters.land = 0.5 @ scenario.yaml:3:21',
        'parameters.rivalry = 25% @ case.yaml:10:12',
        'policies.Border.delay = 2 @ base.yaml:8:12',
        'policies.Border.kind = market @ base.yaml:5:11',
        'policies.Border.opening = uniform(0.1, 0.2) @ scenario.yaml:7:14',
        'policies.cluster.industries.stage = [growing, mature] @ --set:2:35',
        'policies.cluster.industries.top = 1 @ base.yaml:10:24',
        'policies.cluster.kind = cluster @ base.yaml:9:11',
        'policies.infrastructure.kind = infrastructure @ scenario.yaml:8:11',
        'policies.infrastructure.links = [[Changchun, Jilin]] @ scenario.yaml:9:12',
        'title = Mine @ scenario.yaml:1:8',
        'window = 5 @ --set:1:8',
        'years.to = 2020 @ base.yaml:2:14',
      ].sort(),
    );
  });

  it('is nowhere for a default, and every number has an origin', async () => {
    const parsed = await parse(FILES, SETS);
    const all = valueOrigins(parsed, true);
    const paths = all.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    const byPath = new Map(all.map((origin) => [origin.path, origin]));
    expect(byPath.get('parameters.barrier')).toEqual({ path: 'parameters.barrier', value: 'beta(5, 5)', at: null });
    expect(byPath.get('policies.Border.ramp')?.at).toBeNull();
    expect(byPath.get('policies.Border.delay')?.at).not.toBeNull();
    expect(byPath.get('years.from')).toEqual({ path: 'years.from', value: '2011', at: null });
    expect(byPath.get('coordination')).toEqual({ path: 'coordination', value: '1', at: null });
  });

  it('holds for a trend that is one rate, whose unused fading is at its defaults', async () => {
    const all = valueOrigins(await parseText('trend: 5%\n'), true);
    expect(all.find(({ path }) => path === 'trend')).toMatchObject({ value: '5%', at: { line: 2, column: 8 } });
  });

  it('is the policy’s field that a set changed, not the policy', async () => {
    const lines = await listed(FILES, ['policies.Border.delay=1']);
    expect(lines.filter((line) => line.includes('--set'))).toEqual(['policies.Border.delay = 1 @ --set:1:23']);
  });
});
