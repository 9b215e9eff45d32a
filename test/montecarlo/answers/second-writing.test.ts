import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FutureSource } from '../../../engine/compare/future.js';
import type { StudyResult } from '../../../engine/montecarlo/answers/answers.js';
import { runStudy } from '../../../engine/montecarlo/answers/run-study.js';
import { sampleDraws } from '../../../engine/montecarlo/draws/sample-draws.js';
import { createStudy, type Study } from '../../../engine/montecarlo/study/study.js';
import { compilePlan } from '../../../engine/plan/compile.js';
import { createResolver } from '../../../engine/plan/resolve.js';
import { planJson } from '../../../engine/report/run/plan-json.js';
import type { Summary } from '../../../engine/statistics/summary.js';
import { bundledFuture } from '../../bundled.js';
import { normals } from '../../projection/equation/normals.js';
import type { PlanNumbers } from '../../projection/naive.js';
import { type DrawnRun, discount, quantile, type RunNumbers, regrets, runOnce, say } from '../naive-study.js';

const BOUND = 260;

/** What every study asks; the second writing answers the same below. */
const ASKED = `outcomes:
  whole: output()
  east: { expression: 'output("East")', better: lower }
  gain: discounted(output() - noPolicy())
goals:
  large: output() > ${BOUND}
  east ahead: output("East") > output("West")
`;

/** A future over the tutorial's case: which policies, how strong, and how noisy everything is. */
interface RandomFuture {
  readonly border: boolean;
  readonly link: boolean;
  readonly intensity: number;
  readonly failure: number;
  /** A plant that closes or opens, its size drawn. */
  readonly event: boolean;
}

interface RandomStudy {
  readonly futures: readonly RandomFuture[];
  readonly years: number;
  readonly draws: number;
  readonly seed: number;
  readonly sampler: 'random' | 'latin' | 'sobol';
  readonly noise: readonly [number, number, number, number];
  readonly persistence: number;
  readonly discount: readonly [number, number];
}

const part = fc.integer({ min: 0, max: 20 }).map((k) => k / 20);
const small = fc.integer({ min: 0, max: 6 }).map((k) => k / 100);
const randomStudy: fc.Arbitrary<RandomStudy> = fc.record({
  futures: fc.array(
    fc.record({
      border: fc.boolean(),
      link: fc.boolean(),
      intensity: part,
      failure: part.map((x) => x / 2),
      event: fc.boolean(),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  years: fc.integer({ min: 2, max: 7 }),
  draws: fc.integer({ min: 3, max: 16 }),
  seed: fc.integer({ min: 0, max: 1000 }),
  sampler: fc.constantFrom('random', 'latin', 'sobol'),
  noise: fc.tuple(small, small, small, small),
  persistence: fc.integer({ min: 0, max: 9 }).map((k) => k / 10),
  discount: fc.tuple(small, small),
});

function textOf(study: RandomStudy, { border, link, intensity, failure, event }: RandomFuture): string {
  const [common, industry, region, cell] = study.noise;
  const rates = [...study.discount].sort((a, b) => a - b);
  const rate = rates[0] === rates[1] ? rates[0] : `'uniform(${rates.join(', ')})'`;
  const policies = [
    ...(border
      ? [
          `  - { kind: market, name: Border, opening: 'uniform(0.1, 0.6)', start: 2020, intensity: ${intensity}, failure: ${failure} }`,
        ]
      : []),
    ...(link ? ['  - { kind: infrastructure, name: Link, links: [[East, West]], shorten: 50%, cost: 20 }'] : []),
  ];
  return `title: Random
case: ./case.yaml
years: { from: 2020, to: ${2020 + study.years - 1} }
parameters: { rivalry: 'triangular(0.05, 0.3, 0.6)', displacement: 'uniform(0, 1)', barrier: 'beta(5, 5)', discountRate: ${rate} }
noise: { common: ${common}, industry: ${industry}, region: ${region}, cell: ${cell}, persistence: ${study.persistence} }
${ASKED}policies:${policies.length === 0 ? ' []' : `\n${policies.join('\n')}`}
${event ? EVENTS : ''}`;
}

const EVENTS = `events:
  - { name: Plant, regions: East, industries: Cars, change: 'triangular(-900, -500, 200) jobs', start: 'uniform(2020.5, 2023)', ramp: 1, replaced: 'uniform(0, 0.5)' }
  - { name: Tax, change: 'uniform(-20%, -5%)', start: 2021, end: 2022, halfLife: 2 }
`;

async function prepare(random: RandomStudy): Promise<Study> {
  const futures: FutureSource[] = [];
  for (const [k, future] of random.futures.entries()) {
    const name = `tutorial/random-${k}`;
    futures.push(await bundledFuture(name, [], { [`${name}.yaml`]: textOf(random, future) }));
  }
  const { draws, seed, sampler } = random;
  return createStudy(futures, { draws, seed, sampler, equalCost: false });
}

/** Every run of every draw, computed a second time. */
function runsAgain(study: Study): RunNumbers[][] {
  const { columns, values } = sampleDraws(study);
  const drawnIn = new Map(study.uncertain.map(({ path, sources }) => [path, sources.map((source) => source !== null)]));
  return Array.from({ length: study.draws }, (_, draw) =>
    study.runs.map(({ economy, scenario }, run) => {
      const drawn = new Map(
        columns.flatMap(({ path, run: only }, c): [string, number][] =>
          drawnIn.get(path)![run] === true && (only === null || only === run)
            ? [[path, values[draw * columns.length + c]!]]
            : [],
        ),
      );
      const { plan, noise, discountRate } = compilePlan(economy, scenario, createResolver(drawn));
      const again: DrawnRun = {
        plan: JSON.parse(JSON.stringify(planJson(plan))) as PlanNumbers,
        noise,
        discountRate,
      };
      return runOnce(again, (group) => normals(study.seed, draw, `noise.${group}`).normal);
    }),
  );
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, x) => sum + x, 0);

/** Where two writings differ, told by name; numbers may differ by 1e-8 of the size of those they are of. */
function createLedger() {
  const wrong: string[] = [];
  const near = (what: string, found: number | null, expected: number, size: number): void => {
    const same = found === null ? !Number.isFinite(expected) : Math.abs(found - expected) <= 1e-8 * size;
    if (!same) wrong.push(`${what} is ${found}, not ${expected}`);
  };
  const equal = (what: string, found: unknown, expected: unknown): void => {
    if (found !== expected) wrong.push(`${what} is ${found}, not ${expected}`);
  };
  const said = (what: string, found: Summary, numbers: readonly number[]): void => {
    const again = say([...numbers]);
    const size = Math.max(1e-3, ...numbers.filter(Number.isFinite).map(Math.abs));
    equal(`${what}, count`, found.count, again.count);
    for (const name of ['mean', 'standardDeviation', 'p05', 'p50', 'p95', 'lowestTenth'] as const) {
      near(`${what}, ${name}`, found[name], again[name], size);
    }
    for (const name of ['p05', 'p50', 'p95'] as const) {
      near(`${what}, error of ${name}`, found.errors[name], again.errors[name], size);
    }
  };
  return { wrong, near, equal, said };
}

type Ledger = ReturnType<typeof createLedger>;

/** A study with everything that the second writing has of it. */
interface Written {
  readonly study: Study;
  readonly result: StudyResult;
  readonly draws: readonly (readonly RunNumbers[])[];
}

/** Where what a study says differs from the second writing of it. */
function differences(study: Study, result: StudyResult): string[] {
  const written = { study, result, draws: runsAgain(study) };
  const ledger = createLedger();
  compareOutcomes(written, ledger);
  compareGains(written, ledger);
  compareRuns(written, ledger);
  return ledger.wrong;
}

/** Value of one of the outcomes asked, in a run of a draw and a year. */
function outcomeOf(name: string, runs: readonly RunNumbers[], run: number, y: number): number {
  const { output, discountRate } = runs[run]!;
  if (name === 'whole') return total(output[y]!);
  if (name === 'east') return output[y]![0]!;
  const gained = output.map((regions, t) => total(regions) - total(runs.at(-1)!.output[t]!));
  return discount(gained, discountRate);
}

function compareOutcomes({ study, result, draws }: Written, { near, equal, said }: Ledger): void {
  for (const { name, years, better, runs, differences, regret } of result.outcomes) {
    years.forEach((year, k) => {
      const y = result.years.indexOf(year);
      const of = (run: number) => draws.map((each) => outcomeOf(name, each, run, y));
      runs.forEach((summaries, run) => {
        said(`${name} of run ${run} in ${year}`, summaries[k]!, of(run));
      });
      study.futures.forEach((_, f) => {
        if (f === 0) return;
        const what = `${name} of future ${f} less the first in ${year}`;
        const numbers = of(f).map((value, draw) => value - of(0)[draw]!);
        const { probabilityBetter, probabilitySame, ...summary } = differences[f]![k]!;
        said(what, summary, numbers);
        const won = numbers.filter((x) => (better === 'higher' ? x > 0 : x < 0)).length;
        equal(`${what}: draws won`, probabilityBetter!.hits, won);
        equal(`${what}: draws the same`, probabilitySame.hits, numbers.filter((x) => x === 0).length);
      });
    });
    const end = result.years.length - 1;
    const choices = study.futures.length === 1 ? [0, 1] : study.futures.map((_, f) => f);
    const missed = draws.map((each) =>
      regrets(
        choices.map((run) => outcomeOf(name, each, run, end)),
        better as 'higher' | 'lower',
      ),
    );
    choices.forEach((_, c) => {
      const sorted = missed.map((row) => row[c]!).sort((a, b) => a - b);
      const size = Math.max(1e-3, sorted.at(-1)!);
      near(`${name}: largest regret of ${c}`, regret![c]!.max, sorted.at(-1)!, size);
      near(`${name}: 90th percentile of the regret of ${c}`, regret![c]!.p90, quantile(sorted, 0.9), size);
    });
  }
}

function compareGains({ study, result, draws }: Written, { near, equal, said }: Ledger): void {
  const noPolicy = study.runs.length - 1;
  const gained = (f: number, against: number) =>
    draws.map((runs) => runs[f]!.discounted.map((x, r) => x - runs[against]!.discounted[r]!));
  result.gains.forEach(({ overNoPolicy, overFirst }, f) => {
    equal(`a first future's gain over itself (${f})`, overFirst === null, f === 0);
    for (const [against, found] of [
      [noPolicy, overNoPolicy],
      [0, overFirst],
    ] as const) {
      if (found === null) continue;
      const numbers = gained(f, against);
      said(`gain of ${f} over ${against}`, found.total, numbers.map(total));
      found.regions.forEach((summary, r) => {
        const ofRegion = numbers.map((row) => row[r]!);
        said(`gain of ${f} over ${against} in region ${r}`, summary, ofRegion);
        equal(`gains of ${f} in region ${r}`, summary.probabilityBetter!.hits, ofRegion.filter((x) => x > 0).length);
      });
    }
  });
  const last = gained(study.futures.length - 1, study.futures.length > 1 ? 0 : noPolicy).map(total);
  equal('length of the aligned gains', result.aligned.length, last.length);
  last.forEach((gain, draw) => {
    near(`aligned gain of draw ${draw}`, result.aligned[draw]!, gain, 100);
  });
}

function compareRuns({ study, result, draws }: Written, { equal, said }: Ledger): void {
  study.runs.forEach((_, run) => {
    const volatility = draws.map((runs) => runs[run]!.volatility);
    said(`volatility of run ${run}`, result.volatility[run]!, volatility);
    const met = draws.map((runs) => {
      const [east, west] = runs[run]!.output.at(-1)! as [number, number];
      return [east + west > BOUND, east > west, east + west > BOUND && east > west];
    });
    result.goals.forEach(({ name, runs }, g) => {
      equal(`goal ${name ?? 'of all goals'} in run ${run}`, runs[run]!.hits, met.filter((each) => each[g]).length);
    });
  });
}

describe('A study written a second time', () => {
  it('says the same of random small studies: noise, gains, differences, goals, regret, volatility, quantiles and their errors', async () => {
    await fc.assert(
      fc.asyncProperty(randomStudy, async (random) => {
        const study = await prepare(random);
        expect(differences(study, await runStudy(study))).toEqual([]);
      }),
      { numRuns: 16, seed: 10 },
    );
  });

  it('says the same of a study whose futures differ much, with every noise', async () => {
    const strong = { border: true, link: true, intensity: 1, failure: 0.2, event: false };
    const random: RandomStudy = {
      futures: [{ ...strong, link: false, event: true }, { ...strong, border: false, failure: 0 }, strong],
      years: 7,
      draws: 40,
      seed: 5,
      sampler: 'latin',
      noise: [0.01, 0.02, 0.03, 0.05],
      persistence: 0.7,
      discount: [0.02, 0.1],
    };
    const study = await prepare(random);
    const result = await runStudy(study);
    expect(differences(study, result)).toEqual([]);
    // The goals are met in some draws and not in others, so that counting them means something.
    for (const { runs } of result.goals) {
      expect(runs[0]!.hits).toBeGreaterThan(0);
      expect(runs[0]!.hits).toBeLessThan(40);
    }
  });
});
