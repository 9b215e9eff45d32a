import { pow } from '../../exact-math/index.js';
import { counted } from '../read/counted.js';
import { originNumber } from './complete-panel.js';
import { dropIncomplete } from './drop-incomplete.js';
import { type ReconcileContext, refuse, type View } from './view.js';

/** More gaps than this part of the cells are not filled without being asked. Judgement. */
const MOST_GAPS = 0.05;
/** More pairs of region and industry without any figure than this part make a wrong guess of columns likelier than a sparse table. Judgement. */
const MOST_ABSENT = 0.5;

/**
 * Fills gaps, sets them to 0 or leaves out their names, as the settings say; many gaps are refused where they say nothing.
 *
 * @param renamed names that may be one thing renamed: their gaps become 0, lest it count twice.
 */
export function fillMissing(context: ReconcileContext, view: View, renamed: ReadonlySet<string>): View {
  const { panel, settings } = context;
  const counts = countMissing(view);
  const { gaps, absent } = counts;
  if (gaps === 0 && absent === 0) return view;
  if (settings.missing === 'drop') return dropIncomplete(context, view);
  if (settings.missing === undefined) refuseMany(context, view, counts);
  const fill = settings.missing !== 'zero';
  const pairs = view.regions.length * view.industries.length;
  const apart = (pair: number) => {
    const [r, i] = [
      view.regions[Math.floor(pair / view.industries.length)]!,
      view.industries[pair % view.industries.length]!,
    ];
    return renamed.has(panel.regions.names[r]!) || renamed.has(panel.industries.names[i]!);
  };
  for (let pair = 0; pair < pairs; pair++)
    fillPair(view, panel.years, pair, fill && !(renamed.size > 0 && apart(pair)));
  sayMissing(context, counts, fill);
  return view;
}

/** Missing figures of pairs of region and industry that have some, and pairs that have none. */
interface MissingCounts {
  readonly gaps: number;
  readonly absent: number;
}

function countMissing({ values, regions, industries, years }: View): MissingCounts {
  const pairs = regions.length * industries.length;
  let [gaps, absent] = [0, 0];
  for (let pair = 0; pair < pairs; pair++) {
    let missing = 0;
    for (let y = 0; y < years.length; y++) if (Number.isNaN(values[y * pairs + pair]!)) missing += 1;
    if (missing === years.length) absent += 1;
    else gaps += missing;
  }
  return { gaps, absent };
}

function refuseMany({ panel }: ReconcileContext, view: View, { gaps, absent }: MissingCounts): void {
  const pairs = view.regions.length * view.industries.length;
  const total = pairs * view.years.length;
  const choices =
    'choose: --missing zero, --missing fill (between and beside observed years) or --missing drop (names and years with gaps)';
  if (gaps > MOST_GAPS * total) refuse(panel, `${gaps} of ${total} figures are missing`, choices);
  if (absent > MOST_ABSENT * pairs)
    refuse(
      panel,
      `${absent} of ${pairs} pairs of region and industry have no figure in any year`,
      `are the columns the right ones? If so, ${choices}`,
    );
}

function sayMissing({ guesses }: ReconcileContext, { gaps, absent }: MissingCounts, fill: boolean): void {
  if (absent > 0)
    guesses.note(
      `${counted(absent, 'pair', 'pairs')} of region and industry without any figure: set to 0, status estimated`,
    );
  if (gaps === 0) return;
  const figures = counted(gaps, 'missing figure', 'missing figures');
  guesses.note(
    fill
      ? `${figures} filled in at constant growth between observed years, held level before the first and after the last, status estimated`
      : `${figures} set to 0, status estimated`,
  );
}

/** Fills one pair of region and industry over the years. */
function fillPair(view: View, panelYears: readonly number[], pair: number, fill: boolean): void {
  const { values, origins } = view;
  const pairs = view.regions.length * view.industries.length;
  const years = view.years.map((y) => panelYears[y]!);
  const own = Float64Array.from(years, (_, y) => values[y * pairs + pair]!);
  for (let y = 0; y < years.length; y++) {
    if (!Number.isNaN(own[y]!)) continue;
    const between = fill ? growthBetween(own, years, 0, 1, y) : undefined;
    origins[y * pairs + pair] = originNumber(between === undefined ? 'absent' : 'filled');
    values[y * pairs + pair] = between ?? 0;
  }
}

/**
 * The figure of a year at constant growth between the observed years around it, that of the nearest where there is only one; undefined without any.
 *
 * @param values figures of years in steps of `step`, beginning at `first`; NaN where there is none.
 *
 * @example
 * growthBetween([2, Number.NaN, 8], [2010, 2011, 2012], 0, 1, 1); // → 4
 */
export function growthBetween(
  values: ArrayLike<number>,
  years: readonly number[],
  first: number,
  step: number,
  year: number,
): number | undefined {
  const at = (y: number) => values[first + y * step]!;
  let [before, after] = [year, year];
  while (before >= 0 && Number.isNaN(at(before))) before -= 1;
  while (after < years.length && Number.isNaN(at(after))) after += 1;
  const a = before < 0 ? undefined : at(before);
  const b = after >= years.length ? undefined : at(after);
  if (a === undefined || b === undefined) return a ?? b;
  if (before === after) return a;
  const part = (years[year]! - years[before]!) / (years[after]! - years[before]!);
  // A straight line joins ends of which one is not above 0, since they have no growth rate.
  return a > 0 && b > 0 ? a * pow(b / a, part) : a + (b - a) * part;
}
