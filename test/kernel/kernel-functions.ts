import { assemble } from './assemble.js';

/** The kernel’s functions of one number; pow has two. */
export const NAMES = ['exp', 'log', 'expm1', 'tanh', 'softplus'] as const;

/** A module with each function over an array: from, to and the count of numbers. */
const MODULE = `
import { ${[...NAMES, 'pow'].join(', ')} } from './math';
${NAMES.map(
  (name) => `
export function ${name}All(from: usize, to: usize, count: i32): void {
  for (let k = 0; k < count; k += 2, from += 16, to += 16) v128.store(to, ${name}(v128.load(from)));
}`,
).join('\n')}
export function powAll(from: usize, exponents: usize, to: usize, count: i32): void {
  for (let k = 0; k < count; k += 2, from += 16, exponents += 16, to += 16) {
    v128.store(to, pow(v128.load(from), v128.load(exponents)));
  }
}`;

const START = 65_536;

/** Runs a function of the kernel over lists, one for each of its arguments. */
export type RunFunction = (name: string, ...lists: readonly (readonly number[])[]) => number[];

/** The kernel’s functions, built. */
export async function kernelFunctions(): Promise<RunFunction> {
  const module = (await assemble(MODULE)) as Record<string, (...places: number[]) => void> & {
    memory: WebAssembly.Memory;
  };
  return (name, ...lists) => {
    const count = lists[0]!.length + (lists[0]!.length % 2);
    const bytes = count * 8;
    const missing = START + bytes * (lists.length + 1) - module.memory.buffer.byteLength;
    if (missing > 0) module.memory.grow(Math.ceil(missing / 65_536));
    const places = [...lists, []].map((list, k) => {
      new Float64Array(module.memory.buffer, START + k * bytes, count).set(list);
      return START + k * bytes;
    });
    module[`${name}All`]!(...places, count);
    return Array.from(new Float64Array(module.memory.buffer, places.at(-1)!, lists[0]!.length));
  };
}
