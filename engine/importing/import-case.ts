import { LIMITS } from '../files/limits.js';
import { type Mistake, throwMistakes } from '../mistakes.js';
import { createGuessList, type Guess, guessWords } from './read/guess.js';
import type { ImportSettings } from './read/settings.js';
import type { SourceTable } from './read/source-table.js';
import { applyConcordance } from './recognise/concordance.js';
import { findNames } from './recognise/find-names.js';
import type { Panel } from './recognise/panel.js';
import { readPanel } from './recognise/read-panel.js';
import { renameNames } from './recognise/rename.js';
import { mergeTwins } from './recognise/twins.js';
import { findAggregates } from './reconcile/aggregates.js';
import type { CompletePanel } from './reconcile/complete-panel.js';
import type { Doubt, Remark } from './reconcile/doubt.js';
import { droppedNames, leftOutReasons } from './reconcile/kept-names.js';
import { reconcilePanel } from './reconcile/reconcile-panel.js';
import { keepRests } from './reconcile/rest-of-total.js';
import { type CaseFiles, type ImportExtras, writeCase } from './write/case-files.js';

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
  /** Everything that was guessed so far. */
  readonly guesses: readonly Guess[];
}

/** A case as files, and everything that was guessed on the way. */
export interface ImportedCase extends CaseFiles {
  readonly panel: CompletePanel;
  readonly guesses: readonly Guess[];
  /** Names left out, each with its reason. */
  readonly leftOut: readonly string[];
  readonly notes: readonly string[];
}

/**
 * Reads a table of somebody's own making and finds what in it may be counted twice. Throws a MistakesError with every mistake of the table, and for
 * names to drop or keep that it does not have.
 */
export function readImport(table: SourceTable, settings: ImportSettings): ReadImport {
  refuseWidth(table);
  const guesses = createGuessList(table.guesses);
  const mistakes: Mistake[] = [];
  const renamed = renameNames(readPanel(table, settings, guesses), settings, mistakes);
  throwMistakes(mistakes);
  const merged = mergeTwins(renamed, guesses);
  const panel = settings.map === undefined ? merged : applyConcordance(merged, settings.map, guesses);
  const dropped = findNames(panel, settings.drop, '--drop', mistakes);
  const kept = findNames(panel, settings.keep, '--keep', mistakes);
  throwMistakes(mistakes);
  const { doubts, remarks } = findAggregates(panel, new Set(dropped));
  return { panel, dropped, kept, doubts, remarks, guesses: guesses.list() };
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
  const { doubts } = read;
  const kept = [...read.kept, ...keep];
  const guesses = createGuessList(read.guesses);
  for (const name of read.dropped) guesses.leftOut(name, 'as told');
  const all = droppedNames(doubts, kept);
  const { panel: source, kept: rests } = keepRests(read.panel, doubts, new Set(all), guesses);
  const asked = all.filter((name) => !rests.includes(name));
  for (const [name, reason] of leftOutReasons(doubts, new Set(asked))) guesses.leftOut(name, reason);
  for (const { name, text } of read.remarks) if (!kept.includes(name)) guesses.note(text, { about: name });
  const panel = reconcilePanel({ panel: source, settings, guesses }, [...read.dropped, ...asked], doubts);
  const files = writeCase(source, panel, extras, guesses);
  const of = (kind: Guess['kind']) =>
    guesses
      .list()
      .filter((each) => each.kind === kind)
      .map(guessWords);
  return { ...files, panel, guesses: guesses.list(), leftOut: of('left out'), notes: of('note') };
}

/** Throws for a table of more columns than anybody's: each of them is compared with others. */
function refuseWidth({ file, rows }: SourceTable): void {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (width <= LIMITS.columns) return;
  const hint = `at most ${LIMITS.columns}; write it as a table of regions, industries and years under one another`;
  throwMistakes([{ file, line: 1, column: 1, message: `${width} columns`, hint }]);
}
