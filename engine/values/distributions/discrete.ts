import { square } from '../../exact-math/index.js';
import { clamp, type FamilyDefinition } from './family.js';

/** One of several values, each as likely as the others. */
export const choice: FamilyDefinition = {
  signature: 'choice(...)',
  counts: [],
  check: () => null,
  centre: (args) => choice.mean(args),
  mean: (args) => args.reduce((sum, value) => sum + value, 0) / args.length,
  variance(args) {
    const mean = choice.mean(args);
    return args.reduce((sum, value) => sum + square(value - mean), 0) / args.length;
  },
  support: (args) => [Math.min(...args), Math.max(...args)],
  cdf: (args, x) => args.filter((value) => value <= x).length / args.length,
  quantileFunction(args) {
    const sorted = [...args].sort((a, b) => a - b);
    return (u) => sorted[clamp(Math.ceil(u * sorted.length) - 1, 0, sorted.length - 1)]!;
  },
};

/** 1 with a probability, else 0. */
export const bernoulli: FamilyDefinition = {
  signature: 'bernoulli(p)',
  counts: [1],
  check: ([p]) =>
    p! >= 0 && p! <= 1
      ? null
      : {
          argument: 0,
          message: `the probability ${p} is outside 0 … 1`,
          hint: percentHint(p!) ?? 'a probability such as 0.2 or 20%',
        },
  centre: ([p]) => p!,
  mean: ([p]) => p!,
  variance: ([p]) => p! * (1 - p!),
  support: ([p]) => [p === 1 ? 1 : 0, p === 0 ? 0 : 1],
  cdf: ([p], x) => (x >= 1 ? 1 : x < 0 ? 0 : 1 - p!),
  quantileFunction:
    ([p]) =>
    (u) =>
      u <= 1 - p! ? 0 : 1,
};

function percentHint(p: number): string | undefined {
  return p > 1 && p <= 100 ? `did you mean ${p}%?` : undefined;
}
