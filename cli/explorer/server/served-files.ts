import { realpathSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { ReadFile } from '../../../engine/files/read-file.js';
import { errorCode } from '../../errors.js';

/** A file that may be had, or why not. */
export type ServedFile = { readonly bytes: Uint8Array } | { readonly status: 403 | 404; readonly reason: string };

/**
 * Serves the files below some folders and no other: neither by `..` nor through a symbolic link that leads out of them, and none that
 * is hidden. Paths are those of the command line, seen from the working folder.
 *
 * @param folders existing ones
 * @param read asked for every file anew, so that an edit shows after a reload
 */
export function serveFiles(folders: readonly string[], read: ReadFile): (path: string) => ServedFile {
  const roots = folders.map((folder) => realpathSync(folder));
  return (path) => {
    if (path === '' || path.includes('\0')) return { status: 404, reason: 'no such file' };
    const wanted = resolve(path);
    const inside = (file: string, folder: string): boolean =>
      file.startsWith(folder.endsWith(sep) ? folder : folder + sep);
    // Said of the path as written, before anything is asked of the disk: what lies outside is not even said to exist.
    if (![...folders.map((folder) => resolve(folder)), ...roots].some((folder) => inside(wanted, folder)))
      return OUTSIDE;
    let real: string;
    try {
      real = realpathSync(wanted);
    } catch (error) {
      const missing = ['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '');
      return missing ? { status: 404, reason: 'no such file' } : { status: 403, reason: 'no permission to read it' };
    }
    const around = roots.filter((folder) => inside(real, folder));
    if (around.length === 0) return OUTSIDE;
    if (around.every((folder) => isHidden(relative(folder, real)))) {
      return { status: 403, reason: 'hidden files are not served' };
    }
    try {
      if (!statSync(real).isFile()) return { status: 403, reason: 'not a file' };
      return { bytes: read(real) };
    } catch {
      return { status: 403, reason: 'it cannot be read' };
    }
  };
}

/** True where a file or a folder on the way to it begins with a dot. */
function isHidden(path: string): boolean {
  return path.split(sep).some((part) => part.startsWith('.'));
}

const OUTSIDE = { status: 403, reason: 'outside the folder that tandem explore was started in' } as const;
