import { choiceIds, type GainSummary, type OutcomeAnswer, type StudyResult } from '../../montecarlo/answers/answers.js';
import type { StudyDrivers } from '../../montecarlo/answers/study-drivers.js';
import type { Proportion } from '../../statistics/proportion.js';
import { BAND_NAMES, type Summary } from '../../statistics/summary.js';
import type { AnswerBasis } from '../comparison/answer-basis.js';
import { beliefsJson } from '../comparison/beliefs-table.js';
import { shortInput, studyAnswer } from './study-answer.js';

/** Something of each run, by its id. */
type ByRun = <T>(values: readonly T[]) => Record<string, T>;

/** The result of a study as one plain object. Outcomes and differences are arrays by year; gains are discounted sums of output. */
export function studyJson(result: StudyResult, basis: AnswerBasis, portable: (path: string) => string) {
  const { study, gains, regions } = result;
  const ids = study.runs.map((run) => run.id);
  const byRun: ByRun = (values) => Object.fromEntries(values.map((value, run) => [ids[run]!, value]));
  return {
    answer: studyAnswer(result, 'last', basis),
    kinds: basis.kinds,
    ...(basis.beliefs === null ? {} : { beliefs: beliefsJson(basis.beliefs) }),
    draws: study.draws,
    seed: study.seed,
    sampler: study.sampler,
    years: result.years,
    regions,
    unit: study.futures[0]!.economy.currency,
    futures: study.runs.map((run) => ({
      id: run.id,
      title: run.scenario.title,
      file: portable(run.scenario.file),
    })),
    uncertain: study.uncertain.map(({ path }) => path),
    ...outcomesJson(result, byRun),
    goals: Object.fromEntries(
      result.goals.map(({ name, runs }) => [name ?? nameOfAll(study.goals), byRun(runs.map(({ share }) => share))]),
    ),
    goalExpressions: Object.fromEntries(Object.entries(study.goals).map(([name, goal]) => [name, goal.expression])),
    gain: Object.fromEntries(
      gains.map(({ future, overNoPolicy, overFirst }) => [
        future.id,
        { overNoPolicy: gain(overNoPolicy, regions), overFirst: overFirst === null ? null : gain(overFirst, regions) },
      ]),
    ),
    volatility: byRun(result.volatility.map((summary) => ({ ...headline(summary) }))),
    convergence: convergenceJson(result, byRun),
    equalCost: study.equalCost === null ? null : byRun(study.equalCost),
    quantileError: result.relativeError,
    failed: result.failures,
  };
}

/** Expressions, summaries, differences and regret of every outcome. */
function outcomesJson({ study, outcomes }: StudyResult, byRun: ByRun) {
  const byOutcome = <T>(of: (outcome: OutcomeAnswer) => T): Record<string, T> =>
    Object.fromEntries(outcomes.map((outcome) => [outcome.name, of(outcome)]));
  const later = study.futures.slice(1).map(({ id }, k) => [id, k + 1] as const);
  const choices = choiceIds(study);
  return {
    expressions: byOutcome(({ expression, better }) => ({ expression, better })),
    outcomes: byOutcome(({ runs, years }) => byRun(runs.map((summaries) => ({ years, ...bands(summaries) })))),
    difference: byOutcome(({ differences, years }) =>
      Object.fromEntries(
        later.map(([id, f]) => {
          const probabilityBetter = differences[f]!.map((summary) => summary.probabilityBetter?.share ?? null);
          return [id, { years, ...bands(differences[f]!), probabilityBetter }];
        }),
      ),
    ),
    regret: byOutcome(({ regret }) =>
      regret === null
        ? null
        : Object.fromEntries(choices.map((id, f) => [id, { max: regret[f]!.max, p90: regret[f]!.p90 }])),
    ),
  };
}

/** Convergence of every outcome as draws are added, by run and of each difference. */
function convergenceJson({ study, outcomes }: StudyResult, byRun: ByRun) {
  return Object.fromEntries(
    outcomes.map(({ name, convergence, differenceConvergence }) => {
      const known = differenceConvergence.flatMap((each, f) => (each === null ? [] : [[study.runs[f]!.id, each]]));
      return [name, { ...byRun(convergence), difference: Object.fromEntries(known) }];
    }),
  );
}

/** A name for meeting all goals that is not the name of any goal. */
function nameOfAll(goals: StudyResult['study']['goals']): string {
  let name = 'all goals';
  while (Object.hasOwn(goals, name)) name = `${name} together`;
  return name;
}

function bands(summaries: readonly Summary[]) {
  return Object.fromEntries(
    [...BAND_NAMES, 'mean' as const].map((name) => [name, summaries.map((each) => each[name])]),
  );
}

function headline(summary: Summary) {
  return Object.fromEntries([...BAND_NAMES, 'mean' as const].map((name) => [name, summary[name]]));
}

function gain({ total, regions, convergence, probability }: GainSummary, names: readonly string[]) {
  const one = (summary: GainSummary['total']) => ({
    ...headline(summary),
    meanError: summary.meanError,
    medianError: summary.errors.p50,
    worstTenth: summary.lowestTenth,
    probabilityBetter: share(summary.probabilityBetter!),
    probabilitySame: summary.probabilitySame.share,
  });
  return {
    total: one(total),
    regions: Object.fromEntries(names.map((name, r) => [name, one(regions[r]!)])),
    convergence,
    probabilityConvergence: probability,
  };
}

function share({ share: value, standardError, low, high }: Proportion) {
  return { share: value, standardError, low, high };
}

/** The drivers of the gain as one plain object; arrays are by input. */
export function driversJson({ inputs, regression }: StudyDrivers) {
  const { status, draws } = regression;
  if (regression.status !== 'ok') return { status, draws };
  const { coefficients, low, high, rSquared, adjustedRSquared } = regression;
  return { status, draws, rSquared, adjustedRSquared, inputs: inputs.map(shortInput), coefficients, low, high };
}
