import { planCompiler } from '../plan/compile.js';
import { referenceKey } from '../plan/reference-plan.js';
import { createResolver } from '../plan/resolve.js';
import { type Measures, measure } from '../projection/measure.js';
import { project } from '../projection/project.js';
import { discountedSum } from '../statistics/discount.js';
import { once } from '../values/once.js';
import {
  type Choices,
  type FixedParts,
  type Future,
  type FutureSource,
  fixedParts,
  fixedPartsLike,
  scalableIntensities,
} from './future.js';
import { type Gains, gainsOf } from './gains.js';

/** A future that was run, with what is measured of it, each computed when it is first asked for. */
export interface FutureRun {
  readonly future: Future;
  measures(): Measures;
  gains(): Gains;
}

/** A future that can be run at any factor on its intensities: what no factor changes is compiled once. */
export interface PreparedFuture {
  readonly source: FutureSource;
  readonly choices: Choices;
  readonly fixed: FixedParts;
  /** Discounted cost at a factor. */
  cost(factor: number): number;
  /** Runs it at a factor; the run of the factor before is overwritten. Asked for the same factor again, it is the same run. */
  run(factor: number): FutureRun;
}

/** Prepares the futures of a comparison, each with its choices. */
export type Preparer = (sources: readonly FutureSource[], choices: readonly Choices[]) => PreparedFuture[];

/**
 * Prepares a future.
 *
 * @param fixed of the same source at the same values
 */
export function prepareFuture(source: FutureSource, choices: Choices, fixed: FixedParts): PreparedFuture {
  const { economy, scenario } = source;
  const scale = new Map(scalableIntensities(scenario).map((path) => [path, 1]));
  const compile = planCompiler(economy, scenario, createResolver(choices.values, scale), fixed);
  let last: { readonly factor: number; readonly compiled: ReturnType<typeof compile>; run: FutureRun | null } | null =
    null;
  const at = (factor: number) => {
    if (last?.factor === factor) return last;
    for (const path of scale.keys()) scale.set(path, factor);
    last = { factor, compiled: compile(), run: null };
    return last;
  };
  return {
    source,
    choices,
    fixed,
    cost(factor) {
      const { plan, discountRate } = at(factor).compiled;
      return discountedSum(plan.cost, discountRate);
    },
    run(factor) {
      const now = at(factor);
      now.run ??= runOf({
        ...source,
        title: scenario.title,
        choices: factor === 1 ? choices : { ...choices, intensity: factor },
        compiled: now.compiled,
        projection: project(now.compiled.plan, undefined, now.compiled.reference),
      });
      return now.run;
    },
  };
}

function runOf(future: Future): FutureRun {
  return { future, measures: once(() => measure(future.projection)), gains: once(() => gainsOf(future)) };
}

/** Prepares the futures of one comparison; those with the same reference path compute it once. */
export const prepareFutures: Preparer = (sources, choices) => preparedBeside([], sources, choices);

/**
 * A preparer for comparisons that follow one another and differ in little: a future that was in the one before, as the same object, is not compiled
 * and run again, and another with the same reference path takes it from there.
 */
export function keepPrepared(): Preparer {
  let kept: readonly PreparedFuture[] = [];
  return (sources, choices) => {
    const prepared = preparedBeside(kept, sources, choices);
    kept = prepared;
    return prepared;
  };
}

function preparedBeside(
  before: readonly PreparedFuture[],
  sources: readonly FutureSource[],
  choices: readonly Choices[],
): PreparedFuture[] {
  const prepared: PreparedFuture[] = [];
  for (const [k, source] of sources.entries()) {
    const own = choices[k]!;
    const sameNumbers = (other: PreparedFuture): boolean =>
      other.source.economy === source.economy && valuesKey(other.choices) === valuesKey(own);
    const same = before.find(
      (other) => other.source.id === source.id && other.source.scenario === source.scenario && sameNumbers(other),
    );
    const reference = referenceKey(source.scenario);
    const like = [...prepared, ...before].find(
      (other) => sameNumbers(other) && referenceKey(other.source.scenario) === reference,
    );
    const fixed = (): FixedParts => (like === undefined ? fixedParts(source, own) : fixedPartsLike(source, like.fixed));
    prepared.push(same ?? prepareFuture(source, own, fixed()));
  }
  return prepared;
}

function valuesKey({ values }: Choices): string {
  return JSON.stringify([...(values ?? [])]);
}
