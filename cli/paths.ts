import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';

/**
 * The deepest folder that holds all of some absolute paths of files; undefined where there are none or they share no folder.
 */
export function sharedFolder(paths: readonly string[]): string | undefined {
  const [first, ...others] = paths.map((path) => dirname(path).split(sep));
  if (first === undefined) return undefined;
  let depth = first.length;
  for (const other of others) {
    let same = 0;
    while (same < depth && first[same] === other[same]) same += 1;
    depth = same;
  }
  return depth === 0 ? undefined : first.slice(0, depth).join(sep) || sep;
}

/** A path as seen from a folder, with `/` between its parts: the same wherever the folder lies and from wherever it is looked at. */
export function portable(path: string, folder: string | undefined): string {
  const absolute = resolve(path);
  const seen = folder === undefined ? '' : relative(folder, absolute);
  const shown = seen === '' || isAbsolute(seen) ? (absolute.split(sep).at(-1) ?? '') : seen;
  return shown.split(sep).join('/');
}
