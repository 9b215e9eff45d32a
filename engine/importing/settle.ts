import { type Mistake, throwMistakes } from '../mistakes.js';
import type { Doubt } from './aggregates.js';
import { counted, type Panel } from './panel.js';
import type { ImportSettings } from './settings.js';

/** How a figure of the case came to be: as printed, or filled in. */
const ORIGINS = ['published', 'flagged', 'filled', 'absent', 'negative'] as const;
export type Origin = (typeof ORIGINS)[number];

/** A panel without totals and gaps: every region has a figure of 0 or more for every industry and year. */
export interface SettledPanel {
  readonly regions: readonly string[];
  readonly regionCodes: readonly string[];
  readonly industries: readonly string[];
  readonly years: readonly number[];
  /** Years × regions × industries. */
  readonly values: Float64Array;
  /** Index into `ORIGINS` of each figure. */
  readonly origins: Uint8Array;
  readonly notes: readonly string[];
}

const PUBLISHED = ORIGINS.indexOf('published');
const FLAGGED = ORIGINS.indexOf('flagged');
const FILLED = ORIGINS.indexOf('filled');
const ABSENT = ORIGINS.indexOf('absent');
const NEGATIVE = ORIGINS.indexOf('negative');

/** More gaps than this part of the cells are not filled without being asked. Judgement. */
const MOST_GAPS = 0.05;
/** More pairs of region and industry without any figure than this part make a wrong guess of columns likelier than a sparse table. Judgement. */
const MOST_ABSENT = 0.5;
/** Negative figures beyond this part of all output mean that the table holds changes or balances rather than output. Judgement. */
const MOST_NEGATIVE = 0.01;
/** A total that grows or falls by more than this factor in a year is named as a possible break. Judgement. */
const BREAK = 1.5;

/**
 * Makes a panel fit for a case: leaves out totals, fills or leaves out gaps, replaces negative figures, leaves out regions without output. Each
 * step is counted in the notes. Throws a MistakesError where the user must decide.
 *
 * @param drops names to leave out, as from `droppedNames`.
 */
export function settlePanel(panel: Panel, drops: readonly string[], settings: ImportSettings): SettledPanel {
  const notes: string[] = [];
  const out = new Set(drops);
  let view = choose(panel, keepAll(panel.regions.names, out), keepAll(panel.industries.names, out), allOf(panel.years));
  refuseEmpty(panel, view);
  view = settleMissing(panel, view, settings, notes);
  refuseEmpty(panel, view);
  settleNegative(panel, view, settings, notes);
  view = leaveOutEmpty(panel, view, notes);
  refuseEmpty(panel, view);
  noteBreaks(panel, view, notes);
  return {
    regions: view.regions.map((r) => panel.regions.names[r]!),
    regionCodes: view.regions.map((r) => panel.regions.codes[r]!),
    industries: view.industries.map((i) => panel.industries.names[i]!),
    years: view.years.map((y) => panel.years[y]!),
    values: view.values,
    origins: view.origins,
    notes,
  };
}

/**
 * The names that are left out, given what the user keeps. Of a sum that is kept its parts go. Keeping both a sum and one of its parts is a mistake.
 *
 * @example
 * const total = { axis: 'industry', name: 'Total', reason: 'the sum of all', drop: ['Total'], instead: ['Cars', 'Food'] };
 * droppedNames([total], []); // → ['Total']
 * droppedNames([total], ['Total']); // → ['Cars', 'Food']
 */
export function droppedNames(doubts: readonly Doubt[], keep: readonly string[]): string[] {
  const kept = new Set(keep);
  const dropped = new Set<string>();
  const mistakes: Mistake[] = [];
  const refuseBoth = (name: string, other: string, reason: string) =>
    mistakes.push({
      file: '--keep',
      line: 1,
      column: 1,
      message: `${name} and ${other} cannot both be kept: ${name} is ${reason}`,
      hint: 'figures would be added in twice',
    });
  const keptSums: Doubt[] = [];
  for (const doubt of doubts) {
    const { drop, instead, name, reason } = doubt;
    const keeps = drop.some((each) => kept.has(each));
    const part = keeps ? instead.find((each) => kept.has(each)) : undefined;
    if (part !== undefined) refuseBoth(name, part, reason);
    else if (keeps && instead.length > 1) {
      const other = keptSums.find((each) => each.instead.some((own) => instead.includes(own)));
      if (other !== undefined) refuseBoth(name, other.name, reason);
      keptSums.push(doubt);
    }
    for (const each of keeps ? instead : drop) dropped.add(each);
  }
  throwMistakes(mistakes);
  return [...dropped];
}

interface View {
  readonly regions: readonly number[];
  readonly industries: readonly number[];
  readonly years: readonly number[];
  readonly values: Float64Array;
  readonly origins: Uint8Array;
}

function keepAll(names: readonly string[], out: ReadonlySet<string>): number[] {
  return names.flatMap((name, k) => (out.has(name) ? [] : [k]));
}

function allOf(items: readonly unknown[]): number[] {
  return items.map((_, k) => k);
}

function choose(
  panel: Panel,
  regions: readonly number[],
  industries: readonly number[],
  years: readonly number[],
): View {
  const [R, I] = [panel.regions.names.length, panel.industries.names.length];
  const size = regions.length * industries.length * years.length;
  const values = new Float64Array(size);
  const origins = new Uint8Array(size);
  let cell = 0;
  for (const y of years) {
    for (const r of regions) {
      for (const i of industries) {
        const from = (y * R + r) * I + i;
        values[cell] = panel.values[from]!;
        origins[cell] = panel.estimated[from] === 1 ? FLAGGED : PUBLISHED;
        cell += 1;
      }
    }
  }
  return { regions, industries, years, values, origins };
}

function refuse(panel: Panel, message: string, hint: string): never {
  throwMistakes([{ file: panel.file, line: 1, column: 1, message, hint }]);
  throw new Error(message);
}

function refuseEmpty(panel: Panel, view: View): void {
  const left = `${counted(view.regions.length, 'region', 'regions')}, ${counted(view.industries.length, 'industry', 'industries')}, ${counted(view.years.length, 'year', 'years')}`;
  if (view.regions.length === 0 || view.industries.length === 0 || view.years.length < 2)
    refuse(
      panel,
      `too little is left: ${left}`,
      'a case needs regions, industries and two years; see --drop, --keep and --missing',
    );
}

function settleMissing(panel: Panel, view: View, settings: ImportSettings, notes: string[]): View {
  const { values } = view;
  const pairs = view.regions.length * view.industries.length;
  const years = view.years.length;
  let [gaps, absent] = [0, 0];
  for (let pair = 0; pair < pairs; pair++) {
    let missing = 0;
    for (let y = 0; y < years; y++) if (Number.isNaN(values[y * pairs + pair]!)) missing += 1;
    if (missing === years) absent += 1;
    else gaps += missing;
  }
  if (gaps === 0 && absent === 0) return view;
  if (settings.missing === 'drop') return dropIncomplete(panel, view, notes);
  const total = pairs * years;
  if (settings.missing === undefined) {
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
  const fill = settings.missing !== 'zero';
  for (let pair = 0; pair < pairs; pair++) fillPair(view, panel.years, pair, pairs, fill);
  if (absent > 0)
    notes.push(
      `${counted(absent, 'pair', 'pairs')} of region and industry without any figure: set to 0, status estimated`,
    );
  if (gaps > 0)
    notes.push(
      fill
        ? `${counted(gaps, 'missing figure', 'missing figures')} filled in at constant growth between observed years, held level before the first and after the last, status estimated`
        : `${counted(gaps, 'missing figure', 'missing figures')} set to 0, status estimated`,
    );
  return view;
}

function fillPair(view: View, panelYears: readonly number[], pair: number, pairs: number, fill: boolean): void {
  const { values, origins, years } = view;
  const yearOf = (y: number) => panelYears[years[y]!]!;
  const known = years.flatMap((_, y) => (Number.isNaN(values[y * pairs + pair]!) ? [] : [y]));
  for (let y = 0; y < years.length; y++) {
    const cell = y * pairs + pair;
    if (!Number.isNaN(values[cell]!)) continue;
    origins[cell] = known.length > 0 && fill ? FILLED : ABSENT;
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

/** Leaves out, one by one, the region, industry or year with the largest part of its figures missing, until none is. */
function dropIncomplete(panel: Panel, view: View, notes: string[]): View {
  const left = { regions: [...view.regions], industries: [...view.industries], years: [...view.years] };
  const [R, I] = [panel.regions.names.length, panel.industries.names.length];
  const out: string[] = [];
  for (;;) {
    const counts = {
      regions: new Map<number, number>(),
      industries: new Map<number, number>(),
      years: new Map<number, number>(),
    };
    let missing = 0;
    for (const y of left.years) {
      for (const r of left.regions) {
        for (const i of left.industries) {
          if (!Number.isNaN(panel.values[(y * R + r) * I + i]!)) continue;
          missing += 1;
          counts.regions.set(r, (counts.regions.get(r) ?? 0) + 1);
          counts.industries.set(i, (counts.industries.get(i) ?? 0) + 1);
          counts.years.set(y, (counts.years.get(y) ?? 0) + 1);
        }
      }
    }
    if (missing === 0) break;
    const all = left.regions.length * left.industries.length * left.years.length;
    let worst: { axis: keyof typeof left; k: number; share: number } | undefined;
    for (const axis of ['industries', 'regions', 'years'] as const) {
      for (const [k, count] of counts[axis]) {
        const share = (count * left[axis].length) / all;
        if (worst === undefined || share > worst.share) worst = { axis, k, share };
      }
    }
    const { axis, k } = worst!;
    left[axis] = left[axis].filter((each) => each !== k);
    out.push(
      axis === 'regions'
        ? panel.regions.names[k]!
        : axis === 'industries'
          ? panel.industries.names[k]!
          : String(panel.years[k]),
    );
    if (left[axis].length === 0) break;
  }
  notes.push(
    `left out because of missing figures (${out.length}): ${out.slice(0, 12).join(', ')}${out.length > 12 ? ', …' : ''}`,
  );
  return choose(panel, left.regions, left.industries, left.years);
}

function settleNegative(panel: Panel, view: View, settings: ImportSettings, notes: string[]): void {
  const { values, origins } = view;
  let [count, sum, all, worst] = [0, 0, 0, -1];
  for (let cell = 0; cell < values.length; cell++) {
    const value = values[cell]!;
    all += Math.abs(value);
    if (value >= 0) continue;
    count += 1;
    sum -= value;
    if (worst < 0 || value < values[worst]!) worst = cell;
  }
  if (count === 0) return;
  const [r, i, y] = placeOf(view, worst);
  const most = `${values[worst]} in ${panel.regions.names[r]}, ${panel.industries.names[i]}, ${panel.years[y]}`;
  const found = `${counted(count, 'figure', 'figures')} below zero, ${((100 * sum) / all).toPrecision(2)} % of all, the lowest ${most}`;
  if (settings.negative === 'refuse')
    refuse(panel, found, 'output is 0 or more; mend the table, or leave --negative refuse out');
  if (settings.negative === undefined && sum > MOST_NEGATIVE * all)
    refuse(
      panel,
      found,
      'does the table hold changes or balances rather than output? If it is output, --negative zero',
    );
  for (let cell = 0; cell < values.length; cell++) {
    if (values[cell]! >= 0) continue;
    values[cell] = 0;
    origins[cell] = NEGATIVE;
  }
  notes.push(`${found}: set to 0, status estimated`);
}

function placeOf(view: View, cell: number): [region: number, industry: number, year: number] {
  const [R, I] = [view.regions.length, view.industries.length];
  return [view.regions[Math.floor(cell / I) % R]!, view.industries[cell % I]!, view.years[Math.floor(cell / (R * I))]!];
}

/** Regions without any output in some year have no structure in it. */
function leaveOutEmpty(panel: Panel, view: View, notes: string[]): View {
  const [R, I] = [view.regions.length, view.industries.length];
  const empty = view.regions.flatMap((region, r) => {
    const years = view.years.filter((_, y) => {
      const cells = view.values.subarray((y * R + r) * I, (y * R + r + 1) * I);
      return !cells.some((value) => value > 0);
    });
    return years.length === 0 ? [] : [{ r, region, years }];
  });
  noteEmptyIndustries(panel, view, notes);
  if (empty.length === 0) return view;
  const shown = empty.slice(0, 6).map(
    ({ region, years }) =>
      `${panel.regions.names[region]} (${years
        .slice(0, 3)
        .map((y) => panel.years[y])
        .join(', ')}${years.length > 3 ? ', …' : ''})`,
  );
  notes.push(
    `regions left out because they have no output at all in some year: ${shown.join(', ')}${empty.length > 6 ? `, … (${empty.length} in all)` : ''}; see --years`,
  );
  const gone = new Set(empty.map(({ r }) => r));
  const regions = view.regions.filter((_, r) => !gone.has(r));
  const size = regions.length * I * view.years.length;
  const values = new Float64Array(size);
  const origins = new Uint8Array(size);
  let to = 0;
  for (let y = 0; y < view.years.length; y++) {
    for (let r = 0; r < R; r++) {
      if (gone.has(r)) continue;
      const from = (y * R + r) * I;
      values.set(view.values.subarray(from, from + I), to);
      origins.set(view.origins.subarray(from, from + I), to);
      to += I;
    }
  }
  return { ...view, regions, values, origins };
}

function noteEmptyIndustries(panel: Panel, view: View, notes: string[]): void {
  const I = view.industries.length;
  const sums = new Float64Array(I);
  for (let cell = 0; cell < view.values.length; cell++) sums[cell % I]! += view.values[cell]!;
  const empty = view.industries.filter((_, i) => sums[i] === 0).map((i) => panel.industries.names[i]!);
  if (empty.length > 0)
    notes.push(
      `industries without output anywhere, kept (they stay at 0; see --drop): ${empty.slice(0, 8).join(', ')}${empty.length > 8 ? ', …' : ''}`,
    );
}

/** Names jumps that look like a change of definition; nothing is mended, because a jump may be real. */
function noteBreaks(panel: Panel, view: View, notes: string[]): void {
  const [R, I] = [view.regions.length, view.industries.length];
  const totals = (pick: (r: number, i: number) => number, count: number) => {
    const sums = view.years.map(() => new Float64Array(count));
    for (let cell = 0; cell < view.values.length; cell++) {
      const r = Math.floor(cell / I) % R;
      sums[Math.floor(cell / (R * I))]![pick(r, cell % I)]! += view.values[cell]!;
    }
    return sums;
  };
  const found: { readonly text: string; readonly size: number }[] = [];
  const look = (sums: readonly Float64Array[], names: readonly string[], whole: readonly Float64Array[]) => {
    for (let y = 1; y < sums.length; y++) {
      const years = panel.years[view.years[y]!]! - panel.years[view.years[y - 1]!]!;
      for (let k = 0; k < names.length; k++) {
        const [a, b] = [sums[y - 1]![k]!, sums[y]![k]!];
        // Small series jump for many reasons.
        if (!(a > 0 && b > 0) || Math.max(a / whole[y - 1]![0]!, b / whole[y]![0]!) < 0.002) continue;
        const size = Math.abs(Math.log(b / a)) / years;
        if (size <= Math.log(BREAK)) continue;
        const span = `${panel.years[view.years[y - 1]!]}–${panel.years[view.years[y]!]}`;
        found.push({ text: `${names[k]} ${span} (× ${(b / a).toPrecision(2)})`, size });
      }
    }
  };
  const whole = totals(() => 0, 1);
  look(whole, ['the sum of everything'], whole);
  look(
    totals((_, i) => i, I),
    view.industries.map((i) => panel.industries.names[i]!),
    whole,
  );
  look(
    totals((r) => r, R),
    view.regions.map((r) => panel.regions.names[r]!),
    whole,
  );
  if (found.length === 0) return;
  found.sort((a, b) => b.size - a.size);
  const shown = found
    .slice(0, 4)
    .map(({ text }) => text)
    .join('; ');
  notes.push(
    `jumps that may be breaks in the series rather than growth, left as they are (--years keeps one side): ${shown}${found.length > 4 ? `; … (${found.length} in all)` : ''}`,
  );
}

const STATUS: Readonly<Record<Origin, string>> = {
  published: 'published',
  flagged: 'estimated',
  filled: 'estimated',
  absent: 'estimated',
  negative: 'estimated',
};

const SAYS: Readonly<Record<Origin, string>> = {
  published: '',
  flagged: ', flagged as estimated',
  filled: ', missing: filled in',
  absent: ', missing: set to 0',
  negative: ', below zero: set to 0',
};

/** Rows of outputs.csv without the header. */
export function* settledRows(panel: SettledPanel, source: string): Generator<readonly (string | number)[]> {
  const sources = ORIGINS.map((origin) => source + SAYS[origin]);
  let cell = 0;
  for (const year of panel.years) {
    for (const region of panel.regions) {
      for (const industry of panel.industries) {
        const origin = panel.origins[cell]!;
        yield [region, industry, year, panel.values[cell]!, STATUS[ORIGINS[origin]!], sources[origin]!];
        cell += 1;
      }
    }
  }
}
