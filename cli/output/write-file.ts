import { createHash, randomUUID } from 'node:crypto';
import * as disk from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { FileContent } from '../command.js';
import { EXIT, errorCode, reason, usageError } from '../errors.js';

/** Writes bytes to an open file as `fs.writeSync` does; replaced in tests to see what a full disk does. */
export type WriteBytes = (descriptor: number, bytes: Uint8Array) => number;

/** Replaces one file as a whole or not at all, making its folder where needed. Throws as `writeResult` does. */
export function replaceFile(path: string, text: string, write: WriteBytes = disk.writeSync): void {
  const target = resolve(path);
  const aside = join(dirname(target), `.tandem-${randomUUID()}`);
  try {
    disk.mkdirSync(dirname(target), { recursive: true });
  } catch (error) {
    // There is nothing to take away again.
    throw cannotWrite(path, error);
  }
  try {
    writeFile(aside, text, write);
    disk.renameSync(aside, target);
  } catch (error) {
    disk.rmSync(aside, { force: true });
    throw cannotWrite(path, error);
  }
}

/** Writes and syncs a new file; returns the SHA-256 of its bytes in hexadecimal. */
export function writeFile(path: string, content: FileContent, write: WriteBytes): string {
  const hash = createHash('sha256');
  const descriptor = disk.openSync(path, 'wx');
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

/** Makes the names in a folder durable; not every file system can. */
export function syncFolder(folder: string): void {
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

/** The error to show for one of the system's: wrong usage (exit 2) where the place is wrong, else a failure (exit 1). */
export function cannotWrite(dir: string, error: unknown): Error {
  const code = errorCode(error);
  if (code === undefined) return error instanceof Error ? error : new Error(String(error));
  if (WRONG_PLACE.includes(code)) return usageError(`cannot write to ${dir}: ${reason(error)}`);
  return Object.assign(new Error(`cannot write to ${dir}: ${reason(error)}; it is left as it was`), {
    exitCode: EXIT.failed,
    cause: error,
  });
}
