import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ReadFile } from '../engine/files/read-file.js';

/** No input of this tool is larger; what is, is a device or a mistake. */
const LARGEST_FILE = 256 * 1024 * 1024;

/** An input that was read: its absolute path and the SHA-256 of its bytes in hexadecimal. */
export interface InputFile {
  readonly path: string;
  readonly sha256: string;
}

/** Reads files for the engine and remembers what was read. */
export interface FileReader {
  readonly read: ReadFile;
  /** Every file read so far, ordered by path. */
  inputs(): readonly InputFile[];
}

/**
 * A reader of the disk. A file is read once: asked again, it gives the same bytes, even if the file has changed since.
 * `read` throws Node's errors with their `code` (`ENOENT`, `EISDIR`, …).
 */
export function createFileReader(): FileReader {
  const files = new Map<string, { readonly bytes: Uint8Array; readonly sha256: string }>();
  return {
    read(path) {
      const absolute = resolve(path);
      let file = files.get(absolute);
      if (file === undefined) {
        const bytes = readWhole(path);
        file = { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
        files.set(absolute, file);
      }
      return file.bytes;
    },
    inputs() {
      const inputs = [...files].map(([path, { sha256 }]) => ({ path, sha256 }));
      return inputs.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    },
  };
}

/** Reads to the end or the limit, so that a pipe works and an endless device does not fill the memory. */
function readWhole(path: string): Uint8Array {
  const descriptor = openSync(path, 'r');
  try {
    const stat = fstatSync(descriptor);
    if (stat.isDirectory()) throw withCode(`${path} is a directory`, 'EISDIR');
    if (stat.size > LARGEST_FILE) throw withCode(`${path} is too large`, 'ERR_FS_FILE_TOO_LARGE');
    const chunks: Buffer[] = [];
    let length = 0;
    for (;;) {
      const chunk = Buffer.allocUnsafe(Math.max(65536, Math.min(stat.size - length + 1, LARGEST_FILE)));
      const count = readSync(descriptor, chunk, 0, chunk.length, null);
      if (count === 0) break;
      length += count;
      if (length > LARGEST_FILE) throw withCode(`${path} is too large`, 'ERR_FS_FILE_TOO_LARGE');
      chunks.push(chunk.subarray(0, count));
    }
    return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
  } finally {
    closeSync(descriptor);
  }
}

function withCode(message: string, code: string): Error {
  return Object.assign(new Error(message), { code });
}
