import { exp, expm1, log } from '../../exact-math/index.js';
import { normalCdf, normalQuantile } from '../../statistics/normal.js';
import type { FamilyDefinition } from './family.js';

/** Lognormal, by its median and the standard deviation of its log. */
export const lognormal: FamilyDefinition = {
  signature: 'lognormal(median, sigma)',
  counts: [2],
  check([median, sigma]) {
    if (median! <= 0)
      return { argument: 0, message: `the median ${median} is not above 0`, hint: 'the median, not its log' };
    if (sigma! < 0) return { argument: 1, message: `sigma ${sigma} is negative`, hint: `write ${-sigma!}` };
    return null;
  },
  centre: ([median]) => median!,
  mean: ([median, sigma]) => median! * exp(0.5 * sigma! * sigma!),
  variance: ([median, sigma]) => median! * median! * exp(sigma! * sigma!) * expm1(sigma! * sigma!),
  support: ([median, sigma]) => (sigma === 0 ? [median!, median!] : [0, Infinity]),
  cdf([median, sigma], x) {
    if (sigma === 0) return x < median! ? 0 : 1;
    return x <= 0 ? 0 : normalCdf(log(x / median!) / sigma!);
  },
  quantileFunction:
    ([median, sigma]) =>
    (u) =>
      median! * exp(sigma! * normalQuantile(u)),
};
