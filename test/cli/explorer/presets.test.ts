import { describe, expect, it } from 'vitest';
import { beliefPresetOf } from '../../../cli/explorer/server/near-beliefs.js';
import { parseFutures, showWhatIf } from '../../../cli/explorer/what-if/compute.js';
import type { BeliefPreset, PolicyPreset } from '../../../cli/explorer/what-if/presets.js';
import { applyBelief, applyPolicies, beliefPreset, policyPreset } from '../../../cli/explorer/what-if/presets.js';
import type { Scoped } from '../../../cli/explorer/what-if/scoped.js';
import { type Scope, setValue, type WhatIf } from '../../../cli/explorer/what-if/what-if.js';
import { parseBelief } from '../../../engine/scenario/belief.js';
import { parseScenario } from '../../../engine/scenario/parse-scenario.js';
import { readBundled } from '../../bundled.js';

const read = readBundled();
const FOLDER = 'changchun-jilin';

function whatIfOf(...files: string[]): WhatIf {
  const futures = files.map((name) => ({ file: `${FOLDER}/${name}.yaml`, name: null, pinned: false, own: [] }));
  return { futures, common: [], equalCost: true };
}

/** The controls of a what-if as the page has them, about one future or all. */
async function scopedOf(whatIf: WhatIf, scope: Scope = 'all'): Promise<Scoped> {
  const computed = await showWhatIf(read, whatIf, []);
  if ('mistakes' in computed) throw new Error(JSON.stringify(computed.mistakes));
  return { whatIf, scope, controls: computed.shown.controls, mistakes: [] };
}

/** What the policies of a future are, but for their order. */
async function policiesOf(whatIf: WhatIf, k: number) {
  const futures = await parseFutures(read, whatIf);
  if ('mistakes' in futures) throw new Error(JSON.stringify(futures.mistakes));
  return futures.sources[k]!.scenario.policies;
}

const PAIR = whatIfOf('uncoordinated', 'coordinated');
const bundledPolicies = async (name: string) => (await parseScenario(read, `${FOLDER}/${name}.yaml`)).scenario.policies;

describe('Presets of policies', () => {
  it('say what the bundled scenarios of the same name say', async () => {
    const scoped = await scopedOf(PAIR);
    const half = applyPolicies(PAIR, scoped, 'half');
    expect(await policiesOf(half, 1)).toEqual(await bundledPolicies('half-strength'));
    const merger = applyPolicies(PAIR, scoped, { only: 'Mergers across the border' });
    expect(await policiesOf(merger, 0)).toEqual(await bundledPolicies('way-merger'));
    expect(await policiesOf(applyPolicies(PAIR, scoped, 'none'), 1)).toEqual([]);
  });

  it('hold once they are chosen, replace each other, and leave nothing when all is as written', async () => {
    const presets: PolicyPreset[] = [
      'half',
      'none',
      { only: 'Open the border' },
      { only: 'Producer services' },
      'written',
    ];
    let now = PAIR;
    for (const preset of presets) {
      now = applyPolicies(now, await scopedOf(now), preset);
      expect(policyPreset(await scopedOf(now))).toEqual(preset);
    }
    expect(now).toEqual(PAIR);
  });

  it('take over from one another before the one before was computed', async () => {
    const merger = applyPolicies(PAIR, await scopedOf(PAIR), { only: 'Mergers across the border' });
    const stale = { ...(await scopedOf(merger)), computed: merger };
    let now = merger;
    for (const only of ['Open the border', 'Producer services']) {
      now = applyPolicies(now, { ...stale, whatIf: now }, { only });
      expect((await policiesOf(now, 1)).map(({ name }) => name)).toEqual([only]);
      expect(policyPreset({ ...stale, whatIf: now })).toEqual({ only });
    }
  });

  it('keep every other setting, and change the chosen future alone', async () => {
    const set = setValue(PAIR, 'all', 'policies.Open the border.opening', '0.2');
    const now = applyPolicies(set, await scopedOf(set, 1), 'none');
    expect(await policiesOf(now, 1)).toEqual([]);
    expect(await policiesOf(now, 0)).toEqual(await policiesOf(set, 0));
    const back = applyPolicies(now, await scopedOf(now, 1), 'written');
    expect(back).toEqual(set);
    expect(policyPreset(await scopedOf(now))).toBe(null);
  });

  it('are none where an intensity was set by hand', async () => {
    const set = setValue(PAIR, 'all', 'policies.Open the border.intensity', '0.7');
    expect(policyPreset(await scopedOf(set))).toBe(null);
  });
});

describe('Presets of beliefs', () => {
  const beliefs = ['sceptical', 'first-edition', 'slow'].map((name) =>
    beliefPresetOf(parseBelief(read, `${FOLDER}/beliefs/${name}.yaml`)),
  ) as [BeliefPreset, BeliefPreset, BeliefPreset];

  it('set what the belief’s file lays over a scenario', async () => {
    const believed = applyBelief(PAIR, await scopedOf(PAIR), beliefs, beliefs[1]);
    const futures = await parseFutures(read, believed);
    if ('mistakes' in futures) throw new Error(JSON.stringify(futures.mistakes));
    const { document } = parseBelief(read, `${FOLDER}/beliefs/first-edition.yaml`);
    const { title: _title, why: _why, ...value } = document.value as Record<string, unknown>;
    const layer = { ...document, value };
    const { scenario } = await parseScenario(read, `${FOLDER}/coordinated.yaml`, [], { beliefs: [layer] });
    expect(futures.sources[1]!.scenario.parameters).toEqual(scenario.parameters);
    expect(futures.sources[1]!.scenario.policies).toEqual(scenario.policies);
  });

  it('replace each other, and leave nothing behind', async () => {
    const scoped = await scopedOf(PAIR);
    expect(beliefPreset(scoped, beliefs)).toBe('written');
    const first = applyBelief(PAIR, scoped, beliefs, beliefs[1]);
    expect(beliefPreset({ ...scoped, whatIf: first }, beliefs)).toBe(beliefs[1]);
    const second = applyBelief(first, scoped, beliefs, beliefs[0]);
    expect(beliefPreset({ ...scoped, whatIf: second }, beliefs)).toBe(beliefs[0]);
    expect(second).toEqual(applyBelief(PAIR, scoped, beliefs, beliefs[0]));
    const moved = setValue(second, 'all', beliefs[0].settings[0]!.path, '0.9');
    expect(beliefPreset({ ...scoped, whatIf: moved }, beliefs)).toBe(null);
    expect(applyBelief(moved, scoped, beliefs, null)).toEqual(PAIR);
  });
});
