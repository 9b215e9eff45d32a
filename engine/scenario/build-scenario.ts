import { produce } from 'immer';
import type { Economy } from '../economy/economy.js';
import { basename } from '../files/paths.js';
import type { Part } from '../files/yaml.js';
import type { Mistake, Position } from '../mistakes.js';
import { NOISE, PARAMETERS } from '../parameters/parameters.js';
import type { ExpressionParser } from '../values/expressions.js';
import { type BuildContext, collectFindings } from './build-context.js';
import type { Path } from './plain-data.js';
import { readCoordination } from './read-coordination.js';
import { checkCorrelations } from './read-correlations.js';
import { checkSetOnce } from './read-links.js';
import { readGoals, readOutcomes } from './read-outcomes.js';
import { readPolicy } from './read-policy.js';
import { readNumbers } from './read-quantity.js';
import { readTrend } from './read-trend.js';
import { horizonOf, readYears } from './read-years.js';
import type { Policy, Scenario } from './scenario.js';
import type { ScenarioInput } from './scenario-schema.js';

/** What a scenario is built against. */
export interface BuildOptions {
  /** The scenario's file, as opened. */
  readonly file: string;
  readonly economy: Economy;
  /** Null while it is not known to be needed. */
  readonly expressions: ExpressionParser | null;
  /** Where a path of the input was written. */
  at(path: Path, part: Part): Position;
}

export interface BuiltScenario {
  /** Usable only without mistakes. */
  readonly scenario: Scenario;
  readonly mistakes: readonly Mistake[];
  readonly notes: readonly string[];
  /** Whether a number is an expression that could not be read without the parser. */
  readonly needsExpressions: boolean;
}

/** Turns the validated input of a scenario into a complete one: parses every number, fills in every default, and checks every name. */
export function buildScenario(input: ScenarioInput, options: BuildOptions): BuiltScenario {
  const { file, economy, expressions } = options;
  const { report, leaveUnread, findings } = collectFindings(options.at);
  const years = readYears(input.years, { economy, report });
  const context: BuildContext = { economy, expressions, horizon: horizonOf(years), report, leaveUnread };
  const policies = (input.policies ?? []).map((entry, index) => readPolicy(entry, index, years.from, context));
  checkSetOnce(policies, context);
  const scenario: Scenario = {
    id: basename(file).replace(/\.[^.]*$/, ''),
    title: input.title ?? basename(file),
    file,
    years,
    coordination: readCoordination(['coordination'], input.coordination ?? 1, context),
    trend: readTrend(input.trend, context),
    parameters: readNumbers(['parameters'], PARAMETERS, input.parameters ?? {}, context),
    noise: readNumbers(['noise'], NOISE, input.noise ?? {}, context),
    correlations: input.correlations ?? [],
    policies,
    outcomes: readOutcomes(input.outcomes, context),
    goals: readGoals(input.goals, context),
  };
  checkCorrelations(scenario, context);
  return { scenario: frozen(scenario), notes: notesOn(policies, economy), ...findings() };
}

/** What is derived from a scenario shares its parts, so none of them may change. */
function frozen(scenario: Scenario): Scenario {
  return produce(scenario, () => {});
}

function notesOn(policies: readonly Policy[], economy: Economy): string[] {
  if (economy.network !== null && economy.facts !== null) return [];
  const idle = policies.filter(({ kind }) => kind === 'market').map(({ name }) => name);
  return idle.length === 0 ? [] : [`no effect without regions and links: ${idle.join(', ')}`];
}
