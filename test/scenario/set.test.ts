import { describe, expect, it } from 'vitest';
import { mistakesOf, parameter, parseText, policyNumber } from './scenario-files.js';

const POLICIES = `policies:
  - { kind: market, name: a.b }
  - { kind: market, name: a }
  - { kind: market, name: "Open \\"it\\"" }
  - { kind: land, name: Plots }
`;
const TEXT = `title: T\n${POLICIES}`;

/** Mistakes of one set over the text. */
const mistakes = (...sets: string[]) => mistakesOf(TEXT, sets);

describe('A set', () => {
  it('reads its value as a file would', async () => {
    const parsed = await parseText(TEXT, [
      'parameters.land=50%',
      'parameters.rivalry = 1/4',
      'coordination={ Changchun: 0, Jilin: 1 }',
      'title="A: b"',
    ]);
    expect(parameter(parsed, 'land')).toBe(0.5);
    expect(parameter(parsed, 'rivalry')).toBe(0.25);
    expect(Object.keys(parsed.scenario.coordination.regions)).toEqual(['Changchun', 'Jilin']);
    expect(parsed.scenario.title).toBe('A: b');
  });

  it('holds a value with equals signs, quotes and commas', async () => {
    const { scenario } = await parseText(TEXT, [
      'goals.x=output("Jilin", "Tobacco") == 3',
      'parameters.barrier=beta(2, 3)',
    ]);
    expect(scenario.goals.x!.expression).toBe('output("Jilin", "Tobacco") == 3');
    expect(scenario.parameters.barrier).toMatchObject({ family: 'beta', args: [2, 3] });
  });

  it('wins over earlier sets of the same path', async () => {
    expect(parameter(await parseText(TEXT, ['parameters.land=0.1', 'parameters.land=0.2']), 'land')).toBe(0.2);
  });

  it('finds a policy whose name holds dots, the longest name winning, quoted or not', async () => {
    const parsed = await parseText(TEXT, ['policies.a.b.opening=11%', 'policies.a.opening=12%']);
    expect(policyNumber(parsed, 'a.b', 'opening')).toBe(0.11);
    expect(policyNumber(parsed, 'a', 'opening')).toBe(0.12);
    const quoted = await parseText(TEXT, ['policies."a.b".opening=13%']);
    expect(policyNumber(quoted, 'a.b', 'opening')).toBe(0.13);
  });

  it('sets what is nested in a policy', async () => {
    const { scenario } = await parseText(TEXT, [
      'policies.Plots.coordination.Jilin=0',
      'policies.Plots.regions=[Jilin]',
    ]);
    expect(scenario.policies[3]!.coordination!.regions).toEqual({ Jilin: { kind: 'constant', value: 0 } });
    expect(scenario.policies[3]!.regions).toEqual(['Jilin']);
  });

  it('finds industries whose names hold dots in quotes', async () => {
    expect(await mistakes('trend.industries."N.A. goods"=1%')).toEqual([
      '--set:1:18  unknown industry "N.A. goods"  (known: Transport, Tobacco)',
    ]);
  });
});

describe('A set with a mistake says where in it', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['parameters.rivalry', '--set:1:1  "parameters.rivalry" is not path=value  (such as parameters.rivalry=0)'],
    ['=3', '--set:1:1  "=3" is not path=value  (such as parameters.rivalry=0)'],
    ['parameters..land=3', '--set:1:12  a key of the path is empty'],
    ['parameters.rivalri=0', '--set:1:12  unknown key "rivalri" in parameters  (did you mean "rivalry"?)'],
    ['parametrs.rivalry=0', '--set:1:1  unknown key "parametrs"  (did you mean "parameters"?)'],
    ['parameters.land= 0.5 + yeer', '--set:1:24  unknown name "yeer"  (did you mean "year"?)'],
    ['parameters.land="0.5 + yeer"', '--set:1:24  unknown name "yeer"  (did you mean "year"?)'],
    ['coordination={ Changchum: 0 }', '--set:1:16  unknown region "Changchum"  (did you mean "Changchun"?)'],
    ['policies.Plot.capacity=0', '--set:1:10  no policy called "Plot"  (did you mean "Plots"?)'],
    ['policies.Plots.capacty=0', '--set:1:16  unknown key "capacty" in policies[3]  (did you mean "capacity"?)'],
    ['policies.Plots=0', '--set:1:10  a field of policy "Plots" is needed  (policies.Plots.intensity=50%)'],
    ['policies=[]', '--set:1:1  policies are set one field at a time  (policies.NAME.FIELD=…)'],
    ['policies.Plots.name=Other', '--set:1:16  the name of a policy cannot be set  (change the file)'],
    ['policies.Plots.kind=market', '--set:1:16  the kind of a policy cannot be set  (change the file)'],
    ['case=./other.yaml', '--set:1:1  "case" cannot be set  (write a file that names it)'],
    ['extends=./other.yaml', '--set:1:1  "extends" cannot be set  (write a file that names it)'],
    ['__proto__.polluted=1', '--set:1:1  "__proto__" cannot be a key'],
    ['parameters.__proto__.x=1', '--set:1:12  "__proto__" cannot be a key'],
    ['parameters.constructor=1', '--set:1:12  "constructor" cannot be a key'],
    ['title=A\nparameters: { land: 1 }', '--set:1:7  one value is needed here, not several lines'],
  ];
  for (const [text, expected] of cases) {
    it(JSON.stringify(text), async () => {
      expect(await mistakes(text)).toEqual([expected]);
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    });
  }

  it('and which of several sets it is', async () => {
    expect(await mistakes('parameters.land=0.5', 'parameters.land=50')).toEqual([
      expect.stringMatching(/^--set:2:17 {2}land: 50 is outside 0 … 3/),
    ]);
  });

  it('where its value is not YAML', async () => {
    expect(await mistakes('parameters.land=[1')).toEqual([
      expect.stringMatching(/^--set:1:\d+ {2}a \{ or \[ is not closed/),
    ]);
  });

  it('where a distribution is split at its commas', async () => {
    expect(await mistakes('trend={ longRun: uniform(0.03, 0.05) }')).toEqual([
      '--set:1:18  the commas split uniform(0.03, 0.05) into several entries  (quote it: "uniform(0.03, 0.05)")',
    ]);
  });
});
