import type { Future } from '../../compare/future.js';
import type { EvidenceStatus, NumberDefinition } from '../../parameters/definition.js';
import { NOISE, PARAMETERS, TREND } from '../../parameters/parameters.js';
import { numberFields } from '../../policies/fields.js';
import { policyKind } from '../../policies/index.js';
import { parseQuantity, type Quantity, quantityText } from '../../values/quantity.js';
import { words } from '../text/key-words.js';
import { money } from '../text/money.js';
import { listed } from '../text/sentence.js';
import type { TextTable } from '../text/text-table.js';
import { parameterTables } from './assumptions.js';
import { richText } from './html.js';

/** A number as one line of the annex on paper. */
interface NumberLine {
  readonly name: string;
  readonly value: string;
  readonly status: EvidenceStatus;
  /** True where it is not at its default. */
  readonly set: boolean;
}

/** Groups of the model's numbers, with where a future keeps them. */
const GROUPS = [
  ['Growth and coordination', PARAMETERS, (future: Future) => future.scenario.parameters],
  ['Trend', TREND, (future: Future) => future.scenario.trend.numbers],
  ['Noise', NOISE, (future: Future) => future.scenario.noise],
] as const satisfies readonly (readonly [
  string,
  Readonly<Record<string, NumberDefinition>>,
  (future: Future) => Readonly<Record<string, Quantity>>,
])[];

/** Every number of the model in lines beside each other, for paper: where it stands, and whether that is its default. */
export function paperParameters(futures: readonly Future[]): string {
  const groups = GROUPS.map(([title, definitions, pick]) => {
    const lines = Object.entries(definitions).map(([key, definition]: [string, NumberDefinition]): NumberLine => {
      const written = futures.map((future) => (pick(future) as Readonly<Record<string, Quantity>>)[key]!);
      return lineOf(definition.title ?? words(key), written, definition);
    });
    return `<p><b>${richText(title)}</b></p><ul>${lines.map(listItem).join('')}</ul>`;
  });
  return tight(`<p>${KEY}</p>${groups.join('')}`);
}

/** The policies of a future with the numbers that they use, each policy an entry, for paper. */
export function paperPolicies({ scenario, economy, compiled }: Future): string {
  const entries = scenario.policies.flatMap((policy) => {
    const kind = policyKind(policy.kind);
    if (kind === undefined) return [];
    const found = compiled.policies.find((each) => each.name === policy.name);
    const regions = (found?.regions ?? []).map((r) => economy.regions[r]!);
    const lines = Object.entries(numberFields(kind)).flatMap(([key, definition]) => {
      const quantity = policy.numbers[key];
      if (quantity === undefined) return [];
      const line = lineOf(definition.title ?? words(key), [quantity], definition);
      return [{ ...line, value: moneyText(quantity, definition, economy.currency) ?? line.value }];
    });
    const head = `${richText(policy.name)}: ${richText(kind.title)}, in ${richText(listed(regions))}`;
    return [`<dt>${head}</dt><dd>${lines.map(lineHtml).join('; ')}</dd>`];
  });
  return tight(`<dl>${entries.join('')}</dl>`);
}

/** The numbers that are not at their defaults in some future, in full; null where there is none. */
export function changedTable(futures: readonly Future[]): TextTable | null {
  const changed = new Set(
    GROUPS.flatMap(([, definitions, pick]) =>
      Object.entries(definitions).flatMap(([key, definition]: [string, NumberDefinition]) =>
        futures.some((future) => !isDefault((pick(future) as Readonly<Record<string, Quantity>>)[key]!, definition))
          ? [definition]
          : [],
      ),
    ),
  );
  const tables = parameterTables(futures);
  const rows = GROUPS.flatMap(([, definitions], g) =>
    Object.values<NumberDefinition>(definitions).flatMap((definition, k) =>
      changed.has(definition) ? [tables[g]!.rows[k]!] : [],
    ),
  );
  return rows.length === 0
    ? null
    : { title: 'Numbers that are not at their defaults', columns: tables[0]!.columns, rows };
}

const KEY =
  'Numbers set here are bold. All others stand at their defaults. A p after a number: published; d: derived; neither: judgement. The page on a screen has every source.';

const MARKS: Readonly<Record<EvidenceStatus, string>> = { published: ' p', derived: ' d', judgement: '' };

function lineOf(name: string, written: readonly Quantity[], definition: NumberDefinition): NumberLine {
  const texts = written.map(quantityText);
  return {
    name,
    value: texts.every((text) => text === texts[0]) ? texts[0]! : texts.join(' / '),
    status: definition.status,
    set: written.some((quantity) => !isDefault(quantity, definition)),
  };
}

/** A plain sum of money in words; null for anything else. */
function moneyText(quantity: Quantity, { unit }: NumberDefinition, currency: string): string | null {
  const found = /^the case’s currency(?<per> .*)?$/.exec(unit);
  if (found === null || quantity.kind !== 'constant') return null;
  return `${money(quantity.value, currency)}${found.groups?.per ?? ''}`;
}

/** True for a number as its definition has it, or as it has it where only two years are observed. */
function isDefault(quantity: Quantity, { value, twoYears }: NumberDefinition): boolean {
  return [value, twoYears].some((each) => {
    if (each === null || each === undefined) return false;
    const parsed = typeof each === 'number' ? null : parseQuantity(each);
    const text = parsed === null ? String(each) : 'quantity' in parsed ? quantityText(parsed.quantity) : String(each);
    return text === quantityText(quantity);
  });
}

function listItem(line: NumberLine): string {
  return `<li>${lineHtml(line)}</li>`;
}

function lineHtml({ name, value, status, set }: NumberLine): string {
  const text = `${richText(name)}: ${richText(value)}${MARKS[status] === '' ? '' : `<em>${MARKS[status]}</em>`}`;
  return set ? `<b>${text}</b>` : text;
}

function tight(html: string): string {
  return `<div class="on-paper tight">${html}</div>`;
}
