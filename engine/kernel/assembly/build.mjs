/**
 * Compiles the kernel and embeds it in ../equation-wasm.ts, so that the command line, workers, pages and single files need no file beside them.
 * `node engine/kernel/assembly/build.mjs`, which `npm run build` does; a test holds what is embedded to what these sources give.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

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
  let bytes = null;
  const { error, stderr } = await asc.main([entry, '--baseDir', here, '--outFile', 'kernel.wasm', ...OPTIONS], {
    writeFile: (_, contents) => {
      bytes = contents;
    },
  });
  if (error !== null || bytes === null) throw new Error(`the kernel does not compile: ${stderr.toString()}`);
  return bytes;
}

/** The module that embeds compiled code. */
export function embedded(bytes) {
  const text = Buffer.from(bytes).toString('base64');
  return [
    '// Written by assembly/build.mjs from the sources in assembly/: the compiled kernel as base64.',
    `export const EQUATION_WASM =\n  '${text}';\n`,
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(target, embedded(await compileKernel()));
