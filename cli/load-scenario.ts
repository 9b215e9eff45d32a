import { checkEvents } from '../engine/plan/check-events.js';
import { type CompiledPlan, compilePlan } from '../engine/plan/compile.js';
import { createResolver } from '../engine/plan/resolve.js';
import { type ParsedScenario, parseScenario } from '../engine/scenario/parse-scenario.js';
import { scenarioIds, settingsOf } from '../engine/scenario/scenario-ids.js';
import type { Context } from './command.js';

/** A scenario with its plan at central values. */
export interface LoadedScenario extends ParsedScenario {
  readonly compiled: CompiledPlan;
}

/** Parses a scenario with `--set` laid over it and compiles its plan; says what its case leaves out. */
export async function loadScenario(file: string, context: Context): Promise<LoadedScenario> {
  const parsed = await parseScenario(context.read, file, settingsOf(context.settings, scenarioIds([file]), 0));
  for (const note of parsed.notes) context.inform(note);
  checkEvents(parsed);
  return { ...parsed, compiled: compilePlan(parsed.economy, parsed.scenario, createResolver()) };
}
