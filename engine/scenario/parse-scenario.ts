import type { Economy } from '../economy/economy.js';
import { type ParsedCase, parseCase } from '../economy/parse-case.js';
import { basename, dirname, join, normalise } from '../files/paths.js';
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
import { scenarioSchema } from './scenario-schema.js';
import { readSet, type Setting } from './set.js';

/** Keys that a case may give for its scenarios, and that they override. */
const CASE_KEYS = ['table', 'window', 'years', 'parameters', 'trend', 'noise'] as const;

/** A scenario that can be planned: validated against its case. */
export interface ParsedScenario {
  readonly scenario: Scenario;
  readonly economy: Economy;
  /** Names of the output tables that the case carries; empty where it has only one. */
  readonly tables: readonly string[];
  /** Where each value was written. */
  readonly layers: Layers;
  /** Every file that was read, as opened. */
  readonly files: readonly string[];
  /** What the reader should know, such as channels that are off. */
  readonly notes: readonly string[];
}

/**
 * Parses a scenario file with everything it extends and its case, and lays beliefs and `--set` values over it.
 * Precedence: defaults < case < extended files < the file < beliefs < sets.
 *
 * @param read reads a file's bytes
 * @param file path of the scenario file
 * @param sets `path=value`, later ones winning
 * @param beliefs layers of beliefs, later ones winning
 * @throws MistakesError with every mistake of every file
 */
export async function parseScenario(
  read: ReadFile,
  file: string,
  sets: readonly Setting[] = [],
  beliefs: readonly LayerDocument[] = [],
): Promise<ParsedScenario> {
  const chain = readChain(read, file);
  const own = withSets(withFiles(chain.layers, beliefs), sets);
  if (chain.broken) throw new MistakesError(inOrder([...chain.mistakes, ...own.mistakes]));
  const ownMistakes = [...own.mistakes, ...validate(mergedDocument(own, chain.at), scenarioSchema).mistakes];
  const early = apartFrom(chain.mistakes, ownMistakes);
  const otherwise = chain.casePath === null ? whatItIs(chain.documents) : null;
  if (otherwise !== null) throw new MistakesError([{ ...chain.at, ...otherwise }]);
  if (chain.casePath === null) {
    const message = 'no case: neither this file nor one it extends names one';
    throw new MistakesError(inOrder([...early, { ...chain.at, message, hint: 'case: ./case.yaml' }]));
  }
  const parsed = readCase(read, chain.casePath, chain.caseAt, own, early);
  const layers = withSets(withFiles(caseLayer(parsed), [...chain.documents, ...beliefs]), sets);
  const checked = validate(mergedDocument(layers, chain.at), scenarioSchema);
  const { input, wholePath } = readableInput(layers.value);
  const build = (expressions: ExpressionParser | null): BuiltScenario =>
    buildScenario(input, {
      file: normalise(file),
      economy: parsed.economy,
      expressions,
      at: (path, part) => positionIn(layers, chain.at, wholePath(path), part),
    });
  // The parser of expressions takes half a second to load, so it is loaded only where a number turns out to need it.
  let built = build(null);
  if (built.needsExpressions) built = build(await loadExpressionParser());
  throwMistakes(inOrder(apartFrom(chain.mistakes, [...own.mistakes, ...checked.mistakes, ...built.mistakes])));
  return {
    scenario: built.scenario,
    economy: parsed.economy,
    tables: parsed.tables,
    layers,
    files: [...chain.files, ...parsed.files],
    notes: [...parsed.economy.notes, ...built.notes],
  };
}

/** What a file is that is no scenario: only cases have outputs, only studies futures. Null where nothing tells. */
function whatItIs(documents: readonly YamlDocument[]): Pick<Mistake, 'message' | 'hint'> | null {
  const has = (key: string): boolean => documents.some(({ value }) => isPlain(value) && Object.hasOwn(value, key));
  if (has('outputs')) {
    return {
      message: 'this is a case, not a scenario',
      hint: 'a scenario file that says case: and the path of this file',
    };
  }
  if (has('futures')) {
    return { message: 'this is a study, not a scenario', hint: 'one of the scenarios that its futures name' };
  }
  return null;
}

/** Parses the case with the table and window that the scenario asks for; where it has mistakes, those of the scenario join them. */
function readCase(
  read: ReadFile,
  path: string,
  named: Position,
  own: Layers,
  mistakes: readonly Mistake[],
): ParsedCase {
  const opened = openFile(read, path, named);
  if ('mistake' in opened) throw new MistakesError(inOrder([...mistakes, opened.mistake]));
  const { table, window } = own.value;
  try {
    return parseCase(read, path, {
      ...(typeof table === 'string' ? { table } : {}),
      ...(typeof window === 'number' ? { window } : {}),
    });
  } catch (error) {
    if (!(error instanceof MistakesError) || mistakes.length === 0) throw error;
    throw new MistakesError(inOrder([...mistakes, ...error.mistakes]));
  }
}

/** The mistakes of the text, then those of what it says, except where the text is already found wrong. */
function apartFrom(text: readonly Mistake[], meaning: readonly Mistake[]): Mistake[] {
  const places = new Set(text.map(placeOf));
  return [...text, ...meaning.filter((mistake) => !places.has(placeOf(mistake)))];
}

function placeOf({ file, line, column }: Position): string {
  return JSON.stringify([file, line, column]);
}

/** Mistakes file by file, as first met, each from top to bottom. */
export function inOrder(mistakes: readonly Mistake[]): Mistake[] {
  const files = [...new Set(mistakes.map(({ file }) => file))];
  return mistakes.toSorted(
    (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column,
  );
}

interface Chain {
  /** From the first extended file to the file itself. */
  readonly documents: readonly YamlDocument[];
  readonly layers: Layers;
  readonly casePath: string | null;
  /** Where the case is named. */
  readonly caseAt: Position;
  readonly files: readonly string[];
  /** Mistakes of the texts, and files that cannot be had. */
  readonly mistakes: readonly Mistake[];
  /** Whether so much is missing that what is left says nothing. */
  readonly broken: boolean;
  /** The start of the file itself. */
  readonly at: Position;
}

/** Reads a file and all that it extends, down to one that extends nothing. */
function readChain(read: ReadFile, file: string): Chain {
  const documents: YamlDocument[] = [];
  const files: string[] = [];
  const mistakes: Mistake[] = [];
  let casePath: string | null = null;
  let next: string | null = normalise(file);
  let named: Position = { file: next, line: 1, column: 1 };
  let caseAt = named;
  let broken = false;
  while (next !== null) {
    const path: string = next;
    next = null;
    if (files.includes(path)) {
      const way = [...files.slice(files.indexOf(path)), path].map(basename).join(' → ');
      mistakes.push({
        ...named,
        message: `extends goes round in a circle: ${way}`,
        hint: 'remove one of these extends',
      });
      broken = true;
      break;
    }
    const opened = openFile(read, path, named);
    if ('mistake' in opened) {
      mistakes.push(opened.mistake);
      broken = true;
      break;
    }
    files.push(path);
    const document = readYaml(path, opened.bytes);
    documents.unshift(document);
    mistakes.push(...document.mistakes);
    if (!isPlain(document.value)) {
      broken = true;
      break;
    }
    if (casePath === null && typeof document.value.case === 'string') {
      casePath = join(dirname(path), document.value.case);
      caseAt = document.positionOf(['case'], 'value');
    }
    if (typeof document.value.extends === 'string') {
      next = join(dirname(path), document.value.extends);
      named = document.positionOf(['extends'], 'value');
    }
  }
  const readable = documents.filter((document) => document.value !== undefined);
  return {
    documents,
    layers: withFiles(NO_LAYERS, readable),
    casePath,
    caseAt,
    files,
    mistakes,
    broken,
    at: { file: normalise(file), line: 1, column: 1 },
  };
}

function withFiles(below: Layers, documents: readonly LayerDocument[]): Layers {
  return documents.reduce((layers, document) => addLayer(layers, document), below);
}

/** Each set is read against what the ones before it left, since a policy is found by its name. */
function withSets(below: Layers, sets: readonly Setting[]): Layers {
  let layers = below;
  for (const [k, setting] of sets.entries()) {
    const { text, nth, before } = typeof setting === 'string' ? { text: setting, nth: k + 1, before: 0 } : setting;
    const set = readSet(text, nth, layers.value, before);
    layers =
      'layer' in set ? addLayer(layers, set.layer) : { ...layers, mistakes: [...layers.mistakes, ...set.mistakes] };
  }
  return layers;
}

/** What the case gives its scenarios; its own mistakes were thrown when it was parsed. */
function caseLayer({ document }: ParsedCase): Layers {
  if (!isPlain(document.value)) return NO_LAYERS;
  const given = document.value;
  const value = Object.fromEntries(CASE_KEYS.flatMap((key) => (given[key] === undefined ? [] : [[key, given[key]]])));
  return addLayer(NO_LAYERS, { ...document, value });
}

function mergedDocument(layers: Layers, start: Position): YamlDocument {
  return {
    file: start.file,
    value: layers.value,
    mistakes: [],
    positionOf: (path, part = 'value') => positionIn(layers, start, path, part),
    textOf: () => undefined,
  };
}
