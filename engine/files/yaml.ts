import type { Mistake, Position } from '../mistakes.js';
import { createLineIndex } from './line-index.js';
import { createMistakeList } from './mistake-list.js';
import { composed, decodeText } from './text.js';
import { type Place, placeRoot } from './yaml-places.js';
import { composeDocument } from './yaml-syntax.js';

/** A YAML or JSON file as plain data that still knows where everything stood. */
export interface YamlDocument {
  readonly file: string;
  /** Plain data: text, numbers, booleans, null, lists, and objects with own keys only; undefined where the text is not YAML. */
  readonly value: unknown;
  readonly mistakes: readonly Mistake[];
  /**
   * Position of a key or value, or of the text of a value inside its quotation marks; for a path that does not exist, the position of
   * its nearest existing ancestor.
   */
  positionOf(path: readonly (string | number)[], what?: Part): Position;
  /** A scalar as written, such as `1e999` where the value is Infinity; undefined where the path leads to no scalar. */
  textOf(path: readonly (string | number)[]): string | undefined;
}

/** The part of an entry whose position is asked for. */
export type Part = 'key' | 'value' | 'text';

/** Limit of a file’s characters: case, scenario and study files are written by hand or by small programs. */
const MAX_CHARACTERS = 1024 * 1024;

/**
 * Reads a YAML 1.2 file (core schema; JSON is YAML too) as plain data with positions, reporting every mistake.
 *
 * Refused: several documents, duplicate keys, keys that are not plain text or numbers, `__proto__` and its like, tags other than the
 * core ones, aliases that expand to very many values or to themselves, nesting deeper than 100. A distribution that a flow mapping has
 * split at its commas is named as such and put together again, so that nothing else is reported of it.
 * The schema decides which numbers may be infinite or absent.
 *
 * @example
 * const document = readYaml('case.yaml', new TextEncoder().encode('window: 6\ntrend: { longRun: 5% }\n'));
 * document.value; // → { window: 6, trend: { longRun: '5%' } }
 * document.positionOf(['trend', 'longRun'], 'value'); // → { file: 'case.yaml', line: 2, column: 19 }
 */
export function readYaml(file: string, bytes: Uint8Array): YamlDocument {
  const decoded = decodeText(file, bytes);
  const text = composed(decoded.text);
  const at = createLineIndex(file, text);
  const failed = (mistakes: readonly Mistake[]): YamlDocument => ({
    file,
    value: undefined,
    mistakes,
    positionOf: () => at(0),
    textOf: () => undefined,
  });
  if (decoded.mistakes.length > 0) return failed(decoded.mistakes);
  const mistakes = createMistakeList(file);
  if (text.length > MAX_CHARACTERS) {
    mistakes.add(at(0), 'the file is larger than 1 MB', 'tables belong in CSV files that the YAML names');
    return failed(mistakes.list());
  }
  const document = composeDocument(text, at, mistakes);
  if (document === undefined) return failed(mistakes.list());
  const root = placeRoot(document.contents, text, at, mistakes);
  return {
    file,
    value: root.value,
    mistakes: mistakes.list(),
    positionOf: (path, what = 'value') => positionIn(root, path, what, at),
    textOf: (path) => placeIn(root, path)?.source,
  };
}

function placeIn(root: Place, path: readonly (string | number)[]): Place | undefined {
  let place: Place | undefined = root;
  for (const step of path) place = place?.children?.get(step);
  return place;
}

function positionIn(root: Place, path: readonly (string | number)[], what: Part, at: (offset: number) => Position) {
  let place = root;
  for (const step of path) {
    const child: Place | undefined = place.children?.get(step);
    if (child === undefined) return at(place.keyAt ?? place.valueAt);
    place = child;
  }
  if (what === 'text') return at(place.textAt ?? place.valueAt);
  return at(what === 'key' ? (place.keyAt ?? place.valueAt) : place.valueAt);
}
