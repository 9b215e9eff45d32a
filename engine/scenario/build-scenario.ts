import { produce } from 'immer';
import type { Economy } from '../economy/economy.js';
import { basename } from '../files/paths.js';
import type { Part } from '../files/yaml.js';
import type { Mistake, Position } from '../mistakes.js';
import { NOISE, PARAMETERS } from '../parameters/parameters.js';
import { knowsCostPerKm } from '../policies/infrastructure.js';
import type { ExpressionParser } from '../values/expressions.js';
import { centralValue } from '../values/resolve.js';
import { type BuildContext, collectFindings } from './build-context.js';
import { buildCoordination } from './build-coordination.js';
import { checkSetOnce } from './build-links.js';
import { buildNumbers } from './build-numbers.js';
import { buildGoals, buildOutcomes } from './build-outcomes.js';
import { buildPolicy } from './build-policy.js';
import { buildTrend } from './build-trend.js';
import { buildYears, horizonOf } from './build-years.js';
import { checkCorrelations } from './check-correlations.js';
import type { Path } from './plain-data.js';
import type { Policy, Scenario } from './scenario.js';
import { scenarioId } from './scenario-ids.js';
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
  const years = buildYears(input.years, { economy, report });
  const context: BuildContext = { economy, expressions, horizon: horizonOf(years), report, leaveUnread };
  const policies = (input.policies ?? []).map((entry, index) => buildPolicy(entry, index, years.from, context));
  checkSetOnce(policies, context);
  const scenario: Scenario = {
    id: scenarioId(file),
    title: input.title ?? basename(file),
    file,
    years,
    coordination: buildCoordination(['coordination'], input.coordination ?? 1, context),
    trend: buildTrend(input.trend, context),
    parameters: buildNumbers(['parameters'], PARAMETERS, input.parameters ?? {}, context),
    noise: buildNumbers(['noise'], NOISE, input.noise ?? {}, context),
    correlations: input.correlations ?? [],
    policies,
    outcomes: buildOutcomes(input.outcomes, context),
    goals: buildGoals(input.goals, context),
  };
  checkCorrelations(scenario, context);
  return { scenario: frozen(scenario), notes: notesOn(scenario, economy), ...findings() };
}

/** What is derived from a scenario shares its parts, so none of them may change. */
function frozen(scenario: Scenario): Scenario {
  return produce(scenario, () => {});
}

/** What is odd but usable, said before anybody takes the numbers for more than they are. */
function notesOn({ policies, years }: Scenario, economy: Economy): string[] {
  const early = policies.filter(
    ({ numbers }) => numbers.start!.kind !== 'expression' && centralValue(numbers.start!) < years.from,
  );
  const tied = economy.network !== null && economy.facts !== null;
  const idle = tied ? [] : policies.filter(({ kind }) => kind === 'market');
  const free = policies.filter(
    ({ kind, numbers }) =>
      kind === 'infrastructure' &&
      !Object.hasOwn(numbers, 'cost') &&
      !Object.hasOwn(numbers, 'costPerKm') &&
      !knowsCostPerKm(economy.currency),
  );
  const named = (list: readonly Policy[]): string => list.map(({ name }) => name).join(', ');
  return [
    ...(early.length === 0
      ? []
      : [`begins before ${years.from}, and what it cost until then is not counted: ${named(early)}`]),
    ...(idle.length === 0
      ? []
      : [`no effect without regions and links, while what it costs counts all the same: ${named(idle)}`]),
    ...(free.length === 0
      ? []
      : [
          `costs nothing, since no cost of a line is known in ${economy.currency} (give cost or costPerKm): ${named(free)}`,
        ]),
    ...(tied && years.from !== economy.years.at(-1)
      ? [`gross product and population of the regions are those of the table, also in ${years.from}`]
      : []),
  ];
}
