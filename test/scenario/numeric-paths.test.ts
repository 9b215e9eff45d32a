import { describe, expect, it } from 'vitest';
import { NOISE, type NoiseKey, PARAMETERS, type ParameterKey, TREND } from '../../engine/parameters/parameters.js';
import { numberFields } from '../../engine/policies/fields.js';
import { policyKind } from '../../engine/policies/index.js';
import { numericPaths, resolvePath } from '../../engine/scenario/numeric-paths.js';
import { centralValue } from '../../engine/values/resolve.js';
import { parseText } from './scenario-files.js';

const TEXT = `title: T
coordination: { Jilin: 0.5 }
trend: { industries: { Tobacco: -1% } }
policies:
  - { kind: market, name: Open v1.2, coordination: 0 }
  - { kind: cluster, coordination: { Jilin: 0.25 } }
`;

/** The range in which the number of a path makes sense. */
function plausible(path: string): readonly [number, number] {
  const [group, ...rest] = path.split('.');
  const key = rest.join('.');
  if (group === 'parameters') return PARAMETERS[key as ParameterKey].range;
  if (group === 'noise') return NOISE[key as NoiseKey].range;
  if (path in TREND_RANGES) return TREND_RANGES[path]!;
  const field = numberFields(policyKind(path.includes('cluster') ? 'cluster' : 'market')!)[rest.at(-1)!];
  return field?.range ?? [0, 1];
}

const TREND_RANGES = Object.fromEntries(Object.entries(TREND).map(([key, { range }]) => [`trend.${key}`, range]));

describe('The numbers of a scenario', () => {
  it('each have a path, by which --set changes that number and no other', async () => {
    const before = numericPaths((await parseText(TEXT)).scenario);
    for (const path of before.keys()) {
      // c of all regions gives way to c of each, so that a set of the whole replaces both.
      if (path === 'coordination' || path === 'policies.cluster.coordination') continue;
      const [low, high] = plausible(path);
      const value = (low + high) / 2;
      const after = numericPaths((await parseText(TEXT, [`${path}=${value}`])).scenario);
      for (const [other, quantity] of after) {
        if (other === path) expect(centralValue(quantity)).toBe(value);
        else expect([other, quantity]).toEqual([other, before.get(other)]);
      }
    }
  });

  it('include those of policies by name, dots and all', async () => {
    const paths = numericPaths((await parseText(TEXT)).scenario);
    expect([...paths.keys()].filter((path) => path.includes('coordination'))).toEqual([
      'parameters.coordinationCost',
      'parameters.coordinationDelay',
      'coordination',
      'coordination.Jilin',
      'policies.Open v1.2.coordination',
      'policies.cluster.coordination',
      'policies.cluster.coordination.Jilin',
    ]);
    expect(paths.has('policies.Open v1.2.opening')).toBe(true);
    expect(paths.has('trend')).toBe(false);
  });

  it('are found by their whole path, or by the name of a parameter alone', async () => {
    const paths = numericPaths((await parseText(TEXT)).scenario);
    expect(resolvePath(paths, 'rivalry')).toBe('parameters.rivalry');
    expect(resolvePath(paths, 'parameters.rivalry')).toBe('parameters.rivalry');
    expect(resolvePath(paths, 'response.growing')).toBe('parameters.response.growing');
    expect(resolvePath(paths, 'coordination')).toBe('coordination');
    expect(resolvePath(paths, 'trend.industries.Tobacco')).toBe('trend.industries.Tobacco');
    expect(resolvePath(paths, 'halfLife')).toBeNull();
    expect(resolvePath(paths, 'toString')).toBeNull();
  });

  it('have a path for a trend that is one rate', async () => {
    const { scenario } = await parseText('trend: 4%');
    expect(numericPaths(scenario).get('trend')).toEqual({ kind: 'constant', value: 0.04 });
  });
});
