import { choiceIds, type GainSummary, type StudyResult } from '../../montecarlo/answers/answers.js';
import type { StudyDrivers } from '../../montecarlo/answers/study-drivers.js';
import type { Proportion } from '../../statistics/proportion.js';
import { BAND_NAMES, type Summary } from '../../statistics/summary.js';
import type { AnswerBasis } from '../comparison/answer-basis.js';
import { beliefsJson } from '../comparison/beliefs-table.js';
import { shortInput, studyAnswer } from './study-answer.js';

/** The result of a study as one plain object. Outcomes and differences are arrays by year; gains are discounted sums of output. */
export function studyJson(result: StudyResult, basis: AnswerBasis, portable: (path: string) => string) {
  const { study, outcomes, gains, regions } = result;
  const ids = study.runs.map((run) => run.id);
  const byRun = <T>(values: readonly T[]): Record<string, T> =>
    Object.fromEntries(values.map((value, run) => [ids[run]!, value]));
  const byOutcome = <T>(of: (outcome: StudyResult['outcomes'][number]) => T): Record<string, T> =>
    Object.fromEntries(outcomes.map((outcome) => [outcome.name, of(outcome)]));
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
    expressions: byOutcome(({ expression, better }) => ({ expression, better })),
    outcomes: byOutcome(({ runs, years }) => byRun(runs.map((summaries) => ({ years, ...bands(summaries) })))),
    difference: byOutcome(({ differences, years }) =>
      Object.fromEntries(
        differences.flatMap((summaries, f) =>
          f === 0
            ? []
            : [
                [
                  ids[f]!,
                  {
                    years,
                    ...bands(summaries),
                    probabilityBetter: summaries.map(({ probabilityBetter }) => probabilityBetter?.share ?? null),
                  },
                ],
              ],
        ),
      ),
    ),
    regret: byOutcome(({ regret }) =>
      regret === null
        ? null
        : Object.fromEntries(choiceIds(study).map((id, f) => [id, { max: regret[f]!.max, p90: regret[f]!.p90 }])),
    ),
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
    convergence: byOutcome(({ convergence, differenceConvergence }) => ({
      ...byRun(convergence),
      difference: Object.fromEntries(
        differenceConvergence.flatMap((each, f) => (each === null ? [] : [[ids[f]!, each]])),
      ),
    })),
    equalCost: study.equalCost === null ? null : Object.fromEntries(study.equalCost.map((each, f) => [ids[f]!, each])),
    quantileError: result.relativeError,
    failed: result.failures,
  };
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
