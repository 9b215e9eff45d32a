import { beta } from './distributions/beta.js';
import { bernoulli, choice } from './distributions/discrete.js';
import type { ArgumentMistake, FamilyDefinition } from './distributions/family.js';
import { lognormal } from './distributions/lognormal.js';
import { normal } from './distributions/normal.js';
import { pert } from './distributions/pert.js';
import { triangular } from './distributions/triangular.js';
import { uniform } from './distributions/uniform.js';

/** The distributions a number may be written as. Arguments in brackets are optional truncation or support bounds. */
export type Family = 'uniform' | 'normal' | 'lognormal' | 'triangular' | 'pert' | 'beta' | 'choice' | 'bernoulli';

/** A probability distribution as written, arguments checked. */
export interface Distribution {
  readonly kind: 'distribution';
  readonly family: Family;
  readonly args: readonly number[];
  /** Text as the user wrote it. */
  readonly text: string;
}

const DEFINITIONS: Readonly<Record<Family, FamilyDefinition>> = {
  uniform,
  normal,
  lognormal,
  triangular,
  pert,
  beta,
  choice,
  bernoulli,
};

/** Names of the distributions, in the order of the documentation. */
export const FAMILIES = Object.keys(DEFINITIONS) as readonly Family[];

/** The way each distribution is written. */
export const DISTRIBUTION_SIGNATURES: Readonly<Record<Family, string>> = Object.fromEntries(
  FAMILIES.map((family) => [family, DEFINITIONS[family].signature]),
) as Record<Family, string>;

/** True where a name is that of a distribution. */
export function isFamily(name: string): name is Family {
  return Object.hasOwn(DEFINITIONS, name);
}

/**
 * The mistake in a distribution's arguments, or null.
 *
 * @example
 * distributionMistake('triangular', [0.3, 0.1, 0.6])?.hint; // → 'triangular(lo, mode, hi): write triangular(0.1, 0.3, 0.6)'
 */
export function distributionMistake(family: Family, args: readonly number[]): ArgumentMistake | null {
  const { counts, signature, check } = DEFINITIONS[family];
  if (args.length === 0 || (counts.length > 0 && !counts.includes(args.length))) {
    const wanted = counts.length === 0 ? '1 or more' : counts.join(' or ');
    const message = `${family} takes ${wanted} number${wanted === '1' ? '' : 's'}, not ${args.length}`;
    // 0,25 for 0.25 doubles the number of arguments.
    const decimals = counts.some((count) => args.length === 2 * count) ? '; decimals with a point: 0.25' : '';
    return { argument: 0, message, hint: `${signature}${decimals}` };
  }
  return check(args);
}

/**
 * The value a single run uses: the mode of triangular and pert, the median of lognormal, else the mean as written
 * (of a truncated normal its first argument).
 */
export function distributionCentre(distribution: Distribution): number {
  return DEFINITIONS[distribution.family].centre(distribution.args);
}

/** Mean of the distribution, truncation included. */
export function distributionMean(distribution: Distribution): number {
  return DEFINITIONS[distribution.family].mean(distribution.args);
}

/** Standard deviation of the distribution, truncation included. */
export function distributionStandardDeviation(distribution: Distribution): number {
  return Math.sqrt(Math.max(0, DEFINITIONS[distribution.family].variance(distribution.args)));
}

/** Smallest and largest value, infinite where there is none. */
export function support(distribution: Distribution): readonly [number, number] {
  return DEFINITIONS[distribution.family].support(distribution.args);
}

/** Probability of a value of at most `x`. */
export function cdf(distribution: Distribution, x: number): number {
  return DEFINITIONS[distribution.family].cdf(distribution.args, x);
}

/**
 * The inverse of {@link cdf}: the smallest value not exceeded with probability `u`, 0 < u < 1. Increasing in `u` and
 * always within the support. For many values of one distribution take {@link quantileFunction}.
 *
 * @example
 * quantile({ kind: 'distribution', family: 'uniform', args: [10, 20], text: 'uniform(10, 20)' }, 0.25); // → 12.5
 */
export function quantile(distribution: Distribution, u: number): number {
  return quantileFunction(distribution)(u);
}

/** The quantile function with everything computed that does not depend on `u`. */
export function quantileFunction(distribution: Distribution): (u: number) => number {
  return DEFINITIONS[distribution.family].quantileFunction(distribution.args);
}
