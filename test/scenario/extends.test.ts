import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../engine/scenario/parse-scenario.js';
import { RIGHT_CASE, readFrom } from '../economy/case-files.js';
import { mistakesIn, mistakesOf, parameter, parse, policyNames } from './scenario-files.js';

describe('Extending', () => {
  it('goes through a hundred files, the last of them winning', async () => {
    const files: Record<string, string> = {};
    for (let k = 0; k < 100; k++) {
      const from = k === 0 ? 'case: ./case.yaml' : `extends: ./${k - 1}.yaml`;
      files[`${k}.yaml`] = `${from}\nparameters: { land: ${k}% }\npolicies: [{ kind: land, name: Of ${k} }]\n`;
    }
    files['scenario.yaml'] = 'extends: ./99.yaml\n';
    const parsed = await parse(files);
    expect(parameter(parsed, 'land')).toBe(0.99);
    expect(policyNames(parsed)).toHaveLength(100);
    expect(parsed.files).toHaveLength(101 + Object.keys(RIGHT_CASE).length);
  });

  it('sees each path from the folder of the file that names it', async () => {
    const moved = Object.fromEntries(Object.entries(RIGHT_CASE).map(([name, text]) => [`data/here/${name}`, text]));
    const files = {
      ...moved,
      'data/futures/base.yaml': 'case: ../here/case.yaml\n',
      'mine/scenario.yaml': 'extends: ../data/futures/base.yaml\n',
    };
    const { economy, scenario } = await parseScenario(readFrom(files), 'mine/scenario.yaml');
    expect(economy.regions).toEqual(['Changchun', 'Jilin']);
    expect(scenario.id).toBe('scenario');
  });

  it('takes the case from the nearest file that names one', async () => {
    const other = RIGHT_CASE['case.yaml']!.replace('Two cities', 'Another');
    const files = {
      'other.yaml': other,
      'base.yaml': 'case: ./case.yaml\n',
      'scenario.yaml': 'extends: base.yaml\ncase: other.yaml\n',
    };
    expect((await parse(files)).economy.title).toBe('Another');
  });

  it('reads JSON as it reads YAML', async () => {
    const files = {
      'base.json': '{ "case": "./case.yaml", "parameters": { "land": 0.5 } }',
      'scenario.yaml': 'extends: base.json\n',
    };
    expect(parameter(await parse(files), 'land')).toBe(0.5);
  });

  it('in a circle is a mistake where the circle closes', async () => {
    expect(await mistakesIn({ 'scenario.yaml': 'case: ./case.yaml\nextends: ./scenario.yaml\n' })).toEqual([
      'scenario.yaml:2:10  extends goes round in a circle: scenario.yaml → scenario.yaml  (remove one of these extends)',
    ]);
    const files = {
      'scenario.yaml': 'extends: a.yaml\n',
      'a.yaml': 'title: A\nextends: ./b.yaml\n',
      'b.yaml': 'extends: ./x/../a.yaml\n',
    };
    expect(await mistakesIn(files)).toEqual([
      'b.yaml:1:10  extends goes round in a circle: a.yaml → b.yaml → a.yaml  (remove one of these extends)',
    ]);
  });

  it('a file that is not there is a mistake where it is named', async () => {
    expect(await mistakesIn({ 'scenario.yaml': 'case: ./case.yaml\nextends: ./gone.yaml\n' })).toEqual([
      'scenario.yaml:2:10  gone.yaml: no such file',
    ]);
  });

  it('nothing and naming no case is a mistake that says what to write', async () => {
    expect(await mistakesIn({ 'scenario.yaml': 'title: Alone\n' })).toEqual([
      'scenario.yaml:1:1  no case: neither this file nor one it extends names one  (case: ./case.yaml)',
    ]);
  });

  it('finds mistakes of every file, each at its own place', async () => {
    const files = {
      'case.yaml': `${RIGHT_CASE['case.yaml']!}parameters:\n  rivalry: 9\n`,
      'base.yaml': `case: ./case.yaml
parameters:
  land: "0.5 + yeer"
policies:
  - kind: market
    name: Border
    regions: [Changchun, Jilim]
  - kind: cluster
    industries: Tobaco
`,
      'scenario.yaml': `extends: ./base.yaml
policies:
  - name: Border
    opening: 170%
  - name: cluster
    start: 2012
coordination: { Jilin: 1, Changchum: 0 }
`,
    };
    expect((await mistakesIn(files)).sort()).toEqual([
      'base.yaml:3:16  unknown name "yeer"  (did you mean "year"?)',
      'base.yaml:7:26  unknown region "Jilim"  (did you mean "Jilin"?)',
      'base.yaml:9:17  unknown industry "Tobaco"  (did you mean "Tobacco"?)',
      expect.stringMatching(/^case\.yaml:9:12 {2}rivalry: 9 is outside 0 … 2/),
      expect.stringMatching(/^scenario\.yaml:4:14 {2}opening: 1\.7 is outside 0 … 1/),
      'scenario.yaml:7:27  unknown region "Changchum"  (did you mean "Changchun"?)',
    ]);
  });

  it('keeps the places of policies when one before them is removed', async () => {
    const files = {
      'base.yaml': `case: ./case.yaml
policies:
  - { kind: land }
  - { kind: market, opening: 3 }
`,
      'scenario.yaml': 'extends: ./base.yaml\npolicies: [{ name: land, remove: true }]\n',
    };
    expect(await mistakesIn(files)).toEqual([expect.stringMatching(/^base\.yaml:4:30 {2}opening: 3 is outside/)]);
  });
});

describe('Policies without a usable name', () => {
  it('are numbered however many there are', async () => {
    const many = Array(3000).fill('  - { kind: land }').join('\n');
    const started = process.cpuUsage().user;
    const parsed = await parse({ 'scenario.yaml': `case: ./case.yaml\npolicies:\n${many}\n` });
    expect(policyNames(parsed).at(-1)).toBe('land 3000');
    expect(process.cpuUsage().user - started).toBeLessThan(10e6);
  });

  it('may be called by a number, but not by a list or a mapping', async () => {
    expect(
      policyNames(await parse({ 'scenario.yaml': 'case: ./case.yaml\npolicies: [{ kind: land, name: 2015 }]' })),
    ).toEqual(['2015']);
    expect(await mistakesOf('policies: [{ kind: land, name: [a] }]')).toEqual([
      'scenario.yaml:2:32  policies[0].name must be a text, not a list',
    ]);
  });
});

describe('Changing policies', () => {
  const below = 'case: ./case.yaml\npolicies: [{ kind: land }, { kind: market, name: Border }]\n';
  const over = (policies: string) =>
    mistakesIn({ 'base.yaml': below, 'scenario.yaml': `extends: base.yaml\npolicies:\n${policies}\n` });

  it('that are not there is a mistake that names the nearest', async () => {
    expect(await over('  - { name: Bordr, opening: 1% }')).toEqual([
      'scenario.yaml:3:5  no policy called "Bordr" to change, and no kind for a new one  (did you mean "Border"?)',
    ]);
    expect(await over('  - { name: Bordr, remove: true }')).toEqual([
      'scenario.yaml:3:5  no policy called "Bordr" to remove  (did you mean "Border"?)',
    ]);
    expect(await mistakesOf('policies: [{ name: Border, opening: 1% }]\n')).toEqual([
      'scenario.yaml:2:12  no policy called "Border" to change, and no kind for a new one  (no file below has a policy)',
    ]);
  });

  it('without name or kind is a mistake', async () => {
    expect(await over('  - opening: 1%')).toEqual(['scenario.yaml:3:5  a policy needs a kind  (known: land, Border)']);
  });

  it('into another kind is a mistake', async () => {
    expect(await over('  - { name: Border, kind: land }')).toEqual([
      'scenario.yaml:3:27  policy "Border" is of kind market in the extended file  (give the new policy another name)',
    ]);
  });

  it('twice in one file is a mistake', async () => {
    expect(await over('  - { name: Border, opening: 1% }\n  - { name: Border, opening: 2% }')).toEqual([
      'scenario.yaml:4:13  two policies are called "Border"  (give each its own name)',
    ]);
  });

  it('by removing them needs remove: true and nothing else', async () => {
    expect(await over('  - { name: Border, remove: false }')).toEqual([
      'scenario.yaml:3:29  remove cannot be false  ({ name: …, remove: true })',
    ]);
    expect(await over('  - { name: Border, remove: true, opening: 1% }')).toEqual([
      'scenario.yaml:3:35  "opening" of a policy that is removed  ({ name: …, remove: true })',
    ]);
  });
});
