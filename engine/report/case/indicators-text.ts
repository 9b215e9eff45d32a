import { renderTextTable } from '../text/render-table.js';
import type { Layout } from '../text/text-table.js';
import type { CaseIndicators } from './case-indicators.js';
import { circlesTable } from './circles-text.js';
import { industryTable } from './industries-text.js';
import { pairTable, similarityTable } from './pairs-text.js';
import { growthTable, regionTable } from './regions-text.js';

/**
 * The paper's tables for a case's data, for a terminal: industries of each region, regions, similarity, ties and growth.
 *
 * @param regions indices of the regions whose industries are listed; default all
 */
export function caseIndicatorsText(
  indicators: CaseIndicators,
  layout: Layout,
  regions: readonly number[] = indicators.economy.regions.map((_, r) => r),
): string {
  const circles = circlesTable(indicators);
  const tables = [
    ...regions.map((r) => industryTable(indicators, r)),
    regionTable(indicators),
    ...(indicators.economy.regions.length < 2 ? [] : [similarityTable(indicators), pairTable(indicators)]),
    ...(circles === null ? [] : [circles]),
    ...(indicators.from === null ? [] : [growthTable(indicators)]),
  ];
  return tables.map((table) => renderTextTable(table, layout)).join('\n\n');
}
