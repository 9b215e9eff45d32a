import { type CompareOptions, runFutures } from './compare.js';
import type { FutureSource } from './future.js';
import { gainsOf } from './gains.js';

/** A field that is moved over a range. */
export interface SweepAxis {
  /** Path, such as `coordination` or `parameters.rivalry`. */
  readonly path: string;
  readonly values: readonly number[];
}

/** The gains of the futures at one point of a sweep. */
export interface SweepPoint {
  /** Value of each axis. */
  readonly at: readonly number[];
  /** Discounted output gained against the reference path by each future, total and by region. */
  readonly total: readonly number[];
  readonly regions: readonly Float64Array[];
  /** Discounted cost of each future. */
  readonly cost: readonly number[];
}

/**
 * Runs the futures at every point of one or two axes. How far regions act together is what tells the futures apart, so
 * `coordination` moves in the last future only; everything else moves in all of them.
 */
export function sweep(
  sources: readonly FutureSource[],
  axes: readonly SweepAxis[],
  options: CompareOptions = {},
): SweepPoint[] {
  return points(axes).map((at): SweepPoint => {
    const common = new Map(options.values);
    const own = new Map<string, number>();
    axes.forEach((axis, k) => {
      (isCoordination(axis.path) ? own : common).set(axis.path, at[k]!);
    });
    const { futures } = runFutures(sources, {
      ...options,
      values: common,
      ...(own.size > 0 ? { lastValues: own } : {}),
    });
    const gains = futures.map(gainsOf);
    return {
      at,
      total: gains.map((gain) => gain.total),
      regions: gains.map((gain) => gain.output),
      cost: gains.map((gain) => gain.cost),
    };
  });
}

/** A sweep with more points than this takes minutes and fills no screen. */
const MOST_POINTS = 1000;

/**
 * The values of a range written `from:to:step`, both ends included, percents allowed; null where the text is no range.
 *
 * @example
 * rangeValues('0:1:0.25'); // → [0, 0.25, 0.5, 0.75, 1]
 * rangeValues('0%:30%:10%'); // → [0, 0.1, 0.2, 0.3]
 * rangeValues('1:0:0.1'); // → null
 */
export function rangeValues(text: string): number[] | null {
  const parts = text.split(':').map(plainNumber);
  if (parts.length !== 3 || parts.includes(null)) return null;
  const [from, to, step] = parts as [number, number, number];
  const count = Math.floor((to - from) / step + 1e-9);
  if (!(step > 0) || to < from || count >= MOST_POINTS) return null;
  // Counted from the start, so that rounding does not add up; twelve digits take away what is left of it.
  return Array.from({ length: count + 1 }, (_, k) => Number((from + k * step).toPrecision(12)));
}

function plainNumber(text: string): number | null {
  const [, digits, percent] = /^\s*([-+]?[\d.]+(?:e[-+]?\d+)?)(%?)\s*$/i.exec(text) ?? [];
  const value = Number(digits);
  if (digits === undefined || !Number.isFinite(value)) return null;
  return percent === '%' ? value / 100 : value;
}

function isCoordination(path: string): boolean {
  return path === 'coordination' || path.startsWith('coordination.');
}

function points(axes: readonly SweepAxis[]): number[][] {
  return axes.reduce<number[][]>(
    (before, axis) => before.flatMap((at) => axis.values.map((value) => [...at, value])),
    [[]],
  );
}
