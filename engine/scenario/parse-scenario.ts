import type { Economy } from '../economy/economy.js';
import { type ParsedCase, parseCase } from '../economy/parse-case.js';
import { basename, dirname, join, normalise } from '../files/paths.js';
import { openFile, type ReadFile } from '../files/read-file.js';
import { validate } from '../files/validate.js';
import { readYaml, type YamlDocument } from '../files/yaml.js';
import { type Mistake, MistakesError, type Position, throwMistakes } from '../mistakes.js';
import { type ExpressionParser, loadExpressionParser } from '../values/expressions.js';
import { type BuiltScenario, buildScenario } from './build-scenario.js';
import { addLayer, isPlain, type Layers, NO_LAYERS, positionIn } from './layers.js';
import type { Scenario } from './scenario.js';
import { scenarioSchema } from './scenario-schema.js';
import { readSet } from './set.js';

/** Keys that a case may give for its scenarios, and that they override. */
const CASE_KEYS = ['table', 'window', 'years', 'parameters', 'trend', 'noise'] as const;

/** A scenario that can be planned: validated against its case. */
export interface ParsedScenario {
  readonly scenario: Scenario;
  readonly economy: Economy;
  /** Where each value was written. */
  readonly layers: Layers;
  /** Every file that was read, as opened. */
  readonly files: readonly string[];
  /** What the reader should know, such as channels that are off. */
  readonly notes: readonly string[];
}

/**
 * Parses a scenario file with everything it extends and its case, and lays `--set` values over it.
 * Precedence: defaults < case < extended files < the file < sets.
 *
 * @param read reads a file's bytes
 * @param file path of the scenario file
 * @param sets `path=value` texts, later ones winning
 * @throws MistakesError with every mistake of every file
 */
export async function parseScenario(
  read: ReadFile,
  file: string,
  sets: readonly string[] = [],
): Promise<ParsedScenario> {
  const chain = readChain(read, file);
  throwMistakes(chain.mistakes);
  const own = withSets(chain.layers, sets);
  const checkedAlone = validate(mergedDocument(own, chain.at), scenarioSchema);
  const mistakes = [...own.mistakes, ...checkedAlone.mistakes];
  if (chain.casePath === null) {
    const message = 'no case: neither this file nor one it extends names one';
    throw new MistakesError([...mistakes, { ...chain.at, message, hint: 'case: ./case.yaml' }]);
  }
  const parsed = readCase(read, chain.casePath, chain.caseAt, own, mistakes);
  const layers = withSets(withFiles(caseLayer(parsed), chain.documents), sets);
  const merged = mergedDocument(layers, chain.at);
  const checked = validate(merged, scenarioSchema);
  throwMistakes(checked.mistakes);
  const build = (expressions: ExpressionParser | null): BuiltScenario =>
    buildScenario(checked.value!, {
      file: normalise(file),
      economy: parsed.economy,
      expressions,
      at: (path, part) => merged.positionOf(path, part),
    });
  // The parser of expressions takes half a second to load, so it is loaded only where a number turns out to need it.
  let built = build(null);
  if (built.needsExpressions) built = build(await loadExpressionParser());
  throwMistakes(built.mistakes);
  return {
    scenario: built.scenario,
    economy: parsed.economy,
    layers,
    files: [...chain.files, ...parsed.files],
    notes: [...parsed.economy.notes, ...built.notes],
  };
}

/** Parses the case with the table and window that the scenario asks for; its mistakes join those of the scenario. */
function readCase(
  read: ReadFile,
  path: string,
  named: Position,
  own: Layers,
  mistakes: readonly Mistake[],
): ParsedCase {
  const opened = openFile(read, path, named);
  if ('mistake' in opened) throw new MistakesError([...mistakes, opened.mistake]);
  const { table, window } = own.value;
  try {
    const parsed = parseCase(read, path, {
      ...(typeof table === 'string' ? { table } : {}),
      ...(typeof window === 'number' ? { window } : {}),
    });
    throwMistakes(mistakes);
    return parsed;
  } catch (error) {
    if (!(error instanceof MistakesError) || mistakes.length === 0 || error.mistakes === mistakes) throw error;
    throw new MistakesError([...mistakes, ...error.mistakes]);
  }
}

interface Chain {
  /** From the first extended file to the file itself. */
  readonly documents: readonly YamlDocument[];
  readonly layers: Layers;
  readonly casePath: string | null;
  /** Where the case is named. */
  readonly caseAt: Position;
  readonly files: readonly string[];
  readonly mistakes: readonly Mistake[];
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
      break;
    }
    const opened = openFile(read, path, named);
    if ('mistake' in opened) {
      mistakes.push(opened.mistake);
      break;
    }
    files.push(path);
    const document = readYaml(path, opened.bytes);
    documents.unshift(document);
    mistakes.push(...document.mistakes);
    if (!isPlain(document.value)) continue;
    if (casePath === null && typeof document.value.case === 'string') {
      casePath = join(dirname(path), document.value.case);
      caseAt = document.positionOf(['case'], 'value');
    }
    if (typeof document.value.extends === 'string') {
      next = join(dirname(path), document.value.extends);
      named = document.positionOf(['extends'], 'value');
    }
  }
  const layers = withFiles(NO_LAYERS, documents);
  return {
    documents,
    layers,
    casePath,
    caseAt,
    files,
    mistakes: [...mistakes, ...(mistakes.length === 0 ? layers.mistakes : [])],
    at: { file: normalise(file), line: 1, column: 1 },
  };
}

function withFiles(below: Layers, documents: readonly YamlDocument[]): Layers {
  return documents.reduce((layers, document) => addLayer(layers, document), below);
}

/** Each set is read against what the ones before it left, since a policy is found by its name. */
function withSets(below: Layers, sets: readonly string[]): Layers {
  let layers = below;
  for (const [k, text] of sets.entries()) {
    const set = readSet(text, k + 1, layers.value);
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
