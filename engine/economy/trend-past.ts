import type { Economy } from './economy.js';

import { knownUntil } from './known-until.js';
import { type MixSlope, mixSlope } from './mix-slope.js';
import { industryTotals, type ObservedOutput, observedTotals, type WholeGrowth, wholeGrowth } from './whole-growth.js';

/** Fewest observed years that show how growth changes: two rates, one after the other. With fewer, a trend starts at the one rate observed. */
export const FEWEST_YEARS = 3;

/** Years of past growth that a trend is read off: all observed ones, or so many up to the year projected from. */
export type TrendWindow = number | 'all';

/** Numbers of the trend as the observed years alone give them. */
export interface FittedTrend {
  readonly whole: WholeGrowth;
  /** Part of an industry's relative growth that goes on. */
  readonly mixSlope: MixSlope;
}

/** Outputs of the observed years that a trend from a year is read off: none later, and of those before no more than the window holds, but two at least. */
export function trendPast(economy: ObservedOutput, from: number, window: TrendWindow): ObservedOutput {
  const { years, outputs, higherLevel } = economy;
  const known = knownUntil({ years, outputs, higherLevel }, from);
  if (window === 'all') return known;
  const first =
    known.years.filter((year) => year >= from - window).length >= 2 ? from - window : (known.years.at(-2) ?? from);
  return knownUntil(known, from, first);
}

/** Fits the numbers of the trend; null where fewer than three years are observed. */
export function fitTrend(past: ObservedOutput, industries: number, deflator: number): FittedTrend | null {
  if (past.years.length < FEWEST_YEARS) return null;
  const whole = wholeGrowth(past.years, observedTotals(past), deflator);
  if (!Number.isFinite(whole.last) || !Number.isFinite(whole.longRun.value)) return null;
  return { whole, mixSlope: mixSlope(past.years, industryTotals(past, industries)) };
}

/** The same of a case, from a year. */
export function fitCaseTrend(economy: Economy, from: number, window: TrendWindow): FittedTrend | null {
  return fitTrend(trendPast(economy, from, window), economy.industries.length, economy.deflator);
}
