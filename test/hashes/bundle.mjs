import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * One script of the engine and what hashes its results.
 *
 * @param {'node' | 'browser'} platform
 * @returns {Promise<string>}
 */
export async function bundleHashes(platform) {
  const node = platform === 'node';
  const { outputFiles } = await build({
    entryPoints: [here(node ? './on-node.ts' : './in-browser.ts')],
    bundle: true,
    write: false,
    format: node ? 'esm' : 'iife',
    // The packages as a browser gets them, everywhere.
    platform: 'browser',
    external: ['node:*'],
    target: 'es2022',
    logLevel: 'warning',
  });
  return outputFiles[0].text;
}
