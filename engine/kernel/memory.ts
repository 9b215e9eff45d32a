import { EQUATION_WASM } from './equation-wasm.js';

/** The part of WebAssembly that is used, which browsers and Node.js share, but no library of types without a page's other names. */
const { WebAssembly } = globalThis as unknown as {
  readonly WebAssembly: {
    readonly Module: new (code: Uint8Array) => object;
    readonly Instance: new (module: object) => { readonly exports: Readonly<Record<string, unknown>> };
  };
};

/** Bytes of a page of WebAssembly memory. */
const PAGE = 65_536;
/** Arrays begin at multiples of so many bytes, the length of a cache line. */
const LINE = 64;

/** The kernel's memory, laid out by name: assembly/memory.ts has a global of the same name for every array and every number. */
export interface KernelMemory {
  readonly kernel: Kernel;
  /** Sets a number. */
  set(name: string, value: number): void;
  /**
   * The array of a name, at least as long as asked for; made on the first call, and made anew, empty, where it has become too short.
   *
   * @returns a view of the memory, valid until the memory grows: ask again each time
   */
  array(name: string, length: number, padding?: number): Float64Array;
  /** The same for whole numbers of 32 bits. */
  integers(name: string, length: number): Int32Array;
  /** The address of an array. */
  address(name: string): number;
}

/** What the kernel does, see assembly/index.ts. */
export interface Kernel {
  startCase(): void;
  projectReference(): void;
  projectFuture(): void;
  measureYear(): void;
  prepareRandom(): void;
  seedRandom(s0: number, s1: number, s2: number, carry: number): void;
  fillNormals(target: number, rows: number, count: number, stride: number): void;
  fillStudent(target: number, rows: number, count: number, stride: number): void;
  spread(from: number, to: number, rows: number, count: number, stride: number): void;
  gather(from: number, to: number, rows: number, count: number, stride: number): void;
}

interface Place {
  readonly address: number;
  readonly length: number;
  view: Float64Array | Int32Array;
}

/** A kernel with memory of its own, empty. */
export function createKernelMemory(): KernelMemory {
  const { exports } = new WebAssembly.Instance(kernelModule());
  const { memory } = exports as { memory: { readonly buffer: ArrayBuffer; grow(pages: number): number } };
  const globals = exports as Record<string, { value: unknown }>;
  const places = new Map<string, Place>();
  let free = globals.free!.value as number;

  function reserve(name: string, size: number): number {
    const address = Math.ceil(free / LINE) * LINE;
    free = address + size;
    const missing = Math.ceil((free - memory.buffer.byteLength) / PAGE);
    if (missing > 0) memory.grow(missing);
    const global = globals[name];
    if (global !== undefined) global.value = address;
    return address;
  }

  function place(name: string, length: number, Numbers: typeof Float64Array | typeof Int32Array, padding = 0) {
    const known = places.get(name);
    if (known !== undefined && known.length >= length) {
      if (known.view.buffer !== memory.buffer) known.view = new Numbers(memory.buffer, known.address, known.length);
      return known.view;
    }
    const address = reserve(name, length * Numbers.BYTES_PER_ELEMENT);
    const view = new Numbers(memory.buffer, address, length);
    if (padding !== 0) view.fill(padding);
    places.set(name, { address, length, view });
    return view;
  }

  const kernel = exports as unknown as Kernel;
  return {
    kernel,
    set(name, value) {
      globals[name]!.value = value;
    },
    array: (name, length, padding) => place(name, length, Float64Array, padding) as Float64Array,
    integers: (name, length) => place(name, length, Int32Array) as Int32Array,
    address: (name) => places.get(name)!.address,
  };
}

/** The compiled kernel: compiled on the first call, and the same for all memories of a thread, since it has no state. */
const kernelModule = (() => {
  let compiled: object | null = null;
  return () => (compiled ??= new WebAssembly.Module(Uint8Array.from(atob(EQUATION_WASM), (c) => c.charCodeAt(0))));
})();
