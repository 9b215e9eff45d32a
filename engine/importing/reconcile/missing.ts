import { counted } from '../read/counted.js';
import { originNumber } from './complete-panel.js';
import { dropIncomplete } from './drop-incomplete.js';
import { type ReconcileContext, refuse, type View } from './view.js';

/** More gaps than this part of the cells are not filled without being asked. Judgement. */
const MOST_GAPS = 0.05;
/** More pairs of region and industry without any figure than this part make a wrong guess of columns likelier than a sparse table. Judgement. */
const MOST_ABSENT = 0.5;

/** Fills gaps, sets them to 0 or leaves out their names, as the settings say; many gaps are refused where they say nothing. */
export function fillMissing(context: ReconcileContext, view: View): View {
  const { panel, settings } = context;
  const counts = countMissing(view);
  const { gaps, absent } = counts;
  if (gaps === 0 && absent === 0) return view;
  if (settings.missing === 'drop') return dropIncomplete(context, view);
  if (settings.missing === undefined) refuseMany(context, view, counts);
  const fill = settings.missing !== 'zero';
  const pairs = view.regions.length * view.industries.length;
  for (let pair = 0; pair < pairs; pair++) fillPair(view, panel.years, pair, fill);
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
  const { values, origins, years } = view;
  const pairs = view.regions.length * view.industries.length;
  const yearOf = (y: number) => panelYears[years[y]!]!;
  const known = years.flatMap((_, y) => (Number.isNaN(values[y * pairs + pair]!) ? [] : [y]));
  for (let y = 0; y < years.length; y++) {
    const cell = y * pairs + pair;
    if (!Number.isNaN(values[cell]!)) continue;
    origins[cell] = known.length > 0 && fill ? originNumber('filled') : originNumber('absent');
    if (known.length === 0 || !fill) {
      values[cell] = 0;
      continue;
    }
    const before = known.findLast((each) => each < y);
    const after = known.find((each) => each > y);
    const a = before === undefined ? undefined : values[before * pairs + pair]!;
    const b = after === undefined ? undefined : values[after * pairs + pair]!;
    if (a === undefined || b === undefined) values[cell] = a ?? b ?? 0;
    else {
      const part = (yearOf(y) - yearOf(before!)) / (yearOf(after!) - yearOf(before!));
      // Where one end is not above 0 there is no growth rate, and a straight line is what is left.
      values[cell] = a > 0 && b > 0 ? a * (b / a) ** part : a + (b - a) * part;
    }
  }
}
