/**
 * Compiles the kernel and embeds it in ../equation-wasm.ts, so that the command line, workers, pages and single files need no file beside them.
 * `node engine/kernel/assembly/build.mjs`, which `npm run build` does; tests hold what is embedded to what these sources give. Compiling takes seconds, so
 * the fingerprint of all that went in is kept beside the code, and where it is the same nothing is done.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const target = fileURLToPath(new URL('../equation-wasm.ts', import.meta.url));

/** No relaxed instructions: what they round is left to the machine. */
export const OPTIONS = ['--enable', 'simd', '--runtime', 'stub', '-O3', '--noAssert', '--converge'];

/**
 * Compiles an entry of this folder.
 *
 * @param {string} entry such as `index.ts`
 * @returns {Promise<Uint8Array>}
 */
export async function compileKernel(entry = 'index.ts') {
  const { default: asc } = await import('assemblyscript/asc');
  let bytes = null;
  const { error, stderr } = await asc.main([entry, '--baseDir', here, '--outFile', 'kernel.wasm', ...OPTIONS], {
    writeFile: (_, contents) => {
      bytes = contents;
    },
  });
  if (error !== null || bytes === null) throw new Error(`the kernel does not compile: ${stderr.toString()}`);
  return bytes;
}

/** SHA-256 of the sources, the options and the version of the compiler. */
export async function fingerprint() {
  const hash = createHash('sha256');
  const { version } = createRequire(import.meta.url)('assemblyscript/package.json');
  hash.update(JSON.stringify([version, OPTIONS]));
  const names = (await readdir(here)).filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts')).sort();
  for (const name of names) hash.update(JSON.stringify([name, (await readFile(`${here}${name}`, 'utf8')).replaceAll('\r\n', '\n')]));
  return hash.digest('hex');
}

/** The module that embeds compiled code, and the fingerprint of what it was compiled from. */
export function embedded(bytes, print) {
  const text = Buffer.from(bytes).toString('base64');
  return [
    '// Written by assembly/build.mjs from the sources in assembly/: the compiled kernel as base64.',
    `// Compiled from ${print}`,
    `export const EQUATION_WASM =\n  '${text}';\n`,
  ].join('\n');
}

async function build() {
  const print = await fingerprint();
  if ((await readFile(target, 'utf8').catch(() => '')).includes(print)) return;
  // Whole or not at all: others may be reading it.
  await writeFile(`${target}.new`, embedded(await compileKernel(), print));
  await rename(`${target}.new`, target);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
