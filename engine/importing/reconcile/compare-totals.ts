import { throwMistakes } from '../../mistakes.js';
import { counted, listed } from '../read/counted.js';
import { optionText } from '../read/guess.js';
import { type Constraint, constraintsOf, type PublishedTotal } from './constraints.js';
import type { ReconcileContext, View } from './view.js';

/** Kept figures may miss a published total by this part of it beyond rounding; more is refused. */
const MOST_OFF = 0.02;
/** Difference that still is agreement: one cell revised since. */
const AGREES = 0.001;

/** A published total, compared with the names that add up to it. */
export interface ComparedTotal {
  readonly total: PublishedTotal;
  readonly constraints: readonly Constraint[];
  /** True where kept figures add up to it but for rounding, wherever none of them is missing; also where one is missing everywhere. */
  readonly agrees: boolean;
}

/** Sums of kept and of published figures, and what rounding may make of them. */
interface Miss {
  readonly where: string;
  sum: number;
  published: number;
  slack: number;
}

/**
 * Compares every published total with what is kept of it: for each name of the other axis, for each year, and in all. Where they agree that is
 * said; where kept figures are off by more than 2 % the table is refused, since something is missing or stands twice.
 */
export function compareTotals(
  context: ReconcileContext,
  view: View,
  totals: readonly PublishedTotal[],
  unit: number,
): ComparedTotal[] {
  const { panel } = context;
  const compared = totals.map((total) => {
    const constraints = constraintsOf(panel, view, total);
    const complete = constraints.filter(({ cells }) => cells.every((cell) => !Number.isNaN(view.values[cell]!)));
    const misses = missesOf(context, view, total, complete, unit);
    const worst = misses.reduce((most, each) => (off(each) > off(most) ? each : most), misses[0]!);
    const agrees = complete.length === 0 || misses.every((each) => off(each) <= AGREES);
    return { total, constraints, agrees, worst, compared: complete.length };
  });
  const wrong = compared.filter((each) => each.compared > 0 && off(each.worst) > MOST_OFF);
  throwMistakes(
    wrong.map(({ total, worst }) => ({
      file: panel.file,
      line: 1,
      column: 1,
      message: `what is kept of ${counted(total.parts.length, total.axis, total.axis === 'region' ? 'regions' : 'industries')} adds up to ${shown(worst.sum)}, "${total.name}" is ${shown(worst.published)} ${worst.where}: ${percent(worst)} % ${worst.sum > worst.published ? 'more' : 'less'}`,
      hint: `names missing or standing twice? Mend the table, or accept it: ${optionText('--drop', total.name)}`,
    })),
  );
  sayTotals(context, compared);
  return compared;
}

/** Says which published totals agree with what is kept of them, and by how much the others are off. */
function sayTotals(
  { guesses }: ReconcileContext,
  compared: readonly (ComparedTotal & { readonly worst: Miss; readonly compared: number })[],
): void {
  const checked = compared.filter((each) => each.compared > 0);
  const agreeing = checked.filter(({ agrees }) => agrees);
  const shownTotals = agreeing.map(({ total, compared: count }) => `${total.name} (${count} figures)`);
  if (agreeing.length > 0)
    guesses.note(
      `published totals that were left out agree with what is kept, but for rounding: ${listed(shownTotals, 6)}`,
      {
        about: 'totals',
        howSure: 'said',
      },
    );
  for (const { total, worst } of checked.filter(({ agrees }) => !agrees))
    guesses.note(`"${total.name}" is ${percent(worst)} % from what is kept of it at most (${worst.where})`, {
      about: 'totals',
      option: optionText('--drop', total.name),
    });
}

/** The part of the published figure that is missed beyond what rounding explains. */
function off({ sum, published, slack }: Miss): number {
  const miss = Math.max(0, Math.abs(sum - published) - slack);
  return miss === 0 ? 0 : miss / Math.max(Math.abs(published), Number.MIN_VALUE);
}

function percent({ sum, published }: Miss): string {
  const part = (100 * Math.abs(sum - published)) / Math.abs(published);
  return Number.isFinite(part) ? String(Number(part.toPrecision(2))) : 'over 100';
}

function shown(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/** Misses by name of the other axis, by year and in all. */
function missesOf(
  { panel }: ReconcileContext,
  view: View,
  { axis, parts }: PublishedTotal,
  constraints: readonly Constraint[],
  unit: number,
): Miss[] {
  const others =
    axis === 'region'
      ? view.industries.map((i) => panel.industries.names[i]!)
      : view.regions.map((r) => panel.regions.names[r]!);
  const empty = (where: string): Miss => ({ where, sum: 0, published: 0, slack: 0 });
  const all = empty('in all');
  const byName = others.map((name) => empty(`in ${name}`));
  const byYear = view.years.map((y) => empty(`in ${panel.years[y]}`));
  for (const { cells, published, other, year } of constraints) {
    const sum = cells.reduce((total, cell) => total + view.values[cell]!, 0);
    for (const miss of [all, byName[other]!, byYear[year]!]) {
      miss.sum += sum;
      miss.published += published;
      miss.slack += (unit * (parts.length + 1)) / 2 + 1e-9 * Math.abs(published);
    }
  }
  return [all, ...byYear, ...byName];
}
