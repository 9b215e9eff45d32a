import type { Economy } from '../engine/economy/economy.js';
import { type CompiledPlan, compilePlan } from '../engine/plan/compile.js';
import { createResolver } from '../engine/plan/resolve.js';
import { parseScenario } from '../engine/scenario/parse-scenario.js';
import type { Scenario } from '../engine/scenario/scenario.js';
import type { Context } from './command.js';

/** A scenario with its plan at central values. */
export interface LoadedScenario {
  readonly scenario: Scenario;
  readonly economy: Economy;
  readonly compiled: CompiledPlan;
}

/** Parses a scenario with `--set` laid over it and compiles its plan; says what its case leaves out. */
export async function loadScenario(file: string, context: Context): Promise<LoadedScenario> {
  const { scenario, economy, notes } = await parseScenario(context.read, file, context.settings);
  for (const note of notes) context.inform(note);
  return { scenario, economy, compiled: compilePlan(economy, scenario, createResolver()) };
}
