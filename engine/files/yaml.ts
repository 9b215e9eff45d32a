import {
  Composer,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Pair,
  Parser,
  type YAMLParseError,
} from 'yaml';
import type { Mistake, Position } from '../mistakes.js';
import { hiddenCharacters } from './hidden-characters.js';
import { createLineIndex } from './line-index.js';
import { createMistakeList, type MistakeList } from './mistake-list.js';
import { decodeText } from './text.js';

/** A YAML or JSON file as plain data that still knows where everything stood. */
export interface YamlDocument {
  readonly file: string;
  /** Plain data: text, numbers, booleans, null, lists, and objects with own keys only; undefined where the text is not YAML. */
  readonly value: unknown;
  readonly mistakes: readonly Mistake[];
  /**
   * Where a key or value stands, or the text of a value inside its quotation marks; of a path that does not exist, where its nearest
   * existing ancestor stands.
   */
  positionOf(path: readonly (string | number)[], what?: Part): Position;
  /** A scalar as written, such as `1e999` where the value is Infinity; undefined where the path leads to no scalar. */
  textOf(path: readonly (string | number)[]): string | undefined;
}

/** What of an entry a position is asked for. */
export type Part = 'key' | 'value' | 'text';

/** Case, scenario and study files are written by hand or by small programs; anything larger is not one of them. */
const MAX_CHARACTERS = 1024 * 1024;
/** Deeper nesting than any schema has, and far from what the stack allows. */
const MAX_DEPTH = 100;
/** Values that aliases may add: a bomb of nested aliases passes this at once, a file that repeats its parts never does. */
const MAX_EXPANDED = 100_000;
/** Characters of a key or value: far more than any title, name, note or expression has. */
const LONGEST_TEXT = 10_000;
/** A call with more arguments is not looked for: each entry of a flow collection might start one. */
const MAX_ARGUMENTS = 32;

const UNSAFE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const PLAIN_TAGS: ReadonlySet<string> = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((t) => `tag:yaml.org,2002:${t}`),
);

/**
 * Reads a YAML 1.2 file (core schema; JSON is YAML too) as plain data with positions, reporting every mistake.
 *
 * Refused: several documents, duplicate keys, keys that are not plain text or numbers, `__proto__` and its like, tags other than the
 * core ones, aliases that expand to very many values or to themselves, nesting deeper than 100. A distribution that a flow mapping has
 * split at its commas is named as such and put together again, so that nothing else is reported of it.
 * Whether a number may be infinite or absent is for the schema to say.
 *
 * @example
 * const document = readYaml('case.yaml', new TextEncoder().encode('window: 6\ntrend: { longRun: 5% }\n'));
 * document.value; // → { window: 6, trend: { longRun: '5%' } }
 * document.positionOf(['trend', 'longRun'], 'value'); // → { file: 'case.yaml', line: 2, column: 19 }
 */
export function readYaml(file: string, bytes: Uint8Array): YamlDocument {
  const decoded = decodeText(file, bytes);
  const { text } = decoded;
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
  const root = createReader(text, at, mistakes).read(document.contents, 0);
  return {
    file,
    value: root.value,
    mistakes: mistakes.list(),
    positionOf: (path, what = 'value') => positionIn(root, path, what, at),
    textOf: (path) => placeIn(root, path)?.source,
  };
}

/** The only document of the text, or undefined with mistakes added where its syntax is wrong. */
function composeDocument(
  text: string,
  at: (offset: number) => Position,
  mistakes: MistakeList,
): Document.Parsed | undefined {
  const parser = new Parser();
  const tokens = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    // Composing recurses, and near the end of the stack V8 may abort the process instead of throwing, so depth is checked before.
    if (parser.stack.length > MAX_DEPTH) {
      mistakes.add(at(parser.offset), `nested more than ${MAX_DEPTH} levels deep`);
      return undefined;
    }
  }
  for (const token of parser.end()) tokens.push(token);
  const composer = new Composer({ schema: 'core', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  const documents = [...composer.compose(tokens, true, text.length)];
  const document = documents[0]!;
  const lines = new Set<number>();
  for (const error of [...document.errors].sort((a, b) => a.pos[0] - b.pos[0])) {
    const position = at(Math.min(error.pos[0], text.length));
    // One slip makes the parser complain several times about the same line.
    if (lines.has(position.line)) continue;
    lines.add(position.line);
    const { message, hint } = syntaxMessage(error, text);
    mistakes.add(position, message, hint);
  }
  if (documents[1] !== undefined) {
    mistakes.add(
      at(documents[1].range[0]),
      'a second document starts here',
      'one file holds one document: remove the ---',
    );
  }
  if (lines.size > 0 || documents[1] !== undefined) return undefined;
  if (document.contents === null) {
    mistakes.add(at(0), 'the file holds nothing but comments');
    return undefined;
  }
  return document;
}

function syntaxMessage(error: YAMLParseError, text: string): { message: string; hint?: string } {
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return { message: 'a tab indents this line', hint: 'indent with spaces' };
    case 'BLOCK_AS_IMPLICIT_KEY':
      return {
        message: 'a second key on one line, or a text that holds a colon and a space',
        hint: 'quote the text, or check the indentation of the next line',
      };
    case 'BAD_SCALAR_START':
      return { message: `a text cannot start with ${text[error.pos[0]] ?? 'this character'}`, hint: 'quote it' };
    case 'BAD_ALIAS':
      return { message: 'a text cannot start with * or &', hint: 'quote it' };
    case 'MISSING_CHAR':
      if (error.message.includes('closing')) return { message: 'a quotation mark is opened and never closed' };
      break;
    case 'BAD_INDENT':
      if (error.message.startsWith('Flow')) return { message: 'a { or [ is not closed by its } or ]' };
      break;
    default:
  }
  return { message: `not YAML: ${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}` };
}

/** A value with its place: offsets in the text, and the places of what it holds. */
interface Place {
  value: unknown;
  readonly keyAt: number | undefined;
  readonly valueAt: number;
  /** Where the text of a quoted value starts. */
  readonly textAt?: number;
  readonly source?: string;
  readonly children?: ReadonlyMap<string | number, Place>;
  /** How many values it holds, itself included, with aliases expanded. */
  readonly size: number;
}

/** Turns nodes into plain data, children before parents, in the order of the text, as the meaning of anchors requires. */
function createReader(text: string, at: (offset: number) => Position, mistakes: MistakeList) {
  const anchors = new Map<string, Place | 'open'>();
  let nodes = 0;
  let bombReported = false;

  function read(node: unknown, fallback: number, keyAt?: number): Place {
    nodes += 1;
    const start = startOf(node) ?? fallback;
    const anchor = isMap(node) || isSeq(node) || isScalar(node) ? node.anchor : undefined;
    if (anchor !== undefined) anchors.set(anchor, 'open');
    checkTag(node, start);
    const place = readUntagged(node, start, keyAt);
    if (anchor !== undefined) anchors.set(anchor, place);
    return place;
  }

  function readUntagged(node: unknown, valueAt: number, keyAt: number | undefined): Place {
    if (isAlias(node)) return readAlias(node.source, valueAt, keyAt);
    if (isMap(node)) return readMap(node.items, valueAt, keyAt);
    if (isSeq(node)) return readList(node.items, valueAt, keyAt);
    if (!isScalar(node)) return { value: null, keyAt, valueAt, size: 1 };
    const source = node.source === undefined ? {} : { source: node.source };
    if (typeof node.value === 'string') checkText(node.value, valueAt);
    const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? { textAt: valueAt + 1 } : {};
    return { value: isPlain(node.value) ? node.value : null, keyAt, valueAt, size: 1, ...source, ...quoted };
  }

  /** Aliases share the value they name, already read, so that no bomb is ever expanded. */
  function readAlias(name: string, valueAt: number, keyAt: number | undefined): Place {
    const target = anchors.get(name);
    if (target === undefined || target === 'open') {
      const message =
        target === 'open' ? `alias *${name} stands inside what it names` : `alias *${name} names nothing before it`;
      mistakes.add(at(valueAt), message, `quote it if it is a text that starts with *`);
      return { value: null, keyAt, valueAt, size: 1 };
    }
    return limited({ ...target, keyAt, valueAt });
  }

  function limited(place: Place): Place {
    if (place.size <= MAX_EXPANDED + nodes) return place;
    if (!bombReported) mistakes.add(at(place.valueAt), `aliases add more than ${MAX_EXPANDED} values`);
    bombReported = true;
    return { value: null, keyAt: place.keyAt, valueAt: place.valueAt, size: 1 };
  }

  function readList(items: readonly unknown[], valueAt: number, keyAt: number | undefined): Place {
    const children = new Map<number, Place>();
    const values: unknown[] = [];
    let size = 1;
    for (let i = 0; i < items.length; i++) {
      const split = splitCall(items, i, (item) => item, text);
      const child = split === undefined ? read(items[i], valueAt) : readSplit(split);
      if (split !== undefined) i = split.last;
      children.set(values.length, child);
      values.push(child.value);
      size += child.size;
    }
    return limited({ value: values, keyAt, valueAt, children, size });
  }

  function readMap(items: readonly Pair[], valueAt: number, keyAt: number | undefined): Place {
    const children = new Map<string, Place>();
    const value: Record<string, unknown> = {};
    let size = 1;
    for (let i = 0; i < items.length; i++) {
      const pair = items[i]!;
      const position = startOf(pair.key) ?? valueAt;
      const split = splitCall(
        items,
        i,
        (item, first) => (first ? item.value : item.value === null ? item.key : undefined),
        text,
      );
      const child = split === undefined ? read(pair.value, position, position) : readSplit(split, position);
      if (split !== undefined) i = split.last;
      size += child.size;
      const key = readKey(pair.key, position);
      if (key === undefined) continue;
      const earlier = children.get(key);
      if (earlier !== undefined) {
        const line = at(earlier.keyAt ?? earlier.valueAt).line;
        mistakes.add(at(position), `key "${key}" stands twice`, `first on line ${line}`);
        continue;
      }
      children.set(key, child);
      value[key] = child.value;
    }
    return limited({ value, keyAt, valueAt, children, size });
  }

  /** A key as text; numbers as they are written, since codes such as 220100 may name a region. */
  function readKey(key: unknown, position: number): string | undefined {
    const isName = isScalar(key) && (typeof key.value === 'string' || typeof key.value === 'number');
    if (!isName) {
      mistakes.add(at(position), 'a key must be a text', 'quote it');
      return undefined;
    }
    checkTag(key, position);
    const name = typeof key.value === 'number' ? (key.source ?? String(key.value)) : String(key.value);
    checkText(name, position);
    if (UNSAFE_KEYS.has(name)) {
      mistakes.add(at(position), `"${name}" cannot be a key`, 'rename it');
      return undefined;
    }
    return name;
  }

  function readSplit(split: SplitCall, keyAt?: number): Place {
    mistakes.add(at(split.start), `the commas split ${split.text} into several entries`, `quote it: "${split.text}"`);
    return { value: split.text, keyAt, valueAt: split.start, source: split.text, size: 1 };
  }

  /** Nothing that a file says may steer the terminal that shows it, or take long to look at. */
  function checkText(value: string, position: number): void {
    if (value.length > LONGEST_TEXT)
      mistakes.add(at(position), `a text of ${value.length} characters; at most ${LONGEST_TEXT} can stand in one`);
    const [hidden] = hiddenCharacters(value, true);
    if (hidden !== undefined)
      mistakes.add(at(position), `the hidden character ${hidden.name} stands in this text`, 'remove it');
  }

  function checkTag(node: unknown, position: number): void {
    const tag = isMap(node) || isSeq(node) || isScalar(node) ? node.tag : undefined;
    if (tag === undefined || PLAIN_TAGS.has(tag)) return;
    mistakes.add(at(position), `tag ${tag.replace('tag:yaml.org,2002:', '!!')} is not used here`, 'remove it');
  }

  return { read };
}

interface SplitCall {
  readonly text: string;
  readonly start: number;
  /** Index of the last entry that belongs to it. */
  readonly last: number;
}

/** A call such as `normal(0, 1)` that starts in entry `first` of a flow collection and was split at its commas. */
function splitCall<Item>(
  items: readonly Item[],
  first: number,
  part: (item: Item, first: boolean) => unknown,
  text: string,
): SplitCall | undefined {
  let open = 0;
  let start: number | undefined;
  const end = Math.min(items.length, first + MAX_ARGUMENTS);
  for (let i = first; i < end; i++) {
    const node = part(items[i]!, i === first);
    if (!isScalar(node) || node.type !== 'PLAIN' || node.range == null) return undefined;
    start ??= node.range[0];
    const piece = text.slice(node.range[0], node.range[1]);
    if (i === first && !piece.includes('(')) return undefined;
    for (const character of piece) open += character === '(' ? 1 : character === ')' ? -1 : 0;
    if (open > 0) continue;
    return i === first ? undefined : { text: text.slice(start, node.range[1]).replace(/\s+/g, ' '), start, last: i };
  }
  return undefined;
}

function startOf(node: unknown): number | undefined {
  if (!(isMap(node) || isSeq(node) || isScalar(node) || isAlias(node))) return undefined;
  return node.range?.[0];
}

function isPlain(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
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
