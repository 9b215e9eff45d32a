import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantityAt } from '../../engine/values/resolve.js';
import { RIGHT_CASE } from '../economy/case-files.js';
import { type Files, parameter, parse, policyNames, policyNumber } from './scenario-files.js';

/** Files that say something in none, some or all of the places where it may be said, by order of precedence. */
function layered(inCase: string, extended: string, own: string): Files {
  return {
    'case.yaml': `${RIGHT_CASE['case.yaml']!}${inCase}\n`,
    'extended.yaml': `case: ./case.yaml\n${extended}\n`,
    'scenario.yaml': `extends: ./extended.yaml\n${own}\n`,
  };
}

describe('A parameter', () => {
  it('is its default where nobody says anything', async () => {
    expect(parameter(await parse(layered('', '', '')), 'rivalry')).toBe(0.3);
  });

  it('is what the last of case, extended file, file and --set says, whichever of them say anything', async () => {
    const said = fc.option(fc.integer({ min: 1, max: 90 }), { nil: null });
    await fc.assert(
      fc.asyncProperty(said, said, said, said, async (inCase, extended, own, set) => {
        const text = (percent: number | null) => (percent === null ? '' : `parameters: { rivalry: ${percent}% }`);
        const sets = set === null ? [] : [`parameters.rivalry=${set}%`];
        const parsed = await parse(layered(text(inCase), text(extended), text(own)), sets);
        const expected = set ?? own ?? extended ?? inCase ?? 30;
        expect(parameter(parsed, 'rivalry')).toBeCloseTo(expected / 100, 14);
      }),
      { numRuns: 40 },
    );
  });

  it('leaves its neighbours alone', async () => {
    const parsed = await parse(
      layered('parameters: { rivalry: 0.1 }', 'parameters: { land: 0.4 }', 'parameters: { barrier: 0.2 }'),
      ['parameters.response.growing=2'],
    );
    expect(parameter(parsed, 'rivalry')).toBe(0.1);
    expect(parameter(parsed, 'land')).toBe(0.4);
    expect(parameter(parsed, 'barrier')).toBe(0.2);
    expect(parameter(parsed, 'response.growing')).toBe(2);
    expect(parameter(parsed, 'response.mature')).toBe(1);
  });
});

describe('Years', () => {
  it('run twenty from the last observed one where nobody says anything', async () => {
    const { scenario } = await parse(layered('', '', ''));
    expect(scenario.years).toEqual({ from: 2011, to: 2031 });
  });

  it('take each end from the last place that says it', async () => {
    const { scenario } = await parse(layered('years: { from: 2005, to: 2012 }', 'years: { to: 2020 }', ''), [
      'years.to=2015',
    ]);
    expect(scenario.years).toEqual({ from: 2005, to: 2015 });
  });
});

describe('A trend', () => {
  it('that is one rate replaces the fading of a file below, and the other way round', async () => {
    const rate = await parse(layered('', 'trend: { longRun: 4% }', 'trend: 6%'));
    expect(rate.scenario.trend.all).toEqual({ kind: 'constant', value: 0.06 });
    const fading = await parse(layered('trend: 6%', '', 'trend: { longRun: 4% }'));
    expect(fading.scenario.trend.all).toBeNull();
    expect(quantityAt(fading.scenario.trend.numbers.longRun, 2011)).toBe(0.04);
  });

  it('merges key by key where both are mappings', async () => {
    const { scenario } = await parse(
      layered('trend: { halfLife: 2 }', 'trend: { industries: { Transport: 7% } }', 'trend: { longRun: 4% }'),
      ['trend.industries.Tobacco=-1%'],
    );
    expect(scenario.trend.numbers.halfLife).toEqual({ kind: 'constant', value: 2 });
    expect(scenario.trend.industries).toEqual({
      Transport: { kind: 'constant', value: 0.07 },
      Tobacco: { kind: 'constant', value: -0.01 },
    });
  });
});

describe('Coordination', () => {
  it('is 1 by default, and the last place that says it counts', async () => {
    expect((await parse(layered('', '', ''))).scenario.coordination.all).toEqual({ kind: 'constant', value: 1 });
    const { scenario } = await parse(layered('', 'coordination: 0', 'coordination: 50%'));
    expect(scenario.coordination).toEqual({ all: { kind: 'constant', value: 0.5 }, regions: {} });
  });

  it('of single regions merges by region, and one number replaces all of them', async () => {
    const files = layered('', 'coordination: { Jilin: 0 }', 'coordination: { Changchun: 50% }');
    expect((await parse(files)).scenario.coordination.regions).toEqual({
      Jilin: { kind: 'constant', value: 0 },
      Changchun: { kind: 'constant', value: 0.5 },
    });
    expect((await parse(files, ['coordination=1'])).scenario.coordination.regions).toEqual({});
  });
});

describe('Noise, title, table, window, correlations, outcomes and goals', () => {
  it('come from the last place that says them', async () => {
    const outcome = (factor: number) => `outcomes: { size: 'output() * ${factor}', fixed: output() }`;
    const parsed = await parse(
      layered(
        'noise: { cell: 1%, region: 1% }\nwindow: 3',
        `title: below\nnoise: { cell: 2% }\nwindow: 4\ncorrelations: [[rivalry, barrier, 0.1]]\n${outcome(1)}`,
        `title: above\ncorrelations: [[land, barrier, 0.2]]\noutcomes: { size: output() * 2 }\ngoals: { large: output() > 1 }`,
      ),
      ['window=5', 'goals.large=output() > 2'],
    );
    const { scenario, economy } = parsed;
    expect(scenario.title).toBe('above');
    expect(scenario.noise.cell).toEqual({ kind: 'constant', value: 0.02 });
    expect(scenario.noise.region).toEqual({ kind: 'constant', value: 0.01 });
    expect(economy.window).toBe(5);
    expect(scenario.correlations).toEqual([['land', 'barrier', 0.2]]);
    expect(scenario.outcomes.size!.expression).toBe('output() * 2');
    expect(scenario.outcomes.fixed!.expression).toBe('output()');
    expect(scenario.goals.large!.expression).toBe('output() > 2');
  });

  it('choose the table of a case that has several', async () => {
    const files = {
      ...layered('table: first', '', 'table: second'),
      'case.yaml': `${RIGHT_CASE['case.yaml']!.replace('outputs: outputs.csv', 'outputs: { first: outputs.csv, second: outputs.csv }')}table: first\n`,
    };
    expect((await parse(files)).economy.table).toBe('second');
    expect((await parse(files, ['table=first'])).economy.table).toBe('first');
  });
});

describe('A policy', () => {
  const below = `policies:
  - { kind: market, opening: 10% }
  - { kind: cluster, name: Parks, industries: { top: 1 }, push: 3% }
  - { kind: cluster, name: More parks }`;

  it('is changed by its name, its other fields staying', async () => {
    const parsed = await parse(layered('', below, 'policies: [{ name: Parks, push: 1% }]'), ['policies.Parks.delay=9']);
    expect(policyNames(parsed)).toEqual(['market', 'Parks', 'More parks']);
    expect(policyNumber(parsed, 'Parks', 'push')).toBe(0.01);
    expect(policyNumber(parsed, 'Parks', 'delay')).toBe(9);
    expect(parsed.scenario.policies[1]!.industries!.top).toBe(1);
  });

  it('without a name goes by its kind, so that a second file changes it and adds none', async () => {
    const parsed = await parse(layered('', below, 'policies: [{ kind: market, opening: 20% }]'));
    expect(policyNames(parsed)).toEqual(['market', 'Parks', 'More parks']);
    expect(policyNumber(parsed, 'market', 'opening')).toBe(0.2);
  });

  it('is added behind those of the file below where its name is new', async () => {
    const parsed = await parse(layered('', below, 'policies: [{ kind: land }, { kind: market, name: Second }]'));
    expect(policyNames(parsed)).toEqual(['market', 'Parks', 'More parks', 'land', 'Second']);
  });

  it('is removed by its name, and the others keep their values and places', async () => {
    const files = layered('', below, 'policies: [{ name: market, remove: true }, { name: More parks, push: 2% }]');
    const parsed = await parse(files);
    expect(policyNames(parsed)).toEqual(['Parks', 'More parks']);
    expect(policyNumber(parsed, 'More parks', 'push')).toBe(0.02);
    expect(policyNames(await parse(files, ['policies.Parks.remove=true']))).toEqual(['More parks']);
  });

  it('gets a number where several of a file share a kind and none has a name', async () => {
    const parsed = await parse(layered('', 'policies: [{ kind: land }, { kind: land }, { kind: land }]', ''));
    expect(policyNames(parsed)).toEqual(['land', 'land 2', 'land 3']);
  });

  it('merges a selection of industries key by key, and a list of names replaces it', async () => {
    const merged = await parse(layered('', below, 'policies: [{ name: Parks, industries: { stage: growing } }]'));
    expect(merged.scenario.policies[1]!.industries).toEqual({
      names: null,
      top: 1,
      stage: ['growing'],
      locationQuotient: null,
    });
    const replaced = await parse(layered('', below, 'policies: [{ name: Parks, industries: [Tobacco] }]'));
    expect(replaced.scenario.policies[1]!.industries).toEqual({
      names: ['Tobacco'],
      top: null,
      stage: null,
      locationQuotient: null,
    });
  });
});
