import { withoutRounding } from '../../statistics/rounding.js';
import { addValue, EXACT_UP_TO, emptySample, keepsValues, type Sample } from '../../statistics/sample.js';
import { sum } from '../../statistics/sum.js';
import type { Batch, FailedDraw } from '../draws/batch.js';
import type { RowLayout } from '../draws/row-layout.js';
import type { Study } from '../study/study.js';
import { addPair, emptyPairs, type Pairs } from './pairs.js';
import { addRegrets } from './regret.js';

/** Everything that is kept of the draws of a study; the same whatever batches they come in, and in whatever order. */
export interface Collection {
  /** Draws added, failed ones included. */
  done: number;
  /** True where every number is kept, so that quantiles are exact. */
  readonly exact: boolean;
  /** By outcome, run and year. */
  readonly outcomes: readonly (readonly (readonly Sample[])[])[];
  /** By outcome and future: less the first future, by year; of the first future itself none. */
  readonly differences: readonly (readonly (readonly Pairs[])[])[];
  /** By outcome and future: less no policy, by year, of outcomes that are output; else none. */
  readonly changes: readonly (readonly (readonly Pairs[])[])[];
  /** By outcome and choice, in the last year; null where neither more nor less is better. */
  readonly regret: readonly (readonly Sample[] | null)[];
  /** Discounted output of all regions: by future, against no policy and against the first future. */
  readonly gains: readonly GainSamples[];
  /** By run. */
  readonly volatility: readonly Sample[];
  /** By run: draws that meet each goal, and all of them. */
  readonly goals: readonly { readonly met: number[]; all: number }[];
  readonly failures: FailedDraw[];
  /** By draw, up to {@link EXACT_UP_TO} of them: what the last future gains over the first (over no policy, if it is alone). */
  readonly aligned: Float64Array;
}

/** Discounted output gained by a future in the same draws. */
export interface GainSamples {
  readonly overNoPolicy: GainPairs;
  /** Null for the first future. */
  readonly overFirst: GainPairs | null;
}

export interface GainPairs {
  readonly total: Pairs;
  /** By region. */
  readonly regions: readonly Pairs[];
  /** All regions but the two that the study is about, together. */
  readonly others: Pairs;
}

/** Futures that regret compares: those of the study, and no policy where there is only one. */
export function choices(study: Study): number {
  return Math.max(2, study.futures.length);
}

/** Prepares to collect the draws of a study. */
export function createCollection(study: Study, layout: RowLayout): Collection {
  const futures = study.futures.length;
  const ofYears = sum(layout.lengths);
  const ofOutput = Object.values(study.outcomes).map(({ expression }) => isOutput(expression));
  const ofChanges = futures * sum(layout.lengths.map((length, o) => (ofOutput[o] ? length : 0)));
  const samples = ofYears * (layout.runs + futures - 1) + ofChanges + layout.outcomes.length * choices(study);
  const exact = keepsValues(study.draws, samples + 2 * futures * (layout.regions + 2) + layout.runs);
  const sample = () => emptySample(exact, study.draws);
  const pairs = (better: Pairs['better']) => emptyPairs(better, exact, study.draws);
  const gains = (): GainPairs => ({
    total: pairs('higher'),
    regions: times(layout.regions, () => pairs('higher')),
    others: pairs('higher'),
  });
  const better = Object.values(study.outcomes).map((outcome) => outcome.better);
  return {
    done: 0,
    exact,
    outcomes: layout.lengths.map((length) => times(layout.runs, () => times(length, sample))),
    differences: layout.lengths.map((length, o) =>
      times(futures, (f) => (f === 0 ? [] : times(length, () => pairs(better[o]!)))),
    ),
    changes: layout.lengths.map((length, o) =>
      times(futures, () => (ofOutput[o] ? times(length, () => pairs(better[o]!)) : [])),
    ),
    regret: better.map((direction) => (direction === 'none' ? null : times(choices(study), sample))),
    gains: times(futures, (f) => ({ overNoPolicy: gains(), overFirst: f === 0 ? null : gains() })),
    volatility: times(layout.runs, sample),
    goals: times(layout.runs, () => ({ met: layout.goals.map(() => 0), all: 0 })),
    failures: [],
    aligned: new Float64Array(Math.min(study.draws, EXACT_UP_TO)).fill(Number.NaN),
  };
}

/** Adds the draws of a batch; each draw may be added once. */
export function collectBatch(collection: Collection, study: Study, layout: RowLayout, batch: Batch): void {
  const { rows } = batch;
  const { pair } = study;
  const noPolicy = layout.runs - 1;
  const futures = study.futures.length;
  const better = Object.values(study.outcomes).map((outcome) => outcome.better);
  const chosen = new Float64Array(choices(study));
  for (let k = 0; k < batch.count; k++) {
    const row = rows.subarray(k * layout.width, (k + 1) * layout.width);
    for (let o = 0; o < layout.outcomes.length; o++) {
      const length = layout.lengths[o]!;
      for (let f = 0; f < layout.runs; f++) {
        const start = layout.outcome(f, o);
        const samples = collection.outcomes[o]![f]!;
        for (let y = 0; y < length; y++) addValue(samples[y]!, row[start + y]!);
      }
      const first = layout.outcome(0, o);
      for (let f = 1; f < futures; f++) {
        const start = layout.outcome(f, o);
        const pairs = collection.differences[o]![f]!;
        for (let y = 0; y < length; y++) addPair(pairs[y]!, row[start + y]!, row[first + y]!);
      }
      const without = layout.outcome(noPolicy, o);
      for (let f = 0; f < futures; f++) {
        const start = layout.outcome(f, o);
        const pairs = collection.changes[o]![f]!;
        for (let y = 0; y < pairs.length; y++) addPair(pairs[y]!, row[start + y]!, row[without + y]!);
      }
      const direction = better[o]!;
      if (direction === 'none') continue;
      for (let f = 0; f < chosen.length; f++) chosen[f] = row[layout.last(f, o)]!;
      addRegrets(collection.regret[o]!, chosen, direction);
    }
    for (let f = 0; f < futures; f++) {
      addGains(collection.gains[f]!.overNoPolicy, row, { layout, pair }, f, noPolicy);
      if (f > 0) addGains(collection.gains[f]!.overFirst!, row, { layout, pair }, f, 0);
    }
    for (let f = 0; f < layout.runs; f++) {
      addValue(collection.volatility[f]!, row[layout.volatility(f)]!);
      countGoals(collection.goals[f]!, row, layout.goal(f));
    }
    const draw = batch.from + k;
    if (draw < collection.aligned.length) collection.aligned[draw] = finalGain(row, layout, futures);
  }
  collection.failures.push(...batch.failures);
  collection.done += batch.count;
}

function addGains(
  gains: GainPairs,
  row: Float64Array,
  { layout, pair }: { readonly layout: RowLayout; readonly pair: Study['pair'] },
  later: number,
  first: number,
): void {
  const [a, b] = [layout.region(later), layout.region(first)];
  let [othersLater, othersFirst] = [0, 0];
  for (let r = 0; r < layout.regions; r++) {
    addPair(gains.regions[r]!, row[a + r]!, row[b + r]!);
    if (pair.includes(r)) continue;
    othersLater += row[a + r]!;
    othersFirst += row[b + r]!;
  }
  addPair(gains.others, othersLater, othersFirst);
  addPair(gains.total, gainBetween(row, layout, later, first), 0);
}

/** True where an expression is the output of all regions or of one, as by default. */
function isOutput(expression: string): boolean {
  return /^output\((?:"[^"]*")?\)$/.test(expression);
}

/** Discounted output that the last future gains over the first, or over no policy where it is alone. */
function finalGain(row: Float64Array, layout: RowLayout, futures: number): number {
  const against = futures > 1 ? 0 : layout.runs - 1;
  return gainBetween(row, layout, futures - 1, against);
}

/** Discounted output of all regions in one run less that in another; 0 where only rounding is left. */
function gainBetween(row: Float64Array, layout: RowLayout, later: number, first: number): number {
  const total = (run: number): number => sum(row, layout.region(run), layout.region(run) + layout.regions);
  return withoutRounding(total(later) - total(first), total(first));
}

function countGoals(count: Collection['goals'][number], row: Float64Array, start: number): void {
  let all = count.met.length > 0;
  for (let g = 0; g < count.met.length; g++) {
    // NaN, an undefined condition or a failed draw, is not met.
    const met = row[start + g]! > 0 || row[start + g]! < 0;
    if (met) count.met[g]!++;
    else all = false;
  }
  if (all) count.all++;
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
