import { existsSync, readFileSync } from 'node:fs';
import { packagePath } from '../../package-path.js';

/** A form of the built page: files for a server to serve, or scripts that stand alone in a page of one file. */
export type BuiltForm = 'page' | 'one-file';

/**
 * The folder of the built page, which stands in `dist` also where the sources are run.
 *
 * @throws where it was not built
 */
export function builtFolder(form: BuiltForm): string {
  const folder = packagePath(`dist/cli/explorer/${form}/`);
  if (existsSync(`${folder}main.js`)) return folder;
  throw new Error('the page is not built\nnpm run build');
}

/** One file of the built page. */
export function builtText(form: BuiltForm, name: string): string {
  return readFileSync(builtFolder(form) + name, 'utf8');
}
