import { describe, expect, it } from 'vitest';
import { analysis, LITERALS, MOST_LETTERS, slowLiterals } from './regular-expressions.js';

describe('Regular expressions', () => {
  it('are found in the sources', () => {
    expect(LITERALS.length).toBeGreaterThan(100);
    expect(LITERALS).toContainEqual({
      path: 'engine/files/paths.ts',
      source: '^([\\\\/]|[A-Za-z]:[\\\\/])',
      flags: '',
    });
  });

  // Longer ones take seconds each and are for `npm run test:system`.
  it('take no more than linear time, whatever the text', async () => {
    expect(await slowLiterals(LITERALS.filter(({ source }) => source.length <= MOST_LETTERS))).toEqual([]);
  }, 60_000);

  it('would be told of', async () => {
    const checkSync = await analysis();
    expect(checkSync('^(\\d+\\.?\\d*)%$', '', { timeout: null }).status).toBe('vulnerable');
  });
});
