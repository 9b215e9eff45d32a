import type { Economy } from '../economy/economy.js';
import { type CaseOptions, type ParsedCase, parseCase } from '../economy/parse-case.js';
import { addedMistakes, inFileOrder } from '../files/mistake-order.js';
import { openFile, type ReadFile } from '../files/read-file.js';
import { validate } from '../files/validate.js';
import { readYaml, type YamlDocument } from '../files/yaml.js';
import { type Mistake, MistakesError, type Position, throwMistakes } from '../mistakes.js';
import { type ExpressionParser, loadExpressionParser } from '../values/expressions.js';
import { type BuiltScenario, buildScenario } from './build-scenario.js';
import { addLayer, type Layers, NO_LAYERS, positionIn } from './layers.js';
import type { LayerDocument } from './origin-map.js';
import { isPlain } from './plain-data.js';
import { readableInput } from './readable-input.js';
import type { Scenario } from './scenario.js';
import { type DocumentReader, otherKindOfFile, readScenarioFiles, type ScenarioFiles } from './scenario-files.js';
import { scenarioSchema } from './scenario-schema.js';
import { parseSetting, type Setting } from './set.js';

/** Keys that a case may set for its scenarios, which override them. */
const CASE_KEYS = ['table', 'window', 'years', 'parameters', 'trend', 'noise'] as const;

/** A scenario that can be planned: validated against its case. */
export interface ParsedScenario {
  readonly scenario: Scenario;
  readonly economy: Economy;
  /** Names of the output tables that the case carries; empty where it has only one. */
  readonly tables: readonly string[];
  /** Merged values with the position of each. */
  readonly layers: Layers;
  /** Paths of all files that were read, as opened. */
  readonly files: readonly string[];
  /** Remarks for the user, such as channels that are off. */
  readonly notes: readonly string[];
}

/** Parses cases, as {@link parseCase} does. */
export type CaseParser = (path: string, options: CaseOptions) => ParsedCase;

/** Parsers of the files that scenarios are made of. */
export interface FileParsers {
  readonly parseCase: CaseParser;
  readonly readDocument: DocumentReader;
}

/** Parsers that keep what they have parsed, for callers whose files do not change: what several scenarios share is then parsed once. */
export function keepFiles(read: ReadFile): FileParsers {
  const cases = new Map<string, ParsedCase>();
  const documents = new Map<string, YamlDocument>();
  return {
    parseCase(path, options) {
      const key = JSON.stringify([path, options]);
      const parsed = cases.get(key) ?? parseCase(read, path, options);
      cases.set(key, parsed);
      return parsed;
    },
    readDocument(path, bytes) {
      const document = documents.get(path) ?? readYaml(path, bytes);
      documents.set(path, document);
      return document;
    },
  };
}

/** What may be laid over a scenario file, and how its files are parsed: default anew. */
export interface ScenarioOptions extends Partial<FileParsers> {
  /** Layers of beliefs, later ones winning. */
  readonly beliefs?: readonly LayerDocument[];
}

/**
 * Parses a scenario file with everything it extends and its case, and applies beliefs and `--set` values on top.
 * Precedence: defaults < case < extended files < the file < beliefs < sets.
 *
 * @param read reads a file's bytes
 * @param file path of the scenario file
 * @param sets `path=value`, later ones winning
 * @throws MistakesError with every mistake of every file
 */
export async function parseScenario(
  read: ReadFile,
  file: string,
  sets: readonly Setting[] = [],
  {
    beliefs = [],
    parseCase: parser = (path, options) => parseCase(read, path, options),
    readDocument = readYaml,
  }: ScenarioOptions = {},
): Promise<ParsedScenario> {
  const files = readScenarioFiles(read, file, readDocument);
  const own = withSets(withFiles(NO_LAYERS, [...files.documents, ...beliefs]), sets);
  const parsed = parseItsCase(read, files, own, parser);
  const layers = withSets(withFiles(caseLayer(parsed), [...files.documents, ...beliefs]), sets);
  const checked = validate(mergedDocument(layers, files), scenarioSchema);
  const built = await build(parsed.economy, layers, files.start);
  throwMistakes(inFileOrder(addedMistakes(files.mistakes, [...own.mistakes, ...checked.mistakes, ...built.mistakes])));
  return {
    scenario: built.scenario,
    economy: parsed.economy,
    tables: parsed.tables,
    layers,
    files: [...files.files, ...parsed.files],
    notes: [...parsed.economy.notes, ...built.notes],
  };
}

/** Builds the scenario; the parser of expressions takes half a second to load, so it is loaded only where a number needs it. */
async function build(economy: Economy, layers: Layers, start: Position): Promise<BuiltScenario> {
  const { input, wholePath } = readableInput(layers.value);
  const buildWith = (expressions: ExpressionParser | null): BuiltScenario =>
    buildScenario(input, {
      file: start.file,
      economy,
      expressions,
      at: (path, part) => positionIn(layers, start, wholePath(path), part),
    });
  const built = buildWith(null);
  return built.needsExpressions ? buildWith(await loadExpressionParser()) : built;
}

/** The case that the files name. Where there is none, or it has mistakes, those of the scenario are thrown with them. */
function parseItsCase(read: ReadFile, files: ScenarioFiles, own: Layers, parser: CaseParser): ParsedCase {
  if (files.broken) throw new MistakesError(inFileOrder([...files.mistakes, ...own.mistakes]));
  const { mistakes } = validate(mergedDocument(own, files), scenarioSchema);
  const found = addedMistakes(files.mistakes, [...own.mistakes, ...mistakes]);
  if (files.casePath !== null) {
    const { casePath, caseAt } = files;
    return parseNamedCase(
      () => openFile(read, casePath, caseAt),
      (options) => parser(casePath, options),
      own,
      found,
    );
  }
  const otherKind = otherKindOfFile(files.documents);
  if (otherKind !== null) throw new MistakesError([{ ...files.start, ...otherKind }]);
  const message = 'no case: neither this file nor one it extends names one';
  throw new MistakesError(inFileOrder([...found, { ...files.start, message, hint: 'case: ./case.yaml' }]));
}

/** Parses the case with the table and window that the scenario asks for. */
function parseNamedCase(
  open: () => ReturnType<typeof openFile>,
  parse: (options: CaseOptions) => ParsedCase,
  own: Layers,
  mistakes: readonly Mistake[],
): ParsedCase {
  const opened = open();
  if ('mistake' in opened) throw new MistakesError(inFileOrder([...mistakes, opened.mistake]));
  const { table, window } = own.value;
  try {
    return parse({
      ...(typeof table === 'string' ? { table } : {}),
      ...(typeof window === 'number' ? { window } : {}),
    });
  } catch (error) {
    if (!(error instanceof MistakesError) || mistakes.length === 0) throw error;
    throw new MistakesError(inFileOrder([...mistakes, ...error.mistakes]));
  }
}

function withFiles(below: Layers, documents: readonly LayerDocument[]): Layers {
  const readable = documents.filter(({ value }) => value !== undefined);
  return readable.reduce((layers, document) => addLayer(layers, document), below);
}

/** Applies sets one after the other: each finds policies by name among those that the sets before it left. */
function withSets(below: Layers, sets: readonly Setting[]): Layers {
  let layers = below;
  for (const [k, setting] of sets.entries()) {
    const { text, nth, before } = typeof setting === 'string' ? { text: setting, nth: k + 1, before: 0 } : setting;
    const set = parseSetting(text, nth, layers.value, before);
    layers =
      'layer' in set ? addLayer(layers, set.layer) : { ...layers, mistakes: [...layers.mistakes, ...set.mistakes] };
  }
  return layers;
}

/** Values that the case gives its scenarios; its own mistakes were thrown when it was parsed. */
function caseLayer({ document }: ParsedCase): Layers {
  if (!isPlain(document.value)) return NO_LAYERS;
  const given = document.value;
  const value = Object.fromEntries(CASE_KEYS.flatMap((key) => (given[key] === undefined ? [] : [[key, given[key]]])));
  return addLayer(NO_LAYERS, { ...document, value });
}

function mergedDocument(layers: Layers, { start, documents }: ScenarioFiles): YamlDocument {
  const positionOf: YamlDocument['positionOf'] = (path, part = 'value') => positionIn(layers, start, path, part);
  return {
    file: start.file,
    value: layers.value,
    mistakes: [],
    positionOf,
    // As written in the file from which the value comes, where its place there is the same.
    textOf(path) {
      const { file, line, column } = positionOf(path);
      const isThere = (each: YamlDocument) => {
        const at = each.positionOf(path);
        return at.file === file && at.line === line && at.column === column;
      };
      return documents.find(isThere)?.textOf(path);
    },
  };
}
