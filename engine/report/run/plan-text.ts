import { printable } from '../../files/hidden-characters.js';
import type { NumberDefinition } from '../../parameters/definition.js';
import { PARAMETERS, type ParameterKey } from '../../parameters/parameters.js';
import type { Plan } from '../../projection/plan.js';
import { formatFixed } from '../text/number-format.js';
import { renderTextTable } from '../text/render-table.js';
import { tableMoney } from '../text/table-money.js';
import { type CellColumn, columnFormat, tabulate, yearHeadings } from '../text/text-columns.js';
import type { Layout, TextTable } from '../text/text-table.js';
import { wrapWords } from '../text/text-width.js';
import { atPrices, tablePrices } from '../text/unit-words.js';
import { eventsTable } from './events-table.js';
import { type PlannedScenario, plannedLinks } from './plan-table.js';
import { policyEffectsTable } from './policy-effects-table.js';

/** A plan for a terminal: what each policy does to the levers by year, what all of it costs, and the parameters it runs with. */
export function planText(planned: PlannedScenario, layout: Layout): string {
  const { scenario, economy, compiled } = planned;
  const { plan } = compiled;
  const first = plan.years[0]!;
  const title = `Plan of ${scenario.id}: ${scenario.title}, ${first} to ${plan.years.at(-1)!}; ${economy.title}${economy.table === null ? '' : ` (table ${economy.table})`}`;
  const tables = [...planTables(planned), parameterTable(plan)];
  const nothing = compiled.policies.length === 0 && compiled.events.length === 0;
  const none = nothing ? '\nNo policies: the projection is its reference path.\n' : '';
  return [
    `${wrapWords(printable(title), layout.width).join('\n')}\n${none}`,
    ...tables.map((table) => renderTextTable(table, layout)),
  ].join('\n');
}

/** The effects of each policy on the levers by year, then the costs, then events; no table where there is neither. */
export function planTables(planned: PlannedScenario): TextTable[] {
  const { policies } = planned.compiled;
  const links = plannedLinks(planned);
  const events = eventsTable(planned);
  return [
    ...policies.map((policy) => policyEffectsTable(policy, planned, links)),
    ...(policies.length === 0 ? [] : [costTable(planned)]),
    ...(events === null ? [] : [events]),
  ];
}

function costTable({ economy, compiled }: PlannedScenario): TextTable {
  const { plan, policies, coordinationCost } = compiled;
  const costs = [
    ...policies,
    { name: 'Coordination itself', cost: coordinationCost },
    { name: 'Total', cost: plan.cost },
  ];
  const sums = costs.flatMap(({ cost }) => [...cost]);
  const { unit, of } = tableMoney(economy.currency, sums);
  const format = columnFormat(sums.map(of));
  const rows = costs.map(({ name, cost }) => [name, ...Array.from(cost, (value) => format(of(value)))]);
  return {
    title: `Cost by year, ${atPrices(unit, economy.prices, tablePrices(economy.prices))}, undiscounted`,
    columns: [{ heading: 'policy' }, ...yearHeadings(plan.years)],
    rows: [...rows.slice(0, -1), 'rule', rows.at(-1)!],
  };
}

const PARAMETER_COLUMNS: readonly CellColumn<{ key: string; value: number; definition: NumberDefinition }>[] = [
  { heading: 'parameter', cell: ({ key }) => key },
  { heading: 'symbol', cell: ({ definition }) => definition.symbol ?? '' },
  { heading: 'value', align: 'right', cell: ({ value }) => formatFixed(value, 3) },
  { heading: 'unit', cell: ({ definition }) => definition.unit },
  { heading: 'default', cell: ({ definition }) => String(definition.value) },
];

function parameterTable(plan: Plan): TextTable {
  const { response, ...plain } = plan.parameters;
  const byStage = Object.entries(response).map(([stage, value]) => [`response.${stage}`, value] as const);
  const rows = [...Object.entries(plain), ...byStage].map(([key, value]) => ({
    key,
    value,
    definition: PARAMETERS[key as ParameterKey],
  }));
  return { title: 'Parameters of the growth equation', ...tabulate(PARAMETER_COLUMNS, rows) };
}
