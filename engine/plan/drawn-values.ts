import type { Scalar, Series } from '../values/scalar.js';

/** Numbers and series that are derived from those of a draw: declared once, computed anew for each draw in the order of their declaration. */
export interface DrawnValues {
  /** A number of a draw. */
  once(value: Scalar): Scalar;
  /** A number of each year of a draw. */
  series(value: (y: number) => number): Series;
  /** Something else that has to be done once a draw before what is declared after it. */
  step(run: () => void): void;
  /** Computes all of them at the numbers of the draw under way. */
  compute(): void;
}

/**
 * Derived numbers of a draw.
 *
 * @example
 * let drawn = 2;
 * const values = createDrawnValues(3);
 * const double = values.once(() => 2 * drawn);
 * const series = values.series((y) => double() + y);
 * values.compute();
 * [...series]; // → [4, 5, 6]
 */
export function createDrawnValues(years: number): DrawnValues {
  const steps: (() => void)[] = [];
  return {
    once(value) {
      let now = Number.NaN;
      steps.push(() => {
        now = value();
      });
      return () => now;
    },
    series(value) {
      const series = new Float64Array(years);
      steps.push(() => {
        for (let y = 0; y < years; y++) series[y] = value(y);
      });
      return series;
    },
    step: (run) => void steps.push(run),
    compute() {
      for (let k = 0; k < steps.length; k++) steps[k]!();
    },
  };
}
