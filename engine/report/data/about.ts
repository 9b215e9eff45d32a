import type { Economy } from '../../economy/economy.js';
import type { Scenario } from '../../scenario/scenario.js';
import { moneyAtPrices } from '../text/unit-words.js';

/** Facts that a workbook states of a result beside its tables. */
export interface About {
  /** Titles of the futures, or of the case. */
  readonly titles: readonly string[];
  /** Unit of every sum of money, with its prices. */
  readonly money: string;
  /** Notes of the case: what was filled in, estimated or left out. */
  readonly notes: readonly string[];
}

/** Facts of projected futures; money is that of the first one. */
export function aboutFutures(futures: readonly { readonly economy: Economy; readonly scenario: Scenario }[]): About {
  const { economy, scenario } = futures[0]!;
  return {
    titles: futures.map((future) => future.scenario.title),
    money: moneyAtPrices(economy, scenario.years.from),
    notes: [...new Set(futures.flatMap((future) => future.economy.notes))],
  };
}

/** Facts of the observed years of a case. */
export function aboutCase(economy: Economy): About {
  const { title, currency, prices, notes } = economy;
  return { titles: [title], money: moneyAtPrices({ currency, prices, deflator: 0 }, 0), notes };
}
