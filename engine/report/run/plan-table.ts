import type { Economy } from '../../economy/economy.js';
import type { CompiledPlan } from '../../plan/compile.js';
import { extendNetwork } from '../../plan/links.js';
import type { Effect, PlanLink } from '../../policies/kind.js';
import type { Plan } from '../../projection/plan.js';
import type { Scenario } from '../../scenario/scenario.js';
import { type Column, type DataTable, madeRows, textColumn } from '../data/columns.js';

/** A scenario with the plan compiled from it: all that the tables of a plan need. */
export interface PlannedScenario {
  readonly scenario: Scenario;
  readonly economy: Economy;
  readonly compiled: CompiledPlan;
}

/** An effect of a policy in one year, or a cost in one year. */
interface PlanRow {
  readonly scenario: string;
  /** Null for the cost of coordination itself. */
  readonly policy: string | null;
  readonly kind: string;
  readonly lever: string;
  readonly year: number;
  readonly place: Place;
  readonly value: number;
  readonly unit: string;
}

/** Place that an effect acts on; null where it has no such part. */
interface Place {
  readonly region: string | null;
  readonly partner: string | null;
  readonly industry: string | null;
  readonly mode: string | null;
}

const NOWHERE: Place = { region: null, partner: null, industry: null, mode: null };

const PLAN_COLUMNS: readonly Column<PlanRow>[] = [
  textColumn('scenario', 'id of the scenario', ({ scenario }) => scenario),
  textColumn(
    'policy',
    'name of the policy or event; empty for the cost of coordination itself',
    ({ policy }) => policy,
  ),
  textColumn('kind', 'kind of the policy, or event', ({ kind }) => kind),
  textColumn('lever', 'push, spill, land, barrier, distance, shock or cost', ({ lever }) => lever),
  textColumn('year', 'year in which it acts', ({ year }) => year),
  textColumn('region', 'region, or the one end of a link', ({ place }) => place.region),
  textColumn('partner', 'other region, or the other end of a link', ({ place }) => place.partner),
  textColumn('industry', 'industry that is pushed', ({ place }) => place.industry),
  textColumn('mode', 'mode of the link', ({ place }) => place.mode),
  {
    name: 'value',
    unit: 'as in the column unit',
    meaning:
      'size; for distance and barrier the part by which a length or a barrier is cut, for shock the part of output that changes',
    of: ({ value }) => value,
  },
  textColumn('unit', 'unit of the value', ({ unit }) => unit),
];

/** Every effect of every policy in every year in which there is one, then every cost. */
export function planTable(planned: PlannedScenario): DataTable<PlanRow> {
  return { columns: PLAN_COLUMNS, rows: madeRows(() => planRows(planned)) };
}

function* planRows(planned: PlannedScenario): Generator<PlanRow> {
  const { scenario, economy, compiled } = planned;
  const { plan } = compiled;
  const links = plannedLinks(planned);
  for (const { name, kind, effects, cost } of compiled.policies) {
    const own = { scenario: scenario.id, policy: name, kind };
    for (const effect of effects()) {
      const place = placeOf(effect, plan, links);
      const unit = effect.lever === 'barrier' || effect.lever === 'distance' ? 'part cut' : 'log points';
      for (const [y, year] of plan.years.entries()) {
        const value = effect.amount * effect.profile[y]!;
        if (value !== 0) yield { ...own, lever: effect.lever, year, place, value, unit };
      }
    }
    yield* costRows(own, cost, plan, economy.currency);
  }
  yield* eventRows(planned);
  const coordination = { scenario: scenario.id, policy: null, kind: 'coordination' };
  yield* costRows(coordination, compiled.coordinationCost, plan, economy.currency);
}

/** The change of every cell that an event touches, as a part of its output on the reference path. */
function* eventRows({ scenario, compiled }: PlannedScenario): Generator<PlanRow> {
  const { plan, events } = compiled;
  for (const { name, cells, part } of events) {
    for (const cell of cells) {
      const region = plan.regions[Math.floor(cell / plan.industries.length)]!;
      const place = { ...NOWHERE, region, industry: plan.industries[cell % plan.industries.length]! };
      const own = { scenario: scenario.id, policy: name, kind: 'event', lever: 'shock', place, unit: 'part of output' };
      for (const [y, year] of plan.years.entries()) if (part[y] !== 0) yield { ...own, year, value: part[y]! };
    }
  }
}

function* costRows(
  own: Pick<PlanRow, 'scenario' | 'policy' | 'kind'>,
  cost: Float64Array,
  { years }: Plan,
  currency: string,
): Generator<PlanRow> {
  for (const [y, year] of years.entries()) {
    if (cost[y] !== 0) yield { ...own, lever: 'cost', year, place: NOWHERE, value: cost[y]!, unit: currency };
  }
}

/** Links of the network that a plan's effects refer to, those that policies build included. */
export function plannedLinks({ economy, scenario }: PlannedScenario): readonly PlanLink[] {
  return extendNetwork(economy, scenario.policies)?.links ?? [];
}

/** The place that an effect acts on. */
export function placeOf(effect: Effect, plan: Plan, links: readonly PlanLink[]): Place {
  switch (effect.lever) {
    case 'push':
    case 'spill':
      return { ...NOWHERE, region: plan.regions[effect.region]!, industry: plan.industries[effect.industry]! };
    case 'land':
      return { ...NOWHERE, region: plan.regions[effect.region]! };
    case 'barrier':
      return { ...NOWHERE, region: plan.regions[effect.a]!, partner: plan.regions[effect.b]! };
    case 'distance': {
      const link = links[effect.link]!;
      return { ...NOWHERE, region: link.from, partner: link.to, mode: link.mode };
    }
  }
}
