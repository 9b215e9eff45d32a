import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/** A source file of the repository, its path with `/` from the root. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** AssemblyScript: it looks like TypeScript, and its own compiler checks it. */
const ASSEMBLY = 'engine/kernel/assembly/';

/** Every TypeScript file below some folders of the repository, ordered by path. */
export function sourceFiles(...folders: readonly string[]): readonly SourceFile[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
        .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
    )
    .filter((path) => !path.startsWith(ASSEMBLY))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

/** A file's code with every comment taken out; strings stay. */
export function withoutComments(text: string): string {
  const token = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
  return text.replace(token, (match) => (match.startsWith('/') ? ' ' : match));
}

/** A file's code with comments and the contents of strings taken out. */
export function bareCode(text: string): string {
  return withoutComments(text).replace(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, "''");
}

/** What a file imports or re-exports, as written, types and dynamic imports included. */
export function importsOf(text: string): readonly string[] {
  const code = withoutComments(text);
  const written = [
    ...code.matchAll(/^\s*(?:import|export)\b[^'"`;=]*?\bfrom\s*['"]([^'"]+)['"]/gm),
    ...code.matchAll(/^\s*import\s*['"]([^'"]+)['"]/gm),
    ...code.matchAll(/\bimport\s*\(\s*['"]([^'"]+)['"]/g),
  ];
  return written.map((match) => match[1]!);
}

/** The path from the root of a relative import, with its `.ts` or `.tsx` ending; undefined for a package. */
export function importedPath(from: string, written: string): string | undefined {
  if (!written.startsWith('.')) return undefined;
  const path = posix.normalize(posix.join(posix.dirname(from), written)).replace(/\.js$/, '.ts');
  return existsSync(join(ROOT, path)) || !existsSync(join(ROOT, `${path}x`)) ? path : `${path}x`;
}
