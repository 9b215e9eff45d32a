import type { Economy } from '../../economy/economy.js';
import { PARAMETERS, type ParameterKey } from '../../parameters/parameters.js';
import type { CompiledPlan } from '../../plan/compile.js';
import type { CompiledPolicy } from '../../plan/compile-policies.js';
import { extendNetwork } from '../../plan/links.js';
import type { Effect, PlanLink } from '../../policies/kind.js';
import type { Plan } from '../../projection/plan.js';
import type { Scenario } from '../../scenario/scenario.js';
import type { CsvValue } from '../data/csv.js';
import { formatColumn, formatFixed, formatNumber, formatSigned } from '../text/number-format.js';
import { type Layout, renderTextTable, type TextColumn, type TextTable } from '../text/text-table.js';
import { printable, wrapWords } from '../text/text-width.js';
import { atPrices } from '../text/unit-words.js';

/** What the tables of a plan are made of. */
export interface PlannedScenario {
  readonly scenario: Scenario;
  readonly economy: Economy;
  readonly compiled: CompiledPlan;
}

/** Header of `planRows`. */
export const PLAN_HEADER = [
  'scenario',
  'policy',
  'kind',
  'lever',
  'year',
  'region',
  'partner',
  'industry',
  'mode',
  'value',
  'unit',
];

/**
 * Every effect of every policy in every year in which there is one, then every cost: one row each, as in `PLAN_HEADER`.
 * Values of `distance` and `barrier` are the part by which a link's length or a pair's barrier is cut.
 */
export function* planRows(planned: PlannedScenario): Generator<readonly CsvValue[]> {
  const { scenario, economy, compiled } = planned;
  const { plan } = compiled;
  const links = plannedLinks(planned);
  for (const policy of compiled.policies) {
    for (const effect of policy.effects) {
      const place = placeOf(effect, plan, links);
      for (const [y, year] of plan.years.entries()) {
        const value = effect.amount * effect.profile[y]!;
        if (value === 0) continue;
        const { region, partner, industry, mode } = place;
        const unit = unitOf(effect);
        yield [scenario.id, policy.name, policy.kind, effect.lever, year, region, partner, industry, mode, value, unit];
      }
    }
    yield* costRows(scenario.id, policy.name, policy.kind, policy.cost, plan, economy.currency);
  }
  yield* costRows(scenario.id, null, 'coordination', compiled.coordinationCost, plan, economy.currency);
}

/** A plan for a terminal: what each policy does to the levers by year, what all of it costs, and the parameters it runs with. */
export function planText(planned: PlannedScenario, layout: Layout): string {
  const { scenario, economy, compiled } = planned;
  const { plan } = compiled;
  const first = plan.years[0]!;
  const title = `Plan of ${scenario.id}: ${scenario.title}, ${first} to ${plan.years.at(-1)!}; ${economy.title}${economy.table === null ? '' : ` (table ${economy.table})`}`;
  const tables = [...planTables(planned), parameterTable(plan)];
  const none = compiled.policies.length === 0 ? '\nNo policies: the projection is its reference path.\n' : '';
  return [
    `${wrapWords(printable(title), layout.width).join('\n')}\n${none}`,
    ...tables.map((table) => renderTextTable(table, layout)),
  ].join('\n');
}

/** What each policy does to the levers by year, then what all of it costs; no table where there is no policy. */
export function planTables(planned: PlannedScenario): TextTable[] {
  const { policies } = planned.compiled;
  const links = plannedLinks(planned);
  return policies.length === 0
    ? []
    : [...policies.map((policy) => policyTable(policy, planned, links)), costTable(planned)];
}

interface Place {
  readonly region: string | null;
  readonly partner: string | null;
  readonly industry: string | null;
  readonly mode: string | null;
}

function plannedLinks({ economy, scenario }: PlannedScenario): readonly PlanLink[] {
  return extendNetwork(economy, scenario.policies)?.links ?? [];
}

function placeOf(effect: Effect, plan: Plan, links: readonly PlanLink[]): Place {
  const place: Place = { region: null, partner: null, industry: null, mode: null };
  switch (effect.lever) {
    case 'push':
    case 'spill':
      return { ...place, region: plan.regions[effect.region]!, industry: plan.industries[effect.industry]! };
    case 'land':
      return { ...place, region: plan.regions[effect.region]! };
    case 'barrier':
      return { ...place, region: plan.regions[effect.a]!, partner: plan.regions[effect.b]! };
    case 'distance': {
      const link = links[effect.link]!;
      return { ...place, region: link.from, partner: link.to, mode: link.mode };
    }
  }
}

function unitOf({ lever }: Effect): string {
  return lever === 'barrier' || lever === 'distance' ? 'part cut' : 'log points';
}

function* costRows(id: string, policy: string | null, kind: string, cost: Float64Array, plan: Plan, currency: string) {
  for (const [y, year] of plan.years.entries()) {
    if (cost[y] !== 0) yield [id, policy, kind, 'cost', year, null, null, null, null, cost[y]!, currency];
  }
}

function yearColumns(plan: Plan): TextColumn[] {
  return plan.years.map((year) => ({ heading: String(year), align: 'right', series: true }));
}

/** One row a lever and place; pushes on several industries of a region share one, with their mean. */
function policyTable(
  policy: CompiledPolicy,
  { compiled, economy }: PlannedScenario,
  links: readonly PlanLink[],
): TextTable {
  const { plan } = compiled;
  const groups = new Map<string, Effect[]>();
  for (const effect of policy.effects) {
    const { region, partner, mode } = placeOf(effect, plan, links);
    const where = [partner === null ? region : `${region}–${partner}`, mode].filter((part) => part !== null).join(', ');
    const key = JSON.stringify([leverName(effect, economy), where]);
    groups.set(key, [...(groups.get(key) ?? []), effect]);
  }
  const rows = [...groups].map(([key, effects]) => {
    const [lever, where] = JSON.parse(key) as [string, string];
    const one = effects[0]!;
    // Several effects may move one cell, as a merger's gain and the dip of its first year do: they add up, and only cells are averaged.
    const pushed = [...new Set(effects.flatMap((effect) => ('industry' in effect ? [effect.industry] : [])))];
    const industries = pushed.length > 1 ? `${pushed.length} industries` : (plan.industries[pushed[0] ?? -1] ?? '');
    const cellCount = Math.max(1, pushed.length);
    const percent = one.lever === 'barrier' || one.lever === 'distance';
    const values = plan.years.map(
      (_, y) => effects.reduce((sum, effect) => sum + effect.amount * effect.profile[y]!, 0) / cellCount,
    );
    const cells = values.map((value) => (percent ? formatSigned(-value * 100, 1) : formatSigned(value, 4)));
    return [
      lever,
      where,
      industries,
      percent ? '%' : 'log points',
      ...cells.map((text) => (/[1-9]/.test(text) ? text : '·')),
    ];
  });
  const total = policy.cost.reduce((sum, cost) => sum + cost, 0);
  return {
    title: `${policy.name} (${policy.kind}); cost in all, undiscounted: ${formatNumber(total)} (${economy.currency})`,
    columns: [
      { heading: 'lever' },
      { heading: 'where' },
      { heading: 'industries' },
      { heading: 'unit' },
      ...yearColumns(plan),
    ],
    rows: rows.length === 0 ? [['none']] : rows,
    keys: 4,
    ...(rows.some(([, , industries]) => / industries$/.test(industries ?? ''))
      ? { notes: ['Of several industries the mean is shown; --format csv gives each.'] }
      : {}),
  };
}

function leverName(effect: Effect, economy: Economy): string {
  switch (effect.lever) {
    case 'push':
      return effect.moved ? 'capacity moved' : 'push';
    case 'spill':
      return 'shared push';
    case 'distance':
      return `length (${economy.distance})`;
    default:
      return effect.lever;
  }
}

function costTable({ economy, compiled }: PlannedScenario): TextTable {
  const { plan, policies, coordinationCost } = compiled;
  const series = [
    ...policies.map(({ name, cost }) => [name, cost] as const),
    ['Coordination itself', coordinationCost] as const,
    ['Total', plan.cost] as const,
  ];
  const width = plan.years.length;
  const cells = formatColumn(
    series.flatMap(([, cost]) => [...cost]),
    4,
  );
  const rows = series.map(([name], k) => [name, ...cells.slice(k * width, (k + 1) * width)]);
  return {
    title: `Cost by year, ${atPrices(economy.currency, economy.prices, `${economy.prices} prices`)}, undiscounted`,
    columns: [{ heading: 'policy' }, ...yearColumns(plan)],
    rows: [...rows.slice(0, -1), 'rule', rows.at(-1)!],
  };
}

function parameterTable(plan: Plan): TextTable {
  const { response, ...plain } = plan.parameters;
  const values = {
    ...plain,
    ...Object.fromEntries(Object.entries(response).map(([stage, value]) => [`response.${stage}`, value])),
  };
  return {
    title: 'Parameters of the growth equation',
    columns: [
      { heading: 'parameter' },
      { heading: 'symbol' },
      { heading: 'value', align: 'right' },
      { heading: 'unit' },
      { heading: 'default' },
    ],
    rows: Object.entries(values).map(([key, value]) => {
      const definition = PARAMETERS[key as ParameterKey];
      return [key, definition.symbol ?? '', formatFixed(value, 3), definition.unit, String(definition.value)];
    }),
  };
}
