import { dirname, join } from '../files/paths.js';
import { openFile, type ReadFile } from '../files/read-file.js';
import type { TableColumns } from '../files/table.js';
import { validate } from '../files/validate.js';
import { readYaml, type YamlDocument } from '../files/yaml.js';
import { knownNames, type Mistake, MistakesError, throwMistakes } from '../mistakes.js';
import {
  type CaseFile,
  caseSchema,
  caseShape,
  DEFAULT_TIE_EXPONENT,
  DEFAULT_VALUE_ADDED_SHARE,
  DEFAULT_WINDOW,
  rateOf,
} from './case-schema.js';
import { type CaseTable, openTable } from './case-table.js';
import type { Economy, PairBarrier, RegionFacts } from './economy.js';
import type { Network } from './network.js';
import { BARRIER_COLUMNS, readBarriers } from './read-barriers.js';
import { HIGHER_LEVEL_COLUMNS, type HigherLevel, readHigherLevel } from './read-higher-level.js';
import { LINK_COLUMNS, readLinks } from './read-links.js';
import { type ObservedOutputs, OUTPUT_COLUMNS, readOutputs } from './read-outputs.js';
import { REGION_COLUMNS, readRegions } from './read-regions.js';

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

/** What a scenario or the command line may set over the case file. */
export interface CaseOptions {
  /** Which of the case's output tables. */
  readonly table?: string;
  /** Years the agglomeration index looks back. */
  readonly window?: number;
}

/**
 * Reads a case file and the tables it names, whose paths are seen from its folder, and checks all of them together.
 *
 * Throws a MistakesError with every mistake of every file. What is odd but usable is in `economy.notes`.
 *
 * @param read how files are read; see `ReadFile`.
 */
export function parseCase(read: ReadFile, path: string, options: CaseOptions = {}): ParsedCase {
  const opened = openFile(read, path, { file: path, line: 1, column: 1 });
  if ('mistake' in opened) throw new MistakesError([opened.mistake]);
  const document = readYaml(path, opened.bytes);
  const named = caseOfScenario(document);
  if (named !== null)
    throw new MistakesError([
      {
        ...document.positionOf([]),
        message: 'this is a scenario, not a case',
        hint: `the case that it names: ${named}`,
      },
    ]);
  const checked = validate(document, caseSchema);
  const mistakes: Mistake[] = [...document.mistakes, ...checked.mistakes];
  if (typeof document.value !== 'object' || document.value === null) throw new MistakesError(mistakes);

  const fields = readableFields(document);
  const files = new Set([path]);
  const tables: CaseTable[] = [];
  /** Opens a table named at a place of the case file. */
  const open = (name: string, at: readonly string[], columns: TableColumns): CaseTable | undefined => {
    const file = join(dirname(path), name);
    const table = openFile(read, file, document.positionOf(at));
    if ('mistake' in table) {
      mistakes.push(table.mistake);
      return undefined;
    }
    files.add(file);
    const source = openTable(file, table.bytes, columns);
    tables.push(source);
    return source;
  };

  const chosen = chooseTable(document, fields, options.table, mistakes);
  const outputs = chosen && open(chosen.file, chosen.at, OUTPUT_COLUMNS);
  const observed = outputs && readOutputs(outputs);
  const places = checkPlaces(document, fields.places ?? [], observed?.regions ?? [], mistakes);
  const measure = fields.distance ?? 'km';
  const reference = fields.higherLevelRegion ?? 'sum';

  const regionTable = fields.regions === undefined ? undefined : open(fields.regions, ['regions'], REGION_COLUMNS);
  const linkTable = fields.links === undefined ? undefined : open(fields.links, ['links'], LINK_COLUMNS);
  const barrierTable = fields.barriers === undefined ? undefined : open(fields.barriers, ['barriers'], BARRIER_COLUMNS);
  const referenceTable = reference === 'sum' ? undefined : open(reference, ['higherLevelRegion'], HIGHER_LEVEL_COLUMNS);

  // What other tables may name is known only once the outputs are read.
  const facts = observed && regionTable ? readRegions(regionTable, observed.regions) : null;
  const network = observed && linkTable ? readLinks(linkTable, observed.regions, places, measure) : null;
  const barriers = observed && barrierTable ? readBarriers(barrierTable, observed.regions) : [];
  const higherLevel = observed && referenceTable ? readHigherLevel(referenceTable, observed) : null;

  for (const source of tables) mistakes.push(...source.mistakes.list());
  throwMistakes(mistakes);
  const file = checked.value!;
  const economy = assemble(file, options, chosen!.name, observed!, { facts, network, barriers, higherLevel });
  return { economy, document, file, tables: tableNames(file.outputs), files: [...files] };
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

interface ChosenTable {
  /** Null where the case has only one table. */
  readonly name: string | null;
  readonly file: string;
  /** Path in the case file of the name of the file. */
  readonly at: readonly string[];
}

function chooseTable(
  document: YamlDocument,
  fields: Partial<CaseFile>,
  wanted: string | undefined,
  mistakes: Mistake[],
): ChosenTable | undefined {
  const { outputs } = fields;
  if (outputs === undefined) return undefined;
  const name = wanted ?? fields.table;
  const at = document.positionOf(wanted === undefined && fields.table !== undefined ? ['table'] : ['outputs']);
  if (typeof outputs === 'string') {
    if (name === undefined) return { name: null, file: outputs, at: ['outputs'] };
    const hint = 'leave "table" out, or name the tables under outputs';
    mistakes.push({ ...at, message: `no table "${name}": the case has only one`, hint });
    return undefined;
  }
  const names = tableNames(outputs);
  if (names.length === 0) mistakes.push({ ...at, message: 'outputs names no table' });
  else if (name === undefined && names.length > 1) {
    mistakes.push({ ...at, message: 'several tables and none chosen', hint: `add a line such as table: ${names[0]}` });
  } else if (name !== undefined && !names.includes(name)) {
    mistakes.push({ ...at, message: `unknown table "${name}"`, hint: knownNames(name, names) });
  } else {
    const chosen = name ?? names[0]!;
    return { name: chosen, file: outputs[chosen]!, at: ['outputs', chosen] };
  }
  return undefined;
}

function tableNames(outputs: CaseFile['outputs']): readonly string[] {
  return typeof outputs === 'string' ? [] : Object.keys(outputs);
}

/** The places that are no region and stand once; the others are mistakes. */
function checkPlaces(
  document: YamlDocument,
  places: readonly string[],
  regions: readonly string[],
  mistakes: Mistake[],
): string[] {
  const seen = new Set<string>();
  places.forEach((place, index) => {
    const at = document.positionOf(['places', index]);
    if (regions.includes(place)) {
      mistakes.push({
        ...at,
        message: `place "${place}" is also a region`,
        hint: 'places have no economy of their own',
      });
    } else if (seen.has(place)) mistakes.push({ ...at, message: `place "${place}" stands twice` });
    else seen.add(place);
  });
  return [...seen];
}

interface Tables {
  readonly facts: RegionFacts | null;
  readonly network: Network | null;
  readonly barriers: readonly PairBarrier[];
  readonly higherLevel: HigherLevel | null;
}

function assemble(
  file: CaseFile,
  options: CaseOptions,
  table: string | null,
  observed: ObservedOutputs,
  tables: Tables,
): Economy {
  const { facts, network, barriers, higherLevel } = tables;
  const valueAddedShare = rateOf(file.valueAddedShare ?? DEFAULT_VALUE_ADDED_SHARE);
  const noted = { facts, network, places: file.places ?? [], valueAddedShare, regions: observed.regions };
  return {
    title: file.title,
    currency: file.currency,
    prices: file.prices,
    table,
    regions: observed.regions,
    industries: observed.industries,
    years: observed.years,
    outputs: observed.outputs,
    higherLevel: higherLevel?.outputs ?? null,
    facts,
    network,
    barriers,
    distance: file.distance ?? 'km',
    tieExponent: file.tieExponent ?? DEFAULT_TIE_EXPONENT,
    deflator: rateOf(file.deflator ?? 0),
    valueAddedShare,
    window: options.window ?? file.window ?? DEFAULT_WINDOW,
    notes: [...notesOn(noted), ...observed.notes, ...(higherLevel?.notes ?? [])],
  };
}

interface Noted {
  readonly facts: RegionFacts | null;
  readonly network: Network | null;
  readonly places: readonly string[];
  readonly regions: readonly string[];
  readonly valueAddedShare: number;
}

/** What the reader should know about tables that are absent or leave something open. */
function notesOn({ facts, network, places, regions, valueAddedShare }: Noted): string[] {
  const notes: string[] = [];
  const absent = [...(facts === null ? ['regions'] : []), ...(network === null ? ['links'] : [])];
  if (absent.length > 0) {
    notes.push(`no ${absent.join(' and no ')} table: ties, market access, rivalry and shared pushes are off`);
  }
  const open = facts === null ? regions : regions.filter((_, r) => facts.gdp[r] === null);
  if (open.length > 0) {
    const whose = open.length === regions.length ? 'every region' : open.join(', ');
    notes.push(`no gdp for ${whose}: value added is taken as ${valueAddedShare} of output`);
  }
  if (network !== null) {
    const linked = new Set(network.links.flatMap((link) => [link.from, link.to]));
    const unused = places.filter((_, p) => !linked.has(regions.length + p));
    if (unused.length > 0) notes.push(`places that no link of the case uses: ${unused.join(', ')}`);
  }
  return notes;
}

/** The case that a file names, where it is a scenario: only cases have outputs. */
function caseOfScenario({ value }: YamlDocument): string | null {
  if (typeof value !== 'object' || value === null || Object.hasOwn(value, 'outputs')) return null;
  const named = (value as Readonly<Record<string, unknown>>).case;
  return typeof named === 'string' ? named : null;
}
