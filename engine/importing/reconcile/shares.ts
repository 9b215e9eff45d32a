import type { ReconcileContext, View } from './view.js';

/** Regions that add up to 100 or to 1 in this part of the years make shares of the figures. */
const MOST = 0.95;

/** Notes where the figures of every region add up to 100, or to 1: then they look like shares rather than output. */
export function sayShares({ guesses }: ReconcileContext, { values, regions, industries, years }: View): void {
  const I = industries.length;
  const rows = regions.length * years.length;
  if (I < 2) return;
  const near = { 100: 0, 1: 0 };
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let i = 0; i < I; i++) sum += values[row * I + i]!;
    for (const whole of [100, 1] as const) if (Math.abs(sum - whole) <= 0.006 * whole) near[whole] += 1;
  }
  for (const whole of [100, 1] as const) {
    if (near[whole] < MOST * rows) continue;
    guesses.note(
      `the industries of each region add up to ${whole}: these look like shares, not output, so that all regions count the same`,
      { about: 'figures', howSure: 'open', option: '--value-column' },
    );
  }
}
