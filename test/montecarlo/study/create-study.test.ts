import { describe, expect, it } from 'vitest';
import { MistakesError } from '../../../engine/mistakes.js';
import { createStudy } from '../../../engine/montecarlo/study/study.js';
import { bundledFuture } from '../../bundled.js';

const tutorial = (name: string, ...sets: string[]) => bundledFuture(`tutorial/${name}`, sets);

/** Messages of the mistakes that something throws. */
function messages(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    if (error instanceof MistakesError) return error.mistakes.map(({ message }) => message);
    throw error;
  }
  return [];
}

describe('A study', () => {
  it('runs its futures and the first of them without policies, under a name that none of them has', async () => {
    const border = await tutorial('open-border');
    const [first, second] = [border, { ...border, id: 'no-policy' }];
    const { runs, futures } = createStudy([first, second]);
    expect(futures.map(({ id }) => id)).toEqual(['open-border', 'no-policy']);
    expect(runs.map(({ id }) => id)).toEqual(['open-border', 'no-policy', 'no-policy-2']);
    expect(runs[2]!.scenario.policies).toEqual([]);
    expect(border.scenario.policies.length).toBe(1);
    const third = { ...border, id: 'no-policy-2' };
    expect(createStudy([first, second, third]).runs.at(-1)!.id).toBe('no-policy-3');
  });

  it('has 1000 draws of a latin hypercube from seed 1 where nothing else is asked', async () => {
    const { draws, seed, sampler } = createStudy([await tutorial('baseline')]);
    expect({ draws, seed, sampler }).toEqual({ draws: 1000, seed: 1, sampler: 'latin' });
  });

  it('takes the outcomes and goals of all its futures together, and refuses one name for two of them', async () => {
    const one = await tutorial('baseline', 'outcomes.gap=output("East") - output("West")', 'goals.large=output() > 1');
    const two = await tutorial('open-border', 'outcomes.balance=theil()', 'goals.even=theil() < 1');
    const { outcomes, goals } = createStudy([one, two]);
    expect([Object.keys(outcomes), Object.keys(goals)]).toEqual([
      ['gap', 'balance'],
      ['large', 'even'],
    ]);
    const other = await tutorial('open-border', 'outcomes.gap=theil()', 'goals.large=output() > 2');
    expect(messages(() => createStudy([one, other]))).toEqual([
      'the outcome "gap" means something else in another future: output("East") - output("West")',
      'the goal "large" means something else in another future: output() > 1',
    ]);
  });

  it('refuses correlations that two futures state differently, and takes those that they share once', async () => {
    const sets = ['parameters.rivalry=triangular(0.05, 0.3, 0.6)', 'parameters.land=uniform(0, 1)'];
    const state = (name: string, rank: number) => tutorial(name, ...sets, `correlations=[[rivalry, land, ${rank}]]`);
    const [one, same, other] = [
      await state('baseline', 0.5),
      await state('open-border', 0.5),
      await state('open-border', 0.4),
    ];
    expect(createStudy([one, same]).correlations).toEqual([['parameters.rivalry', 'parameters.land', 0.5]]);
    expect(messages(() => createStudy([one, other]))).toEqual([
      '"rivalry" and "land" are correlated by 0.4 here, by 0.5 in another future',
    ]);
    // A number that is not drawn takes part in no correlation.
    expect(createStudy([one], { uncertainties: { freeze: ['land'] } }).correlations).toEqual([]);
  });

  it('makes futures cost the same at central values unless asked not to', async () => {
    const dear = await tutorial('open-border', 'policies.Open border.yearlyCost=0.4%');
    const futures = [await tutorial('open-border'), { ...dear, id: 'dear' }];
    // Four times the price for the same, so a quarter of it.
    expect(createStudy(futures).equalCost!.map(({ factor }) => Number(factor!.toFixed(6)))).toEqual([1, 0.25]);
    expect(createStudy(futures, { equalCost: false }).equalCost).toBeNull();
  });
});
