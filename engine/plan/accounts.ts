import { figureOf } from '../economy/account.js';
import type { Economy } from '../economy/economy.js';
import { pow } from '../exact-math/index.js';
import type { PlanAccount } from '../projection/plan.js';

/**
 * The accounts of a case over the years of a plan: per_output · (1 + yearly_change)^t of each cell, t years after the figure's; 0 for a
 * cell without a figure.
 */
export function resolveAccounts(
  { accounts, regions, industries }: Economy,
  years: readonly number[],
): readonly PlanAccount[] {
  const cells = regions.length * industries.length;
  return accounts.map((account) => {
    const perOutput = new Float64Array(years.length * cells);
    for (let cell = 0; cell < cells; cell++) {
      const figure = figureOf(account, Math.floor(cell / industries.length), cell % industries.length, years[0]!);
      if (figure === null) continue;
      const since = figure.year ?? years[0]!;
      years.forEach((year, y) => {
        perOutput[y * cells + cell] = figure.perOutput * pow(1 + figure.yearlyChange, year - since);
      });
    }
    return { name: account.name, unit: account.unit, perOutput };
  });
}
