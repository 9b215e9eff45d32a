export { type Economy, type RegionFacts } from './economy/economy.js';
export { type ParsedCase, parseCase } from './economy/parse-case.js';
export { type ParsedScenario, parseScenario } from './scenario/parse-scenario.js';
export type { Scenario } from './scenario/scenario.js';
export { type CompiledPlan, compilePlan } from './plan/compile.js';
export { createResolver } from './plan/resolve.js';
export type { Plan, Projection } from './projection/plan.js';
export { project } from './projection/project.js';
