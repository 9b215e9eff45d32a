import type { NumberDefinition } from '../parameters/definition.js';
import { NOISE, PARAMETERS, TREND } from '../parameters/parameters.js';
import { numberFields } from '../policies/fields.js';
import { policyKind } from '../policies/index.js';
import type { Quantity } from '../values/quantity.js';
import { eventNumbers } from './event-fields.js';
import type { CoordinationLevels, Scenario } from './scenario.js';

/** The lowest and the highest value that make sense: a draw beyond them is moved to the nearer one. */
export type Domain = readonly [number, number];

/** A number of a scenario, by the path under which it may be set, swept or sampled. */
export interface ScenarioNumber {
  readonly path: string;
  readonly domain: Domain;
  /** Null for a number that the scenario does not have, such as the end of a policy that stays in force. */
  readonly quantity: Quantity | null;
}

/** Domain of a rate of growth a year. */
const RATE: Domain = [-1, 1];
/** Domain of the degree to which regions act together. */
const LEVEL: Domain = [0, 1];

/** Every number that a scenario has or may have, such as `parameters.rivalry` or `policies.market.opening`. */
function scenarioNumbers({ parameters, trend, noise, coordination, policies, events }: Scenario): ScenarioNumber[] {
  return [
    ...definedNumbers('parameters', PARAMETERS, parameters),
    ...definedNumbers('trend', TREND, trend.numbers),
    { path: 'trend', domain: RATE, quantity: trend.all },
    ...Object.entries(trend.industries).map(([industry, quantity]) => ({
      path: `trend.industries.${industry}`,
      domain: RATE,
      quantity,
    })),
    ...definedNumbers('noise', NOISE, noise),
    ...levelNumbers('coordination', coordination),
    ...policies.flatMap(({ name, kind, numbers, coordination: own }) => [
      ...definedNumbers(`policies.${name}`, numberFields(policyKind(kind)!), numbers),
      ...levelNumbers(`policies.${name}.coordination`, own),
    ]),
    ...events.flatMap(({ name, measure, numbers }) => definedNumbers(`events.${name}`, eventNumbers(measure), numbers)),
  ];
}

function definedNumbers(
  path: string,
  definitions: Readonly<Record<string, NumberDefinition>>,
  quantities: Readonly<Record<string, Quantity>>,
): ScenarioNumber[] {
  return Object.entries(definitions).map(([key, { domain }]) => ({
    path: `${path}.${key}`,
    domain,
    quantity: quantities[key] ?? null,
  }));
}

function levelNumbers(path: string, levels: CoordinationLevels | null): ScenarioNumber[] {
  return [
    { path, domain: LEVEL, quantity: levels?.all ?? null },
    ...Object.entries(levels?.regions ?? {}).map(([region, quantity]) => ({
      path: `${path}.${region}`,
      domain: LEVEL,
      quantity,
    })),
  ];
}

/** The numbers that a scenario has, by their paths. */
export function numericPaths(scenario: Scenario): Map<string, Quantity> {
  return new Map(
    scenarioNumbers(scenario).flatMap(({ path, quantity }) => (quantity === null ? [] : [[path, quantity]])),
  );
}

/** The domain of every number that a scenario has or may have, by its path. */
export function numberDomains(scenario: Scenario): Map<string, Domain> {
  return new Map(scenarioNumbers(scenario).map(({ path, domain }) => [path, domain]));
}

/**
 * The full path of a number that a person names: the path itself, or the name of a parameter alone; null where neither exists.
 *
 * @example
 * resolvePath(new Map([['parameters.rivalry', { kind: 'constant', value: 0.3 }]]), 'rivalry'); // → 'parameters.rivalry'
 */
export function resolvePath(paths: ReadonlyMap<string, Quantity>, text: string): string | null {
  if (paths.has(text)) return text;
  return paths.has(`parameters.${text}`) ? `parameters.${text}` : null;
}
