import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A file or folder of this package by its path in it, wherever the code that asks stands: among the sources, or built in `dist`. */
export function packagePath(path: string): string {
  let folder = new URL('.', import.meta.url);
  while (!existsSync(new URL('package.json', folder))) {
    const above = new URL('..', folder);
    if (above.href === folder.href) throw new Error('package.json of tandem is missing');
    folder = above;
  }
  return fileURLToPath(new URL(path, folder));
}
