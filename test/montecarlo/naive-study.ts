/**
 * Monte Carlo written once more, from model.md's words and for reading: plain lists, one number at a time. It shares with the
 * engine the plan of each draw as it is printed and the normal numbers, nothing else: noise, paths, discounting, gains, goals,
 * regret, volatility and what is said of a list of numbers are its own.
 */
import { normalCdf } from '../../engine/statistics/normal.js';
import { type PlanNumbers, project, type StepNoise } from '../projection/naive.js';

type Row = number[];
type Table = number[][];

/** Standard deviations of the four groups of noise and of the drift, its persistence θ, and how much more or less than others each cell varies. */
export interface NoiseSizes {
  readonly common: number;
  readonly industry: number;
  readonly region: number;
  readonly cell: number;
  readonly drift: number;
  readonly persistence: number;
  readonly relativeCell: ArrayLike<number> | null;
}

/** One run in one draw: what its plan says, and what moves it. */
export interface DrawnRun {
  readonly plan: PlanNumbers;
  readonly noise: NoiseSizes;
  readonly discountRate: number;
}

/** The next standard normal number of a group's stream. */
export type NextNormal = (group: 'common' | 'industry' | 'region' | 'cell' | 'drift') => () => number;

/** What one run yields in one draw. */
export interface RunNumbers {
  /** Output of each region, by year. */
  readonly output: Table;
  readonly discountRate: number;
  /** Output of each region over all years, each year less by the discount rate; the first counts whole. */
  readonly discounted: Row;
  /** Standard deviation of the growth of the whole from year to year; NaN of fewer than two growth rates. */
  readonly volatility: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Projects one run in one draw. */
export function runOnce({ plan, noise, discountRate }: DrawnRun, normals: NextNormal): RunNumbers {
  const cells = project(plan, false, noiseOf(plan, noise, normals)).output;
  const output = cells.map((regions) => regions.map(sum));
  const totals = output.map(sum);
  const growth = totals.slice(1).map((total, y) => Math.log(total / totals[y]!));
  return {
    output,
    discountRate,
    discounted: plan.regions.map((_, r) =>
      discount(
        output.map((regions) => regions[r]!),
        discountRate,
      ),
    ),
    volatility: deviation(growth),
  };
}

/** Value of a series in the prices of its first year. */
export function discount(series: Row, rate: number): number {
  return sum(series.map((value, y) => value / (1 + rate) ** y));
}

/**
 * The number of Student's t with eight degrees of freedom, scaled to variance 1 and cut at 6, that is as likely to be exceeded as a standard normal
 * number; found by halving, from the closed form of its distribution function.
 */
function heavyTailed(normal: number): number {
  const scale = Math.sqrt(6 / 8);
  const below = (t: number): number => {
    const c = 8 / (8 + t * t);
    return 0.5 + (t / Math.sqrt(8 + t * t) / 2) * (1 + c / 2 + (3 * c * c) / 8 + (5 * c ** 3) / 16);
  };
  const wanted = normalCdf(-Math.abs(normal));
  let [low, high] = [-6 / scale, 0];
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2;
    if (below(middle) < wanted) low = middle;
    else high = middle;
  }
  return -Math.sign(normal) * scale * low;
}

/**
 * z' = θz + √(1−θ²)·σ·ε, started at σ·ε, with ε Student's t of eight degrees of freedom and variance 1. Each group has numbers of its own: one for
 * each of its members at the start, then one for each in every further year. The drift is one normal number for all years.
 */
function noiseOf(plan: PlanNumbers, sizes: NoiseSizes, normals: NextNormal): StepNoise[] {
  const steps = plan.years.length - 1;
  const group = (name: 'common' | 'industry' | 'region' | 'cell', members: number): Table => {
    const next = normals(name);
    const level = (k: number) => sizes[name] * (name === 'cell' ? (sizes.relativeCell?.[k] ?? 1) : 1);
    const fresh = () => Array.from({ length: members }, () => heavyTailed(next()));
    const years: Table = [];
    for (let t = 0; t < steps; t++) {
      const before = years.at(-1);
      const numbers = fresh();
      years.push(
        numbers.map((number, k) =>
          before === undefined
            ? level(k) * number
            : sizes.persistence * before[k]! + Math.sqrt(1 - sizes.persistence ** 2) * level(k) * number,
        ),
      );
    }
    return years;
  };
  const common = group('common', 1);
  const industry = group('industry', plan.industries.length);
  const region = group('region', plan.regions.length);
  const cell = group('cell', plan.regions.length * plan.industries.length);
  const drift = sizes.drift * normals('drift')();
  return Array.from({ length: steps }, (_, t) => ({
    industry: industry[t]!.map((each) => each + common[t]![0]! + drift),
    region: region[t]!,
    cell: plan.regions.map((_, r) => plan.industries.map((_, i) => cell[t]![r * plan.industries.length + i]!)),
  }));
}

/** What is said of the numbers of all draws; draws without a finite number are missing. */
export interface Said {
  readonly count: number;
  readonly mean: number;
  readonly standardDeviation: number;
  readonly p05: number;
  readonly p50: number;
  readonly p95: number;
  /** Standard errors of the quantiles. */
  readonly errors: { readonly p05: number; readonly p50: number; readonly p95: number };
  readonly lowestTenth: number;
}

export function say(numbers: Row): Said {
  const sorted = numbers.filter(Number.isFinite).sort((a, b) => a - b);
  return {
    count: sorted.length,
    mean: sum(sorted) / sorted.length,
    standardDeviation: deviation(sorted),
    p05: quantile(sorted, 0.05),
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    errors: {
      p05: quantileError(sorted, 0.05),
      p50: quantileError(sorted, 0.5),
      p95: quantileError(sorted, 0.95),
    },
    lowestTenth: lowestTenth(sorted),
  };
}

/** Standard deviation of a sample, with n − 1; NaN of fewer than two numbers. */
export function deviation(numbers: Row): number {
  if (numbers.length < 2) return Number.NaN;
  const mean = sum(numbers) / numbers.length;
  return Math.sqrt(sum(numbers.map((number) => (number - mean) ** 2)) / (numbers.length - 1));
}

/** Type 7 of Hyndman and Fan: the line through the points (k/(n−1), k-th smallest). */
export function quantile(sorted: Row, p: number): number {
  const place = p * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return low * (1 - (place % 1)) + high * (place % 1);
}

/** Standard error of a share of p times what the quantile rises by for a share, around p and inside 0 … 1. */
export function quantileError(sorted: Row, p: number): number {
  const error = Math.sqrt((p * (1 - p)) / sorted.length);
  const from = Math.max(p - error, 0);
  const to = Math.min(p + error, 1);
  return (error * (quantile(sorted, to) - quantile(sorted, from))) / (to - from);
}

/** Mean of the lowest tenth, the number at its edge counted in part. */
function lowestTenth(sorted: Row): number {
  const taken = sorted.length / 10;
  return sum(sorted.map((number, k) => number * Math.min(1, Math.max(0, taken - k)))) / taken;
}

/** What the best choice of a draw has more than each of them. */
export function regrets(choices: Row, better: 'higher' | 'lower'): Row {
  const good = choices.map((value) => (better === 'higher' ? value : -value));
  return good.map((value) => Math.max(...good) - value);
}
