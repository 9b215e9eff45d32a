import type { Measures } from '../../../projection/measure.js';
import { measureReference } from '../../../projection/measure-reference.js';
import type { ComparisonReport } from '../../comparison/comparison-report.js';
import { formatSignedPercent } from '../../text/number-format.js';
import { type TableMoney, tableMoney } from '../../text/table-money.js';
import type { Paint } from '../drawing/colours.js';
import type { LegendEntry } from '../drawing/figure.js';
import { type Selection, selectShown } from './selection.js';

/** A comparison with what all its figures need. */
export interface View extends ComparisonReport {
  readonly shown: Selection;
  /** Every indicator without policies, one for each future, worked out when first asked for: they differ only where parameters do. */
  readonly without: () => readonly Measures[];
  readonly years: readonly number[];
  readonly regions: readonly string[];
  readonly industries: readonly string[];
  /** Names of the futures as everywhere. */
  readonly names: readonly string[];
  /** The unit that suits some sums of money. */
  readonly money: (values: readonly (number | null)[]) => TableMoney;
  /** As the case writes it. */
  readonly currency: string;
}

/**
 * Prepares a comparison for drawing.
 *
 * @param most futures that get a picture of their own; default three
 */
export function viewOf(report: ComparisonReport, most?: number): View {
  const { futures } = report.comparison;
  const { economy, compiled } = futures[0]!;
  let without: readonly Measures[] | null = null;
  return {
    ...report,
    shown: selectShown(report.comparison, most),
    without: () => (without ??= futures.map(({ projection }) => measureReference(projection))),
    years: compiled.plan.years,
    regions: economy.regions,
    industries: economy.industries,
    names: futures.map((future) => future.scenario.label),
    money: (values) => tableMoney(economy.currency, values),
    currency: economy.currency,
  };
}

/** The colour of a future; one that stands alone has that of the last of two, since it is the one in question. */
export function futureColour({ names }: Pick<View, 'names'>, k: number): (paint: Paint) => string {
  return (paint) => paint.future(names.length === 1 ? 1 : k);
}

/** Legend of the lines of futures, and of the path without policies where it is drawn. */
export function futureLegend(view: View, mark: LegendEntry['mark'], withoutPolicy: boolean): LegendEntry[] {
  const futures = view.names.map((name, k): LegendEntry => ({ name, mark, colour: futureColour(view, k) }));
  const none: LegendEntry = { name: 'no policy', mark: 'dashed', colour: (paint) => paint.noPolicy };
  return withoutPolicy ? [none, ...futures] : futures;
}

/**
 * Writes parts of one as signed percentages, with a second decimal where all of them are small.
 *
 * @example
 * partFormat([0.0004, -0.0011])(0.0004); // → '+0.04%'
 * partFormat([0.04, -0.001])(0.04); // → '+4.0%'
 */
export function partFormat(values: readonly number[]): (value: number) => string {
  const most = values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  return (value) => formatSignedPercent(value, most < 0.005 ? 2 : 1);
}

/** Labels of an axis whose values are parts of one. */
export function percentTick(value: number, decimals: number): string {
  return formatSignedPercent(value, Math.max(0, decimals - 2));
}

/** Words for the difference in question: of a single future to no policy, else of the last to the first. */
export function differenceWords({ names }: View): string {
  return names.length === 1
    ? `what ${names[0]} brings beside no policy`
    : `what ${names.at(-1)} brings more than ${names[0]}`;
}

/** Title of an axis of discounted output. */
export function moneyTitle({ unit }: TableMoney): string {
  return `discounted output, ${unit}`;
}
