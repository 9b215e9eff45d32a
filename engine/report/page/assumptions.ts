import type { Future } from '../../compare/future.js';
import type { NumberDefinition } from '../../parameters/definition.js';
import { NOISE, PARAMETERS, TREND } from '../../parameters/parameters.js';
import { numberFields } from '../../policies/fields.js';
import { policyKind } from '../../policies/index.js';
import { paperPlace } from '../../policies/kind.js';
import type { Policy } from '../../scenario/scenario.js';
import { sum } from '../../statistics/sum.js';
import { type Quantity, quantityText } from '../../values/quantity.js';
import { quantityAt } from '../../values/resolve.js';
import { words } from '../text/key-words.js';
import { formatColumn, formatNumber } from '../text/number-format.js';
import { listed } from '../text/sentence.js';
import { tableMoney } from '../text/table-money.js';
import type { TextCell, TextColumn, TextTable } from '../text/text-table.js';

/** Regions that the title of a policy's numbers names; more are counted. */
const MOST_NAMED = 2;

/** Columns that follow the name of a number. */
const NUMBER_COLUMNS: readonly TextColumn[] = [
  { heading: 'value', align: 'right' },
  { heading: 'as written' },
  { heading: 'range' },
  { heading: 'unit' },
  { heading: 'status' },
  { heading: 'meaning' },
  { heading: 'source' },
];

/** Every number of the model: what it is set to in each future, and what that rests on. */
export function parameterTables(futures: readonly Future[]): TextTable[] {
  const first = futures[0]!.scenario.years.from;
  const table = (
    title: string,
    definitions: Readonly<Record<string, NumberDefinition>>,
    pick: (future: Future) => Readonly<Record<string, Quantity>>,
  ): TextTable => ({
    title,
    columns: [{ heading: 'number' }, { heading: 'key' }, ...NUMBER_COLUMNS],
    rows: Object.entries(definitions).map(([key, definition]) => {
      const written = futures.map((future) => pick(future)[key]!);
      const symbol = definition.symbol === undefined ? '' : ` (${definition.symbol})`;
      return [
        definition.title ?? words(key),
        key + symbol,
        each(written.map((quantity) => formatNumber(quantityAt(quantity, first), 4))),
        each(written.map((quantity) => quantityText(quantity))),
        ...evidence(definition),
      ];
    }),
  });
  return [
    table('Parameters of the growth equation and of coordination', PARAMETERS, (future) => future.scenario.parameters),
    table(`Trend of the industries (values of ${first})`, TREND, (future) => future.scenario.trend.numbers),
    table('Noise, used in Monte Carlo only', NOISE, (future) => future.scenario.noise),
  ];
}

/** The policies of a future with every number they use. */
export function policyFieldTables(future: Future): TextTable[] {
  const first = future.scenario.years.from;
  return future.scenario.policies.flatMap((policy): TextTable[] => {
    const kind = policyKind(policy.kind);
    if (kind === undefined) return [];
    const compiled = future.compiled.policies.find((each) => each.name === policy.name);
    const regions = (compiled?.regions ?? []).map((r) => future.economy.regions[r]!);
    return [
      {
        title: `${policy.name}: ${kind.title} (${paperPlace(kind)}), in ${regions.length > MOST_NAMED ? `${regions.length} regions` : listed(regions)}`,
        columns: [{ heading: 'number' }, { heading: 'key' }, ...NUMBER_COLUMNS],
        rows: Object.entries(numberFields(kind)).map(([name, definition]) => {
          const quantity = policy.numbers[name];
          return [
            definition.title ?? words(name),
            name,
            quantity === undefined ? '–' : formatPlain(quantityAt(quantity, first), definition),
            quantity === undefined ? (definition.absent ?? '') : quantityText(quantity),
            ...evidence(definition),
          ];
        }),
      },
    ];
  });
}

/** Every policy in a row: what it is, where, from when, and what it costs in each future; null where there is none. */
export function policyOverview(futures: readonly Future[]): TextTable | null {
  const names = [...new Set(futures.flatMap((future) => future.scenario.policies.map((policy) => policy.name)))];
  if (names.length === 0) return null;
  const { economy } = futures[0]!;
  const priced = futures.map((future) => [
    ...names.map((name) => {
      const compiled = future.compiled.policies.find((policy) => policy.name === name);
      return compiled === undefined ? null : sum(compiled.cost);
    }),
    sum(future.compiled.coordinationCost),
    sum(future.compiled.plan.cost),
  ]);
  const { unit, of } = tableMoney(economy.currency, priced.flat());
  const columns = priced.map((values) =>
    formatColumn(
      values.map((value) => of(value)),
      4,
    ),
  );
  const rows = names.map((name, n): TextCell[] => {
    const future = futures.find((each) => each.scenario.policies.some((policy) => policy.name === name))!;
    const policy = future.scenario.policies.find((each) => each.name === name)!;
    const compiled = future.compiled.policies.find((each) => each.name === name);
    const start = policy.numbers.start;
    return [
      name,
      policyKind(policy.kind)?.title ?? policy.kind,
      (compiled?.regions ?? []).map((r) => economy.regions[r]!).join(', '),
      String(start === undefined ? future.scenario.years.from : quantityAt(start, future.scenario.years.from)),
      ...columns.map((column) => column[n]!),
    ];
  });
  return {
    title: `Policies, and what they cost over all years (${unit}, undiscounted${futures.length > 1 ? ', at the intensities compared' : ''})`,
    columns: [
      { heading: 'policy' },
      { heading: 'way' },
      { heading: 'regions' },
      { heading: 'from', align: 'right' },
      ...futures.map((future) => ({ heading: future.scenario.label, align: 'right' as const, group: 'cost' })),
    ],
    rows: [
      ...rows,
      ['Coordination itself', '', '', '', ...columns.map((column) => column[names.length]!)],
      'rule',
      ['all', '', '', '', ...columns.map((column) => column[names.length + 1]!)],
    ],
  };
}

/** True where two futures have the same policies, word for word. */
export function samePolicies(a: Future, b: Future): boolean {
  return text(a.scenario.policies) === text(b.scenario.policies);
}

function text(policies: readonly Policy[]): string {
  return JSON.stringify(policies);
}

function formatPlain(value: number, definition: NumberDefinition): string {
  return definition.unit === 'year' ? String(value) : formatNumber(value, 4);
}

/** Cells on what the value of a number rests on. */
function evidence({ range: [low, high], unit, status, meaning, source }: NumberDefinition): string[] {
  return [`${low} … ${high}`, unit, status, meaning, source];
}

/** One text where all futures agree, else one for each in their order. */
function each(texts: readonly string[]): string {
  return texts.every((other) => other === texts[0]) ? texts[0]! : texts.join(' / ');
}
