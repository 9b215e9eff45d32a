import { describe, expect, it } from 'vitest';
import { jobBatches, jobKey, jobWidth } from '../../../engine/montecarlo/draws/job.js';
import {
  analyseSensitivity,
  type SensitivityMethod,
  sensitivityJob,
} from '../../../engine/montecarlo/sensitivity/analyse-sensitivity.js';
import { createStudy } from '../../../engine/montecarlo/study/study.js';
import { bundledFuture } from '../../bundled.js';

const SETS = ['parameters.rivalry=triangular(0.05, 0.3, 0.6)', 'parameters.displacement=uniform(0, 1)'];
const METHODS: readonly SensitivityMethod[] = ['sobol', 'morris', 'rank'];

async function asked(method: SensitivityMethod, samples = 16) {
  const futures = [await bundledFuture('tutorial/baseline', SETS), await bundledFuture('tutorial/open-border', SETS)];
  const study = createStudy(futures, { draws: 50 });
  const outcome = { name: 'output', outcome: study.outcomes.output! };
  return { study, request: { method, samples, outcome } };
}

describe('A sensitivity that goes on', () => {
  it.each(METHODS)('from rows computed before says the same as one computed at once (%s)', async (method) => {
    const { study, request } = await asked(method);
    const whole = await analyseSensitivity(study, request);
    const { job, total } = sensitivityJob(study, request);
    const batches = jobBatches(job);
    const earlier = [batches({ from: 9, count: 5 }), batches({ from: 0, count: 4 })];
    expect(earlier[0]!.rows).toHaveLength(5 * jobWidth(job));
    const computed: number[] = [];
    const resumed = await analyseSensitivity(study, request, {
      earlier,
      batch: total,
      onBatch: ({ from, count }, done) => void computed.push(from, count, done),
    });
    expect(resumed).toEqual(whole);
    expect(computed).toEqual([4, 5, 14, 14, total - 14, total]);
  });

  it('refuses points that would be counted twice', async () => {
    const { study, request } = await asked('morris');
    const batches = jobBatches(sensitivityJob(study, request).job);
    const earlier = [batches({ from: 0, count: 4 }), batches({ from: 3, count: 4 })];
    await expect(analyseSensitivity(study, request, { earlier })).rejects.toThrow('rows 3 to 6 are there twice');
  });

  it('knows rows of another method, number of samples or outcome from its own', async () => {
    const keys = await Promise.all(
      METHODS.flatMap((method) => [16, 32].map((samples) => asked(method, samples))).map(async (each) => {
        const { study, request } = await each;
        return jobKey(sensitivityJob(study, request).job);
      }),
    );
    expect(new Set(keys).size).toBe(6);
  });
});
