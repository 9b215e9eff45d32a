import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, sourceFiles } from '../source-files.js';

/** Files of the folder that hold what indicators share, not an indicator. */
const SHARED = ['same', 'structures'];

const sources = sourceFiles('engine');
const readme = readFileSync(join(ROOT, 'engine/README.md'), 'utf8');
const index = sources.find(({ path }) => path === 'engine/index.ts')!.text;
const tests = sourceFiles('test').filter(({ path }) => path.startsWith('test/indicators/'));
const indicators = sources
  .filter(({ path }) => path.startsWith('engine/indicators/'))
  .map(({ path, text }) => ({ name: path.slice('engine/indicators/'.length, -'.ts'.length), text }))
  .filter(({ name }) => !SHARED.includes(name));

const camelCase = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The comment above the function that an indicator's file is named after; empty where there is none. */
function commentOf({ name, text }: (typeof indicators)[number]): string {
  const before = text.split(`export function ${camelCase(name)}(`);
  return before.length < 2 ? '' : (/\/\*\*(?:(?!\/\*\*)[\s\S])*\*\/\n$/.exec(before[0]!)?.[0] ?? '');
}

/** What a new indicator needs, in the order in which one would add it, each with a test of whether it is there. */
const NEEDED: Readonly<Record<string, (indicator: (typeof indicators)[number]) => boolean>> = {
  'a function named as its file': ({ name, text }) => text.includes(`export function ${camelCase(name)}(`),
  'its formula in the comment, in backquotes with = or ·, or as a table': (indicator) =>
    /`[^`]*[=·/√Σ^][^`]*`|\n \* \|/.test(commentOf(indicator)),
  'its source in the comment, as "Source: …"': (indicator) => /\* Source: /.test(commentOf(indicator)),
  'an example in the comment, under @example with // →': (indicator) =>
    /@example[\s\S]*\/\/ → /.test(commentOf(indicator)),
  'a line in engine/index.ts': ({ name }) => index.includes(`from './indicators/${name}.js'`),
  'a row in the table of formulas of engine/README.md': ({ name }) => readme.includes(`\`indicators/${name}.ts\``),
  'a use: a column of a table, a key of a file or a function of outcomes': ({ name }) =>
    sources.some(({ path, text }) => path !== 'engine/index.ts' && text.includes(`/${name}.js'`)),
  'a test in test/indicators': ({ name }) => tests.some(({ text }) => text.includes(`indicators/${name}.js'`)),
};

describe('Every indicator', () => {
  it('is found', () => {
    expect(indicators.length).toBeGreaterThan(15);
  });

  for (const [what, isThere] of Object.entries(NEEDED)) {
    it(`has ${what}`, () => {
      const without = indicators.filter((indicator) => !isThere(indicator)).map(({ name }) => name);
      expect(without).toEqual([]);
    });
  }
});
