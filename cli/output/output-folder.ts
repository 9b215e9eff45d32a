import * as disk from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { FileContent } from '../command.js';
import { errorCode, usageError } from '../errors.js';
import {
  clearWorkFolder,
  type FolderLock,
  isOwnWorkFolder,
  lockFolder,
  refuseOccupied,
  removeEmptyFolders,
  WORK_FOLDER,
} from '../folder-lock.js';
import { MANIFEST, type ManifestFacts, type ManifestKind, manifestText, readManifest } from './manifest.js';
import { cannotWrite, syncFolder, type WriteBytes, writeFile } from './write-file.js';

/** Names of folders for files written aside begin so. */
const ASIDE = 'new-';
/** Name of a folder inside such a folder for the files of an earlier result on their way out. */
const EARLIER = '.earlier';

/** Work to be undone when the process is interrupted: folders being written, locks held. */
export type Unfinished = Set<() => void>;

/** Options of writing a folder. */
export interface WriteOptions {
  readonly write?: WriteBytes;
  readonly unfinished?: Unfinished;
  /** The lock on the folder where the caller holds it already. */
  readonly lock?: FolderLock | null;
}

/**
 * Checks that a folder can take a result, before anything is computed. Throws a usage error (exit 2) for a folder in which another process writes, one
 * with files that are not an earlier result's, a file in its place, or a place that cannot be written to.
 */
export function checkOutputFolder(dir: string, option = 'out'): void {
  refuseOccupied(dir, option);
  try {
    refuseForeign(dir, option);
  } catch {
    // Another process may have been moving its files while they were looked at; if it has ended, what it left is looked at.
    refuseOccupied(dir, option);
    refuseForeign(dir, option);
  }
  checkWritable(dir, option);
}

/** Throws a usage error where nothing can be written at a place, or another process is writing there. */
export function checkWritable(dir: string, option = 'out'): void {
  const folder = resolve(dir);
  if (disk.existsSync(folder)) {
    takeLock(dir, option).release();
    return;
  }
  let existing = folder;
  while (!disk.existsSync(existing) && dirname(existing) !== existing) existing = dirname(existing);
  try {
    disk.rmdirSync(disk.mkdtempSync(join(existing, `${WORK_FOLDER}-`)));
  } catch (error) {
    throw cannotWrite(dir, error);
  }
}

/** Takes the exclusive right to write in a folder, as `lockFolder` does, with the system's errors as sentences. */
export function takeLock(dir: string, option = 'out'): FolderLock {
  try {
    return lockFolder(dir, option);
  } catch (error) {
    throw cannotWrite(dir, error);
  }
}

/**
 * Writes a result as a folder, whole or not at all. The files are written and synced aside, in a folder next to (or, where `dir` exists, inside)
 * the one asked for, and take their place only when all of them are on the disk. An earlier result is replaced; if anything fails, it stays as it was.
 * Throws a usage error where the folder cannot take a result or another process writes in it, and an Error (exit 1) where writing fails, as on a full
 * disk.
 *
 * @param files by name, without folders; `manifest.json` is added.
 * @returns the names written, in order.
 */
export function writeResult(
  dir: string,
  files: ReadonlyMap<string, FileContent>,
  facts: ManifestFacts,
  options: WriteOptions = {},
): readonly string[] {
  return writeFolder(dir, files, facts, { ...options, kind: 'tandem result', check: () => refuseForeign(dir) });
}

/** A kind of folder to write, and a check of the folder that is made again once nobody else can write in it. */
interface FolderKind {
  readonly kind: ManifestKind;
  readonly check: () => void;
}

/** Writes a folder of files with its manifest, whole or not at all. */
export function writeFolder(
  dir: string,
  files: ReadonlyMap<string, FileContent>,
  facts: ManifestFacts,
  { kind, check, write = disk.writeSync, unfinished = new Set(), lock = null }: WriteOptions & FolderKind,
): readonly string[] {
  for (const name of files.keys()) {
    if (name === MANIFEST || name === '' || name !== basename(name) || name.startsWith('.'))
      throw new Error(`not a name for a file: ${name}`);
  }
  const folder = resolve(dir);
  const own = lock === null && disk.existsSync(folder) ? takeLock(dir) : null;
  const held = lock ?? own;
  const parent = held === null ? dirname(folder) : join(folder, WORK_FOLDER);
  let made: string | undefined;
  let aside: string | undefined;
  const undo = (): void => {
    if (aside !== undefined) disk.rmSync(aside, { recursive: true, force: true });
    own?.release();
  };
  unfinished.add(undo);
  try {
    check();
    made = disk.mkdirSync(parent, { recursive: true });
    aside = disk.mkdtempSync(join(parent, held === null ? `${WORK_FOLDER}-` : ASIDE));
    disk.chmodSync(aside, 0o777 & ~process.umask());
    const written = [...files].map(([file, content]) => ({
      file,
      sha256: writeFile(join(aside!, file), content, write),
    }));
    writeFile(join(aside, MANIFEST), manifestText(facts, written, kind), write);
    syncFolder(aside);
    if (held === null) moveWhole(dir, folder, aside);
    else moveInto(held, aside);
    syncFolder(dirname(folder));
    return [...written.map(({ file }) => file), MANIFEST];
  } catch (error) {
    undo();
    if (made !== undefined) removeEmptyFolders(parent, made);
    throw cannotWrite(dir, error);
  } finally {
    undo();
    unfinished.delete(undo);
  }
}

/** Gives a whole folder its name, which another process may have taken in the meantime. */
function moveWhole(dir: string, folder: string, aside: string): void {
  try {
    disk.renameSync(aside, folder);
  } catch (error) {
    if (!disk.existsSync(folder)) throw error;
    refuseOccupied(dir, 'out');
    throw usageError(`--out ${dir}: another tandem has written here meanwhile`);
  }
}

/**
 * The names of an earlier result in a folder, or null where there is none. A call that was killed while it moved files into their
 * places has left their manifest in the work folder.
 */
function earlierResult(folder: string): ReadonlySet<string> | null {
  const work = join(folder, WORK_FOLDER);
  const asides = disk.existsSync(work)
    ? disk
        .readdirSync(work)
        .filter((name) => name.startsWith(ASIDE))
        .flatMap((name) => [join(work, name), join(work, name, EARLIER)])
    : [];
  const found = [folder, ...asides].flatMap((each) => {
    const files = readManifest(each, 'tandem result');
    return files === null ? [] : [...files.map(({ file }) => file), MANIFEST];
  });
  return found.length === 0 ? null : new Set(found);
}

function refuseForeign(dir: string, option = 'out'): void {
  const folder = resolve(dir);
  const shownDir = option === '' ? dir : `--${option} ${dir}`;
  const hint = 'Name a folder that does not exist yet, is empty, or holds an earlier result.';
  let entries: disk.Dirent[];
  try {
    entries = disk.readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (errorCode(error) === 'ENOENT') {
      if (disk.lstatSync(folder, { throwIfNoEntry: false }) !== undefined)
        throw usageError(`${shownDir}: a symbolic link to nowhere`);
      return;
    }
    if (errorCode(error) === 'ENOTDIR' && disk.existsSync(folder))
      throw usageError(`${shownDir}: is a file, not a folder`, hint);
    throw cannotWrite(dir, error);
  }
  const isOwnWork = ({ name }: disk.Dirent) => name === WORK_FOLDER && isOwnWorkFolder(join(folder, name));
  const own = earlierResult(folder);
  const foreign = entries.filter((entry) => (entry.isDirectory() ? !isOwnWork(entry) : !own?.has(entry.name)));
  if (foreign.length === 0) return;
  const what = own === null ? 'holds files that are not a result of tandem' : 'holds files besides an earlier result';
  throw usageError(`${shownDir}: ${what}: ${firstNames(foreign.map(({ name }) => name))}`, hint);
}

/** The first few of some names, in their order, and how many there are where not all are named. */
export function firstNames(names: readonly string[]): string {
  const sorted = [...names].sort((a, b) => (a < b ? -1 : 1));
  return sorted.slice(0, 5).join(', ') + (names.length > 5 ? `, … (${names.length} in all)` : '');
}

/**
 * Moves new files into an existing folder in place of the earlier ones, the manifest last; puts the earlier ones back if a move fails. Then everything
 * unfinished in the folder is done with.
 */
function moveInto(lock: FolderLock, aside: string): void {
  const { folder } = lock;
  lock.confirm();
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
  syncFolder(folder);
  clearWorkFolder(lock);
}
