import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../source-files.js';
import { hashNumbers } from './hash-numbers.js';
import { resultHashes } from './result-hashes.js';
import { scenarioTexts } from './scenario-texts.js';

describe('Hashes of results', () => {
  it('are those committed: npm run hashes writes them anew where a change is meant to change results', async () => {
    const committed = JSON.parse(readFileSync(join(ROOT, 'test/hashes/hashes.json'), 'utf8'));
    expect(await resultHashes(scenarioTexts(join(ROOT, 'scenarios')))).toEqual(committed);
  }, 120_000);

  it('tell the last bit, the sign of 0 and the place of a number, and pass over words and inputs', async () => {
    const hash = await hashNumbers({ a: [1, 2], b: Float64Array.of(NaN, 0) });
    expect(await hashNumbers({ title: 'x', study: { seed: 1 }, a: [1, 2], b: [NaN, 0] })).toBe(hash);
    const others = [{ a: [1, 2], b: [NaN, -0] }, { a: [2, 1], b: [NaN, 0] }, [1 + Number.EPSILON, 2, NaN, 0]];
    for (const other of others) expect(await hashNumbers(other)).not.toBe(hash);
    await expect(hashNumbers({ words: 'only' })).rejects.toThrow('no numbers');
  });
});
