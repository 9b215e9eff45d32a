import { produce } from 'immer';
import type { Economy } from '../economy/economy.js';
import { basename } from '../files/paths.js';
import type { Part } from '../files/yaml.js';
import type { Mistake, Position } from '../mistakes.js';
import { NOISE, PARAMETERS } from '../parameters/parameters.js';
import { POLICY_KINDS } from '../policies/index.js';
import type { PolicyKind } from '../policies/kind.js';
import type { ExpressionParser } from '../values/expressions.js';
import { centralValue } from '../values/resolve.js';
import { buildChoices } from './build-choices.js';
import { type BuildContext, collectFindings } from './build-context.js';
import { buildCoordination } from './build-coordination.js';
import { buildEvent } from './build-event.js';
import { checkSetOnce } from './build-links.js';
import { buildNumbers } from './build-numbers.js';
import { buildGoals, buildOutcomes } from './build-outcomes.js';
import { buildPolicy } from './build-policy.js';
import { buildTrend, trendWindow } from './build-trend.js';
import { buildYears, horizonOf } from './build-years.js';
import { checkRunaway, parametersOfCase } from './chain-parameters.js';
import { checkCorrelations } from './check-correlations.js';
import { shortLabel } from './labels.js';
import { observedDefaults } from './observed-defaults.js';
import type { Path } from './plain-data.js';
import type { Policy, Scenario } from './scenario.js';
import { scenarioId } from './scenario-ids.js';
import type { ScenarioInput } from './scenario-schema.js';
import { SETTINGS } from './set.js';

/** The surroundings of a scenario that is built. */
export interface BuildOptions {
  /** The scenario's file, as opened. */
  readonly file: string;
  readonly economy: Economy;
  /** Null while it is not known to be needed. */
  readonly expressions: ExpressionParser | null;
  /** The position at which a path of the input was written. */
  at(path: Path, part: Part): Position;
}

export interface BuiltScenario {
  /** Usable only without mistakes. */
  readonly scenario: Scenario;
  readonly mistakes: readonly Mistake[];
  readonly notes: readonly string[];
  /** True where a number is an expression that cannot be read without the parser. */
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
  const defaultOf = observedDefaults(economy, years.from, trendWindow(input.trend));
  const parameters = parametersOfCase(
    buildNumbers(['parameters'], PARAMETERS, input.parameters ?? {}, context, defaultOf),
    input.parameters ?? {},
    economy,
  );
  checkRunaway(parameters, input.parameters ?? {}, context);
  const scenario: Scenario = {
    id: scenarioId(file),
    title: input.title ?? basename(file),
    label: labelOf(input, options),
    file,
    years,
    coordination: buildCoordination(['coordination'], input.coordination ?? 1, context),
    trend: buildTrend(input.trend, context, defaultOf),
    parameters,
    noise: buildNumbers(['noise'], NOISE, input.noise ?? {}, context, defaultOf),
    correlations: input.correlations ?? [],
    policies,
    choices: buildChoices(input.choices ?? {}, policies, context),
    events: (input.events ?? []).map((entry, index) => buildEvent(entry, index, years.from, context)),
    outcomes: buildOutcomes(input.outcomes, context),
    goals: buildGoals(input.goals, context),
  };
  checkCorrelations(scenario, context);
  return { scenario: frozen(scenario), notes: notesOn(scenario, economy), ...findings() };
}

/** The short name of a scenario: what an extended file says of its own is left out, what is set for this one is not. */
function labelOf({ label, title }: ScenarioInput, { file, at }: BuildOptions): string {
  const own = (key: string, value: string | undefined): string | null => {
    if (value === undefined) return null;
    const written = at([key], 'value').file;
    return written === file || written === SETTINGS ? value : null;
  };
  return shortLabel({ label: own('label', label), title: own('title', title), id: scenarioId(file) });
}

/** Freezes a scenario, since scenarios derived from it share its parts. */
function frozen(scenario: Scenario): Scenario {
  return produce(scenario, () => {});
}

/** Remarks on a scenario that can be used, but whose numbers may be taken for more than they are. */
function notesOn({ policies, years }: Scenario, economy: Economy): string[] {
  const early = policies.filter(
    ({ numbers }) => numbers.start!.kind !== 'expression' && centralValue(numbers.start!) < years.from,
  );
  const tied = economy.network !== null && economy.facts !== null;
  return [
    ...remark(`begins before ${years.from}, and what it cost until then is not counted`, early),
    ...remark(
      `never acts, as it begins after ${years.to}, the last year`,
      policies.filter((each) => reached(each, years.to) === 0),
    ),
    ...remark(
      `acts mostly beyond ${years.to}, the last year: less than half of its strength is reached by then`,
      policies.filter((each) => {
        const part = reached(each, years.to);
        return part !== null && part > 0 && part < 0.5;
      }),
    ),
    ...POLICY_KINDS.flatMap((kind) => remarksOf(kind, policies, economy)),
    ...(tied && years.from !== economy.years.at(-1)
      ? [`gross product and population of the regions are those of the table, also in ${years.from}`]
      : []),
  ];
}

/** Part of its strength that a policy reaches by a year, 0 … 1, at central values; null where an expression decides. */
function reached({ numbers }: Policy, year: number): number | null {
  const { start, delay, ramp } = numbers;
  if ([start, delay, ramp].some((each) => each?.kind === 'expression')) return null;
  const central = (each: typeof start) => (each === undefined ? 0 : centralValue(each));
  const since = year - central(start) - central(delay);
  if (central(ramp) <= 0) return Number(since >= 0);
  return Math.min(1, Math.max(0, since / central(ramp)));
}

/** Remarks of one kind, each once with the names of all its policies. */
function remarksOf({ kind, remark: remarkOn }: PolicyKind, policies: readonly Policy[], economy: Economy): string[] {
  const own = policies.filter((policy) => policy.kind === kind);
  const texts = own.map((policy) => remarkOn?.(policy, economy) ?? null);
  return [...new Set(texts)].flatMap((text) =>
    text === null
      ? []
      : remark(
          text,
          own.filter((_, k) => texts[k] === text),
        ),
  );
}

function remark(text: string, policies: readonly Policy[]): string[] {
  return policies.length === 0 ? [] : [`${text}: ${policies.map(({ name }) => name).join(', ')}`];
}
