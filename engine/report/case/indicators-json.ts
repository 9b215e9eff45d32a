import { jsonKey } from '../data/columns.js';
import type { CaseIndicators, PairIndicators } from './case-indicators.js';
import { CELL_COLUMNS, cellRows, largestIndustry } from './indicators-table.js';

/** The indicators as plain nested arrays, regions first. */
export function caseIndicatorsJson(indicators: CaseIndicators): object {
  const { economy, year, from, pairs } = indicators;
  const byPair = <Key extends keyof PairIndicators>(key: Key, diagonal: number | null) =>
    pairs.map((row) => row.map((pair) => (pair === null ? diagonal : pair[key])));
  const rows = cellRows(indicators);
  const cells = CELL_COLUMNS.map(({ name, of }) => [jsonKey(name), rows.map((row) => row.map(of))]);
  return {
    title: economy.title,
    table: economy.table,
    currency: economy.currency,
    prices: economy.prices,
    year,
    from,
    regions: economy.regions,
    industries: economy.industries,
    ...Object.fromEntries(cells),
    // One number an industry: the same in all regions.
    referenceGrowth: indicators.referenceGrowth,
    similarity: byPair('similarity', 1),
    krugman: byPair('krugman', 0),
    fingerKreinin: byPair('fingerKreinin', 1),
    distance: economy.network === null ? null : byPair('distance', 0),
    tie: economy.network === null || economy.facts === null ? null : byPair('tie', null),
    core: indicators.core.map((core, r) =>
      core === null ? null : { ...core, largestIndustry: largestIndustry(indicators, r) },
    ),
    shiftShare: indicators.growth,
    theil: indicators.theil,
    hourCircles: indicators.circles,
  };
}
