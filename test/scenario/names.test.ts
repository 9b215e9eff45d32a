import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGlob, matchNames } from '../../engine/scenario/names.js';

describe('Names and globs', () => {
  it('match as a regular expression of the same meaning does', () => {
    const letter = fc.constantFrom('a', 'b', '.', '*', '?', 'é');
    const text = fc.array(letter, { maxLength: 8 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 6 }), (pattern, names) => {
        const source = [...pattern]
          .map((c) => (c === '*' ? '[^]*' : c === '?' ? '[^]' : c.replace(/\W/g, '\\$&')))
          .join('');
        const expected = names.flatMap((name, k) => (new RegExp(`^${source}$`).test(name) ? [k] : []));
        if (isGlob(pattern)) expect(matchNames([pattern], names)).toEqual(expected);
      }),
    );
  });

  it('without wildcards match only themselves', () => {
    expect(matchNames(['a.c'], ['a.c', 'abc', 'A.C'])).toEqual([0]);
  });

  it('pick each name once, in the order of the names', () => {
    expect(matchNames(['*n', 'Jilin', 'J*'], ['Changchun', 'Siping', 'Jilin'])).toEqual([0, 2]);
  });
});
