import { type FutureSource, scaledIntensities } from '../../compare/future.js';
import { type ObservedBase, observedBase } from '../../plan/observed-base.js';
import { type PlanTemplate, planTemplate } from '../../plan/plan-template.js';
import { referenceKey } from '../../plan/reference-plan.js';
import { drawResolver, type Resolver } from '../../plan/resolve.js';
import type { Study } from '../study/study.js';
import { sourceFunction } from '../study/uncertain.js';

/** A run of a study with everything that no draw changes, and the place where a draw writes its values. */
export interface PreparedRun {
  readonly source: FutureSource;
  readonly template: PlanTemplate;
  /** Index of the first run with the same reference path in every draw. */
  readonly sharedReference: number;
  /** Values of the numbers that are uncertain in this run in the draw under way, in their order. */
  readonly values: Float64Array;
  readonly resolver: Resolver;
}

/** Prepares the runs of a study, in their order. */
export function prepareRuns(study: Study): PreparedRun[] {
  const keys = study.runs.map(({ economy, scenario }) => ({
    economy: JSON.stringify(economy),
    window: scenario.trend.window,
    reference: referenceKey(scenario),
  }));
  const observations = new Map<number, ObservedBase>();
  return study.runs.map((source, k): PreparedRun => {
    const { economy, scenario } = source;
    const own = keys[k]!;
    const sameCase = keys.findIndex((other) => other.economy === own.economy && other.window === own.window);
    const observed = observations.get(sameCase) ?? observedBase(economy, scenario);
    observations.set(sameCase, observed);
    const paths = study.uncertain.flatMap(({ path, sources }) => (sources[k] === null ? [] : [path]));
    const values = new Float64Array(paths.length);
    const scale = scaledIntensities(scenario, study.equalCost?.[k]?.factor ?? 1);
    return {
      source,
      template: planTemplate(economy, scenario, observed),
      sharedReference: keys.findIndex((other) => other.economy === own.economy && other.reference === own.reference),
      values,
      resolver: drawResolver(paths, values, scale),
    };
  });
}

/** Writes the values of the uncertain numbers at a point into all runs; runs that share a distribution share the work. */
export function valueWriter(study: Study, runs: readonly PreparedRun[]): (point: Float64Array) => void {
  const next = runs.map(() => 0);
  const writers = study.uncertain.flatMap(({ sources }, j) => {
    const shared = new Map<string, ValueWriter>();
    sources.forEach((source, k) => {
      if (source === null) return;
      const key = JSON.stringify(source);
      const writer = shared.get(key) ?? { j, at: sourceFunction(source), targets: [] };
      writer.targets.push({ values: runs[k]!.values, place: next[k]!++ });
      shared.set(key, writer);
    });
    return [...shared.values()];
  });
  return (point) => {
    for (let n = 0; n < writers.length; n++) {
      const { j, at, targets } = writers[n]!;
      const value = at(point[j]!);
      for (let k = 0; k < targets.length; k++) targets[k]!.values[targets[k]!.place] = value;
    }
  };
}

/** One number that some runs draw from the same distribution. */
interface ValueWriter {
  /** Place of its uniform number in a point. */
  readonly j: number;
  readonly at: (u: number) => number;
  readonly targets: { readonly values: Float64Array; readonly place: number }[];
}
