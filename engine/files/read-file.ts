import type { Mistake, Position } from '../mistakes.js';

/**
 * Reads a file's bytes. The engine touches no disk: whoever calls it says how files are read, from a disk, an archive or memory.
 * Throws an Error with a `code` such as `ENOENT`, `EISDIR` or `EACCES`, as Node does, where the file cannot be read.
 */
export type ReadFile = (path: string) => Uint8Array;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  ENOTDIR: 'no such file (a part of its path is not a directory)',
  EISDIR: 'is a directory, not a file',
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  ERR_FS_FILE_TOO_LARGE: 'too large to read',
};

/**
 * Reads a file, turning what the file system says against it into a mistake at the place that names the file.
 * An error without a `code` is not about the file, so it is thrown on.
 *
 * @param at where the file is named; for a file named by nobody, its own first line.
 */
export function openFile(read: ReadFile, path: string, at: Position): { bytes: Uint8Array } | { mistake: Mistake } {
  try {
    return { bytes: read(path) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code === undefined) throw error;
    const reason = REASONS[code] ?? `cannot be read (${code})`;
    return { mistake: { ...at, message: path === at.file ? reason : `${path}: ${reason}` } };
  }
}
