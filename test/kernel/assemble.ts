import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { main } from 'assemblyscript/asc';
import { OPTIONS } from '../../engine/kernel/assembly/build.mjs';
import { ROOT } from '../source-files.js';

/** What a small AssemblyScript module exports that only tests need. It is given as text; its imports start at engine/kernel/assembly. */
export async function assemble(text: string): Promise<WebAssembly.Exports> {
  const entry = 'engine/kernel/assembly/entry-of-test.ts';
  const complaints: string[] = [];
  let binary: Uint8Array<ArrayBuffer> | undefined;
  const { error } = await main([entry, '--baseDir', ROOT, '--outFile', 'test.wasm', ...OPTIONS], {
    readFile: (name, base) => {
      if (name === entry) return text;
      const path = resolve(base, name);
      return existsSync(path) ? readFileSync(path, 'utf8') : null;
    },
    writeFile: (_name, contents) => {
      binary = contents as Uint8Array<ArrayBuffer>;
    },
    listFiles: () => null,
    stderr: { write: (chunk: string | Uint8Array) => void complaints.push(String(chunk)) },
  });
  if (error !== null || binary === undefined) throw new Error(`${error}\n${complaints.join('')}`);
  return (await WebAssembly.instantiate(binary)).instance.exports;
}
