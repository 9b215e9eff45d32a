import { describe, expect, it } from 'vitest';
import { POLICY_KINDS } from '../../engine/policies/index.js';
import { RIGHT_CASE } from '../economy/case-files.js';
import { mistakesIn, mistakesOf, parseText } from './scenario-files.js';

/** Each text with the only mistake it has; the text's first line is line 2. */
function each(cases: readonly (readonly [text: string, expected: string])[]): void {
  for (const [text, expected] of cases) {
    it(`${JSON.stringify(text)} → ${expected}`, async () => {
      expect(await mistakesOf(text)).toEqual([expected]);
    });
  }
}

describe('Years that cannot be projected are mistakes', () => {
  each([
    ['years: { from: 2010 }', 'scenario.yaml:2:16  2010 is not an observed year  (observed: 2005, 2011)'],
    ['years: { to: 2011 }', 'scenario.yaml:2:14  the horizon runs backwards: from 2011 to 2011  (a year after 2011)'],
    [
      'years: { from: 2011, to: 2005 }',
      'scenario.yaml:2:26  the horizon runs backwards: from 2011 to 2005  (a year after 2011)',
    ],
    ['years: { to: 2512 }', 'scenario.yaml:2:14  the horizon is 501 years long  (at most 500, so to 2511)'],
    [
      'years: { to: 9007199254740991 }',
      'scenario.yaml:2:14  the horizon is 9007199254738980 years long  (at most 500, so to 2511)',
    ],
    ['years: { to: 2020.5 }', 'scenario.yaml:2:14  years.to must be a whole number, not 2020.5'],
    ['years: { to: 1e999 }', 'scenario.yaml:2:14  years.to must be a number, not 1e999'],
    ['years: { to: "2020" }', 'scenario.yaml:2:14  years.to must be a number, not "2020"'],
  ]);

  it('but five hundred years are not too many', async () => {
    const { scenario } = await parseText('years: { to: 2511 }');
    expect(scenario.years.to).toBe(2511);
  });
});

describe('Unknown keys are mistakes at every level', () => {
  const market = (rest: string) => `policies: [{ kind: market, ${rest} }]`;
  each([
    ['titel: T', 'scenario.yaml:2:1  unknown key "titel"  (did you mean "title"?)'],
    ['years: { til: 2020 }', 'scenario.yaml:2:10  unknown key "til" in years  (did you mean "to"?)'],
    [
      'parameters: { rivalri: 1 }',
      'scenario.yaml:2:15  unknown key "rivalri" in parameters  (did you mean "rivalry"?)',
    ],
    [
      'parameters: { response: { grown: 1 } }',
      'scenario.yaml:2:27  unknown key "grown" in parameters.response  (did you mean "growing"?)',
    ],
    ['trend: { longrum: 1% }', 'scenario.yaml:2:10  unknown key "longrum" in trend  (did you mean "longRun"?)'],
    ['noise: { cells: 1% }', 'scenario.yaml:2:10  unknown key "cells" in noise  (did you mean "cell"?)'],
    [market('openin: 1%'), 'scenario.yaml:2:28  unknown key "openin" in policies[0]  (did you mean "opening"?)'],
    [
      'policies: [{ kind: cluster, industries: { tops: 1 } }]',
      'scenario.yaml:2:43  unknown key "tops" in policies[0].industries  (did you mean "top"?)',
    ],
    [
      'policies: [{ kind: infrastructure, links: [{ from: Jilin, to: Changchun, kms: 1 }] }]',
      'scenario.yaml:2:74  unknown key "kms" in policies[0].links[0]  (did you mean "km"?)',
    ],
    [
      'outcomes: { x: { expression: output(), beter: lower } }',
      'scenario.yaml:2:40  unknown key "beter" in outcomes.x  (did you mean "better"?)',
    ],
  ]);

  it('and in a policy of every kind', async () => {
    for (const { kind, options } of POLICY_KINDS) {
      const links = 'links' in options ? 'links: [[Changchun, Jilin]], ' : '';
      const found = await mistakesOf(`policies: [{ kind: ${kind}, ${links}intensitty: 1 }]`);
      expect(found).toEqual([expect.stringMatching(/unknown key "intensitty".*did you mean "intensity"/)]);
    }
  });
});

describe('Keys that would reach the prototype are refused wherever they stand', () => {
  each([
    ['__proto__: { polluted: 1 }', 'scenario.yaml:2:1  "__proto__" cannot be a key  (rename it)'],
    ['parameters: { constructor: 1 }', 'scenario.yaml:2:15  "constructor" cannot be a key  (rename it)'],
    ['coordination: { __proto__: 1 }', 'scenario.yaml:2:17  "__proto__" cannot be a key  (rename it)'],
    ['outcomes: { prototype: output() }', 'scenario.yaml:2:13  "prototype" cannot be a key  (rename it)'],
    [
      'policies: [{ kind: market, __proto__: { opening: 1 } }]',
      'scenario.yaml:2:28  "__proto__" cannot be a key  (rename it)',
    ],
  ]);

  it('and leave every object as it was, also from an extended file', async () => {
    await mistakesIn({
      'base.yaml': 'case: ./case.yaml\n"__proto__": { polluted: yes }\n',
      'scenario.yaml': 'extends: base.yaml\nparameters: { "__proto__": { polluted: yes } }\n',
    });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('while names such as toString and __proto__ as values are ordinary unknown names', async () => {
    expect(await mistakesOf('policies: [{ kind: toString }]')).toHaveLength(1);
    expect(await mistakesOf('coordination: { toString: 1 }')).toEqual([
      'scenario.yaml:2:17  unknown region "toString"  (known: Changchun, Jilin)',
    ]);
    expect(await mistakesOf('policies: [{ kind: market, name: __proto__, regions: [hasOwnProperty] }]')).toEqual([
      'scenario.yaml:2:55  unknown region "hasOwnProperty"  (known: Changchun, Jilin)',
    ]);
  });
});

describe('Files made to exhaust the reader are refused at once', () => {
  it('aliases of aliases', async () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (const [name, before] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg'].map((pair) => [...pair])) {
      bomb.push(`${name}: &${name} [${Array(10).fill(`*${before}`).join(', ')}]`);
    }
    const found = await mistakesOf(bomb.join('\n'));
    expect(found).toContainEqual(
      expect.stringMatching(/^scenario\.yaml:\d+:\d+ {2}aliases add more than 100000 values/),
    );
  });

  it('thousands of keys, over as many in an extended file', async () => {
    const keys = (level: number) => Array.from({ length: 9_000 }, (_, k) => `  r${k}: ${level}`).join('\n');
    const started = process.cpuUsage().user;
    const found = await mistakesIn({
      'base.yaml': `case: ./case.yaml\ncoordination:\n${keys(0)}\n`,
      'scenario.yaml': `extends: base.yaml\ncoordination:\n${keys(1)}\n`,
    });
    expect(found.length).toBe(9_000);
    expect(process.cpuUsage().user - started).toBeLessThan(10e6);
  });

  it('nesting without end', async () => {
    expect(await mistakesOf(`parameters: ${'['.repeat(5000)}`)).toEqual([
      expect.stringMatching(/nested more than 100 levels deep/),
    ]);
  });

  it('a glob made of stars', async () => {
    const pattern = '*a'.repeat(2000);
    expect(await mistakesOf(`policies: [{ kind: cluster, industries: "${pattern}" }]`)).toEqual([
      expect.stringMatching(/^scenario\.yaml:2:42 {2}no industry matches/),
    ]);
  });
});

describe('Names that do not exist are mistakes with the nearest that do', () => {
  const places = RIGHT_CASE['case.yaml']!;
  each([
    [
      'policies: [{ kind: market, regions: [Jiling, Changchun] }]',
      'scenario.yaml:2:38  unknown region "Jiling"  (did you mean "Jilin"?)',
    ],
    [
      'policies: [{ kind: market, regions: X* }]',
      'scenario.yaml:2:37  no region matches "X*"  (known: Changchun, Jilin)',
    ],
    [
      'policies: [{ kind: cluster, industries: { names: [Tobbaco] } }]',
      'scenario.yaml:2:51  unknown industry "Tobbaco"  (did you mean "Tobacco"?)',
    ],
    [
      'policies: [{ kind: services, serviceIntensity: { Tobac: 1.2 } }]',
      'scenario.yaml:2:50  unknown industry "Tobac"  (did you mean "Tobacco"?)',
    ],
    [
      'policies: [{ kind: market, coordination: { Jili: 1 } }]',
      'scenario.yaml:2:44  unknown region "Jili"  (did you mean "Jilin"?)',
    ],
    [
      'policies: [{ kind: infrastructure, links: [[Changchun, Jilin]], bypassed: [Jilim] }]',
      'scenario.yaml:2:76  unknown region "Jilim"  (did you mean "Jilin"?)',
    ],
    [
      'policies: [{ kind: infrastructure, links: [[Changchun, Jilim]] }]',
      'scenario.yaml:2:56  unknown region or place "Jilim"  (did you mean "Jilin"?)',
    ],
    [
      'trend: { industries: { Tobaco: 1% } }',
      'scenario.yaml:2:24  unknown industry "Tobaco"  (did you mean "Tobacco"?)',
    ],
    ['policies: [{ kind: markets }]', expect.stringMatching(/^scenario\.yaml:2:20 .*did you mean "market"/)],
    [
      'correlations: [[rivalri, barrier, 0.4]]',
      'scenario.yaml:2:17  no number called "rivalri" to correlate  (did you mean "rivalry"?)',
    ],
    [`outcomes: { x: 'output("Jiling")' }`, 'scenario.yaml:2:24  unknown region "Jiling"  (did you mean "Jilin"?)'],
    [
      `goals: { x: 'stages("Jilin", "grown") > 1' }`,
      'scenario.yaml:2:30  unknown stage "grown"  (did you mean "growing"?)',
    ],
  ]);

  it('for tables of the case', async () => {
    const files = {
      'case.yaml': `${places.replace('outputs: outputs.csv', 'outputs: { old: outputs.csv, new: outputs.csv }')}table: old\n`,
      'scenario.yaml': 'case: ./case.yaml\ntable: nev\n',
    };
    expect(await mistakesIn(files)).toEqual([expect.stringMatching(/unknown table "nev" {2}\(did you mean "new"\?\)/)]);
  });
});

describe('Links that a policy cannot work on are mistakes', () => {
  const build = (entry: string, rest = '') => `policies: [{ kind: infrastructure, links: [${entry}]${rest} }]`;
  const col = (text: string, part: string) => text.indexOf(part) + 1;
  each([
    [build('[Jilin, Jilin]'), 'scenario.yaml:2:44  a link needs two ends, not "Jilin" twice'],
    [
      build('{ from: Changchun, to: Jilin, mode: road }'),
      'scenario.yaml:2:44  there is no road link between Changchun and Jilin to shorten  (a link that exists, or { from: Changchun, to: Jilin, km: … } to build one)',
    ],
    [
      build('{ from: Changchun, to: Jilin, mode: road, minutes: 30 }'),
      'scenario.yaml:2:44  the new link Changchun–Jilin needs its length in km  (km: …)',
    ],
    [build('[Changchun, Jilin]', ', shorten: 100%'), expect.stringMatching(/shorten: 1 is outside 0 … 0\.99/)],
    [build('[Changchun, Jilin]', ', shorten: 120%'), expect.stringMatching(/shorten: 1\.2 is outside 0 … 0\.99/)],
    [build('[Changchun, Jilin]', ', shorten: -5%'), expect.stringMatching(/shorten: -0\.05 is outside 0 … 0\.99/)],
    [build('{ from: Changchun, to: Jilin, km: 0 }'), expect.stringMatching(/km must be greater than 0, not 0/)],
    [build('{ from: Changchun, to: Jilin, km: -3 }'), expect.stringMatching(/km must be greater than 0, not -3/)],
    ['policies: [{ kind: infrastructure }]', 'scenario.yaml:2:12  missing key "links" in policies[0]'],
    ['policies: [{ kind: infrastructure, links: [] }]', expect.stringMatching(/links needs at least 1 entry/)],
  ]);

  it('where the length is set by two of them, whichever names the mode', async () => {
    const two = (a: string, b: string) =>
      mistakesOf(`policies:
  - { kind: infrastructure, name: A, links: [{ from: Changchun, to: Jilin, ${a} }] }
  - { kind: infrastructure, name: B, links: [{ from: Jilin, to: Changchun, ${b} }] }`);
    const twice = 'scenario.yaml:4:46  the length of Changchun–Jilin is set twice, also by "A"  (set it once)';
    expect(await two('km: 90', 'km: 80')).toEqual([twice]);
    expect(await two('km: 90, mode: rail', 'km: 80')).toEqual([twice]);
    expect(await two('km: 90, mode: road', 'km: 80, mode: road')).toEqual([twice]);
    expect(await two('km: 90, mode: rail', 'km: 80, mode: road')).toEqual([]);
  });

  it('but two may shorten the same one', async () => {
    expect(
      await mistakesOf(`policies:
  - { kind: infrastructure, name: A, links: [[Changchun, Jilin]] }
  - { kind: infrastructure, name: B, links: [[Changchun, Jilin]] }`),
    ).toEqual([]);
  });

  it('where the case has none', async () => {
    const text = build('[Changchun, Jilin]');
    const files = {
      'case.yaml': RIGHT_CASE['case.yaml']!.replace('links: links.csv\n', ''),
      'scenario.yaml': `case: ./case.yaml\n${text}`,
    };
    expect(await mistakesIn(files)).toEqual([
      `scenario.yaml:2:${col(text, '{')}  policy "infrastructure" changes links, but the case has no links table  (links: links.csv in the case)`,
    ]);
  });
});

describe('Expressions in year are mistakes where a number is the same in all years', () => {
  each([
    [
      'parameters: { rivalry: year / 9000 }',
      'scenario.yaml:2:24  this number is the same in all years  (a number or distribution without "year")',
    ],
    [
      'coordination: (year - 2011) / 100',
      'scenario.yaml:2:16  this number is the same in all years  (a number or distribution without "year")',
    ],
    [
      'policies: [{ kind: market, opening: year / 9000 }]',
      'scenario.yaml:2:37  this number is the same in all years  (a number or distribution without "year")',
    ],
  ]);

  it('and right where each year may have its own', async () => {
    const { scenario } = await parseText(`trend: 0.05 - 0.001 * (year - 2011)
policies: [{ kind: market, intensity: "clamp((year - 2011) / 10, 0, 1)" }]`);
    expect(scenario.trend.all).toMatchObject({ kind: 'expression' });
    expect(scenario.policies[0]!.numbers.intensity).toMatchObject({ kind: 'expression' });
  });
});

describe('Numbers without a meaning are mistakes', () => {
  each([
    ['parameters: { land: -1 }', expect.stringMatching(/^scenario\.yaml:2:21 {2}land: -1 is outside 0 … 3/)],
    [
      'parameters: { barrier: 170% }',
      expect.stringMatching(/2:24 {2}barrier: 1\.7 is outside 0 … 1 {2}\(base-year barrier.*: from 0 to 1\)$/),
    ],
    ['parameters: { barrier: 17 }', 'scenario.yaml:2:24  barrier: 17 is outside 0 … 1  (did you mean 17%?)'],
    [
      'parameters: { barrier: "uniform(0.5, 1.5)" }',
      expect.stringMatching(/2:24 {2}barrier: uniform\(0\.5, 1\.5\) reaches 1\.5/),
    ],
    [
      'trend: year / 1000',
      expect.stringMatching(/^scenario\.yaml:2:8 {2}trend: year \/ 1000 is 2\.011 in 2011, outside -1 … 1/),
    ],
    ['coordination: { Jilin: 2 }', 'scenario.yaml:2:24  Jilin: 2 is outside 0 … 1  (did you mean 2%?)'],
    ['parameters: { land: .nan }', expect.stringMatching(/^scenario\.yaml:2:21 /)],
    ['parameters: { land: 1e999 }', expect.stringMatching(/^scenario\.yaml:2:21 /)],
    ['parameters: { land: "1,5" }', 'scenario.yaml:2:22  a decimal comma in 1,5  (write 1.5)'],
    ['parameters: { land: much }', expect.stringMatching(/^scenario\.yaml:2:21 {2}"much" is not a number/)],
    ['parameters: { land: true }', expect.stringMatching(/^scenario\.yaml:2:21 /)],
    ['parameters: { land: null }', expect.stringMatching(/^scenario\.yaml:2:21 /)],
    ['parameters: { land: [1] }', expect.stringMatching(/^scenario\.yaml:2:21 /)],
    ['parameters: 3', 'scenario.yaml:2:13  parameters must be a mapping of keys, not 3'],
    [
      'parameters: { land: uniform(0, 1) }',
      'scenario.yaml:2:21  the commas split uniform(0, 1) into several entries  (quote it: "uniform(0, 1)")',
    ],
    [
      'correlations: [[rivalry, barrier, 1.5]]',
      expect.stringMatching(/correlations\[0\]\[2\] must be at most 1, not 1\.5/),
    ],
    ['window: 0', 'scenario.yaml:2:9  window must be at least 1, not 0'],
  ]);

  it('wherever a default is, since every default makes sense', async () => {
    const every = POLICY_KINDS.map(({ kind, options }) =>
      'links' in options ? `  - { kind: ${kind}, links: [[Changchun, Jilin]] }` : `  - { kind: ${kind} }`,
    );
    expect(await mistakesOf(`policies:\n${every.join('\n')}`)).toEqual([]);
  });
});

describe('Outcomes and goals that cannot be computed are mistakes', () => {
  each([
    [
      'goals: { x: output() }',
      'scenario.yaml:2:13  the goal "output()" says no yes or no  (a comparison, such as output("…") > 100)',
    ],
    ['goals: { x: outputt() > 1 }', 'scenario.yaml:2:13  unknown function "outputt"  (did you mean "output"?)'],
    ['outcomes: { x: output(Jilin) }', expect.stringMatching(/^scenario\.yaml:2:23 /)],
    ['outcomes: { x: "" }', expect.stringMatching(/^scenario\.yaml:2:16 /)],
    ['outcomes: { x: { expression: output(), better: more } }', expect.stringMatching(/^scenario\.yaml:2:48 .*better/)],
  ]);
});

describe('A file that is no scenario', () => {
  const whole = (text: string) => mistakesIn({ 'scenario.yaml': text });

  it('is a mistake, whatever it is instead', async () => {
    expect(await whole('')).toEqual([expect.stringMatching(/^scenario\.yaml:1:1 /)]);
    expect(await whole('- a\n- b\n')).toContain(
      'scenario.yaml:1:1  must be a mapping of keys to values  (such as "title: …")',
    );
    expect(await whole('<directory>')).toEqual([expect.stringMatching(/^scenario\.yaml:1:1 /)]);
    expect(await whole('case: ./gone.yaml\n')).toEqual(['scenario.yaml:1:7  gone.yaml: no such file']);
  });

  it('reports every mistake at once, of the text, of its keys and of what they mean, from top to bottom', async () => {
    expect(
      await mistakesOf(`titel: T
years: { to: 2005 }
parameters: { rivalri: 1, land: -1, barrier: [2] }
trend: { longRun: uniform(0.03, 0.05) }
policies:
  - { kind: market, opening: 3, openin: 1, regions: [Jilim] }
  - { kind: markett }
  - { kind: land, capacity: true, efficiency: 7 }
  - { kind: cluster, industries: Tobaco }
  - { kind: infrastructure, links: [[Changchun, Jilin]], km: 0 }
correlations: [[rivalry, policies.markett.opening, 0.1]]
goals: { a: output(), b: 3 }
`),
    ).toEqual([
      expect.stringMatching(/:2:1 {2}unknown key "titel"/),
      expect.stringMatching(/:3:14 {2}the horizon runs backwards/),
      expect.stringMatching(/:4:15 {2}unknown key "rivalri"/),
      expect.stringMatching(/:4:33 {2}land: -1 is outside/),
      expect.stringMatching(/:4:46 {2}parameters\.barrier must be/),
      expect.stringMatching(/:5:19 {2}the commas split uniform/),
      expect.stringMatching(/:7:30 {2}opening: 3 is outside/),
      expect.stringMatching(/:7:33 {2}unknown key "openin"/),
      expect.stringMatching(/:7:54 {2}unknown region "Jilim"/),
      expect.stringMatching(/:8:13 .*markett/),
      expect.stringMatching(/:9:29 {2}policies\[2\]\.capacity must be/),
      expect.stringMatching(/:9:47 {2}efficiency: 7 is outside/),
      expect.stringMatching(/:10:34 {2}unknown industry "Tobaco"/),
      expect.stringMatching(/:11:62 {2}policies\[4\]\.km must be/),
      expect.stringMatching(/:13:13 {2}the goal "output\(\)" says no yes or no/),
      expect.stringMatching(/:13:26 {2}goals\.b must be/),
    ]);
  });

  it('reports mistakes of the scenario and of its case together', async () => {
    const found = await mistakesIn({
      'case.yaml': RIGHT_CASE['case.yaml']!.replace('currency', 'curency'),
      'scenario.yaml': 'case: ./case.yaml\ntitel: T\n',
    });
    expect(found).toHaveLength(2);
    expect(found).toContain('scenario.yaml:2:1  unknown key "titel"  (did you mean "title"?)');
  });
});
