import { NOISE, PARAMETERS, TREND } from '../../parameters/parameters.js';
import { matchNames } from '../../scenario/names.js';
import { type Domain, numberDomains, numericPaths } from '../../scenario/numeric-paths.js';
import type { Scenario } from '../../scenario/scenario.js';
import { cdf, type Distribution, distributionMean, quantileFunction, support } from '../../values/distribution.js';
import type { Quantity } from '../../values/quantity.js';
import { centralValue } from '../../values/resolve.js';

/** A number that draws give a value: from a distribution, or 1 where a policy fails and 0 where it succeeds. */
export interface UncertainNumber {
  /** Such as `parameters.rivalry` or `policies.market.failure`. */
  readonly path: string;
  /** By future, in the order of the scenarios; null where it is not uncertain there. */
  readonly sources: readonly (UncertainSource | null)[];
}

/** Source that a number is drawn from in one future. */
export type UncertainSource = DistributionSource | { readonly kind: 'failure'; readonly probability: number };

/** A distribution, cut off where the number it is of may not lie. */
export interface DistributionSource {
  readonly kind: 'distribution';
  readonly distribution: Distribution;
  readonly domain: Domain;
}

/** Choice of the uncertain numbers that are drawn; the others take their central values. */
export interface DrawnNumbers {
  /** Paths, names of parameters, or globs of them that stay at their central values. */
  readonly freeze: readonly string[];
  /** Paths that are drawn; where there are any, everything else is frozen. */
  readonly include: readonly string[];
}

/** Everything that {@link DrawnNumbers} could freeze: draws all of it. */
export const EVERYTHING_DRAWN: DrawnNumbers = { freeze: [], include: [] };

const NO_DOMAIN: Domain = [-Infinity, Infinity];

/**
 * The uncertain numbers of some futures, ordered by where they first occur. A path that several futures share is one number:
 * it gets the same place in its distribution in all of them, even where their distributions differ.
 *
 * A policy's failure is decided once in a draw, with its probability (of an uncertain probability, with its mean: decided once,
 * both come to the same).
 */
export function uncertainNumbers(
  scenarios: readonly Scenario[],
  drawn: DrawnNumbers = EVERYTHING_DRAWN,
): readonly UncertainNumber[] {
  const sources = new Map<string, (UncertainSource | null)[]>();
  scenarios.forEach((scenario, k) => {
    const domains = numberDomains(scenario);
    const failures = new Set(scenario.policies.map((policy) => `policies.${policy.name}.failure`));
    for (const [path, quantity] of numericPaths(scenario)) {
      const source = failures.has(path)
        ? failureSource(quantity)
        : distributionSource(quantity, domains.get(path) ?? NO_DOMAIN);
      if (source === null) continue;
      const list = sources.get(path) ?? scenarios.map(() => null);
      list[k] = source;
      sources.set(path, list);
    }
  });
  const kept = new Set(drawnPaths([...sources.keys()], drawn));
  return [...sources].flatMap(([path, list]) => (kept.has(path) ? [{ path, sources: list }] : []));
}

/**
 * Those of some paths that are drawn.
 *
 * @example
 * drawnPaths(['parameters.rivalry', 'parameters.barrier', 'trend.longRun'], { freeze: ['rivalry', 'trend.*'], include: [] }); // → ['parameters.barrier']
 */
export function drawnPaths(paths: readonly string[], { freeze, include }: DrawnNumbers): readonly string[] {
  const frozen = matchPaths(freeze, paths);
  const included = include.length === 0 ? null : matchPaths(include, paths);
  return paths.filter((path) => !frozen.has(path) && (included === null || included.has(path)));
}

/** Name of the input that stands for all noise together. */
export const NOISE_INPUT = 'noise';

/** True where noise is drawn; frozen, it is none. */
export function drawsNoise(drawn: DrawnNumbers): boolean {
  return drawnPaths([NOISE_INPUT], drawn).length > 0;
}

/** Paths that a list of paths, names of parameters and globs picks. */
export function matchPaths(patterns: readonly string[], paths: readonly string[]): ReadonlySet<string> {
  const short = paths.map((path) => path.replace(/^parameters\./, ''));
  return new Set([...matchNames(patterns, paths), ...matchNames(patterns, short)].map((k) => paths[k]!));
}

/** Paths that keep the first places of a Sobol sequence, whether a study draws them or not. */
export const SOBOL_PATHS: readonly string[] = [
  ...Object.keys(PARAMETERS).map((key) => `parameters.${key}`),
  ...Object.keys(TREND).map((key) => `trend.${key}`),
  ...Object.keys(NOISE).map((key) => `noise.${key}`),
];

function distributionSource(quantity: Quantity, domain: Domain): UncertainSource | null {
  return quantity.kind === 'distribution' ? { kind: 'distribution', distribution: quantity, domain } : null;
}

function failureSource(quantity: Quantity): UncertainSource | null {
  const probability =
    quantity.kind === 'distribution' ? Math.max(0, Math.min(1, distributionMean(quantity))) : centralValue(quantity, 0);
  return probability > 0 && probability < 1 ? { kind: 'failure', probability } : null;
}

/** The value of an uncertain number from its uniform one, never falling as that rises, so that correlations keep their sign. */
export function sourceFunction(source: UncertainSource): (u: number) => number {
  if (source.kind === 'failure') {
    const succeeds = 1 - source.probability;
    return (u) => (u < succeeds ? 0 : 1);
  }
  const at = quantileFunction(source.distribution);
  const [low, high] = source.domain;
  const [from, to] = insideDomain(source);
  // Cut where nothing lies outside changes nothing, not even by rounding.
  if (from === 0 && to === 1) return at;
  return (u) => Math.max(low, Math.min(high, at(from + u * (to - from))));
}

/** Probabilities between which a distribution lies inside the domain of its number: draws come from there alone. */
function insideDomain({ distribution, domain: [low, high] }: DistributionSource): readonly [number, number] {
  const [least, most] = support(distribution);
  return [least < low ? cdf(distribution, low) : 0, most > high ? cdf(distribution, high) : 1];
}

/**
 * Part of a distribution that lies outside the domain of its number and is never drawn, 0 … 1.
 *
 * @example
 * const distribution = { kind: 'distribution', family: 'normal', args: [0, 1], text: 'normal(0, 1)' };
 * partOutside({ kind: 'distribution', distribution, domain: [0, Infinity] }); // → 0.5
 */
export function partOutside(source: UncertainSource): number {
  if (source.kind === 'failure') return 0;
  const [from, to] = insideDomain(source);
  return 1 - (to - from);
}

/** The value that a single run uses in place of a draw. */
export function sourceCentre(source: UncertainSource): number {
  return source.kind === 'failure' ? source.probability : centralValue(source.distribution);
}
