/** Paths with `/`, as they stand in case files: the engine also runs where there is no `node:path`. Backslashes are taken as `/`. */

/**
 * The folder a file is in: everything before its last `/`, or `.` where there is none.
 *
 * @example
 * dirname('scenarios/changchun-jilin/case.yaml'); // → 'scenarios/changchun-jilin'
 * dirname('case.yaml'); // → '.'
 */
export function dirname(path: string): string {
  const clean = normalise(path);
  const slash = clean.lastIndexOf('/');
  if (slash < 0) return '.';
  return slash === 0 ? '/' : clean.slice(0, slash);
}

/**
 * The last part of a path: a file's name without its folder.
 *
 * @example
 * basename('scenarios/changchun-jilin/case.yaml'); // → 'case.yaml'
 */
export function basename(path: string): string {
  const clean = normalise(path);
  return clean.slice(clean.lastIndexOf('/') + 1);
}

/**
 * A path written in a file of a folder, seen from where that folder is seen. An absolute path stays as it is.
 *
 * @example
 * join('scenarios/changchun-jilin', './outputs.csv'); // → 'scenarios/changchun-jilin/outputs.csv'
 * join('scenarios/changchun-jilin', '../shared/links.csv'); // → 'scenarios/shared/links.csv'
 * join('.', 'outputs.csv'); // → 'outputs.csv'
 */
export function join(folder: string, path: string): string {
  return isAbsolute(path) ? normalise(path) : normalise(`${folder}/${path}`);
}

/**
 * True for a path that starts at the root of a disk, in Unix or Windows spelling.
 *
 * @example
 * isAbsolute('/data/case.yaml'); // → true
 * isAbsolute('C:\\data\\case.yaml'); // → true
 * isAbsolute('data/case.yaml'); // → false
 */
export function isAbsolute(path: string): boolean {
  return /^([\\/]|[A-Za-z]:[\\/])/.test(path);
}

/**
 * A path with `/` between its parts and without `.`, doubled `/` or `..` that can be resolved.
 *
 * @example
 * normalise('a/./b//../c.csv'); // → 'a/c.csv'
 * normalise('..\\a\\b.csv'); // → '../a/b.csv'
 * normalise('/../a'); // → '/a'
 */
export function normalise(path: string): string {
  const slashed = path.replaceAll('\\', '/');
  const root = slashed.startsWith('/') ? '/' : '';
  const parts: string[] = [];
  for (const part of slashed.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (root === '') parts.push('..');
  }
  return root + parts.join('/') || '.';
}
