import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { call } from '../cli/run-in-memory.js';
import { ROOT } from '../source-files.js';
import { BLOCKS, withBlock } from './blocks.mjs';

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** What the tool prints; paths in the arguments are seen from the root of the checkout. */
async function tandem(argv: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await call(
    argv.map((word) => (word.startsWith('scenarios/') ? join(ROOT, word) : word)),
  );
  if (code !== 0) throw new Error(stderr);
  return stdout;
}

// Those that take longer are for `npm run test:system`.
describe('Numbers in documents are those of the product (npm run documents writes them)', () => {
  for (const block of BLOCKS.filter(({ slow }) => !slow)) {
    it(`${block.file}: ${block.name}`, async () => {
      const document = read(block.file);
      expect(document).toBe(withBlock(document, block, await block.make(tandem, read)));
    });
  }
});
