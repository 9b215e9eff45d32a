import { variesByYear } from '../../outcomes/by-year.js';
import { sum } from '../../statistics/sum.js';
import type { Study } from '../study/study.js';

/** Places of the numbers that a draw yields within its row. Rows are Float64Arrays; NaN where a number is undefined. */
export interface RowLayout {
  /** Numbers in a row. */
  readonly width: number;
  readonly years: readonly number[];
  readonly regions: number;
  readonly runs: number;
  readonly outcomes: readonly string[];
  readonly goals: readonly string[];
  /** By outcome: its values by year, or the one that it has in all of them. */
  readonly lengths: readonly number[];
  /** First value of an outcome in a run. */
  outcome(run: number, outcome: number): number;
  /** Value of an outcome in the last year. */
  last(run: number, outcome: number): number;
  /** First of a run's discounted outputs, one a region. */
  region(run: number): number;
  /** Volatility of a run's output: standard deviation of the growth of the whole from year to year. */
  volatility(run: number): number;
  /** First of a run's goals: 1 met, 0 not. */
  goal(run: number): number;
}

/** Lays out the rows of a study. */
export function layOutRows(study: Study): RowLayout {
  const { from, to } = study.futures[0]!.scenario.years;
  const years = Array.from({ length: to - from + 1 }, (_, y) => from + y);
  const regions = study.futures[0]!.economy.regions.length;
  const outcomes = Object.keys(study.outcomes);
  const goals = Object.keys(study.goals);
  const lengths = Object.values(study.outcomes).map(({ formula }) => (variesByYear(formula) ? years.length : 1));
  const starts = lengths.map((_, o) => sum(lengths.slice(0, o)));
  const ofOutcomes = sum(lengths);
  const block = ofOutcomes + regions + 1 + goals.length;
  const runs = study.runs.length;
  return {
    width: runs * block,
    years,
    regions,
    runs,
    outcomes,
    goals,
    lengths,
    outcome: (run, outcome) => run * block + starts[outcome]!,
    last: (run, outcome) => run * block + starts[outcome]! + lengths[outcome]! - 1,
    region: (run) => run * block + ofOutcomes,
    volatility: (run) => run * block + ofOutcomes + regions,
    goal: (run) => run * block + ofOutcomes + regions + 1,
  };
}
