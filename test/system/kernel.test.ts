import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compileKernel, embedded, fingerprint } from '../../engine/kernel/assembly/build.mjs';
import { ROOT } from '../source-files.js';

it('The kernel that ships is what its sources compile to', async () => {
  const text = readFileSync(join(ROOT, 'engine/kernel/equation-wasm.ts'), 'utf8');
  expect(embedded(await compileKernel(), await fingerprint())).toBe(text);
});
