import type { Economy } from '../economy/economy.js';
import { type CompiledPlan, compilePlan, type PreparedPlan, preparePlan } from '../plan/compile.js';
import { type Ground, layGround } from '../plan/ground.js';
import { createResolver } from '../plan/resolve.js';
import { isScalable } from '../policies/index.js';
import type { Projection } from '../projection/plan.js';
import { project } from '../projection/project.js';
import type { Scenario } from '../scenario/scenario.js';

/** One future to be compared: its scenario over its economy, and how it was run. */
export interface Future {
  readonly id: string;
  readonly title: string;
  readonly economy: Economy;
  readonly scenario: Scenario;
  readonly choices: Choices;
  readonly compiled: CompiledPlan;
  readonly projection: Projection;
}

/** What a comparison changes about a scenario without changing its file. */
export interface Choices {
  /** Numbers by path, in place of the file's. */
  readonly values?: ReadonlyMap<string, number>;
  /** Factor on the intensity of every policy whose intensity can be scaled; default 1. */
  readonly intensity?: number;
}

/** What a future is run from. */
export interface FutureSource {
  readonly id: string;
  readonly economy: Economy;
  readonly scenario: Scenario;
}

/** What of a future no intensity changes: prepared once where it is compiled again and again. */
export interface Groundwork {
  readonly prepared: PreparedPlan;
  readonly ground: Ground;
}

/** Prepares a future for any intensity of its policies, at the values of `choices`. */
export function layGroundwork({ economy, scenario }: FutureSource, choices: Choices = {}): Groundwork {
  const prepared = preparePlan(economy, scenario);
  return { prepared, ground: layGround(economy, scenario, createResolver(choices.values), prepared.foundation) };
}

/**
 * Compiles and projects one future.
 *
 * @param groundwork of the same source at the same values, where the caller has it
 */
export function runFuture(source: FutureSource, choices: Choices = {}, groundwork?: Groundwork): Future {
  const compiled = compileFuture(source, choices, groundwork);
  const projection = project(compiled.plan, undefined, compiled.reference);
  return { ...source, title: source.scenario.title, choices, compiled, projection };
}

/** Compiles a future without projecting it, which is enough to know what it costs. */
export function compileFuture(
  { economy, scenario }: FutureSource,
  choices: Choices = {},
  groundwork?: Groundwork,
): CompiledPlan {
  const resolver = createResolver(choices.values, scaledIntensities(scenario, choices.intensity));
  return compilePlan(economy, scenario, resolver, groundwork?.prepared, groundwork?.ground);
}

/** Factors by path that multiply the intensity of every policy that can be scaled. */
export function scaledIntensities(scenario: Scenario, factor = 1): Map<string, number> {
  if (factor === 1) return new Map();
  const scalable = scenario.policies.filter((policy) => isScalable(policy.kind));
  return new Map(scalable.map((policy) => [`policies.${policy.name}.intensity`, factor]));
}
