import { openFile, type ReadFile } from '../files/read-file.js';
import { validate } from '../files/validate.js';
import { readYaml, type YamlDocument } from '../files/yaml.js';
import type { InputOutputTable } from '../input-output/table.js';
import { type Mistake, MistakesError, throwMistakes } from '../mistakes.js';
import { type Contents, createTableOpener, readContents } from './case-contents.js';
import { noteOnNames, notesOn, notesOnAccounts } from './case-notes.js';
import {
  type CaseFile,
  caseSchema,
  caseShape,
  DEFAULT_DELTA,
  DEFAULT_TIE_EXPONENT,
  DEFAULT_VALUE_ADDED_SHARE,
  DEFAULT_WINDOW,
  rateOf,
} from './case-schema.js';
import { chooseTable, tableNames } from './choose-table.js';
import type { Economy } from './economy.js';
import type { InputOutputContents } from './read-input-output.js';
import type { ObservedOutputs } from './read-outputs.js';

/** A case, checked and typed, with what is needed to build scenarios on it. */
export interface ParsedCase {
  readonly economy: Economy;
  /** The case file itself; the scenario layer takes what case and scenario share from it, with positions. */
  readonly document: YamlDocument;
  /** The case file as written, checked. */
  readonly file: CaseFile;
  /** Names of the output tables the case carries; empty where it has only one. */
  readonly tables: readonly string[];
  /** Every file read, as opened, the case file first. */
  readonly files: readonly string[];
}

/** Settings of a scenario or of the command line that go before the case file. */
export interface CaseOptions {
  /** The name of one of the case's output tables. */
  readonly table?: string;
  /** Years the agglomeration index looks back. */
  readonly window?: number;
}

/**
 * Reads a case file and the tables it names, whose paths are seen from its folder, and checks all of them together.
 *
 * Throws a MistakesError with every mistake of every file. Oddities that leave a case usable are in `economy.notes`.
 *
 * @param read how files are read; see `ReadFile`.
 */
export function parseCase(read: ReadFile, path: string, options: CaseOptions = {}): ParsedCase {
  const document = openCase(read, path);
  const checked = validate(document, caseSchema);
  const mistakes: Mistake[] = [...document.mistakes, ...checked.mistakes];
  if (typeof document.value !== 'object' || document.value === null) throw new MistakesError(mistakes);
  const tables = createTableOpener(read, document, mistakes);
  const fields = readableFields(document);
  const chosen = chooseTable(document, fields, options.table, mistakes);
  const contents = readContents(tables, document, fields, chosen, mistakes);
  for (const source of tables.opened) mistakes.push(...source.mistakes.list());
  throwMistakes(mistakes);
  const file = checked.value!;
  return {
    economy: assemble(file, options, chosen!.name, contents.observed!, contents),
    document,
    file,
    tables: tableNames(file.outputs),
    files: [...new Set([path, ...tables.files])],
  };
}

/** The keys of the case that can be read on their own, so that a mistake in one does not hide those in the tables that others name. */
function readableFields(document: YamlDocument): Partial<CaseFile> {
  const value = document.value as Record<string, unknown>;
  const fields: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(caseShape)) {
    const read = Object.hasOwn(value, key) ? schema.safeParse(value[key]) : undefined;
    if (read?.success) fields[key] = read.data;
  }
  return fields as Partial<CaseFile>;
}

/** Opens a case file; throws where it cannot be read or is a scenario. */
function openCase(read: ReadFile, path: string): YamlDocument {
  const opened = openFile(read, path, { file: path, line: 1, column: 1 });
  if ('mistake' in opened) throw new MistakesError([opened.mistake]);
  const document = readYaml(path, opened.bytes);
  const named = caseOfScenario(document);
  if (named === null) return document;
  const message = 'this is a scenario, not a case';
  throw new MistakesError([{ ...document.positionOf([]), message, hint: `the case that it names: ${named}` }]);
}

function assemble(
  file: CaseFile,
  options: CaseOptions,
  table: string | null,
  observed: ObservedOutputs,
  contents: Contents,
): Economy {
  const { facts, network, barriers, accounts, higherLevel, inputOutput, boundaries } = contents;
  const places = contents.places.map(({ name }) => name);
  const valueAddedShare = rateOf(file.valueAddedShare ?? DEFAULT_VALUE_ADDED_SHARE);
  const noted = { facts, network, inputOutput, places, valueAddedShare, regions: observed.regions };
  return {
    title: file.title,
    currency: file.currency,
    prices: file.prices,
    table,
    regions: observed.regions,
    industries: observed.industries,
    years: observed.years,
    outputs: observed.outputs,
    ...(observed.estimated === undefined ? {} : { estimated: observed.estimated }),
    higherLevel: higherLevel?.outputs ?? null,
    facts,
    network,
    ...(contents.places.length === 0 ? {} : { places: contents.places }),
    ...(boundaries === null ? {} : { boundaries: boundaries.boundaries }),
    barriers,
    inputOutput: file.inputOutput && inputOutput ? inputOutputTable(inputOutput, file.inputOutput) : null,
    accounts,
    distance: file.distance ?? 'km',
    tieExponent: file.tieExponent ?? DEFAULT_TIE_EXPONENT,
    deflator: rateOf(file.deflator ?? 0),
    valueAddedShare,
    window: options.window ?? file.window ?? DEFAULT_WINDOW,
    notes: [
      ...notesOn(noted),
      ...noteOnNames([...observed.regions, ...observed.industries, ...places]),
      ...notesOnAccounts(accounts, observed),
      ...observed.notes,
      ...(higherLevel?.notes ?? []),
      ...(boundaries?.notes ?? []),
    ],
  };
}

/** The table with its place in the nation, without what only notes need. */
function inputOutputTable(
  { flows, output, valueAdded }: InputOutputContents,
  { size, delta = DEFAULT_DELTA }: NonNullable<CaseFile['inputOutput']>,
): InputOutputTable {
  return { flows, output, valueAdded, size: rateOf(size), delta };
}

/** The case that a file names, where it is a scenario: only cases have outputs. */
function caseOfScenario({ value }: YamlDocument): string | null {
  if (typeof value !== 'object' || value === null || Object.hasOwn(value, 'outputs')) return null;
  const named = (value as Readonly<Record<string, unknown>>).case;
  return typeof named === 'string' ? named : null;
}
