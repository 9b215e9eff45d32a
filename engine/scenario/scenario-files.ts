import { basename, dirname, join, normalise } from '../files/paths.js';
import { openFile, type ReadFile } from '../files/read-file.js';
import type { YamlDocument } from '../files/yaml.js';
import type { Mistake, Position } from '../mistakes.js';
import { isPlain } from './plain-data.js';

/** A scenario file with every file that it extends. */
export interface ScenarioFiles {
  /** From the first extended file to the file itself. */
  readonly documents: readonly YamlDocument[];
  /** Path of the case; null where no file names one. */
  readonly casePath: string | null;
  /** Position of the name of the case. */
  readonly caseAt: Position;
  /** Paths in the order of reading, the file itself first. */
  readonly files: readonly string[];
  /** Mistakes of the texts, and files that cannot be read. */
  readonly mistakes: readonly Mistake[];
  /** True where a file is missing or has no keys at all, so that checking the rest would mislead. */
  readonly broken: boolean;
  /** Start of the file itself. */
  readonly start: Position;
}

/** Reads the document in the bytes of a file, as `readYaml` does. */
export type DocumentReader = (path: string, bytes: Uint8Array) => YamlDocument;

/** Reads a scenario file and all that it extends, down to a file that extends nothing. */
export function readScenarioFiles(read: ReadFile, file: string, readDocument: DocumentReader): ScenarioFiles {
  const start: Position = { file: normalise(file), line: 1, column: 1 };
  const documents: YamlDocument[] = [];
  const files: string[] = [];
  let next: Reference | null = { path: start.file, at: start };
  let foundCase: Reference | null = null;
  const result = (broken: boolean, unreadable: readonly Mistake[] = []): ScenarioFiles => ({
    documents: documents.toReversed(),
    casePath: foundCase?.path ?? null,
    caseAt: foundCase?.at ?? start,
    files,
    mistakes: [...documents.flatMap(({ mistakes }) => mistakes), ...unreadable],
    broken,
    start,
  });
  while (next !== null) {
    const { path, at }: Reference = next;
    if (files.includes(path)) return result(true, [circle(files, path, at)]);
    const opened = openFile(read, path, at);
    if ('mistake' in opened) return result(true, [opened.mistake]);
    files.push(path);
    const document = readDocument(path, opened.bytes);
    documents.push(document);
    if (!isPlain(document.value)) return result(true);
    foundCase ??= reference(document, 'case');
    next = reference(document, 'extends');
  }
  return result(false);
}

/** The name of a file in another one. */
interface Reference {
  readonly path: string;
  readonly at: Position;
}

function reference(document: YamlDocument, key: 'case' | 'extends'): Reference | null {
  const named = isPlain(document.value) ? document.value[key] : undefined;
  if (typeof named !== 'string') return null;
  return { path: join(dirname(document.file), named), at: document.positionOf([key], 'value') };
}

function circle(files: readonly string[], path: string, at: Position): Mistake {
  const way = [...files.slice(files.indexOf(path)), path].map(basename).join(' → ');
  return { ...at, message: `extends goes round in a circle: ${way}`, hint: 'remove one of these extends' };
}

/**
 * Says which other kind of file was given in place of a scenario, since only cases have outputs and only studies futures; null where
 * neither is found.
 */
export function otherKindOfFile(documents: readonly YamlDocument[]): Pick<Mistake, 'message' | 'hint'> | null {
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
