import { drawnNoise } from '../montecarlo/draws/draw-noise.js';
import { studySampler } from '../montecarlo/draws/study-sampler.js';
import { createStudy } from '../montecarlo/study/study.js';
import { sourceFunction } from '../montecarlo/study/uncertain.js';
import { createView, type OutputPath } from '../outcomes/view.js';
import { type CompiledPlan, compilePlan } from '../plan/compile.js';
import type { ObservedBase } from '../plan/observed-base.js';
import { planTemplate } from '../plan/plan-template.js';
import { type ReferencePlan, resolveReferencePlan } from '../plan/reference-plan.js';
import { createResolver, type Resolver } from '../plan/resolve.js';
import type { Projection } from '../projection/plan.js';
import { project } from '../projection/project.js';
import type { Scenario } from '../scenario/scenario.js';
import { discountFactor } from '../statistics/discount.js';
import type { Problem } from './problem.js';

/** The parts that stay the same for all plans in one draw, or at central values. */
export interface Setting {
  readonly resolver: Resolver;
  readonly reference: ReferencePlan;
  /** Projects a plan under the noise of the draw. */
  projectPlan(compiled: CompiledPlan): Projection;
  /** Discounted output of each region without policies. */
  readonly noPolicy: readonly number[];
  readonly noPolicyPath: OutputPath | undefined;
}

/** Central values, without noise. */
export function centralSetting(problem: Problem, observed: ObservedBase): Setting {
  return settingOf(problem, observed, createResolver(), (compiled) =>
    project(compiled.plan, undefined, compiled.reference),
  );
}

/** The first draws of the study of the whole menu, the same for all plans. */
export function drawnSettings(problem: Problem, observed: ObservedBase): Setting[] {
  const { source, searchDraws, seed } = problem;
  const outcomes = { year: { expression: 'year', formula: { type: 'name', name: 'year' }, better: 'none' } } as const;
  const study = createStudy([source], { draws: searchDraws, seed, equalCost: false, outcomes, goals: {} });
  const sampler = studySampler(study);
  const uniforms = new Float64Array(study.uncertain.length);
  const functions = study.uncertain.map(({ sources }) => sourceFunction(sources[0]!));
  return Array.from({ length: searchDraws }, (_, draw) => {
    sampler.fill(draw, uniforms);
    const values = new Map(study.uncertain.map(({ path }, j) => [path, functions[j]!(uniforms[j]!)]));
    return settingOf(problem, observed, createResolver(values), (compiled) =>
      project(compiled.plan, drawnNoise(seed, draw, compiled.noise), compiled.reference),
    );
  });
}

function settingOf(
  { source: { economy, scenario } }: Problem,
  observed: ObservedBase,
  resolver: Resolver,
  projectPlan: Setting['projectPlan'],
): Setting {
  const reference = resolveReferencePlan(economy, scenario, resolver, observed);
  const nothing: Scenario = { ...scenario, policies: [] };
  const template = planTemplate(economy, nothing, observed);
  const compiled = compilePlan(economy, nothing, resolver, { template, reference });
  const projection = projectPlan(compiled);
  const { discountRate } = compiled;
  const view = createView(projection, { discountRate, valueAddedShare: economy.valueAddedShare }, 'itself');
  return {
    resolver,
    reference,
    projectPlan,
    noPolicy: discountedByRegion(projection, discountRate),
    noPolicyPath: view.output,
  };
}

/** Discounted output of each region. */
export function discountedByRegion({ output, plan }: Projection, rate: number): number[] {
  const [regions, industries] = [plan.regions.length, plan.industries.length];
  const sums = new Array<number>(regions).fill(0);
  for (let y = 0, at = 0; y < plan.years.length; y++) {
    const weight = discountFactor(rate, y);
    for (let r = 0; r < regions; r++) {
      let year = 0;
      for (let i = 0; i < industries; i++) year += output[at++]!;
      sums[r] = sums[r]! + weight * year;
    }
  }
  return sums;
}
