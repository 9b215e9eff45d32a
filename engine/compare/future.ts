import type { Economy } from '../economy/economy.js';
import { type CompiledPlan, compilePlan } from '../plan/compile.js';
import { type PlanTemplate, planTemplate } from '../plan/plan-template.js';
import { type ReferencePlan, resolveReferencePlan } from '../plan/reference-plan.js';
import { createResolver } from '../plan/resolve.js';
import { policyKind } from '../policies/index.js';
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

/** Changes that a comparison makes to a scenario without changing its file. */
export interface Choices {
  /** Numbers by path, in place of the file's. */
  readonly values?: ReadonlyMap<string, number>;
  /** Factor on the intensity of every policy whose intensity can be scaled; default 1. */
  readonly intensity?: number;
}

/** The economy and scenario that a future is run from. */
export interface FutureSource {
  readonly id: string;
  readonly economy: Economy;
  readonly scenario: Scenario;
}

/** The parts of a future’s plan that no intensity changes: computed once where the future is compiled many times. */
export interface FixedParts {
  readonly template: PlanTemplate;
  readonly reference: ReferencePlan;
}

/** Computes the parts of a future’s plan that no intensity changes, at the values of `choices`. */
export function fixedParts({ economy, scenario }: FutureSource, choices: Choices = {}): FixedParts {
  const template = planTemplate(economy, scenario);
  const resolver = createResolver(choices.values);
  return { template, reference: resolveReferencePlan(economy, scenario, resolver, template.observed) };
}

/** The same of a future that differs from another in nothing but its policies. */
export function fixedPartsLike({ economy, scenario }: FutureSource, { template, reference }: FixedParts): FixedParts {
  return { template: planTemplate(economy, scenario, template.observed), reference };
}

/**
 * Compiles and projects one future.
 *
 * @param fixed of the same source at the same values, where the caller has it
 */
export function runFuture(source: FutureSource, choices: Choices = {}, fixed?: FixedParts): Future {
  const compiled = compileFuture(source, choices, fixed);
  const projection = project(compiled.plan, undefined, compiled.reference);
  return { ...source, title: source.scenario.title, choices, compiled, projection };
}

/** Compiles a future without projecting it, which is enough to know what it costs. */
export function compileFuture(
  { economy, scenario }: FutureSource,
  choices: Choices = {},
  fixed?: FixedParts,
): CompiledPlan {
  const resolver = createResolver(choices.values, scaledIntensities(scenario, choices.intensity));
  return compilePlan(economy, scenario, resolver, fixed);
}

/** Factors by path that multiply the intensity of every policy that can be scaled. */
export function scaledIntensities(scenario: Scenario, factor = 1): Map<string, number> {
  return factor === 1 ? new Map() : new Map(scalableIntensities(scenario).map((path) => [path, factor]));
}

/** Paths of the intensities that a factor scales. */
export function scalableIntensities({ policies }: Scenario): string[] {
  return policies
    .filter((policy) => policyKind(policy.kind)?.scalable)
    .map((policy) => `policies.${policy.name}.intensity`);
}
