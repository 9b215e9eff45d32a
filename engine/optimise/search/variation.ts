import { pow } from '../../exact-math/index.js';
import type { Stream } from '../../values/streams.js';

/** The values that a gene may take: any number from 0 to 1, or one of so many choices, counted from 0. */
export type Gene = { readonly kind: 'part' } | { readonly kind: 'choice'; readonly count: number };

/** Parts of 0 and 1 beside numbers between them: policies that are left out or carried out in full are often best. */
const AT_AN_END = 0.1;

/** Deb's distribution indices: the higher, the nearer children lie to their parents, and mutants to what they were. */
const CROSSOVER_INDEX = 15;
const MUTATION_INDEX = 20;
const CROSSOVER = 0.9;

/** Random genes. */
export function randomGenes(genes: readonly Gene[], { uniform }: Stream): number[] {
  return genes.map((gene) => (gene.kind === 'part' ? uniform() : Math.floor(uniform() * gene.count)));
}

/**
 * A child of two parents: simulated binary crossover and polynomial mutation of parts, exchange and fresh draws of choices.
 *
 * Source: K. Deb & R. B. Agrawal 1995, Simulated binary crossover for continuous search space, Complex Systems 9; K. Deb & M. Goyal 1996, A combined
 * genetic adaptive search (GeneAS) for engineering design, Computer Science and Informatics 26.
 */
export function childOf(genes: readonly Gene[], a: readonly number[], b: readonly number[], random: Stream): number[] {
  const { uniform } = random;
  const crossed = uniform() < CROSSOVER ? crossover(genes, a, b, random) : [...a];
  const rate = 1 / genes.length;
  return crossed.map((value, k) => (uniform() < rate ? mutate(genes[k]!, value, random) : value));
}

function crossover(genes: readonly Gene[], a: readonly number[], b: readonly number[], { uniform }: Stream): number[] {
  return genes.map((gene, k) => {
    const [x, y] = [a[k]!, b[k]!];
    if (uniform() < 0.5) return x;
    if (gene.kind === 'choice' || Math.abs(x - y) < 1e-14) return y;
    const [low, high] = [Math.min(x, y), Math.max(x, y)];
    const below = uniform() < 0.5;
    const beta = 1 + (2 * (below ? low : 1 - high)) / (high - low);
    const spread = boundedSpread(beta, uniform());
    const child = below ? 0.5 * (low + high - spread * (high - low)) : 0.5 * (low + high + spread * (high - low));
    return clamp(child);
  });
}

/** Spread of a child around its parents' middle, cut off where the range ends. */
function boundedSpread(beta: number, u: number): number {
  const alpha = 2 - pow(beta, -(CROSSOVER_INDEX + 1));
  return u <= 1 / alpha
    ? pow(u * alpha, 1 / (CROSSOVER_INDEX + 1))
    : pow(1 / (2 - u * alpha), 1 / (CROSSOVER_INDEX + 1));
}

function mutate(gene: Gene, value: number, { uniform }: Stream): number {
  if (gene.kind === 'choice') return gene.count < 2 ? value : anotherChoice(value, gene.count, uniform());
  if (uniform() < AT_AN_END) return uniform() < 0.5 ? 0 : 1;
  const u = uniform();
  const power = MUTATION_INDEX + 1;
  const step =
    u < 0.5
      ? pow(2 * u + (1 - 2 * u) * pow(1 - value, power), 1 / power) - 1
      : 1 - pow(2 * (1 - u) + 2 * (u - 0.5) * pow(value, power), 1 / power);
  return clamp(value + step);
}

function anotherChoice(value: number, count: number, u: number): number {
  const other = Math.floor(u * (count - 1));
  return other < value ? other : other + 1;
}

function clamp(value: number): number {
  return Math.max(0, Math.min(1, value));
}
