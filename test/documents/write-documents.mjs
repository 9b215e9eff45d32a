/**
 * Writes what the documents show of the product's numbers, from the built product; the diff says what a change of the model changed.
 *
 *     npm run documents               all
 *     npm run documents -- --quick    without the studies of thousands of draws
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BLOCKS, withBlock } from './blocks.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CASE = 'scenarios/changchun-jilin';

function tandem(argv) {
  const options = { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'inherit'] };
  return execFileSync(process.execPath, [join(ROOT, 'dist/cli/main.js'), ...argv], options);
}

const read = (file) => readFileSync(join(ROOT, file), 'utf8');

for (const block of BLOCKS) {
  if (block.slow && process.argv.includes('--quick')) continue;
  const text = await block.make(tandem, read);
  writeFileSync(join(ROOT, block.file), withBlock(read(block.file), block, text));
}

// The map at the head of the README is one of the charts of the same comparison.
const folder = mkdtempSync(join(tmpdir(), 'tandem-documents-'));
const files = ['uncoordinated', 'coordinated'].map((name) => `${CASE}/${name}.yaml`);
tandem(['compare', ...files, '--draws', '0', '--figures', join(folder, 'charts'), '--quiet']);
copyFileSync(join(folder, 'charts/map.svg'), join(ROOT, CASE, 'map.svg'));
rmSync(folder, { recursive: true });
