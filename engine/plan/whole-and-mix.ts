import { exp, log, pow } from '../exact-math/index.js';

/** The numbers of the whole and the mix: growth of all industries together, and what each adds to it. */
export interface WholeAndMix {
  /** Log growth of the whole over the last observed year, less the deflator. */
  readonly last: number;
  /** The rate that it fades to, by projected year. */
  readonly longRun: ArrayLike<number>;
  /** Years in which half the distance between the two is lost. */
  readonly halfLife: number;
  /** Past growth of each industry less that of the whole, log points a year, I. */
  readonly relative: Float64Array;
  /** Part of it that goes on. */
  readonly slope: number;
  /** Years in which half of that is lost. */
  readonly mixHalfLife: number;
  /** Output of each industry in the first year, I. */
  readonly output: Float64Array;
}

/**
 * Log growth of each industry in each projected year, Y × I: the whole grows by `g(t) = m + (g_last − m)·½^((t+1)/halfLife)`, an industry by
 * `g(t) + b·x_i·½^(t/mixHalfLife) − n(t)`, where n(t) is such that all together grow by g(t) exactly, and t counts steps from 0.
 *
 * @param room where the trend is written, Y × I, and I numbers of room; default new arrays
 */
export function wholeAndMixTrend(
  numbers: WholeAndMix,
  { trend, output }: { readonly trend: Float64Array; readonly output: Float64Array } = {
    trend: new Float64Array(numbers.longRun.length * numbers.relative.length),
    output: new Float64Array(numbers.relative.length),
  },
): Float64Array {
  const { last, longRun, halfLife, relative, slope, mixHalfLife } = numbers;
  const count = relative.length;
  output.set(numbers.output);
  for (let t = 0; t < longRun.length; t++) {
    const rate = longRun[t]!;
    const whole = rate + (last - rate) * pow(0.5, (t + 1) / halfLife);
    const left = slope * pow(0.5, t / mixHalfLife);
    let [before, after] = [0, 0];
    for (let i = 0; i < count; i++) {
      before += output[i]!;
      after += output[i]! * exp(left * relative[i]!);
    }
    const common = whole - log(after / before);
    for (let i = 0; i < count; i++) {
      const growth = common + left * relative[i]!;
      trend[t * count + i] = growth;
      output[i] = output[i]! * exp(growth);
    }
  }
  return trend;
}
