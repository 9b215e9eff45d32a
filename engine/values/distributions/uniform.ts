import { square } from '../../exact-math/index.js';
import { clamp, type FamilyDefinition, outOfOrder } from './family.js';

const SIGNATURE = 'uniform(a, b)';

/** Uniform between two ends. */
export const uniform: FamilyDefinition = {
  signature: SIGNATURE,
  counts: [2],
  check: ([a, b]) => (a! > b! ? outOfOrder(1, `uniform(${b}, ${a})`, 'the lower end comes first', SIGNATURE) : null),
  centre: ([a, b]) => 0.5 * (a! + b!),
  mean: ([a, b]) => 0.5 * (a! + b!),
  variance: ([a, b]) => square(b! - a!) / 12,
  support: ([a, b]) => [a!, b!],
  cdf: ([a, b], x) => (x >= b! ? 1 : x < a! ? 0 : (x - a!) / (b! - a!)),
  quantileFunction:
    ([a, b]) =>
    (u) =>
      clamp(a! + u * (b! - a!), a!, b!),
};
