/**
 * Builds the what-if page in its two forms: modules for a server to serve, which share what they have in common and load the language of expressions
 * only where one is used; and scripts that stand alone, for a page that is one file.
 */
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeLicences } from '../../build-licences.mjs';
import { bundledFiles, englishOnly, onlyParser } from '../../build-plugins.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const [MAIN, WORKER, STYLE] = ['main.tsx', 'workers/worker.ts', 'style.css'].map(here);

/** @param {'page' | 'one-file'} form */
function bundle(form, settings) {
  return build({
    entryNames: '[name]',
    outdir: here(`../../../dist/cli/explorer/${form}`),
    bundle: true,
    minify: true,
    target: 'es2022',
    logLevel: 'warning',
    metafile: true,
    plugins: [englishOnly, onlyParser],
    ...settings,
  });
}

for (const form of ['page', 'one-file'])
  rmSync(here(`../../../dist/cli/explorer/${form}`), { recursive: true, force: true });
const bundles = await Promise.all([
  bundle('page', { entryPoints: [MAIN, WORKER, STYLE], format: 'esm', splitting: true }),
  bundle('one-file', { entryPoints: [MAIN, STYLE], format: 'esm' }),
  // Not a module: from a page on a disk Chromium starts none.
  bundle('one-file', { entryPoints: [WORKER], format: 'iife' }),
]);
writeLicences(
  here('../../../dist/cli/explorer/licences.txt'),
  bundles.flatMap(({ metafile }) => bundledFiles(metafile)),
);
