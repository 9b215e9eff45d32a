import { beforeAll, describe, expect, it } from 'vitest';
import type { FutureSource } from '../../../engine/compare/future.js';
import type { StudyResult } from '../../../engine/montecarlo/answers/answers.js';
import { runStudy } from '../../../engine/montecarlo/answers/run-study.js';
import { type Batch, createBatches, drawBatches, studyKey } from '../../../engine/montecarlo/draws/batch.js';
import { createDrawer } from '../../../engine/montecarlo/draws/drawer.js';
import { replayDraw } from '../../../engine/montecarlo/draws/replay.js';
import { sampleDraws } from '../../../engine/montecarlo/draws/sample-draws.js';
import { createStudy, type Study, type StudyRequest } from '../../../engine/montecarlo/study/study.js';
import { partOutside } from '../../../engine/montecarlo/study/uncertain.js';
import { NO_BASIS } from '../../../engine/report/comparison/answer-basis.js';
import { studyJson } from '../../../engine/report/study/study-json.js';
import { bundledFuture } from '../../bundled.js';

const DRAWS = 120;

let border: FutureSource;
let railway: FutureSource;
let baseline: FutureSource;

/** Numbers of the tutorial made uncertain, since it has hardly any. */
const SETS = [
  'parameters.rivalry=triangular(0.05, 0.3, 0.6)',
  'parameters.barrier=beta(5, 5)',
  'parameters.displacement=uniform(0, 1)',
];

beforeAll(async () => {
  baseline = await bundledFuture('tutorial/baseline', SETS);
  border = await bundledFuture('tutorial/open-border', [...SETS, 'policies.Open border.failure=25%']);
  railway = await bundledFuture('tutorial/faster-link', SETS);
});

const study = (futures: readonly FutureSource[], request: StudyRequest = {}): Study =>
  createStudy(futures, { draws: DRAWS, ...request });
const text = (result: StudyResult): string => JSON.stringify(studyJson(result, NO_BASIS, (path) => path));

describe('A study', () => {
  it('says the same whatever its batches are, whatever their order, and wherever they were computed', async () => {
    const asked = study([baseline, border, railway]);
    const alone = text(await runStudy(asked, { batch: DRAWS }));
    expect(text(await runStudy(asked, { batch: 7 }))).toBe(alone);
    const workers = [1, 2, 3].map(() => drawBatches(createDrawer(structuredClone(asked))));
    let next = 0;
    const runBatch = async (range: { from: number; count: number }): Promise<Batch> => {
      const worker = workers[next++ % workers.length]!;
      // Later batches come back first.
      await new Promise((resolve) => setTimeout(resolve, range.from < 40 ? 20 : 0));
      return worker(range);
    };
    expect(text(await runStudy(asked, { batch: 11, runBatch, parallel: 5 }))).toBe(alone);
  });

  it('goes on from batches that were computed before, in any order', async () => {
    const asked = study([baseline, border]);
    const batches = drawBatches(createDrawer(asked));
    const earlier = [batches({ from: 60, count: 13 }), batches({ from: 0, count: 31 })];
    const done: number[] = [];
    const resumed = await runStudy(asked, { earlier, batch: 20, onBatch: (batch) => void done.push(batch.from) });
    expect(done).toEqual([31, 51, 73, 93, 113]);
    expect(text(resumed)).toBe(text(await runStudy(asked)));
  });

  it('refuses batches that would be counted twice, or that are not its own', async () => {
    const asked = study([baseline, border]);
    const batches = drawBatches(createDrawer(asked));
    const [early, late] = [batches({ from: 0, count: 31 }), batches({ from: 30, count: 10 })];
    await expect(runStudy(asked, { earlier: [late, early] })).rejects.toThrow('rows 30 to 39 are there twice');
    await expect(runStudy(asked, { earlier: [early, early] })).rejects.toThrow('rows 0 to 30 are there twice');
    const beyond = { ...late, from: DRAWS - 1 };
    await expect(runStudy(asked, { earlier: [beyond] })).rejects.toThrow(`only ${DRAWS} in all`);
    await expect(runStudy(asked, { runBatch: () => early })).rejects.toThrow('rows 0 to 30 came back for 0 to 99');
  });

  it('finds a difference of exactly 0 in every draw between identical futures, noise and all', async () => {
    const twin = { ...border, id: 'twin' };
    const { outcomes, gains } = await runStudy(study([border, twin]));
    for (const { differences } of outcomes) {
      for (const each of differences[1]!) {
        expect([each.min, each.max, each.missing, each.probabilitySame.share]).toEqual([0, 0, 0, 1]);
        if (each.probabilityBetter !== null) expect(each.probabilityBetter.share).toBe(0);
      }
    }
    expect(gains[1]!.overFirst!.regions.map(({ max }) => max)).toEqual([0, 0]);
  });

  it('carries the future without policies, which gains nothing on itself', async () => {
    const asked = study([baseline, border]);
    expect(asked.runs.map(({ id }) => id)).toEqual(['baseline', 'open-border', 'no-policy']);
    const { outcomes, gains } = await runStudy(asked);
    const gain = outcomes.find(({ name }) => name === 'gain')!;
    expect(gain.runs[2]!.map(({ min, max }) => [min, max])).toEqual([[0, 0]]);
    expect(gains[0]!.overNoPolicy.total.max).toBe(0);
    // Noise moves the future without policies, which the reference path is free of.
    expect(outcomes[0]!.runs[2]!.at(-1)!.standardDeviation).toBeGreaterThan(0);
  });

  it('gives each draw the numbers it has when it is replayed alone', () => {
    const asked = study([baseline, border], { sampler: 'sobol' });
    const batches = drawBatches(createDrawer(asked));
    const { layout } = createDrawer(asked);
    const { rows } = batches({ from: 40, count: 20 });
    const replayed = replayDraw(asked, 53);
    const row = rows.subarray(13 * layout.width, 14 * layout.width);
    replayed.outcomes.forEach(({ runs }, o) => {
      runs.forEach((values, run) => {
        expect(values.at(-1)).toBe(row[layout.last(run, o)]);
      });
    });
    const inputs = sampleDraws(asked, 53, 1);
    expect(replayed.inputs.map(({ value }) => value)).toEqual([...inputs.values]);
  });

  it('keeps the draws of every number when one more becomes uncertain', async () => {
    for (const sampler of ['random', 'latin', 'sobol'] as const) {
      const before = sampleDraws(study([baseline], { sampler }));
      const more = await bundledFuture('tutorial/baseline', [...SETS, 'parameters.land=uniform(0, 1)']);
      const after = sampleDraws(study([more], { sampler }));
      const column = (sampled: typeof before, name: string) => {
        const c = sampled.columns.findIndex((each) => each.name === name);
        return Array.from({ length: DRAWS }, (_, k) => sampled.values[k * sampled.columns.length + c]!);
      };
      for (const { name } of before.columns) expect(column(after, name)).toEqual(column(before, name));
    }
  });

  it('gives a number that two futures draw from different distributions the same place in both', async () => {
    const other = await bundledFuture('tutorial/open-border', [...SETS, 'parameters.displacement=uniform(0, 0.5)']);
    const { columns, values } = sampleDraws(study([baseline, other]));
    const [a, b] = ['parameters.displacement (baseline)', 'parameters.displacement (open-border)'].map((name) =>
      columns.findIndex((each) => each.name === name),
    );
    for (let k = 0; k < DRAWS; k++) {
      const row = values.subarray(k * columns.length, (k + 1) * columns.length);
      expect(row[b!]).toBeCloseTo(row[a!]! / 2, 14);
    }
  });

  it('decides once a draw whether a policy fails, with its probability', async () => {
    const { columns, values } = sampleDraws(study([border]));
    const c = columns.findIndex(({ path }) => path === 'policies.Open border.failure');
    const failed = Array.from({ length: DRAWS }, (_, k) => values[k * columns.length + c]!);
    // A latin hypercube meets the probability exactly.
    expect(failed.reduce((sum, x) => sum + x, 0)).toBe(DRAWS / 4);
    expect(new Set(failed)).toEqual(new Set([0, 1]));
  });

  it('draws from what of a distribution lies where the model has a meaning, as often anywhere in it as before', async () => {
    const wild = await bundledFuture('tutorial/baseline', ['parameters.rivalry=normal(0.3, 3)']);
    const { columns, values } = sampleDraws(study([wild]));
    const c = columns.findIndex(({ path }) => path === 'parameters.rivalry');
    const drawn = Array.from({ length: DRAWS }, (_, k) => values[k * columns.length + c]!).sort((a, b) => a - b);
    expect(drawn[0]).toBeGreaterThan(0);
    expect(drawn.at(-1)).toBeLessThan(2);
    // So wide a normal is all but even between 0 and 2, and no draw stands on a bound.
    for (const [k, value] of drawn.entries()) expect(Math.abs(value - (2 * (k + 0.5)) / DRAWS)).toBeLessThan(0.15);
    const source = study([wild]).uncertain.find(({ path }) => path === 'parameters.rivalry')!.sources[0]!;
    expect(partOutside(source)).toBeCloseTo(1 - 0.2542, 3);
  });

  it('keeps what is frozen at its central value, and draws only what is included', () => {
    const paths = (request: StudyRequest) => study([border], request).uncertain.map(({ path }) => path);
    expect(paths({ uncertainties: { freeze: ['*'] } })).toEqual([]);
    expect(paths({ uncertainties: { include: ['rivalry', 'policies.*.failure'] } })).toEqual([
      'parameters.rivalry',
      'policies.Open border.failure',
    ]);
    expect(paths({ uncertainties: { freeze: ['rivalry'] } })).not.toContain('parameters.rivalry');
  });

  it('counts noise as one number that is drawn: frozen or not included it is none, included alone it is all there is', async () => {
    const spread = async (uncertainties: StudyRequest['uncertainties']) => {
      const { outcomes } = await runStudy(study([border], { draws: 30, ...(uncertainties ? { uncertainties } : {}) }));
      return outcomes[0]!.runs[0]!.at(-1)!.standardDeviation!;
    };
    expect(await spread({ freeze: ['*'] })).toBe(0);
    expect(await spread({ include: ['noise'] })).toBeGreaterThan(0);
    const [alone, both] = [
      await spread({ include: ['displacement'] }),
      await spread({ include: ['displacement', 'noise'] }),
    ];
    expect(alone).toBeGreaterThan(0);
    expect(both).not.toBe(alone);
  });

  it('comes to the central run where nothing is drawn and there is no noise', async () => {
    const still = await bundledFuture('tutorial/open-border', ['noise={ industry: 0, region: 0, cell: 0 }']);
    const { outcomes } = await runStudy(study([still], { draws: 3, uncertainties: { freeze: ['*'] } }));
    const output = outcomes[0]!.runs[0]!;
    expect(output.every(({ min, max }) => min === max)).toBe(true);
    expect(outcomes[0]!.convergence[0]!.status).toBe('no-variance');
  });

  it('reports a draw that fails with its number and leaves it out of every number', async () => {
    const asked = study([baseline, border]);
    const drawer = createDrawer(asked);
    const runBatch = createBatches(drawer.layout.width, (draw, row) => {
      if (draw === 17 || draw === 3) throw new RangeError(`output is not finite in draw ${draw}`);
      drawer.draw(draw, row);
    });
    const result = await runStudy(asked, { runBatch, batch: 10 });
    expect(result.failures).toEqual([
      { draw: 3, message: 'output is not finite in draw 3' },
      { draw: 17, message: 'output is not finite in draw 17' },
    ]);
    expect(result.outcomes[0]!.runs[0]!.at(-1)).toMatchObject({ count: DRAWS - 2, missing: 2 });
    expect(result.gains[1]!.overFirst!.total.probabilityBetter!.count).toBe(DRAWS - 2);
  });

  it('fails the draws whose output runs away, and only those', async () => {
    const sets = ['years.to=2500', 'trend=1', 'noise={ industry: 1, persistence: 0.99 }'];
    const wild = await bundledFuture('tutorial/baseline', sets);
    const { failures } = await runStudy(study([wild], { draws: 20 }));
    expect(failures.length).toBeGreaterThan(0);
    expect(failures.length).toBeLessThan(20);
    expect(failures[0]!.message).toMatch(/^output of \w+ is not finite in 2500/);
  });

  it('refuses correlations that are impossible together, where they were written', async () => {
    const correlations =
      'correlations=[[rivalry, barrier, 0.9], [barrier, displacement, 0.9], [rivalry, displacement, -0.5]]';
    const wrong = await bundledFuture('tutorial/baseline', [...SETS, correlations]);
    const position = (_: number, k: number) => ({ file: 'baseline.yaml', line: 10 + k, column: 5 });
    expect(() => study([wrong], { position })).toThrow(/^baseline\.yaml:12:5 {2}the correlations between/);
  });

  it('draws correlated numbers together', async () => {
    const tied = await bundledFuture('tutorial/baseline', [...SETS, 'correlations=[[rivalry, displacement, 1]]']);
    const { columns, values } = sampleDraws(study([tied], { sampler: 'random' }));
    const [a, b] = ['parameters.rivalry', 'parameters.displacement'].map((path) =>
      columns.findIndex((each) => each.path === path),
    );
    const order = (c: number) =>
      Array.from({ length: DRAWS }, (_, k) => k).sort(
        (k, l) => values[k * columns.length + c]! - values[l * columns.length + c]!,
      );
    expect(order(a!)).toEqual(order(b!));
  });

  it('counts the draws that meet each goal, and all of them', async () => {
    const goals = {
      'larger than today': { expression: 'output() > 0', formula: above('output', 0) },
      never: { expression: 'theil() > 1000', formula: above('theil', 1000) },
    };
    const { goals: found } = await runStudy(study([border], { goals }));
    expect(found.map(({ name, runs }) => [name, runs[0]!.share])).toEqual([
      ['larger than today', 1],
      ['never', 0],
      [null, 0],
    ]);
  });

  it('is the same study wherever its files lie', () => {
    const moved = { ...border, scenario: { ...border.scenario, file: '/elsewhere/open-border.yaml' } };
    expect(studyKey(study([moved]))).toBe(studyKey(study([border])));
    expect(studyKey(study([border], { seed: 2 }))).not.toBe(studyKey(study([border])));
  });
});

function above(name: string, bound: number) {
  return {
    type: 'comparison',
    operators: ['>'],
    operands: [
      { type: 'call', name, args: [] },
      { type: 'number', value: bound },
    ],
  } as const;
}
