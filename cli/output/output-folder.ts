import { createHash } from 'node:crypto';
import * as disk from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { FileContent } from '../command.js';
import { EXIT, errorCode, reason, usageError } from '../errors.js';

/** First field of every manifest: what makes a folder an earlier result that may be replaced. */
const MARK = 'tandem result';
/** First field of the manifest of a case made by `tandem new`, which no result replaces. */
const CASE_MARK = 'tandem case';
const MANIFEST = 'manifest.json';
/** Folders of this tool that an interrupted run left behind. */
const ASIDE = '.tandem-';
/** In such a folder: the files of an earlier result on their way out. */
const EARLIER = '.earlier';

/** What a manifest says besides the list of files: nothing that differs between two runs with the same inputs and seed. */
export interface ManifestFacts {
  /** Version of the tool. */
  readonly tandem: string;
  /** The command line after `tandem`, without what leaves the files unchanged. */
  readonly command: readonly string[];
  readonly seed: number | null;
  /** Inputs by path relative to the folder they share. */
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
}

/** Writes bytes to an open file as `fs.writeSync` does; replaced in tests to see what a full disk does. */
export type WriteBytes = (descriptor: number, bytes: Uint8Array) => number;

/** Folders being written at this moment, for whoever must clean up when the process is interrupted. */
export type Unfinished = Set<string>;

/**
 * Checks that a folder can take a result, before anything is computed. Throws a usage error (exit 2) for a folder with files that are not an
 * earlier result's, a file in its place, or a place that cannot be written to.
 */
export function checkOutputFolder(dir: string, option = 'out'): void {
  const folder = resolve(dir);
  refuseForeign(dir, folder, option);
  probe(dir, folder);
}

/** Throws where nothing can be written at a place. */
function probe(dir: string, folder: string): void {
  let existing = folder;
  while (!disk.existsSync(existing) && dirname(existing) !== existing) existing = dirname(existing);
  try {
    disk.rmdirSync(disk.mkdtempSync(join(existing, ASIDE)));
  } catch (error) {
    throw cannotWrite(dir, error);
  }
}

/**
 * Writes a result as a folder, whole or not at all. The files are written and synced aside, in a folder next to (or, where `dir` exists, inside)
 * the one asked for, and take their place only when all of them are on the disk. An earlier result is replaced; if anything fails, it stays as it was.
 * Throws a usage error where the folder cannot take a result, and an Error (exit 1) where writing fails, as on a full disk.
 *
 * @param files by name, without folders; `manifest.json` is added.
 * @returns the names written, in order.
 */
export function writeResult(
  dir: string,
  files: ReadonlyMap<string, FileContent>,
  facts: ManifestFacts,
  write: WriteBytes = disk.writeSync,
  unfinished: Unfinished = new Set(),
): readonly string[] {
  refuseForeign(dir, resolve(dir));
  return writeFolder(dir, files, facts, MARK, write, unfinished);
}

function writeFolder(
  dir: string,
  files: ReadonlyMap<string, FileContent>,
  facts: ManifestFacts,
  mark: string,
  write: WriteBytes,
  unfinished: Unfinished,
): readonly string[] {
  for (const name of files.keys()) {
    if (name === MANIFEST || name === '' || name !== basename(name) || name.startsWith('.'))
      throw new Error(`not a name for a file: ${name}`);
  }
  const folder = resolve(dir);
  const exists = disk.existsSync(folder);
  const parent = exists ? folder : dirname(folder);
  let made: string | undefined;
  let aside: string | undefined;
  try {
    made = disk.mkdirSync(parent, { recursive: true });
    aside = disk.mkdtempSync(join(parent, ASIDE));
    disk.chmodSync(aside, 0o777 & ~process.umask());
    unfinished.add(aside);
    const written = [...files].map(([file, content]) => ({
      file,
      sha256: writeFile(join(aside!, file), content, write),
    }));
    writeFile(join(aside, MANIFEST), manifestText(facts, written, mark), write);
    syncFolder(aside);
    if (exists) moveInto(folder, aside);
    else disk.renameSync(aside, folder);
    syncFolder(parent);
    return [...written.map(({ file }) => file), MANIFEST];
  } catch (error) {
    if (made !== undefined) removeEmpty(parent, made, aside);
    throw cannotWrite(dir, error);
  } finally {
    if (aside !== undefined) {
      disk.rmSync(aside, { recursive: true, force: true });
      unfinished.delete(aside);
    }
  }
}

/**
 * Checks that a folder can take a new case. Throws a usage error for a folder with files, unless a case was made in it by this tool and no file was
 * changed or added since: what somebody has worked on is never overwritten.
 */
export function checkCaseFolder(dir: string): void {
  const folder = resolve(dir);
  if (disk.lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() && disk.readdirSync(folder).length > 0) {
    refuseChanged(dir, folder);
    probe(dir, folder);
  } else checkOutputFolder(dir, '');
}

/**
 * Writes a new case as a folder, whole or not at all, as `writeResult` does. Its manifest is marked as a case's, so that no result ever replaces it,
 * and says by their hashes whether its files are still as they were made.
 */
export function writeCaseFolder(
  dir: string,
  files: ReadonlyMap<string, FileContent>,
  facts: ManifestFacts,
  unfinished: Unfinished = new Set(),
): readonly string[] {
  checkCaseFolder(dir);
  return writeFolder(dir, files, facts, CASE_MARK, disk.writeSync, unfinished);
}

function refuseChanged(dir: string, folder: string): void {
  const made = readManifest(folder, CASE_MARK);
  const entries = disk.readdirSync(folder, { withFileTypes: true });
  const hint = 'Name a folder that does not exist yet or is empty.';
  const shown = (names: readonly string[]) =>
    names.slice(0, 5).join(', ') + (names.length > 5 ? `, … (${names.length} in all)` : '');
  const known = new Map(made?.map(({ file, sha256 }) => [file, sha256]));
  const others = entries.filter(({ name }) => name !== MANIFEST && !known.has(name)).map(({ name }) => name);
  if (made === null || others.length > 0)
    throw usageError(`${dir}: holds files that tandem new did not make: ${shown(others.sort())}`, hint);
  const changed = entries.filter((entry) => {
    if (entry.name === MANIFEST) return false;
    if (!entry.isFile()) return true;
    return (
      createHash('sha256')
        .update(disk.readFileSync(join(folder, entry.name)))
        .digest('hex') !== known.get(entry.name)
    );
  });
  if (changed.length > 0)
    throw usageError(
      `${dir}: changed since tandem new made it: ${shown(changed.map(({ name }) => name).sort())}`,
      hint,
    );
}

/** Replaces one file as a whole or not at all, making its folder where needed. Throws as `writeResult` does. */
export function replaceFile(path: string, text: string, write: WriteBytes = disk.writeSync): void {
  const target = resolve(path);
  const aside = join(dirname(target), `${ASIDE}${basename(target)}`);
  try {
    disk.mkdirSync(dirname(target), { recursive: true });
    writeFile(aside, text, write);
    disk.renameSync(aside, target);
  } catch (error) {
    disk.rmSync(aside, { force: true });
    throw cannotWrite(path, error);
  }
}

/**
 * The names of an earlier result in a folder, or null where there is none. A call that was killed while it moved files into their
 * places has left their manifest in its own folder.
 */
function earlierResult(folder: string, entries: readonly disk.Dirent[]): ReadonlySet<string> | null {
  const asides = entries.flatMap((entry) =>
    entry.isDirectory() && entry.name.startsWith(ASIDE)
      ? [join(folder, entry.name), join(folder, entry.name, EARLIER)]
      : [],
  );
  const found = [folder, ...asides].flatMap((each) => manifestNames(each) ?? []);
  return found.length === 0 ? null : new Set(found);
}

/** The names in a folder's manifest and the manifest's own, or null where it is missing or is not one. */
function manifestNames(folder: string): readonly string[] | null {
  const files = readManifest(folder, MARK);
  return files === null ? null : [...files.map(({ file }) => file), MANIFEST];
}

/** The files that a folder's manifest of a kind lists, or null where it is missing or is not one. */
function readManifest(
  folder: string,
  mark: string,
): readonly { readonly file: string; readonly sha256: string }[] | null {
  let manifest: unknown;
  try {
    manifest = JSON.parse(disk.readFileSync(join(folder, MANIFEST), 'utf8'));
  } catch {
    return null;
  }
  if (typeof manifest !== 'object' || manifest === null || !('kind' in manifest) || manifest.kind !== mark) return null;
  const files = 'files' in manifest && Array.isArray(manifest.files) ? (manifest.files as unknown[]) : [];
  const text = (each: unknown, key: string) =>
    typeof each === 'object' && each !== null && key in each ? String((each as Record<string, unknown>)[key]) : '';
  return files.map((each) => ({ file: text(each, 'file'), sha256: text(each, 'sha256') }));
}

function refuseForeign(dir: string, folder: string, option = 'out'): void {
  const shownDir = option === '' ? dir : `--${option} ${dir}`;
  let entries: disk.Dirent[];
  try {
    entries = disk.readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (errorCode(error) === 'ENOENT') {
      if (disk.lstatSync(folder, { throwIfNoEntry: false }) !== undefined)
        throw usageError(`${shownDir}: a symbolic link to nowhere`);
      return;
    }
    if (errorCode(error) === 'ENOTDIR' && disk.existsSync(folder)) {
      throw usageError(
        `${shownDir}: is a file, not a folder`,
        'Name a folder that does not exist yet, is empty, or holds an earlier result.',
      );
    }
    throw cannotWrite(dir, error);
  }
  const own = earlierResult(folder, entries);
  const foreign = entries
    .filter((entry) => !(entry.isDirectory() ? entry.name.startsWith(ASIDE) : own?.has(entry.name)))
    .map((entry) => entry.name)
    .sort((a, b) => (a < b ? -1 : 1));
  if (foreign.length === 0) return;
  const shown = foreign.slice(0, 5).join(', ') + (foreign.length > 5 ? `, … (${foreign.length} in all)` : '');
  const what = own === null ? 'holds files that are not a result of tandem' : 'holds files besides an earlier result';
  throw usageError(
    `${shownDir}: ${what}: ${shown}`,
    'Name a folder that does not exist yet, is empty, or holds an earlier result.',
  );
}

/** Moves new files into an existing folder in place of the earlier ones, the manifest last; puts the earlier ones back if a move fails. */
function moveInto(folder: string, aside: string): void {
  const earlier = join(aside, EARLIER);
  disk.mkdirSync(earlier);
  const outgoing = disk.readdirSync(folder, { withFileTypes: true }).filter((entry) => !entry.isDirectory());
  const incoming = disk.readdirSync(aside).filter((name) => name !== EARLIER && name !== MANIFEST);
  const moves = [
    ...outgoing.map(({ name }) => [join(folder, name), join(earlier, name)] as const),
    ...[...incoming, MANIFEST].map((name) => [join(aside, name), join(folder, name)] as const),
  ];
  const done: (readonly [string, string])[] = [];
  try {
    for (const move of moves) {
      disk.renameSync(...move);
      done.push(move);
    }
  } catch (error) {
    for (const [from, to] of done.reverse()) disk.renameSync(to, from);
    throw error;
  }
  for (const entry of disk.readdirSync(folder)) {
    if (entry.startsWith(ASIDE) && join(folder, entry) !== aside)
      disk.rmSync(join(folder, entry), { recursive: true, force: true });
  }
}

/** Writes and syncs a file; returns the SHA-256 of its bytes in hexadecimal. */
function writeFile(path: string, content: FileContent, write: WriteBytes): string {
  const hash = createHash('sha256');
  const descriptor = disk.openSync(path, 'w');
  try {
    for (const bytes of byteChunks(content)) {
      hash.update(bytes);
      for (let start = 0; start < bytes.length; ) start += write(descriptor, bytes.subarray(start));
    }
    disk.fsyncSync(descriptor);
  } finally {
    disk.closeSync(descriptor);
  }
  return hash.digest('hex');
}

function* byteChunks(content: FileContent): Generator<Uint8Array> {
  if (content instanceof Uint8Array) yield content;
  else if (typeof content === 'string') yield Buffer.from(content);
  else {
    let text = '';
    for (const piece of content) {
      if (typeof piece === 'string') {
        text += piece;
        if (text.length < 65536) continue;
      }
      if (text !== '') yield Buffer.from(text);
      text = '';
      if (typeof piece !== 'string') yield piece;
    }
    if (text !== '') yield Buffer.from(text);
  }
}

function manifestText(facts: ManifestFacts, files: readonly { file: string; sha256: string }[], mark: string): string {
  const manifest = {
    kind: mark,
    version: 1,
    tandem: facts.tandem,
    command: facts.command,
    seed: facts.seed,
    inputs: facts.inputs,
    files,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Makes the names in a folder durable; not every file system can. */
function syncFolder(folder: string): void {
  try {
    const descriptor = disk.openSync(folder, 'r');
    try {
      disk.fsyncSync(descriptor);
    } finally {
      disk.closeSync(descriptor);
    }
  } catch (error) {
    if (!['EISDIR', 'EINVAL', 'EPERM', 'ENOTSUP', 'EACCES'].includes(errorCode(error) ?? '')) throw error;
  }
}

/** Takes back the folders made on the way to one that was not written. */
function removeEmpty(deepest: string, topmost: string, aside: string | undefined): void {
  if (aside !== undefined) disk.rmSync(aside, { recursive: true, force: true });
  for (let folder = deepest; folder.startsWith(topmost); folder = dirname(folder)) {
    try {
      disk.rmdirSync(folder);
    } catch {
      return;
    }
  }
}

/** Codes that mean the place is wrong; all others mean that writing failed. */
const WRONG_PLACE = [
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOTDIR',
  'ENOENT',
  'EEXIST',
  'ENAMETOOLONG',
  'ELOOP',
  'EINVAL',
  'ERR_INVALID_ARG_VALUE',
];

function cannotWrite(dir: string, error: unknown): Error {
  const code = errorCode(error);
  if (code === undefined) return error instanceof Error ? error : new Error(String(error));
  if (WRONG_PLACE.includes(code)) return usageError(`cannot write to ${dir}: ${reason(error)}`);
  return Object.assign(new Error(`cannot write to ${dir}: ${reason(error)}; it is left as it was`), {
    exitCode: EXIT.failed,
    cause: error,
  });
}
