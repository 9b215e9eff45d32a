import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BLOCKS, withBlock } from '../documents/blocks.mjs';
import { ROOT } from '../source-files.js';

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

function tandem(argv: readonly string[]): string {
  const done = spawnSync(process.execPath, [join(ROOT, 'dist/cli/main.js'), ...argv], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (done.status !== 0) throw new Error(done.stderr);
  return done.stdout;
}

describe('Numbers in documents that take long are those of the product (npm run documents writes them)', () => {
  for (const block of BLOCKS.filter(({ slow }) => slow)) {
    it(`${block.file}: ${block.name}`, async () => {
      const document = read(block.file);
      expect(document).toBe(withBlock(document, block, await block.make(tandem, read)));
    });
  }
});
