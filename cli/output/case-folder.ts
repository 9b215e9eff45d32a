import { createHash } from 'node:crypto';
import * as disk from 'node:fs';
import { join, resolve } from 'node:path';
import type { FileContent } from '../command.js';
import { usageError } from '../errors.js';
import { WORK_FOLDER } from '../folder-lock.js';
import { MANIFEST, type ManifestFacts, readManifest } from './manifest.js';
import { checkOutputFolder, checkWritable, firstNames, type WriteOptions, writeFolder } from './output-folder.js';

/**
 * Checks that a folder can take a new case. Throws a usage error for a folder with files, unless a case was made in it by this tool and no file was
 * changed or added since: what somebody has worked on is never overwritten.
 */
export function checkCaseFolder(dir: string): void {
  if (refuseWorkedOn(dir)) checkWritable(dir, '');
  else checkOutputFolder(dir, '');
}

/**
 * Writes a new case as a folder, whole or not at all, as `writeResult` does. Its manifest is marked as a case's, so that no result ever replaces it,
 * and says by their hashes whether its files are still as they were made.
 */
export function writeCaseFolder(
  dir: string,
  files: ReadonlyMap<string, FileContent>,
  facts: ManifestFacts,
  options: WriteOptions = {},
): readonly string[] {
  checkCaseFolder(dir);
  return writeFolder(dir, files, facts, { ...options, kind: 'tandem case', check: () => refuseWorkedOn(dir) });
}

/** Throws for a folder that somebody has worked on; returns true where a case stands that may be made anew. */
function refuseWorkedOn(dir: string): boolean {
  const folder = resolve(dir);
  if (disk.lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return false;
  const entries = disk.readdirSync(folder, { withFileTypes: true }).filter(({ name }) => name !== WORK_FOLDER);
  if (entries.length === 0) return false;
  refuseChanged(dir, folder, entries);
  return true;
}

function refuseChanged(dir: string, folder: string, entries: readonly disk.Dirent[]): void {
  const made = readManifest(folder, 'tandem case');
  const hint = 'Name a folder that does not exist yet or is empty.';
  const known = new Map(made?.map(({ file, sha256 }) => [file, sha256]));
  const others = entries.filter(({ name }) => name !== MANIFEST && !known.has(name)).map(({ name }) => name);
  if (made === null || others.length > 0)
    throw usageError(`${dir}: holds files that tandem new did not make: ${firstNames(others)}`, hint);
  const changed = entries.filter((entry) => {
    if (entry.name === MANIFEST) return false;
    return !entry.isFile() || hashOf(join(folder, entry.name)) !== known.get(entry.name);
  });
  if (changed.length > 0) {
    const names = firstNames(changed.map(({ name }) => name));
    throw usageError(`${dir}: changed since tandem new made it: ${names}`, hint);
  }
}

function hashOf(path: string): string {
  return createHash('sha256').update(disk.readFileSync(path)).digest('hex');
}
