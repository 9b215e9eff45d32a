import { renderTextTable } from '../text/render-table.js';
import { paint } from '../text/table-block.js';
import type { Layout, TextTable } from '../text/text-table.js';
import { wrapWords } from '../text/text-width.js';
import { accountsTable } from './accounts-table.js';
import { beliefsTable } from './beliefs-table.js';
import { chainPartTable } from './chain-part-table.js';
import { comparisonAnswer } from './comparison-answer.js';
import { moneyOf } from './comparison-cells.js';
import type { ComparisonReport } from './comparison-report.js';
import { attributionTable, breakEvenTable, gameTable, ingredientsTable, sweepTable } from './decision-tables.js';
import { futuresTable, regionsTable, statedTable } from './futures-tables.js';
import { kindsTable } from './kinds-table.js';
import { structureTable } from './structure-table.js';

/** A comparison for a terminal: the answer in two sentences, then the tables behind it. */
export function comparisonText(report: ComparisonReport, layout: Layout): string {
  const { comparison } = report;
  const tables = Object.values(comparisonTables(report)).filter((table) => table !== null);
  const sentences = comparisonAnswer(comparison, report).map((sentence) => wrapWords(sentence, layout.width));
  const answer = sentences.flatMap((lines, k) =>
    k === 0 ? lines.map((line) => paint(line, 'strong', layout)) : lines,
  );
  return [`${answer.join('\n')}\n`, ...tables.map((table) => `\n${renderTextTable(table, layout)}`)].join('');
}

/** The tables of a comparison in the order in which they are read; null where what one shows was not asked for. */
export function comparisonTables(report: ComparisonReport) {
  const { comparison } = report;
  return {
    kinds: report.kinds === null ? null : kindsTable(comparison, report.kinds),
    beliefs:
      report.beliefs === null
        ? null
        : beliefsTable(report.beliefs, comparison.futures[0]!.scenario.label, (values) => moneyOf(comparison, values)),
    futures: futuresTable(comparison),
    regions: regionsTable(comparison),
    structure: structureTable(comparison),
    accounts: accountsTable(comparison),
    chains: report.chains === null ? null : chainPartTable(comparison, report.chains),
    stated: comparison.outcomes.length + comparison.goals.length === 0 ? null : statedTable(comparison),
    attribution: report.attribution === null ? null : attributionTable(comparison, report.attribution),
    game: report.game === null ? null : gameTable(comparison, report.game),
    ingredients: report.ingredients === null ? null : ingredientsTable(comparison, report.ingredients),
    breakEvens: report.breakEvens === null ? null : breakEvenTable(comparison, report.breakEvens),
    sweep: report.sweep === null ? null : sweepTable(comparison, report.sweep),
  } satisfies Record<string, TextTable | null>;
}
