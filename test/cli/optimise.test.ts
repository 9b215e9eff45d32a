import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from './run-in-memory.js';

const WAYS = `extends: ${resolve('scenarios/tutorial/baseline.yaml')}
policies:
  - { kind: market, name: Border, opening: 'triangular(0.2, 0.4, 0.6)', start: 2020 }
  - { kind: infrastructure, name: Railway, links: [[East, West]], shorten: 50%, start: 2020, cost: 20 }
  - { kind: land, name: Land, start: 2020 }
`;
const GRID = `choices:
  Border: { intensity: 0:1:0.5 }
  Railway: { intensity: [0, 1] }
  Land: { intensity: 0:1:0.25, regions: [[East], ['*']] }
outcomes:
  gap: { expression: abs(output("East") - output("West")), better: lower }
goals:
  impossible: output() > 1e9
`;
const FEW = ['--draws', '8', '--fresh', '12', '--workers', '1', '--quiet'];

describe('tandem optimise', () => {
  let folder: string;
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tandem-'));
    file('menu.yaml', WAYS + GRID);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const ask = (...more: string[]) => call(['optimise', join(folder, 'menu.yaml'), ...FEW, ...more]);

  it('answers with the keys of the contract', async () => {
    const { code, stdout } = await ask('--budget', '15', '--format', 'json');
    expect(code).toBe(0);
    const { budget, method, plans, picks, evaluations } = JSON.parse(stdout);
    expect([budget, method, evaluations]).toEqual([15, 'exhaustive', 3 * 2 * 5 * 2]);
    expect(Object.keys(picks)).toEqual(['most-gain', 'worst-off', 'cheapest-equal', 'knee']);
    for (const plan of plans) {
      expect(Object.keys(plan)).toEqual(expect.arrayContaining(['id', 'cost', 'objectives', 'choices', 'fresh']));
      expect(Object.keys(plan.objectives)).toEqual(expect.arrayContaining(['gain', 'worst', 'cost']));
      expect(plan.cost).toBeLessThanOrEqual(15.000001);
    }
    const best = plans.find(({ id }: { id: string }) => id === picks['most-gain']);
    const keys = ['mean', 'median', 'p10', 'p90', 'probabilityBetter', 'losers'];
    expect(Object.keys(best.fresh)).toEqual(expect.arrayContaining(keys));
    expect(best.choices.Railway).toEqual({ intensity: 0 });
  });

  it('writes every pick as a scenario that runs and costs what was said', async () => {
    const out = join(folder, 'result');
    const { code, stdout } = await ask('--budget', '15', '--out', out, '--set', 'years.to=2024');
    expect(code).toBe(0);
    const { plans, picks } = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8'));
    for (const [name, id] of Object.entries(picks)) {
      const pick = join(out, `${name}.yaml`);
      const again = await call(['optimise', pick, ...FEW, '--budget', '100', '--format', 'json']);
      const { plans: rerun } = JSON.parse(again.stdout);
      const { cost, search } = plans.find((plan: { id: string }) => plan.id === id);
      expect(rerun[0].id).toBe('given');
      expect(rerun[0].cost).toBeCloseTo(cost, 9);
      expect(rerun[0].search.gain).toBeCloseTo(search.gain, 9);
    }
    const lines = readFileSync(join(out, 'frontier.csv'), 'utf8').trim().split('\n');
    expect(lines).toHaveLength(1 + plans.length);
    expect(stdout).toMatch(/the best plan found brings/);
    expect(stdout).toMatch(/by hand/);
    const page = readFileSync(join(out, 'report.html'), 'utf8');
    expect(page).toMatch(/id="trade-off"[\s\S]*id="coordinates"/);
    expect(page.slice(0, page.indexOf('<script>'))).not.toMatch(/NaN|undefined|\[object/);
  });

  it('says what the plan exploits, as written and under each belief', async () => {
    const closed = file('closed.yaml', 'title: Closed\nwhy: a test\nparameters: { barrier: 0.9 }\n');
    const { stdout } = await ask('--budget', '15', '--format', 'json', '--beliefs', closed);
    const { exploits, beliefs } = JSON.parse(stdout);
    expect(exploits.map(({ belief }: { belief: string }) => belief)).toEqual(['as written', 'closed']);
    expect(exploits[0].kinds.map(({ kind }: { kind: string }) => kind).sort()).toEqual(['land', 'market']);
    expect(exploits[1].total).not.toBe(exploits[0].total);
    expect(Object.keys(beliefs)).toEqual(['as written', 'closed']);
  });

  it('searches for any outcome, and picks the best by it', async () => {
    const { code, stdout } = await ask(
      '--budget',
      '15',
      '--objectives',
      'gain, gap, output("East", "Cars")',
      '--format',
      'json',
    );
    expect(code).toBe(0);
    const { objectives, plans, picks } = JSON.parse(stdout);
    expect(objectives.map(({ name }: { name: string }) => name)).toEqual(['gain', 'gap', 'output("East", "Cars")']);
    const gaps = plans.slice(2).map((plan: { objectives: { gap: number } }) => plan.objectives.gap);
    const best = plans.find(({ id }: { id: string }) => id === picks['best-gap']);
    expect(best.objectives.gap).toBe(Math.min(...gaps));
  });

  it('says plainly why nothing beats a plan that does everything', async () => {
    const all = file('all.yaml', WAYS.replace(/.*(Railway|Land).*\n/g, ''));
    const { stdout } = await call(['optimise', all, ...FEW, '--evaluations', '320']);
    expect(stdout.replaceAll('\n', ' ')).toMatch(
      /That is what the given plan brings\.\s+It carries out the whole menu and spends the whole budget\./,
    );
  });

  it('says which constraint costs most where no plan keeps to all', async () => {
    const { code, stdout } = await ask('--budget', '15', '--meet-goals');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^No plan keeps to all that was asked, though all 60 plans were tried\.\nWhat costs most is the goals\./,
    );
    const json = await ask('--budget', '15', '--meet-goals', '--format', 'json');
    expect(JSON.parse(json.stdout)).toMatchObject({ plans: [{ id: 'given' }, { id: 'greedy' }], picks: {} });
  });

  it('refuses what cannot be answered, with what would be right', async () => {
    const refused = async (...more: string[]) => {
      const { code, stdout, stderr } = await ask(...more);
      expect([code, stdout]).toEqual([2, '']);
      return stderr;
    };
    expect(await refused('--budget', '0.001')).toMatch(
      /--budget 0\.001\S*: the cheapest plan that does anything costs [\d.]+/,
    );
    expect(await refused('--budget', 'much')).toMatch(/--budget much: not a number of/);
    expect(await refused('--budget', '1', '--budget-of', 'a.yaml')).toMatch(/contradict each other/);
    expect(await refused('--objectives', 'gian')).toMatch(/no objective is called "gian" +\(did you mean "gain"/);
    expect(await refused('--objectives', 'gain,,cost')).toMatch(/an objective is empty/);
    expect(await refused('--objectives', 'cvar', '--search-draws', '0')).toMatch(/cvar is about draws/);
    expect(await refused('--resume')).toMatch(/--resume needs --out/);
    expect(await refused('--set', 'choices={ Boarder: { intensity: 1 } }')).toMatch(/no policy called "Boarder"/);
    expect(await refused('--set', 'choices={ Border: {}, Railway: {}, Land: {} }', '--budget', '0')).toMatch(/./);
    const baseline = await call(['optimise', 'scenarios/tutorial/baseline.yaml', ...FEW]);
    expect([baseline.code, baseline.stderr]).toEqual([2, expect.stringMatching(/has no policies to choose from/)]);
  });
});
