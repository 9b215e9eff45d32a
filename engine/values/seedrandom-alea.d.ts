// @types/seedrandom declares the package's index only, which loads six more generators.
declare module 'seedrandom/lib/alea.js' {
  type AleaState = { readonly c: number; readonly s0: number; readonly s1: number; readonly s2: number };
  export default function alea(seed: string): () => number;
  export default function alea(seed: string, options: { state: true }): (() => number) & { state(): AleaState };
}
