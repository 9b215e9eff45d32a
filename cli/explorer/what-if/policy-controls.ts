import type { NumberDefinition } from '../../../engine/parameters/definition.js';
import type { CompiledPolicy } from '../../../engine/plan/compile.js';
import { numberFields } from '../../../engine/policies/fields.js';
import { policyKind } from '../../../engine/policies/index.js';
import type { PolicyKind } from '../../../engine/policies/kind.js';
import type { ParsedScenario } from '../../../engine/scenario/parse-scenario.js';
import type { Policy } from '../../../engine/scenario/scenario.js';
import { settingKey } from '../../../engine/scenario/set.js';
import { type Field, inPercent, numberField, optionField } from './fields.js';
import { policyWords } from './policy-words.js';
import { writtenEntry } from './written-entry.js';

/** A policy of a future with everything that can be set of it. */
export interface PolicyControls {
  readonly name: string;
  readonly kind: string;
  readonly title: string;
  readonly summary: string;
  readonly apart: string;
  /** Without the field, as `--set` takes it. */
  readonly path: string;
  /** The part of it that is carried out, in percent: all that shows while it is folded. */
  readonly strength: Field;
  /** What that part comes to, in plain units. */
  readonly plain: string;
  readonly regions: { readonly path: string; readonly chosen: readonly string[] };
  /** Null for a kind that targets no industries. */
  readonly industries: Field | null;
  /** All other fields, the main magnitude and the start first. */
  readonly fields: readonly Field[];
}

/** The controls of one policy; `compiled` is absent where it acts nowhere. */
export function policyControls(
  policy: Policy,
  parsed: ParsedScenario,
  compiled: CompiledPolicy | undefined,
): PolicyControls {
  const kind = policyKind(policy.kind)!;
  const path = `policies.${settingKey(policy.name)}`;
  const written = writtenEntry(parsed, 'policies', policy.name);
  const { years } = parsed.scenario;
  const field = ([key, definition]: [string, NumberDefinition]): Field =>
    numberField(`${path}.${key}`, key, definition, policy.numbers[key], years);
  const { intensity, ...others } = numberFields(kind);
  const main = Object.keys(kind.fields)[0];
  const rank = (key: string): number => (key === main ? 0 : key === 'start' ? 1 : 2);
  const numbers = Object.entries(others).sort(([a], [b]) => rank(a) - rank(b));
  return {
    name: policy.name,
    kind: kind.kind,
    title: kind.title,
    summary: kind.summary,
    apart: kind.apart,
    path,
    strength: inPercent(field(['intensity', intensity!])),
    plain: policyWords(policy, kind, compiled, parsed.economy.currency, written),
    regions: { path: `${path}.regions`, chosen: (compiled?.regions ?? []).map((r) => parsed.economy.regions[r]!) },
    industries: kind.targetsIndustries
      ? optionField(
          path,
          'industries',
          'industries targeted: names or globs in a list, or a choice such as { top: 8 }, { stage: growing }, { lq: "> 1" }',
          written.industries ?? '*',
        )
      : null,
    fields: [
      ...numbers.map(field),
      optionField(path, 'coordination', 'in place of the scenario’s, for this policy alone', written.coordination),
      ...Object.entries(kind.options).map(([key, schema]) =>
        optionField(path, key, meaningOf(kind, key, schema.description), written[key]),
      ),
    ],
  };
}

function meaningOf(kind: PolicyKind, key: string, description: string | undefined): string {
  return description ?? (kind.options[key] as { unwrap?: () => { description?: string } }).unwrap?.().description ?? '';
}
