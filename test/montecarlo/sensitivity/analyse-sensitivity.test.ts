import { describe, expect, it } from 'vitest';
import { runFuture } from '../../../engine/compare/future.js';
import { gainsOf } from '../../../engine/compare/gains.js';
import { createDesign, designRows, sensitivityInputs } from '../../../engine/montecarlo/draws/design-rows.js';
import {
  analyseSensitivity,
  type SensitivityResult,
} from '../../../engine/montecarlo/sensitivity/analyse-sensitivity.js';
import { defaultOutcome } from '../../../engine/montecarlo/sensitivity/default-outcome.js';
import { createStudy, type Study } from '../../../engine/montecarlo/study/study.js';
import { sourceFunction } from '../../../engine/montecarlo/study/uncertain.js';
import { bundledFuture } from '../../bundled.js';

const RIVALRY = 'parameters.rivalry=triangular(0.05, 0.3, 0.6)';
const DISPLACEMENT = 'parameters.displacement=uniform(0, 1)';

/** A study of tutorial futures in which only rivalry, displacement and what else is named are drawn. */
async function study(names: readonly string[], sets: readonly string[], ...more: readonly string[]): Promise<Study> {
  const futures = await Promise.all(names.map((name) => bundledFuture(`tutorial/${name}`, sets)));
  return createStudy(futures, { equalCost: false, uncertainties: { include: ['rivalry', 'displacement', ...more] } });
}

const ask = (asked: Study, method: 'sobol' | 'morris' | 'rank', samples: number): Promise<SensitivityResult> =>
  analyseSensitivity(asked, { method, samples, outcome: defaultOutcome(asked) });

describe('The sensitivity of a study', () => {
  it('has its uncertain numbers as inputs, and noise as one more where there is any', async () => {
    const inputs = ['parameters.rivalry', 'parameters.displacement'];
    expect(sensitivityInputs(await study(['open-border'], [RIVALRY, DISPLACEMENT]))).toEqual(inputs);
    const noisy = await study(
      ['open-border'],
      [RIVALRY, DISPLACEMENT, 'noise={ industry: 0, region: 0, cell: 0.01 }'],
      'noise',
    );
    expect(sensitivityInputs(noisy)).toEqual([...inputs, 'noise']);
  });

  it('is asked by default of the gain over no policy of one future, of output where two are compared or none acts', async () => {
    const expression = (asked: Study) => defaultOutcome(asked).outcome.expression;
    expect(expression(await study(['open-border'], []))).toBe('discounted(output() - noPolicy())');
    expect(expression(await study(['baseline'], []))).toBe('discounted(output())');
    expect(expression(await study(['baseline', 'open-border'], []))).toBe('discounted(output())');
  });

  it('evaluates each point of a design as a run at these values does', async () => {
    const asked = await study(['open-border'], [RIVALRY, DISPLACEMENT]);
    const { name, outcome } = defaultOutcome(asked);
    const own = { ...asked, outcomes: { [name]: outcome }, goals: {} };
    const request = { method: 'sobol', samples: 4, groups: [] } as const;
    const rows = designRows(own, request);
    const design = createDesign(own, request);
    const [row, point] = [new Float64Array(1), new Float64Array(2)];
    for (let k = 0; k < design.rows; k++) {
      rows(k, row);
      design.fill(k, point);
      const values = new Map(
        own.uncertain.map(({ path, sources }, j) => [path, sourceFunction(sources[0]!)(point[j]!)] as const),
      );
      expect(row[0]).toBeCloseTo(gainsOf(runFuture(own.futures[0]!, { values })).total, 9);
    }
  });

  it('evaluates the difference of two futures where there are two', async () => {
    const asked = await study(['baseline', 'open-border'], [RIVALRY, DISPLACEMENT]);
    const { name, outcome } = defaultOutcome(asked);
    const own = { ...asked, outcomes: { [name]: outcome }, goals: {} };
    const request = { method: 'morris', samples: 2, groups: [] } as const;
    const design = createDesign(own, request);
    const [row, point] = [new Float64Array(1), new Float64Array(2)];
    designRows(own, request)(1, row);
    design.fill(1, point);
    const values = new Map(
      own.uncertain.map(({ path, sources }, j) => [path, sourceFunction(sources[0]!)(point[j]!)] as const),
    );
    // The first future has no policies, so the difference is what the second gains.
    expect(row[0]).toBeCloseTo(gainsOf(runFuture(own.futures[1]!, { values })).total, 8);
  });

  it('lays all variance on the one number that is drawn, and none on one that has no part in the outcome', async () => {
    const both = await study(['open-border'], [DISPLACEMENT, 'parameters.land=uniform(0, 1)'], 'trend.halfLife');
    const { inputs, answers } = await ask(both, 'sobol', 64);
    expect(inputs).toEqual(['parameters.displacement', 'trend.halfLife']);
    const [answer] = answers;
    if (answer?.method !== 'sobol' || answer.indices.status !== 'ok') throw new Error('no indices');
    expect(answer.indices.total[0]).toBeCloseTo(1, 1);
    expect(answer.indices.total[1]).toBeCloseTo(0, 12);
  });

  it('finds nothing that two futures of one file differ by', async () => {
    const asked = await study(['open-border', 'open-border'], [RIVALRY, DISPLACEMENT]);
    const sobol = (await ask(asked, 'sobol', 8)).answers[0]!;
    expect(sobol.method === 'sobol' && sobol.indices.status).toBe('no-variance');
    const morris = (await ask(asked, 'morris', 3)).answers[0]!;
    expect(morris.method === 'morris' && morris.effects.status).toBe('no-variance');
  });

  it('tells the futures it compares, the runs it made and the years it answers for', async () => {
    const asked = await study(['baseline', 'open-border'], [RIVALRY, DISPLACEMENT]);
    const morris = await ask(asked, 'morris', 3);
    expect([morris.first?.id, morris.later.id, morris.evaluations]).toEqual(['baseline', 'open-border', 9]);
    expect(morris.years).toEqual([2025]);
    const yearly = {
      expression: 'output()',
      formula: { type: 'call', name: 'output', args: [] },
      better: 'higher',
    } as const;
    const rank = await analyseSensitivity(asked, {
      method: 'rank',
      samples: 30,
      outcome: { name: 'output', outcome: yearly },
    });
    expect(rank.years).toEqual([2020, 2021, 2022, 2023, 2024, 2025]);
    expect(rank.answers.length).toBe(6);
    expect(rank.evaluations).toBe(30);
  });

  it('says the same whatever its batches', async () => {
    const asked = await study(['open-border'], [RIVALRY, DISPLACEMENT]);
    const request = { method: 'morris', samples: 5, outcome: defaultOutcome(asked) } as const;
    const whole = await analyseSensitivity(asked, request, { batch: 1000 });
    const parts = await analyseSensitivity(asked, request, { batch: 3, parallel: 2 });
    expect(parts).toEqual(whole);
  });

  it('moves the members of a group together', async () => {
    const asked = await study(['open-border'], [RIVALRY, DISPLACEMENT]);
    const groups = [{ name: 'both', inputs: ['parameters.rivalry', 'parameters.displacement'] }];
    const { inputs, evaluations } = await analyseSensitivity(asked, {
      method: 'sobol',
      samples: 8,
      groups,
      outcome: defaultOutcome(asked),
    });
    expect([inputs, evaluations]).toEqual([['both'], 24]);
  });

  it('owns up to correlations that it leaves out of account', async () => {
    const sets = [RIVALRY, DISPLACEMENT, 'correlations=[[rivalry, displacement, 0.5]]'];
    const tied = await study(['open-border'], sets);
    expect((await ask(tied, 'morris', 2)).correlationsIgnored).toBe(true);
    expect((await ask(tied, 'rank', 30)).correlationsIgnored).toBe(false);
    const free = await study(['open-border'], sets.slice(0, 2));
    expect((await ask(free, 'morris', 2)).correlationsIgnored).toBe(false);
  });
});
