import { describe, expect, it } from 'vitest';
import { type Compared, diffScenarios } from '../../engine/scenario/diff.js';
import { RIGHT_CASE } from '../economy/case-files.js';
import { parse, parseText } from './scenario-files.js';

const FULL = `title: Full
coordination: { Jilin: 0.5 }
trend: { longRun: 0.05 - 0.001 * (year - 2011), industries: { Tobacco: -1% } }
parameters: { rivalry: "triangular(0, 0.1, 0.2)", land: 0.25 }
correlations: [[rivalry, barrier, 0.4]]
policies:
  - { kind: market, name: Border, opening: 20% }
  - { kind: infrastructure, links: [[Changchun, Jilin]], shorten: 10% }
outcomes: { gap: 'output("Changchun") / output("Jilin")' }
goals: { large: output() > 1 }
`;

const difference = async (from: string, to: string) => diffScenarios(await parseText(from), await parseText(to));

describe('The difference of two scenarios', () => {
  it('is empty where they are the same file', async () => {
    expect(await difference(FULL, FULL)).toEqual([]);
  });

  it('is empty where the same numbers are written otherwise, and where defaults are written out', async () => {
    const other = FULL.replace('20%', '0.2')
      .replace('0.25', '1/4')
      .replace('triangular(0, 0.1, 0.2)', 'triangular( 0,10%,  .2)')
      .replace('- 0.001', '-  0.001')
      .replace('title: Full', 'title: Full\nyears: { from: 2011, to: 2031 }\nnoise: { persistence: 0.5 }\nwindow: 6');
    expect(await difference(FULL, other)).toEqual([]);
  });

  it('is empty where only the order of policies differs', async () => {
    const [a, b] = ['{ kind: land }', '{ kind: market }'];
    expect(await difference(`policies: [${a}, ${b}]`, `policies: [${b}, ${a}]`)).toEqual([]);
  });

  it('is empty where one extends the other and changes nothing', async () => {
    const base = await parseText(FULL);
    const over = await parse({ 'base.yaml': `case: ./case.yaml\n${FULL}`, 'scenario.yaml': 'extends: ./base.yaml\n' });
    expect(diffScenarios(base, over)).toEqual([]);
  });

  it('lists each value that changed with both its values, in the order of the paths', async () => {
    const to = FULL.replace('20%', '30%')
      .replace('land: 0.25', 'land: 0.5')
      .replace('Jilin: 0.5', 'Changchun: 0')
      .replace('output() > 1', 'output() > 2')
      .replace('longRun: 0.05 - 0.001', 'longRun: 0.06 - 0.001');
    expect(await difference(FULL, to)).toEqual([
      { path: 'coordination.Changchun', from: null, to: '0' },
      { path: 'coordination.Jilin', from: '0.5', to: null },
      { path: 'goals.large', from: 'output() > 1', to: 'output() > 2' },
      { path: 'parameters.land', from: '0.25', to: '0.5' },
      { path: 'policies.Border.opening', from: '0.2', to: '0.3' },
      { path: 'trend.longRun', from: '0.05 - 0.001 * (year - 2011)', to: '0.06 - 0.001 * (year - 2011)' },
    ]);
  });

  it('writes selections, rates and levels as a file does', async () => {
    const from = `trend: 5%
policies: [{ kind: cluster, industries: T*, coordination: 0 }]
outcomes: { x: output() }`;
    const to = `trend: { longRun: 4% }
policies: [{ kind: cluster, industries: { names: T*, top: 2, lq: ">1" }, coordination: { Jilin: 0 } }]
outcomes: { x: { expression: output(), better: lower } }`;
    expect(await difference(`title: T\n${from}`, `title: T\n${to}`)).toEqual([
      { path: 'outcomes.x', from: 'output()', to: '{"expression":"output()","better":"lower"}' },
      { path: 'policies.cluster.coordination', from: '0', to: '{"Jilin":0}' },
      { path: 'policies.cluster.industries', from: '["T*"]', to: '{"names":["T*"],"top":2,"lq":"> 1"}' },
      {
        path: 'trend',
        from: '0.05',
        to: '{"longRun":0.04,"halfLife":"triangular(2, 3, 6)","shrinkage":1,"mixHalfLife":10,"floor":-0.05,"industries":{}}',
      },
    ]);
  });

  it('has a policy that was added or removed as one change', async () => {
    const [added, ...more] = await difference('title: A', 'title: A\npolicies: [{ kind: land, name: Plots }]');
    expect(more).toEqual([]);
    expect(added).toMatchObject({ path: 'policies.Plots', from: null });
    expect(added!.to).toContain('"kind":"land"');
    const [removed] = await difference('title: A\npolicies: [{ kind: land, name: Plots }]', 'title: A');
    expect(removed).toMatchObject({ path: 'policies.Plots', to: null });
  });

  it('turned round swaps what each change leads from and to', async () => {
    const there = await difference(FULL, 'title: Bare');
    const back = await difference('title: Bare', FULL);
    expect(back).toEqual(there.map(({ path, from, to }) => ({ path, from: to, to: from })));
  });

  it('sees another table or window of the case, and another case', async () => {
    const case2 = `${RIGHT_CASE['case.yaml']!.replace('outputs: outputs.csv', 'outputs: { a: outputs.csv, b: outputs.csv }')}table: a\n`;
    const on = (text: string): Promise<Compared> =>
      parse({ 'case.yaml': case2, 'scenario.yaml': `case: ./case.yaml\ntitle: T\n${text}` });
    expect(diffScenarios(await on(''), await on('table: b\nwindow: 3\n'))).toEqual([
      { path: 'table', from: 'a', to: 'b' },
      { path: 'window', from: '6', to: '3' },
    ]);
    const elsewhere = await parse({
      'other.yaml': RIGHT_CASE['case.yaml']!.replace('Two cities', 'Elsewhere'),
      'scenario.yaml': 'case: ./other.yaml\ntitle: T\n',
    });
    expect(diffScenarios(await parseText('title: T\n'), elsewhere)).toEqual([
      { path: 'case', from: 'Two cities', to: 'Elsewhere' },
    ]);
  });

  it('is the list of what --set was told to change', async () => {
    const from = await parseText(FULL);
    const to = await parseText(FULL, ['policies.Border.opening=5%', 'years.to=2020', 'coordination=0']);
    expect(diffScenarios(from, to).map(({ path }) => path)).toEqual([
      'coordination',
      'policies.Border.opening',
      'years.to',
    ]);
  });
});
