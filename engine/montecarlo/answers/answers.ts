import type { FutureSource } from '../../compare/future.js';
import { type Proportion, proportion } from '../../statistics/proportion.js';
import { type Summary, summarise } from '../../statistics/summary.js';
import { TALLY_ERROR } from '../../statistics/tally.js';
import type { FailedDraw } from '../draws/batch.js';
import type { RowLayout } from '../draws/row-layout.js';
import type { Study } from '../study/study.js';
import { type Collection, choices, type GainPairs } from './collect.js';
import { type Convergence, convergenceOf, type ProbabilityConvergence, probabilityConvergence } from './convergence.js';
import { type PairedSummary, type Pairs, summarisePairs } from './pairs.js';
import { type Regret, summariseRegret } from './regret.js';

/** The answers of a study's draws. Arrays of runs are in the order of `study.runs`: the futures, then no policy. */
export interface StudyResult {
  readonly study: Study;
  readonly years: readonly number[];
  readonly regions: readonly string[];
  readonly outcomes: readonly OutcomeAnswer[];
  /** Discounted output gained, by future. */
  readonly gains: readonly GainAnswer[];
  readonly goals: readonly GoalAnswer[];
  /** By run: standard deviation of the growth of the whole from year to year. */
  readonly volatility: readonly Summary[];
  /** Draws that yielded nothing, ordered by number. */
  readonly failures: readonly FailedDraw[];
  /** Largest error of quantiles, relative to their size: 0 where every number was kept. */
  readonly relativeError: number;
  /** By draw: what the last future gains over the first, or over no policy; of at most the first 100,000 draws. */
  readonly aligned: Float64Array;
}

export interface OutcomeAnswer {
  readonly name: string;
  readonly expression: string;
  readonly better: 'higher' | 'lower' | 'none';
  /** Years of the values; only the last where an outcome runs over all of them. */
  readonly years: readonly number[];
  /** By run and year. */
  readonly runs: readonly (readonly Summary[])[];
  /** By future and year, against the first; empty for the first itself. */
  readonly differences: readonly (readonly PairedSummary[])[];
  /** By future and year, against no policy; of outcomes that are output, else empty. */
  readonly changes: readonly (readonly PairedSummary[])[];
  /** Regret in the last year, by choice: the futures, and no policy where there is only one; null where neither more nor less is better. */
  readonly regret: readonly Regret[] | null;
  /** Convergence in the last year: of each run, and of each difference. */
  readonly convergence: readonly Convergence[];
  readonly differenceConvergence: readonly (Convergence | null)[];
}

/** Gain of a future in discounted output. */
export interface GainAnswer {
  readonly future: FutureSource;
  readonly overNoPolicy: GainSummary;
  /** Null for the first future. */
  readonly overFirst: GainSummary | null;
}

export interface GainSummary {
  readonly total: PairedSummary;
  /** By region: who gains, and how surely. */
  readonly regions: readonly PairedSummary[];
  /** All regions but the two that the study is about, together. */
  readonly others: PairedSummary;
  readonly convergence: Convergence;
  /** Convergence of the probability that the total is a gain. */
  readonly probability: ProbabilityConvergence;
}

export interface GoalAnswer {
  /** Null: all goals at once. */
  readonly name: string | null;
  readonly expression: string;
  /** By run: share of draws that meet it. */
  readonly runs: readonly Proportion[];
}

/** Summarises what was collected. */
export function answerStudy(study: Study, layout: RowLayout, collection: Collection): StudyResult {
  const failures = [...collection.failures].sort((a, b) => a.draw - b.draw);
  const counted = collection.done;
  return {
    study,
    years: layout.years,
    regions: study.futures[0]!.economy.regions,
    outcomes: Object.entries(study.outcomes).map(([name, { expression, better }], o): OutcomeAnswer => {
      const runs = collection.outcomes[o]!.map((samples) => samples.map(summarise));
      const differences = collection.differences[o]!.map((pairs) => pairs.map(summarisePairs));
      const regret = collection.regret[o];
      return {
        name,
        expression,
        better,
        years: layout.lengths[o] === 1 ? layout.years.slice(-1) : layout.years,
        runs,
        differences,
        changes: collection.changes[o]!.map((pairs) => pairs.map(summarisePairs)),
        regret: regret == null ? null : regret.map(summariseRegret),
        convergence: runs.map((summaries) => convergenceOf(summaries.at(-1)!)),
        differenceConvergence: differences.map((summaries) =>
          summaries.length === 0 ? null : convergenceOf(summaries.at(-1)!),
        ),
      };
    }),
    gains: study.futures.map((future, f) => {
      const { overNoPolicy, overFirst } = collection.gains[f]!;
      return {
        future,
        overNoPolicy: summariseGains(overNoPolicy),
        overFirst: overFirst === null ? null : summariseGains(overFirst),
      };
    }),
    goals: goalAnswers(study, collection, counted),
    volatility: collection.volatility.map(summarise),
    failures,
    relativeError: collection.exact ? 0 : TALLY_ERROR,
    aligned: collection.aligned,
  };
}

/** Names of what regret compares. */
export function choiceIds(study: Study): readonly string[] {
  return study.runs.slice(0, choices(study)).map((run) => run.id);
}

function summariseGains({ total, regions, others }: GainPairs): GainSummary {
  const summary = summarisePairs(total);
  return {
    total: summary,
    regions: regions.map((pairs: Pairs) => summarisePairs(pairs)),
    others: summarisePairs(others),
    convergence: convergenceOf(summary),
    probability: probabilityConvergence(summary.probabilityBetter!),
  };
}

function goalAnswers(study: Study, collection: Collection, counted: number): GoalAnswer[] {
  const names = Object.entries(study.goals);
  const usable = counted - collection.failures.length;
  const each = names.map(
    ([name, { expression }], g): GoalAnswer => ({
      name,
      expression,
      runs: collection.goals.map((count) => proportion(count.met[g]!, usable)),
    }),
  );
  if (names.length < 2) return each;
  const all = names.map(([name]) => name).join(' and ');
  return [
    ...each,
    { name: null, expression: all, runs: collection.goals.map((count) => proportion(count.all, usable)) },
  ];
}
