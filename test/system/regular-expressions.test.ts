import { expect, it } from 'vitest';
import { LITERALS, MOST_LETTERS, slowLiterals } from '../regular-expressions.js';

it('Long regular expressions take no more than linear time, whatever the text', async () => {
  const long = LITERALS.filter(({ source }) => source.length > MOST_LETTERS);
  expect(long.length).toBeGreaterThan(0);
  expect(await slowLiterals(long)).toEqual([]);
});
