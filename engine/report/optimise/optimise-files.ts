import type { OptimisedPlan } from '../../optimise/optimisation.js';
import { writtenValue } from '../../optimise/plan-settings.js';
import type { Assignment } from '../../optimise/variables.js';
import { type Column, csvTable, type DataTable, MONEY, textColumn } from '../data/columns.js';
import { jsonText } from '../data/json.js';
import { type OptimiseReport, pickNames } from './optimise-report.js';

/** A plan with the names of the picks that it is. */
interface PlanRow {
  readonly plan: OptimisedPlan;
  readonly picks: string;
}

/** Columns of frontier.csv. */
export const FRONTIER_COLUMNS: readonly Column<PlanRow>[] = [
  textColumn('plan', 'id of the plan: given, greedy (made by hand), or one of the frontier', ({ plan }) => plan.id),
  textColumn('picks', 'names of the picks that it is, joined by spaces', ({ picks }) => picks),
  textColumn('feasible', 'yes where it keeps to all constraints, on the draws too', ({ plan }) =>
    plan.feasible ? 'yes' : 'no',
  ),
  money('cost', 'discounted cost at central values', ({ cost }) => cost),
  money('gain_search', 'discounted output over no policy, as the search judged it', ({ search }) => search.gain),
  money('gain', 'the same, mean of the draws by which plans were picked', ({ draws }) => draws?.mean ?? null),
  money('cvar', 'the same, mean of the worst tenth of these draws', ({ draws }) => draws?.cvar ?? null),
  share(
    'worst',
    'least mean gain of any region, as a share of its discounted output, on these draws',
    ({ draws }) => draws?.worst ?? null,
  ),
  money(
    'fresh_mean',
    'mean gain on fresh draws; only of picks, like all columns from here',
    ({ fresh }) => fresh?.mean ?? null,
  ),
  money('fresh_median', 'median gain on fresh draws', ({ fresh }) => fresh?.median ?? null),
  money('fresh_p10', '10 % of the fresh draws lie below', ({ fresh }) => fresh?.p10 ?? null),
  money('fresh_p90', '90 % of the fresh draws lie below', ({ fresh }) => fresh?.p90 ?? null),
  share('fresh_worst', 'least mean gain of any region on fresh draws', ({ fresh }) => fresh?.worst ?? null),
  share(
    'probability_better',
    'share of the fresh draws in which it brings more than the given plan',
    ({ fresh }) => fresh?.better?.share ?? null,
  ),
];

function money(name: string, meaning: string, of: (plan: OptimisedPlan) => number | null): Column<PlanRow> {
  return { name, unit: MONEY, meaning, of: ({ plan }) => of(plan) };
}

function share(name: string, meaning: string, of: (plan: OptimisedPlan) => number | null): Column<PlanRow> {
  return { name, unit: '1', meaning, of: ({ plan }) => of(plan) };
}

/** Columns of choices.csv. */
export const CHOICE_COLUMNS: readonly Column<{ readonly plan: string; readonly assignment: Assignment }>[] = [
  textColumn('plan', 'id of the plan', ({ plan }) => plan),
  textColumn('policy', 'name of the policy', ({ assignment }) => assignment.policy),
  textColumn('field', 'what is chosen: intensity, start, regions or industries', ({ assignment }) => assignment.field),
  textColumn('value', 'the choice; lists and selections as JSON', ({ assignment }) => {
    const value = writtenValue(assignment);
    return typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value);
  }),
];

/** Every plan that was measured on draws: the given one, the one made by hand, those of the frontier. */
export function frontierTable({ optimisation }: OptimiseReport): DataTable<PlanRow> {
  const { given, greedy, plans } = optimisation;
  return {
    columns: FRONTIER_COLUMNS,
    rows: [given, greedy, ...plans].map((plan) => ({ plan, picks: pickNames(optimisation, plan.id).join(' ') })),
  };
}

/** The files of an optimisation: its frontier, what each plan chooses, and its summary. */
export function optimiseFiles(report: OptimiseReport, summary: unknown): Map<string, Iterable<string>> {
  const { greedy, plans } = report.optimisation;
  const rows = [greedy, ...plans].flatMap(({ id, assignments }) =>
    (assignments ?? []).map((assignment) => ({ plan: id, assignment })),
  );
  return new Map<string, Iterable<string>>([
    ['frontier.csv', csvTable(frontierTable(report))],
    ['choices.csv', csvTable({ columns: CHOICE_COLUMNS, rows })],
    ['summary.json', jsonText(summary)],
  ]);
}
