import { describe, expect, it } from 'vitest';
import { compilePlan } from '../../engine/plan/compile.js';
import { createResolver } from '../../engine/plan/resolve.js';
import { project } from '../../engine/projection/project.js';
import { parseScenario } from '../../engine/scenario/parse-scenario.js';
import { ownSetting, scenarioIds, settingsOf } from '../../engine/scenario/scenario-ids.js';
import { scenarioText } from '../../engine/scenario/scenario-text.js';
import { readBundled } from '../bundled.js';

const BASE = 'changchun-jilin/coordinated.yaml';

async function outputOf(file: string, settings: readonly string[], texts: Record<string, string> = {}) {
  const { scenario, economy } = await parseScenario(readBundled(texts), file, settings);
  return project(compilePlan(economy, scenario, createResolver()).plan).output;
}

async function written(settings: readonly string[]): Promise<string> {
  const { layers } = await parseScenario(readBundled(), BASE);
  return scenarioText({ title: null, extends: './coordinated.yaml', settings, comments: ['a\nb'] }, layers.value);
}

describe('Settings written as a scenario file', () => {
  const cases: Record<string, string[]> = {
    nothing: [],
    'numbers, percentages and distributions': [
      'coordination=0.35',
      'parameters.rivalry=20%',
      'policies.Competitive clusters.push=normal(0.03, 0.01)',
      'parameters.response.growing=1.2',
      'years.to=2025',
    ],
    'an expression and a mapping': [
      'policies.Land by need.intensity=clamp((year - 2012) / 4, 0, 1)',
      'coordination={ Changchun: 1, Jilin: 0.2 }',
      'coordination.Jilin=0.4',
      'trend.industries."Tobacco"=1%',
    ],
    'policies added, changed, switched off and added again': [
      'policies.Open wider.kind=market',
      'policies.Open wider.regions=[Changchun, Siping]',
      'policies.Open wider.opening=50%',
      'policies.New line.kind=infrastructure',
      'policies.New line.links=[{ from: Changchun, to: Songyuan, km: 120 }]',
      'policies.Producer services.points=4',
      'policies.Producer services.remove=true',
      'policies.Never there.kind=land',
      'policies.Never there.remove=true',
    ],
  };
  for (const [name, settings] of Object.entries(cases)) {
    it(`gives the same future: ${name}`, async () => {
      const text = await written(settings);
      const mine = 'changchun-jilin/mine.yaml';
      expect(await outputOf(mine, [], { [mine]: text })).toEqual(await outputOf(BASE, settings));
      expect(text.startsWith('# a b\n')).toBe(true);
    });
  }

  it('names a policy of the extended file by its name alone, and a new one with its kind', async () => {
    expect(await written(cases['policies added, changed, switched off and added again']!)).toBe(
      [
        '# a b',
        'extends: ./coordinated.yaml',
        'policies:',
        '  - kind: market',
        '    name: Open wider',
        '    regions:',
        '      - Changchun',
        '      - Siping',
        '    opening: 50%',
        '  - kind: infrastructure',
        '    name: New line',
        '    links:',
        '      - from: Changchun',
        '        to: Songyuan',
        '        km: 120',
        '  - name: Producer services',
        '    remove: true',
        '',
      ].join('\n'),
    );
  });
});

describe('Settings of several scenarios', () => {
  it('reach all of them, or the one they name', () => {
    const settings = ['years.to=2025', 'a:coordination=0', 'a:b:coordination=1'];
    const texts = (which: number) =>
      settingsOf(settings, ['a', 'a:b'], which).map((each) => (typeof each === 'string' ? each : each.text));
    expect(texts(0)).toEqual(['years.to=2025', 'coordination=0']);
    expect(texts(1)).toEqual(['years.to=2025', 'coordination=1']);
    expect(ownSetting('parameters.rivalry=0', ['a'])).toBeNull();
    expect(scenarioIds(['x/a.yaml', 'y/a.yaml', 'b.yml'])).toEqual(['a', 'a-2', 'b']);
  });

  it('are found wrong at their place among all', async () => {
    const sets = settingsOf(['years.to=2025', 'coordinated:parameters.rivalri=0'], ['coordinated'], 0);
    await expect(parseScenario(readBundled(), BASE, sets)).rejects.toThrow(
      '--set:2:24  unknown key "rivalri" in parameters  (did you mean "rivalry"?)',
    );
  });
});
