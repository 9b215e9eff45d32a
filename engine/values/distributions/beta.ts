import { square } from '../../exact-math/index.js';
import { betaCdf, betaQuantileFunction } from '../../statistics/beta.js';
import { clamp, type FamilyDefinition, outOfOrder } from './family.js';

const SIGNATURE = 'beta(a, b[, lo, hi])';

/** Beta on 0 … 1, or between other ends. */
export const beta: FamilyDefinition = {
  signature: SIGNATURE,
  counts: [2, 4],
  check([a, b, lo, hi]) {
    if (a! <= 0) return { argument: 0, message: `a = ${a} is not above 0`, hint: 'beta(a, b) with a and b above 0' };
    if (b! <= 0) return { argument: 1, message: `b = ${b} is not above 0`, hint: 'beta(a, b) with a and b above 0' };
    if (lo === undefined || hi === undefined || lo < hi) return null;
    return outOfOrder(3, `beta(${a}, ${b}, ${hi}, ${lo})`, 'the lower bound comes first', SIGNATURE);
  },
  centre: (args) => beta.mean(args),
  mean: ([a, b, lo = 0, hi = 1]) => lo + (hi - lo) * (a! / (a! + b!)),
  variance: ([a, b, lo = 0, hi = 1]) => (square(hi - lo) * a! * b!) / (square(a! + b!) * (a! + b! + 1)),
  support: ([, , lo = 0, hi = 1]) => [lo, hi],
  cdf: ([a, b, lo = 0, hi = 1], x) => betaCdf((x - lo) / (hi - lo), a!, b!),
  quantileFunction([a, b, lo = 0, hi = 1]) {
    const standard = betaQuantileFunction(a!, b!);
    return (u) => clamp(lo + (hi - lo) * standard(u), lo, hi);
  },
};
