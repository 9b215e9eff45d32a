import { sourceFiles, withoutComments } from './source-files.js';

/** Lists of words too long for the analysis; they see headings and names, which are cut before (see source-table.ts), or expressions, which are short. */
const TOO_LONG = [/^engine\/importing\/recognise\//, /^engine\/report\/text\/unit-words\.ts$/];

/** Letters of the longest expression that `npm test` looks at. */
export const MOST_LETTERS = 20;

const LITERAL = /(?:[=(,:?!&|]|=>|return)\s*\/(?![/*\s])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\/([a-z]*)/g;

/** A regular expression of the sources as written. */
export interface Literal {
  readonly path: string;
  readonly source: string;
  readonly flags: string;
}

/** Every regular expression of the engine and the tool that is not too long for the analysis. */
export const LITERALS: readonly Literal[] = sourceFiles('engine', 'cli')
  .filter(({ path }) => !TOO_LONG.some((each) => each.test(path)))
  .flatMap(({ path, text }) =>
    [...withoutComments(text.replace(/^#!.*/, '')).matchAll(LITERAL)].map(([, source = '', flags = '']) => ({
      path,
      source,
      flags,
    })),
  );

/** Literals that may take more than linear time on some text: whoever writes a file must not choose how long it is read. */
export async function slowLiterals(literals: readonly Literal[]): Promise<readonly string[]> {
  const checkSync = await analysis();
  return literals.flatMap(({ path, source, flags }) => {
    const { status } = checkSync(source, flags, { timeout: null, attackTimeout: null });
    return status === 'safe' ? [] : [`${path}: /${source}/${flags} ${status}`];
  });
}

/** The analysis of regular expressions, loaded where it is asked for. */
export async function analysis(): Promise<typeof import('recheck').checkSync> {
  // The other backends start Java or a binary, where there is one.
  process.env.RECHECK_BACKEND = 'pure';
  return (await import('recheck')).checkSync;
}
