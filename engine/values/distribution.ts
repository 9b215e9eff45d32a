import { betaCdf, betaQuantileFunction } from '../statistics/beta.js';
import { normalCdf, normalDensity, normalQuantile } from '../statistics/normal.js';
import type { TextMistake } from './text-mistake.js';

/** The distributions a number may be written as. Arguments in brackets are optional truncation or support bounds. */
export type Family = 'uniform' | 'normal' | 'lognormal' | 'triangular' | 'pert' | 'beta' | 'choice' | 'bernoulli';

/** A probability distribution as written, arguments checked. */
export interface Distribution {
  readonly kind: 'distribution';
  readonly family: Family;
  readonly args: readonly number[];
  /** As the user wrote it. */
  readonly text: string;
}

/** Everything the engine knows of one family; `args` are checked before anything else is called. */
interface FamilyDefinition {
  /** How it is written. */
  readonly signature: string;
  /** Numbers of arguments it takes; empty for one or more. */
  readonly counts: readonly number[];
  /** What is wrong with arguments of the right number, and which of them. */
  check(args: readonly number[]): (TextMistake & { readonly argument: number }) | null;
  /** What a single run uses. */
  centre(args: readonly number[]): number;
  mean(args: readonly number[]): number;
  variance(args: readonly number[]): number;
  support(args: readonly number[]): readonly [number, number];
  cdf(args: readonly number[], x: number): number;
  quantileFunction(args: readonly number[]): (u: number) => number;
}

/** Less than this probability between the bounds of a truncated normal is taken for a slip. */
const SMALLEST_PART = 1e-9;

const uniform: FamilyDefinition = {
  signature: 'uniform(a, b)',
  counts: [2],
  check: ([a, b]) => (a! > b! ? outOfOrder(1, `uniform(${b}, ${a})`, 'the lower end comes first') : null),
  centre: ([a, b]) => 0.5 * (a! + b!),
  mean: ([a, b]) => 0.5 * (a! + b!),
  variance: ([a, b]) => (b! - a!) ** 2 / 12,
  support: ([a, b]) => [a!, b!],
  cdf: ([a, b], x) => (x >= b! ? 1 : x < a! ? 0 : (x - a!) / (b! - a!)),
  quantileFunction:
    ([a, b]) =>
    (u) =>
      clamp(a! + u * (b! - a!), a!, b!),
};

const normal: FamilyDefinition = {
  signature: 'normal(mean, sd[, lo, hi])',
  counts: [2, 4],
  check(args) {
    const [mean, sd, lo, hi] = args;
    if (sd! < 0) return { argument: 1, message: `the standard deviation ${sd} is negative`, hint: `write ${-sd!}` };
    if (lo === undefined || hi === undefined) return null;
    if (lo >= hi) return outOfOrder(3, `normal(${mean}, ${sd}, ${hi}, ${lo})`, 'the lower bound comes first');
    if (truncation(args).part >= SMALLEST_PART) return null;
    const message = `normal(${mean}, ${sd}) practically never lies between ${lo} and ${hi}`;
    return { argument: 2, message, hint: 'bounds around the mean' };
  },
  centre: ([mean]) => mean!,
  mean(args) {
    const { mean, sd, a, b, part } = truncation(args);
    return sd === 0 ? mean : mean + (sd * (normalDensity(a) - normalDensity(b))) / part;
  },
  variance(args) {
    const { sd, a, b, part } = truncation(args);
    const [densityA, densityB] = [normalDensity(a), normalDensity(b)];
    const edges = (Number.isFinite(a) ? a * densityA : 0) - (Number.isFinite(b) ? b * densityB : 0);
    return sd * sd * (1 + edges / part - ((densityA - densityB) / part) ** 2);
  },
  support: ([mean, sd, lo, hi]) => (sd === 0 ? [mean!, mean!] : [lo ?? -Infinity, hi ?? Infinity]),
  cdf(args, x) {
    const { mean, sd, lo, hi, a, b, part } = truncation(args);
    if (sd === 0) return x < mean ? 0 : 1;
    if (x >= hi) return 1;
    if (x <= lo) return 0;
    const z = (x - mean) / sd;
    return clamp(a > 0 ? 1 - (normalCdf(-z) - normalCdf(-b)) / part : (normalCdf(z) - normalCdf(a)) / part, 0, 1);
  },
  quantileFunction(args) {
    const { mean, sd, lo, hi, a, b, part } = truncation(args);
    if (sd === 0) return () => mean;
    if (part === 1) return (u) => clamp(mean + sd * normalQuantile(u), lo, hi);
    const [below, above] = [normalCdf(a), normalCdf(-b)];
    return (u) => {
      const p = below + u * part;
      // In the upper half the complement keeps the digits that 1 − p would lose.
      const z = p <= 0.5 ? normalQuantile(p) : -normalQuantile(above + (1 - u) * part);
      return clamp(mean + sd * z, lo, hi);
    };
  },
};

/** A normal distribution's bounds, also in standard deviations from the mean, and the probability between them. */
function truncation([mean, sd, lo = -Infinity, hi = Infinity]: readonly number[]) {
  if (sd === 0) {
    const part = mean! >= lo && mean! <= hi ? 1 : 0;
    return { mean: mean!, sd, lo, hi, a: -Infinity, b: Infinity, part };
  }
  const a = (lo - mean!) / sd!;
  const b = (hi - mean!) / sd!;
  const part = a > 0 ? normalCdf(-a) - normalCdf(-b) : normalCdf(b) - normalCdf(a);
  return { mean: mean!, sd: sd!, lo, hi, a, b, part };
}

const lognormal: FamilyDefinition = {
  signature: 'lognormal(median, sigma)',
  counts: [2],
  check([median, sigma]) {
    if (median! <= 0)
      return { argument: 0, message: `the median ${median} is not above 0`, hint: 'the median, not its log' };
    if (sigma! < 0) return { argument: 1, message: `sigma ${sigma} is negative`, hint: `write ${-sigma!}` };
    return null;
  },
  centre: ([median]) => median!,
  mean: ([median, sigma]) => median! * Math.exp(0.5 * sigma! * sigma!),
  variance: ([median, sigma]) => median! * median! * Math.exp(sigma! * sigma!) * Math.expm1(sigma! * sigma!),
  support: ([median, sigma]) => (sigma === 0 ? [median!, median!] : [0, Infinity]),
  cdf([median, sigma], x) {
    if (sigma === 0) return x < median! ? 0 : 1;
    return x <= 0 ? 0 : normalCdf(Math.log(x / median!) / sigma!);
  },
  quantileFunction:
    ([median, sigma]) =>
    (u) =>
      median! * Math.exp(sigma! * normalQuantile(u)),
};

const triangular: FamilyDefinition = {
  signature: 'triangular(lo, mode, hi)',
  counts: [3],
  check: (args) => modeProblem('triangular', args),
  centre: ([, mode]) => mode!,
  mean: ([lo, mode, hi]) => (lo! + mode! + hi!) / 3,
  variance: ([lo, mode, hi]) => ((hi! - lo!) ** 2 - (mode! - lo!) * (hi! - mode!)) / 18,
  support: ([lo, , hi]) => [lo!, hi!],
  cdf([lo, mode, hi], x) {
    if (x >= hi!) return 1;
    if (x <= lo!) return 0;
    if (x <= mode!) return (x - lo!) ** 2 / ((hi! - lo!) * (mode! - lo!));
    return 1 - (hi! - x) ** 2 / ((hi! - lo!) * (hi! - mode!));
  },
  quantileFunction([lo, mode, hi]) {
    if (lo! === hi!) return () => lo!;
    const atMode = (mode! - lo!) / (hi! - lo!);
    const rising = (hi! - lo!) * (mode! - lo!);
    const falling = (hi! - lo!) * (hi! - mode!);
    return (u) =>
      u < atMode ? Math.min(mode!, lo! + Math.sqrt(u * rising)) : Math.max(mode!, hi! - Math.sqrt((1 - u) * falling));
  },
};

const beta: FamilyDefinition = {
  signature: 'beta(a, b[, lo, hi])',
  counts: [2, 4],
  check([a, b, lo, hi]) {
    if (a! <= 0) return { argument: 0, message: `a = ${a} is not above 0`, hint: 'beta(a, b) with a and b above 0' };
    if (b! <= 0) return { argument: 1, message: `b = ${b} is not above 0`, hint: 'beta(a, b) with a and b above 0' };
    if (lo === undefined || hi === undefined || lo < hi) return null;
    return outOfOrder(3, `beta(${a}, ${b}, ${hi}, ${lo})`, 'the lower bound comes first');
  },
  centre: (args) => beta.mean(args),
  mean: ([a, b, lo = 0, hi = 1]) => lo + (hi - lo) * (a! / (a! + b!)),
  variance: ([a, b, lo = 0, hi = 1]) => ((hi - lo) ** 2 * a! * b!) / ((a! + b!) ** 2 * (a! + b! + 1)),
  support: ([, , lo = 0, hi = 1]) => [lo, hi],
  cdf: ([a, b, lo = 0, hi = 1], x) => betaCdf((x - lo) / (hi - lo), a!, b!),
  quantileFunction([a, b, lo = 0, hi = 1]) {
    const standard = betaQuantileFunction(a!, b!);
    return (u) => clamp(lo + (hi - lo) * standard(u), lo, hi);
  },
};

/** Vose's PERT distribution is a beta distribution between its ends. */
const pert: FamilyDefinition = {
  signature: 'pert(lo, mode, hi)',
  counts: [3],
  check: (args) => modeProblem('pert', args),
  centre: ([, mode]) => mode!,
  mean: ([lo, mode, hi]) => (lo! + 4 * mode! + hi!) / 6,
  variance: ([lo, mode, hi]) => (lo! === hi! ? 0 : beta.variance(pertAsBeta(lo!, mode!, hi!))),
  support: ([lo, , hi]) => [lo!, hi!],
  cdf([lo, mode, hi], x) {
    if (x >= hi!) return 1;
    return x <= lo! ? 0 : beta.cdf(pertAsBeta(lo!, mode!, hi!), x);
  },
  quantileFunction: ([lo, mode, hi]) => (lo! === hi! ? () => lo! : beta.quantileFunction(pertAsBeta(lo!, mode!, hi!))),
};

function pertAsBeta(lo: number, mode: number, hi: number): [number, number, number, number] {
  return [1 + (4 * (mode - lo)) / (hi - lo), 1 + (4 * (hi - mode)) / (hi - lo), lo, hi];
}

const choice: FamilyDefinition = {
  signature: 'choice(...)',
  counts: [],
  check: () => null,
  centre: (args) => choice.mean(args),
  mean: (args) => args.reduce((sum, value) => sum + value, 0) / args.length,
  variance(args) {
    const mean = choice.mean(args);
    return args.reduce((sum, value) => sum + (value - mean) ** 2, 0) / args.length;
  },
  support: (args) => [Math.min(...args), Math.max(...args)],
  cdf: (args, x) => args.filter((value) => value <= x).length / args.length,
  quantileFunction(args) {
    const sorted = [...args].sort((a, b) => a - b);
    return (u) => sorted[clamp(Math.ceil(u * sorted.length) - 1, 0, sorted.length - 1)]!;
  },
};

const bernoulli: FamilyDefinition = {
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

/** How each distribution is written. */
export const DISTRIBUTION_SIGNATURES: Readonly<Record<Family, string>> = Object.fromEntries(
  FAMILIES.map((family) => [family, DEFINITIONS[family].signature]),
) as Record<Family, string>;

/** Whether a name is that of a distribution. */
export function isFamily(name: string): name is Family {
  return Object.hasOwn(DEFINITIONS, name);
}

/**
 * What is wrong with a distribution's arguments, or null; `argument` counts from 0.
 *
 * @example
 * distributionMistake('triangular', [0.3, 0.1, 0.6])?.hint; // → 'triangular(lo, mode, hi): write triangular(0.1, 0.3, 0.6)'
 */
export function distributionMistake(
  family: Family,
  args: readonly number[],
): (TextMistake & { readonly argument: number }) | null {
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

function modeProblem(family: string, [lo, mode, hi]: readonly number[]) {
  if (lo! <= mode! && mode! <= hi!) return null;
  const sorted = [lo!, mode!, hi!].sort((a, b) => a - b);
  return outOfOrder(lo! > mode! ? 1 : 2, `${family}(${sorted.join(', ')})`, 'from the lowest to the highest', family);
}

function outOfOrder(argument: number, right: string, rule: string, family = right.slice(0, right.indexOf('('))) {
  const signature = isFamily(family) ? DEFINITIONS[family].signature : family;
  return { argument, message: `arguments in the wrong order: ${rule}`, hint: `${signature}: write ${right}` };
}

function percentHint(p: number): string | undefined {
  return p > 1 && p <= 100 ? `did you mean ${p}%?` : undefined;
}

function clamp(x: number, lo: number, hi: number): number {
  return Math.max(lo, Math.min(x, hi));
}
