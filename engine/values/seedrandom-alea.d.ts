// @types/seedrandom declares the package's index only, which loads six more generators.
declare module 'seedrandom/lib/alea.js' {
  export default function alea(seed: string): () => number;
}
