import { beforeAll, describe, expect, it } from 'vitest';
import { sourceFiles, withoutComments } from './source-files.js';

/** Lists of words too long for the analysis; they see headings and names, which are cut before (see source-table.ts), or expressions, which are short. */
const TOO_LONG = [/^engine\/importing\/recognise\//, /^engine\/report\/text\/unit-words\.ts$/];

const LITERAL = /(?:[=(,:?!&|]|=>|return)\s*\/(?![/*\s])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\/([a-z]*)/g;

interface Literal {
  readonly path: string;
  readonly source: string;
  readonly flags: string;
}

const literals: readonly Literal[] = sourceFiles('engine', 'cli')
  .filter(({ path }) => !TOO_LONG.some((each) => each.test(path)))
  .flatMap(({ path, text }) =>
    [...withoutComments(text.replace(/^#!.*/, '')).matchAll(LITERAL)].map(([, source = '', flags = '']) => ({
      path,
      source,
      flags,
    })),
  );

describe('Regular expressions', () => {
  let checkSync: typeof import('recheck').checkSync;
  beforeAll(async () => {
    // The other backends start Java or a binary, where there is one.
    process.env.RECHECK_BACKEND = 'pure';
    ({ checkSync } = await import('recheck'));
  });

  it('are found in the sources', () => {
    expect(literals.length).toBeGreaterThan(100);
    expect(literals).toContainEqual({
      path: 'engine/files/paths.ts',
      source: '^([\\\\/]|[A-Za-z]:[\\\\/])',
      flags: '',
    });
  });

  it('take no more than linear time, whatever the text: whoever writes a file must not choose how long it is read', () => {
    const slow = literals.flatMap(({ path, source, flags }) => {
      const { status } = checkSync(source, flags, { timeout: null, attackTimeout: null });
      return status === 'safe' ? [] : [`${path}: /${source}/${flags} ${status}`];
    });
    expect(slow).toEqual([]);
  }, 300_000);

  it('would be told of', () => {
    expect(checkSync('^(\\d+\\.?\\d*)%$', '', { timeout: null }).status).toBe('vulnerable');
  });
});
