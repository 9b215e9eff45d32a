import { ACCOUNT_COLUMNS } from '../../economy/read-accounts.js';
import { LINK_COLUMNS } from '../../economy/read-links.js';
import { OUTPUT_COLUMNS } from '../../economy/read-outputs.js';
import { REGION_COLUMNS } from '../../economy/read-regions.js';
import { formulaNote } from '../../files/formula-names.js';
import { counted } from '../read/counted.js';
import type { GuessList } from '../read/guess.js';
import type { SourceTable } from '../read/source-table.js';
import { soundsLikeValueAdded } from '../recognise/measure-words.js';
import type { Panel } from '../recognise/panel.js';
import type { CompletePanel } from '../reconcile/complete-panel.js';
import { type AccountTotals, accountRows } from './account-rows.js';
import { baselineText, caseText } from './case-text.js';
import { guessCurrency } from './currency.js';
import { linksFromPlaces, readLinkTable } from './link-rows.js';
import { outputRows } from './output-rows.js';
import { readRegionTable } from './region-rows.js';

/** Years a baseline projects. */
const HORIZON = 10;

/** Contents of a case besides its outputs. */
export interface ImportExtras {
  readonly title?: string;
  readonly currency?: string;
  readonly prices?: string;
  readonly regions?: SourceTable;
  readonly links?: SourceTable;
  /** Totals of what the outputs stand for. */
  readonly accounts?: AccountTotals;
  /** Length of ways over the great circle, where links are made from coordinates. */
  readonly detour: number;
}

/** A table of a case: its header and its rows, which are asked for one by one. */
export interface CaseTableRows {
  readonly header: readonly string[];
  readonly rows: Iterable<readonly (string | number | null)[]>;
}

/** The files of a case: texts by name, and tables by name. */
export interface CaseFiles {
  readonly texts: Readonly<Record<string, string>>;
  readonly tables: Readonly<Record<string, CaseTableRows>>;
}

/** Writes the files of a case. Throws a MistakesError for mistakes in the tables of regions and links. */
export function writeCase(source: Panel, panel: CompletePanel, extras: ImportExtras, guesses: GuessList): CaseFiles {
  const geography = readGeography(panel, extras);
  for (const note of geography.notes) guesses.note(note);
  const formulas = formulaNote([...panel.regions, ...panel.industries]);
  if (formulas !== null) guesses.note(formulas);
  const title = extras.title ?? titleOf(source.file);
  const { currency, heads } = guessCurrency(source, extras.currency, guesses);
  const caseYaml = caseText({
    title,
    currency,
    prices: extras.prices ?? null,
    measure: source.measure,
    valueAdded: soundsLikeValueAdded([source.measure, currency, title, ...source.titles, ...source.about].join(' ; ')),
    heads,
    source: source.file,
    size: sizeOf(panel),
    regionsFile: geography.regions !== null,
    linksFile: geography.links !== null,
    accountsFile: extras.accounts !== undefined,
    places: geography.places,
    guesses: guesses.list(),
  });
  const last = panel.years.at(-1)!;
  const tables: Record<string, CaseTableRows> = {
    'outputs.csv': {
      header: OUTPUT_COLUMNS.required,
      rows: { [Symbol.iterator]: () => outputRows(panel, source.file) },
    },
  };
  if (geography.regions !== null) tables['regions.csv'] = { header: REGION_COLUMNS.required, rows: geography.regions };
  if (geography.links !== null) tables['links.csv'] = { header: LINK_COLUMNS.required, rows: geography.links };
  if (extras.accounts !== undefined) {
    tables['accounts.csv'] = { header: ACCOUNT_COLUMNS.required, rows: accountRows(panel, extras.accounts) };
  }
  return { texts: { 'case.yaml': caseYaml, 'baseline.yaml': baselineText(title, last, last + HORIZON) }, tables };
}

/** Regions, industries and years in words. */
export function sizeOf({ regions, industries, years }: CompletePanel): string {
  return `${counted(regions.length, 'region', 'regions')} × ${counted(industries.length, 'industry', 'industries')} × ${years.length} years, ${years[0]}–${years.at(-1)}`;
}

function readGeography(panel: CompletePanel, extras: ImportExtras) {
  const names = { names: panel.regions, codes: panel.regionCodes };
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

function titleOf(file: string): string {
  return file.replace(/\.[a-z0-9]+$/i, '').replace(/[_-]+/g, ' ');
}
