const LEVELS = '▁▂▃▄▅▆▇█';

/**
 * A path as a row of small bars, one character a value; between its own lowest and highest value unless bounds are given.
 * A path that stays level is drawn at the middle, and a missing value as a space.
 *
 * @example
 * sparkline([1, 2, 3, 4, 5, 6, 7, 8]); // → '▁▂▃▄▅▆▇█'
 * sparkline([2, 2, 2]); // → '▄▄▄'
 * sparkline([0.5, null, 1], { low: 0, high: 1 }); // → '▅ █'
 */
export function sparkline(
  values: readonly (number | null)[],
  bounds?: { readonly low: number; readonly high: number },
): string {
  const known = values.filter((value): value is number => value !== null && Number.isFinite(value));
  let low = bounds?.low ?? Number.POSITIVE_INFINITY;
  let high = bounds?.high ?? Number.NEGATIVE_INFINITY;
  if (bounds === undefined) {
    for (const value of known) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  const span = high - low;
  return values
    .map((value) => {
      if (value === null || !Number.isFinite(value)) return ' ';
      // Differences that rounding makes are no path.
      if (!(span > 1e-9 * Math.max(Math.abs(low), Math.abs(high)))) return LEVELS[3];
      const part = Math.min(1, Math.max(0, (value - low) / span));
      return LEVELS[Math.min(LEVELS.length - 1, Math.floor(part * LEVELS.length))];
    })
    .join('');
}
