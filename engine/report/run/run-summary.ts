import { sum } from '../../statistics/sum.js';
import { priceBasis } from '../text/unit-words.js';
import type { RunFacts } from './run-tables.js';

/** The headline numbers of a projection, for `summary.json`. */
export function runSummary(
  scenario: { readonly id: string; readonly title: string; readonly file: string },
  facts: RunFacts,
) {
  const { plan } = facts.projection;
  const { measures, economy } = facts;
  const R = plan.regions.length;
  const last = plan.years.length - 1;
  return {
    scenario,
    currency: economy.currency,
    prices: priceBasis(economy, plan.years[0]!),
    table: economy.table,
    years: { from: plan.years[0], to: plan.years[last] },
    regions: plan.regions.map((region, r) => ({
      region,
      output: { first: measures.regionOutput[r], last: measures.regionOutput[last * R + r] },
      trendOutput: { last: measures.regionTrendOutput[last * R + r] },
    })),
    output: { first: measures.caseOutput[0], last: measures.caseOutput[last] },
    trendOutput: { last: measures.caseTrendOutput[last] },
    theil: { first: measures.theil[0], last: measures.theil[last] },
    cost: sum(plan.cost),
    notes: economy.notes,
  };
}
