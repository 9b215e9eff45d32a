import type { NumberDefinition } from '../../../engine/parameters/definition.js';
import { COORDINATION_KEYS, NOISE, PARAMETERS, TREND } from '../../../engine/parameters/parameters.js';
import type { CompiledPlan } from '../../../engine/plan/compile.js';
import { POLICY_KINDS } from '../../../engine/policies/index.js';
import type { ParsedScenario } from '../../../engine/scenario/parse-scenario.js';
import type { Quantity } from '../../../engine/values/quantity.js';
import { type EventControls, eventControls } from './event-controls.js';
import { centralOf, type Field, numberField } from './fields.js';
import { PLAIN } from './number-text.js';
import { type PolicyControls, policyControls } from './policy-controls.js';
import { yamlText } from './yaml-text.js';

/** Everything that can be set of one future. */
export interface FutureControls {
  /** Its short name on the page. */
  readonly name: string;
  readonly title: string;
  readonly coordination: Field;
  readonly policies: readonly PolicyControls[];
  readonly events: readonly EventControls[];
  readonly groups: readonly { readonly title: string; readonly fields: readonly Field[] }[];
  readonly years: { readonly from: number; readonly to: number };
  readonly table: string | null;
}

/** The choices that the case offers. */
export interface Choices {
  readonly regions: readonly string[];
  readonly industries: readonly string[];
  readonly tables: readonly string[];
  readonly observed: readonly number[];
  /** Kinds of policy that can be added, with what they need from the start. */
  readonly kinds: readonly {
    readonly kind: string;
    readonly title: string;
    readonly summary: string;
    readonly needs: readonly (readonly [field: string, value: string])[];
  }[];
}

/** The controls of a future, from what was parsed and what its policies were compiled to. */
export function futureControls(name: string, parsed: ParsedScenario, compiled: CompiledPlan): FutureControls {
  const { scenario, economy, layers } = parsed;
  const { all, regions } = scenario.coordination;
  const numbers = (
    path: string,
    definitions: Readonly<Record<string, NumberDefinition>>,
    quantities: Readonly<Record<string, Quantity>>,
    wanted: (key: string) => boolean = () => true,
  ): Field[] =>
    Object.entries(definitions)
      .filter(([key]) => wanted(key))
      .map(([key, definition]) => numberField(`${path}.${key}`, key, definition, quantities[key], scenario.years));
  const ofCoordination = (key: string): boolean => (COORDINATION_KEYS as readonly string[]).includes(key);
  return {
    name,
    title: scenario.title,
    coordination: {
      path: 'coordination',
      label: 'coordination',
      meaning: 'how far the regions act together: 1 together, 0 each for itself; one number, or one for each region',
      unit: '0 apart … 1 together',
      standing: yamlText(layers.value.coordination ?? 1),
      style: PLAIN,
      central: Object.keys(regions).length > 0 ? null : centralOf(all),
      uncertain: all.kind === 'distribution',
      slider: { low: 0, high: 1, step: 0.01 },
      evidence: null,
    },
    policies: scenario.policies.map((policy) =>
      policyControls(
        policy,
        parsed,
        compiled.policies.find((each) => each.name === policy.name),
      ),
    ),
    events: scenario.events.map((event) => eventControls(event, parsed)),
    groups: [
      {
        title: 'Growth equation',
        fields: numbers('parameters', PARAMETERS, scenario.parameters, (key) => !ofCoordination(key)),
      },
      {
        title: 'Ingredients of coordination',
        fields: numbers('parameters', PARAMETERS, scenario.parameters, ofCoordination),
      },
      { title: 'Trend of the industries', fields: numbers('trend', TREND, scenario.trend.numbers) },
      { title: 'Noise of draws', fields: numbers('noise', NOISE, scenario.noise) },
    ],
    years: scenario.years,
    table: economy.table,
  };
}

/** The choices that a case offers. */
export function choicesOf({ economy, tables }: ParsedScenario): Choices {
  const { regions, network } = economy;
  // The first nodes of a network are the regions.
  const link = network?.links.find(({ from, to }) => from < regions.length && to < regions.length);
  return {
    regions,
    industries: economy.industries,
    tables,
    observed: economy.years,
    kinds: POLICY_KINDS.map((kind) => ({
      kind: kind.kind,
      title: kind.title,
      summary: kind.summary,
      needs: Object.entries(kind.options)
        .filter(([, schema]) => !schema.safeParse(undefined).success)
        .map(
          ([option]) =>
            [option, link === undefined ? '[]' : yamlText([[regions[link.from]!, regions[link.to]!]])] as const,
        ),
    })),
  };
}
