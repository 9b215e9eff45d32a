import type { NumberDefinition } from '../../../engine/parameters/definition.js';
import { COORDINATION_KEYS, NOISE, PARAMETERS, TREND } from '../../../engine/parameters/parameters.js';
import type { CompiledPlan } from '../../../engine/plan/compile.js';
import { numberFields } from '../../../engine/policies/fields.js';
import { POLICY_KINDS, policyKind } from '../../../engine/policies/index.js';
import type { PolicyKind } from '../../../engine/policies/kind.js';
import type { ParsedScenario } from '../../../engine/scenario/parse-scenario.js';
import { isPlain, type Plain } from '../../../engine/scenario/plain-data.js';
import type { Policy } from '../../../engine/scenario/scenario.js';
import { settingKey } from '../../../engine/scenario/set.js';
import type { Quantity } from '../../../engine/values/quantity.js';
import { centralOf, type Field, numberField, optionField } from './fields.js';
import { yamlText } from './yaml-text.js';

/** A policy of a future with everything that can be set of it. */
export interface PolicyControls {
  readonly name: string;
  readonly kind: string;
  readonly title: string;
  readonly summary: string;
  readonly apart: string;
  /** Without the field, as `--set` takes it. */
  readonly path: string;
  /** The fields for its intensity, its start and its main magnitude. */
  readonly headline: readonly Field[];
  readonly regions: { readonly path: string; readonly chosen: readonly string[] };
  /** Null for a kind that targets no industries. */
  readonly industries: Field | null;
  readonly further: readonly Field[];
}

/** Everything that can be set of one future. */
export interface FutureControls {
  readonly name: string;
  readonly title: string;
  readonly coordination: Field;
  readonly policies: readonly PolicyControls[];
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

/** The controls of a future, from what was parsed and the regions its policies were compiled to. */
export function futureControls(name: string, parsed: ParsedScenario, compiled: CompiledPlan): FutureControls {
  const { scenario, economy, layers } = parsed;
  const written = Array.isArray(layers.value.policies) ? layers.value.policies.filter(isPlain) : [];
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
      central: Object.keys(regions).length > 0 ? null : centralOf(all),
      uncertain: all.kind === 'distribution',
      slider: { low: 0, high: 1, step: 0.01 },
      evidence: null,
    },
    policies: scenario.policies.map((policy) =>
      policyControls(
        policy,
        written.find((each) => String(each.name) === policy.name) ?? {},
        parsed,
        (compiled.policies.find((each) => each.name === policy.name)?.regions ?? []).map((r) => economy.regions[r]!),
      ),
    ),
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

/** Fields that come first, besides the kind's own first. */
const FIRST = ['intensity', 'start'];

function policyControls(policy: Policy, written: Plain, parsed: ParsedScenario, regions: string[]): PolicyControls {
  const kind = policyKind(policy.kind)!;
  const path = `policies.${settingKey(policy.name)}`;
  const { years } = parsed.scenario;
  const field = ([key, definition]: [string, NumberDefinition]): Field =>
    numberField(`${path}.${key}`, key, definition, policy.numbers[key], years);
  const main = Object.keys(kind.fields)[0];
  const isFirst = ([key]: [string, unknown]): boolean => FIRST.includes(key) || key === main;
  const all = Object.entries(numberFields(kind));
  const headline = all.filter(isFirst).sort(([a], [b]) => rank(a) - rank(b));
  return {
    name: policy.name,
    kind: kind.kind,
    title: kind.title,
    summary: kind.summary,
    apart: kind.apart,
    path,
    headline: headline.map(field),
    regions: { path: `${path}.regions`, chosen: regions },
    industries: kind.targetsIndustries
      ? optionField(
          path,
          'industries',
          'industries targeted: names or globs in a list, or a choice such as { top: 8 }, { stage: growing }, { lq: "> 1" }',
          written.industries ?? '*',
        )
      : null,
    further: [
      ...all.filter((each) => !isFirst(each)).map(field),
      optionField(path, 'coordination', 'in place of the scenario’s, for this policy alone', written.coordination),
      ...Object.entries(kind.options).map(([key, schema]) =>
        optionField(path, key, meaningOf(kind, key, schema.description), written[key]),
      ),
    ],
  };
}

function rank(key: string): number {
  const at = FIRST.indexOf(key);
  return at < 0 ? 0.5 : at;
}

function meaningOf(kind: PolicyKind, key: string, description: string | undefined): string {
  return description ?? (kind.options[key] as { unwrap?: () => { description?: string } }).unwrap?.().description ?? '';
}
