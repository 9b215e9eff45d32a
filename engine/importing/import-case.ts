import { combine } from '../calibration/calibrate/belief.js';
import { LONG_RUN_PRIOR, longRunGrowth } from '../calibration/calibrate/long-run.js';
import { LINK_COLUMNS } from '../economy/read-links.js';
import { OUTPUT_COLUMNS } from '../economy/read-outputs.js';
import { REGION_COLUMNS } from '../economy/read-regions.js';
import { knownNames, type Mistake, throwMistakes } from '../mistakes.js';
import { type Doubt, findAggregates, type Remark } from './aggregates.js';
import { baselineText, caseText } from './case-text.js';
import { counted, type Panel, readPanel } from './panel.js';
import { linksFromPlaces, readLinkTable, readRegionTable } from './read-geography.js';
import type { Guess, ImportSettings } from './settings.js';
import { droppedNames, type SettledPanel, settledRows, settlePanel } from './settle.js';
import { type SourceTable, tidyName } from './source-table.js';
import { moneyIn, soundsLikeHeads, soundsLikeValueAdded } from './vocabulary.js';

/** Years a baseline projects. */
const HORIZON = 10;

/** A source table, read, with what in it may be counted twice: for the user to look at before a case is made. */
export interface ReadImport {
  readonly panel: Panel;
  /** Names of the panel that the settings leave out. */
  readonly dropped: readonly string[];
  /** Names of the panel that the settings keep. */
  readonly kept: readonly string[];
  readonly doubts: readonly Doubt[];
  /** Names that are kept but may be sums of others. */
  readonly remarks: readonly Remark[];
}

/** What goes into a case besides its outputs. */
export interface ImportExtras {
  readonly title?: string;
  readonly currency?: string;
  readonly prices?: string;
  readonly regions?: SourceTable;
  readonly links?: SourceTable;
  /** Length of ways over the great circle, where links are made from coordinates. */
  readonly detour: number;
}

/** A table of a case: its header and its rows, which are asked for one by one. */
export interface CaseTableRows {
  readonly header: readonly string[];
  readonly rows: Iterable<readonly (string | number | null)[]>;
}

/** A case as files: texts by name, and tables by name. */
export interface ImportedCase {
  readonly texts: Readonly<Record<string, string>>;
  readonly tables: Readonly<Record<string, CaseTableRows>>;
  readonly settled: SettledPanel;
  readonly guesses: readonly Guess[];
  /** What was left out, each with its reason. */
  readonly leftOut: readonly string[];
  readonly notes: readonly string[];
}

/**
 * Reads a table of somebody's own making and finds what in it may be counted twice. Throws a MistakesError with every mistake of the table, and for
 * names to drop or keep that it does not have.
 */
export function readImport(table: SourceTable, settings: ImportSettings): ReadImport {
  const panel = readPanel(table, settings);
  const mistakes: Mistake[] = [];
  const dropped = namesIn(panel, settings.drop, '--drop', mistakes);
  const kept = namesIn(panel, settings.keep, '--keep', mistakes);
  throwMistakes(mistakes);
  const { doubts, remarks } = findAggregates(panel, new Set(dropped));
  return { panel, dropped, kept, doubts, remarks };
}

/**
 * Makes the files of a case: case.yaml, baseline.yaml, outputs.csv and, where there are tables or coordinates for them, regions.csv and links.csv.
 * Throws a MistakesError where the user must decide something, and for mistakes in the tables of regions and links.
 *
 * @param keep names to keep although they look like sums or parts of others, besides those of the settings
 */
export function importCase(
  read: ReadImport,
  settings: ImportSettings,
  extras: ImportExtras,
  keep: readonly string[] = [],
): ImportedCase {
  const { panel, doubts } = read;
  const kept = [...read.kept, ...keep];
  const asked = droppedNames(doubts, kept);
  const settled = settlePanel(panel, [...read.dropped, ...asked], settings);
  const geography = readGeography(settled, extras);
  const leftOut = [...read.dropped.map((name) => `${name}, as told`), ...reasons(doubts, new Set(asked))];
  const remarks = read.remarks.filter(({ name }) => !kept.includes(name)).map(({ text }) => text);
  const notes = [...remarks, ...panel.notes, ...settled.notes, ...geography.notes];
  const title = extras.title ?? titleOf(panel.file);
  const titled = panel.titles.map(moneyIn).find((each) => each !== null) ?? null;
  const currency = extras.currency ?? panel.unit ?? titled;
  const heads = soundsLikeHeads(
    extras.currency ?? [panel.unit, panel.measure, ...panel.titles].filter((each) => each !== null).join(' '),
  );
  const unit = heads
    ? 'heads rather than money, so no prices'
    : currency !== null && currency !== extras.currency && currency !== panel.unit
      ? `"${currency}", as a title says`
      : null;
  const guesses: readonly Guess[] =
    unit === null ? panel.guesses : [...panel.guesses, { about: 'unit', guess: unit, option: '--currency' }];
  const tables: Record<string, CaseTableRows> = {
    'outputs.csv': { header: OUTPUT_COLUMNS.required, rows: settledRows(settled, panel.file) },
  };
  if (geography.regions !== null) tables['regions.csv'] = { header: REGION_COLUMNS.required, rows: geography.regions };
  if (geography.links !== null) tables['links.csv'] = { header: LINK_COLUMNS.required, rows: geography.links };
  const last = settled.years.at(-1)!;
  const caseYaml = caseText({
    title,
    currency,
    prices: extras.prices ?? null,
    measure: panel.measure,
    longRun: expectedLongRun(settled),
    valueAdded: soundsLikeValueAdded([panel.measure, currency, title, ...panel.titles].join(' ')),
    heads,
    source: panel.file,
    size: sizeOf(settled),
    regionsFile: geography.regions !== null,
    linksFile: geography.links !== null,
    places: geography.places,
    guesses,
    leftOut,
    notes,
  });
  return {
    texts: { 'case.yaml': caseYaml, 'baseline.yaml': baselineText(title, last, last + HORIZON) },
    tables,
    settled,
    guesses,
    leftOut,
    notes,
  };
}

/** Growth a year that the figures and the default, which is about another place, make likely together, rounded to a tenth of a percent. */
function expectedLongRun({ years, values }: SettledPanel): number {
  const cells = values.length / years.length;
  const totals = years.map((_, y) => values.subarray(y * cells, (y + 1) * cells).reduce((sum, q) => sum + q, 0));
  return Math.round(1000 * combine(LONG_RUN_PRIOR, longRunGrowth(years, totals, 0)).value) / 1000;
}

/** Regions, industries and years in words. */
export function sizeOf({ regions, industries, years }: SettledPanel): string {
  return `${counted(regions.length, 'region', 'regions')} × ${counted(industries.length, 'industry', 'industries')} × ${years.length} years, ${years[0]}–${years.at(-1)}`;
}

function readGeography(settled: SettledPanel, extras: ImportExtras) {
  const names = { names: settled.regions, codes: settled.regionCodes };
  const facts = extras.regions === undefined ? null : readRegionTable(extras.regions, names);
  const given = extras.links === undefined ? null : readLinkTable(extras.links, names);
  const places = facts?.places ?? null;
  const made =
    given === null && facts?.regions != null && places !== null && places.length > 1
      ? linksFromPlaces(places, extras.detour, extras.regions!.file)
      : null;
  const links = given ?? made;
  return {
    regions: facts?.regions?.rows ?? null,
    links: links === null || links.rows.length === 0 ? null : links.rows,
    places: given?.places ?? [],
    notes: [...(facts?.notes ?? []), ...(links?.notes ?? [])],
  };
}

/** Names of the panel for names or codes as the user writes them; those that are none are mistakes. */
function namesIn(panel: Panel, asked: readonly string[], option: string, mistakes: Mistake[]): string[] {
  const axes = [panel.industries, panel.regions];
  return asked.flatMap((written, index) => {
    const name = tidyName(written);
    const folded = name.toLowerCase();
    const tests = [
      (each: string, _: string) => each === name,
      (_: string, code: string) => code === name,
      (each: string, code: string) => each.toLowerCase() === folded || code.toLowerCase() === folded,
    ];
    for (const test of tests) {
      const found = axes.flatMap((axis) => axis.names.filter((each, k) => test(each, axis.codes[k]!)));
      if (found.length > 0) return found;
    }
    const known = axes.flatMap((axis) => axis.names);
    mistakes.push({
      file: option,
      line: index + 1,
      column: 1,
      message: `no region or industry "${name}"`,
      hint: knownNames(name, known),
    });
    return [];
  });
}

/** Each name left out with its reason; parts that go because their sum is kept, with that. */
function reasons(doubts: readonly Doubt[], dropped: ReadonlySet<string>): string[] {
  const told = new Map<string, string>();
  for (const { drop, instead, reason, name } of doubts) {
    const taken = drop.every((each) => dropped.has(each));
    for (const each of taken ? drop : instead) {
      if (dropped.has(each) && !told.has(each)) told.set(each, taken ? reason : `${name}, which is kept, is ${reason}`);
    }
  }
  return [...told].map(([name, reason]) => `${name}, ${reason}`);
}

function titleOf(file: string): string {
  return file.replace(/\.[a-z0-9]+$/i, '').replace(/[_-]+/g, ' ');
}
