import type { Economy } from '../../economy/economy.js';
import { backtest, backtestOrigins } from './backtest.js';

/** Most years that are projected from: spread evenly, they say which settings do better in a fraction of a backtest's time. */
const MOST_ORIGINS = 6;

/** Error of cells on years held out, with numbers calibrated on the years before and with the defaults. */
export interface HeldOut {
  /** Years projected from. */
  readonly origins: readonly number[];
  readonly calibrated: number;
  readonly defaults: number;
}

/** Compares calibrated numbers with the defaults on years held out; null where fewer than four years are observed, or the held-out ones were all filled in. */
export function compareHeldOut(economy: Economy): HeldOut | null {
  const possible = backtestOrigins(economy);
  if (possible.length === 0) return null;
  const stride = Math.ceil(possible.length / MOST_ORIGINS);
  const origins = possible.filter((_, k) => k % stride === 0);
  const scores = backtest(economy, { origins, draws: 0 });
  if (scores.length === 0) return null;
  const mean = (method: string) => {
    const own = scores.filter((score) => score.method === method);
    return own.reduce((sum, { cells }) => sum + cells.wape, 0) / own.length;
  };
  return { origins, calibrated: mean('tandem'), defaults: mean('tandem, defaults') };
}
