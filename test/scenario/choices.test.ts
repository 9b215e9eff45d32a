import { describe, expect, it } from 'vitest';
import { formatMistake, MistakesError } from '../../engine/mistakes.js';
import { variablesOf } from '../../engine/optimise/variables.js';
import { bundledFuture } from '../bundled.js';

const START = `extends: ./baseline.yaml
policies:
  - { kind: market, name: Border, start: 2020 }
  - { kind: infrastructure, name: Railway, links: [[East, West]], shorten: 50%, start: 2020, end: 2023 }
  - { kind: cluster, name: Clusters, start: 2020 }
`;

const read = (choices: string) => bundledFuture('tutorial/menu', [], { 'tutorial/menu.yaml': `${START}${choices}` });

async function mistakesOf(choices: string): Promise<string[]> {
  const thrown = await read(choices).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(MistakesError);
  return (thrown as MistakesError).mistakes.map(formatMistake);
}

describe('Choices', () => {
  it('are ranges, grids and lists of what a policy may be', async () => {
    const { scenario } = await read(`choices:
  Border: { intensity: 0:1, start: [2020, 2022] }
  Railway: { intensity: [100%, 0] }
  Clusters: { intensity: 20%:1:0.4, regions: [[East], [East, West], ['*']], industries: [Cars, { top: 1 }] }
`);
    expect(variablesOf(scenario).map(({ policy, field, options }) => [policy, field, options])).toEqual([
      ['Border', 'intensity', { from: 0, to: 1 }],
      ['Border', 'start', [2020, 2022]],
      ['Railway', 'intensity', [0, 1]],
      ['Clusters', 'intensity', [0.2, 0.6, 1]],
      ['Clusters', 'regions', [['East'], ['East', 'West'], ['*']]],
      [
        'Clusters',
        'industries',
        [
          { selector: { names: ['Cars'], top: null, stage: null, locationQuotient: null }, written: 'Cars' },
          { selector: { names: null, top: 1, stage: null, locationQuotient: null }, written: { top: 1 } },
        ],
      ],
    ]);
  });

  it('are every intensity where nothing is said, and of what is built whole, all or nothing', async () => {
    const { scenario } = await read('');
    expect(variablesOf(scenario).map(({ policy, options }) => [policy, options])).toEqual([
      ['Border', { from: 0, to: 1 }],
      ['Railway', [0, 1]],
      ['Clusters', { from: 0, to: 1 }],
    ]);
  });

  it('that cannot be are mistakes with their place, all at once', async () => {
    const found = await mistakesOf(`choices:
  Boarder: { intensity: 0:1 }
  Border: { intensity: 1:0, industries: [Cars] }
  Railway: { start: [2019, 2020, 2025] }
  Clusters: { intensity: 0:1:0, regions: [[East, Wset]], industries: [{ top: 2 }, Kars] }
`);
    expect(found).toEqual([
      'tutorial/menu.yaml:7:3  no policy called "Boarder"  (did you mean "Border"?)',
      'tutorial/menu.yaml:8:24  "1:0" ends below its start  (a range 0:1, a grid 0:1:0.25, or a list such as [0, 0.5, 1])',
      'tutorial/menu.yaml:8:29  "Border" targets no industries: a market policy has none to choose',
      'tutorial/menu.yaml:9:22  2019 is not one of the years projected  (2020 … 2023)',
      'tutorial/menu.yaml:9:34  "Railway" ends in 2023, before 2025  (2020 … 2023)',
      'tutorial/menu.yaml:10:26  "0:1:0" needs steps of 0.001 or more  (a range 0:1, a grid 0:1:0.25, or a list such as [0, 0.5, 1])',
      'tutorial/menu.yaml:10:50  unknown region "Wset"  (did you mean "West"?)',
      'tutorial/menu.yaml:10:83  unknown industry "Kars"  (did you mean "Cars"?)',
    ]);
  });

  it('that are empty, or of fields that no policy can choose, are mistakes', async () => {
    const found = await mistakesOf(`choices:
  Border: { intensity: [], opening: 0:1 }
  Clusters: { regions: [], start: [2020.5] }
  Railway: { intensity: 2 }
`);
    expect(found).toHaveLength(5);
    expect(found.join('\n')).toMatch(/unknown key "opening"/);
    expect(found.join('\n')).toMatch(/"2" goes beyond 0 … 1|intensity/);
  });
});
