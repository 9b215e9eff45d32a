import { comparedPair } from '../../compare/compared-pair.js';
import type { Economy } from '../../economy/economy.js';
import { printable } from '../../files/hidden-characters.js';
import { COUNTED_STAGES } from '../../indicators/stage.js';
import type { CompiledPlan } from '../../plan/compile.js';
import type { Values } from '../../statistics/cells.js';
import { formatColumn, formatFixed, formatNumber, formatSignedPercent } from '../text/number-format.js';
import { renderTextTable } from '../text/render-table.js';
import { sparkline } from '../text/sparkline.js';
import { middleSize, tableMoney } from '../text/table-money.js';
import { numberHeading, yearHeadings } from '../text/text-columns.js';
import type { Layout, TextCell, TextTable } from '../text/text-table.js';
import { wrapWords } from '../text/text-width.js';
import { atPrices, priceBasis } from '../text/unit-words.js';
import { accountTables } from './account-tables.js';
import { CHAIN_NOTE, completenessTogether } from './chain-tables.js';
import type { ScenarioResult } from './measure-columns.js';

/** One projected scenario with what its tables need. */
export interface RunFacts extends ScenarioResult {
  readonly title: string;
  readonly economy: Economy;
  readonly compiled: CompiledPlan;
}

/** A projection for a terminal: output, similarity, ties and stages by year. */
export function runText(facts: RunFacts, layout: Layout): string {
  const { plan } = facts.projection;
  const { economy } = facts;
  const tables = [outputTable(facts), ...accountTables(facts.projection), ...pairTables(facts), stageTable(facts)];
  const table = economy.table === null ? '' : ` (table ${economy.table})`;
  const subject = `${economy.title}${table}, ${plan.years[0]} to ${plan.years.at(-1)}`;
  const lines = [facts.title, subject].flatMap((line) => wrapWords(printable(line), layout.width));
  return [`${lines.join('\n')}\n`, ...tables.map((each) => renderTextTable(each, layout))].join('\n');
}

function outputTable(facts: RunFacts): TextTable {
  const { plan } = facts.projection;
  const happens = plan.levers.shock !== null;
  const { measures, economy } = facts;
  const R = plan.regions.length;
  const last = plan.years.length - 1;
  const paths = plan.regions.map((_, r) => plan.years.map((_, y) => measures.regionOutput[y * R + r]!));
  const all = plan.years.map((_, y) => measures.caseOutput[y]!);
  const { unit, of } = tableMoney(economy.currency, middleSize(paths.map((path) => path[last]!)));
  const row = (name: string, path: readonly number[], trend: number): TextCell[] => [
    name,
    ...formatColumn(path.map((value) => of(value))),
    sparkline(path),
    formatSignedPercent(path[last]! / trend - 1, 2),
  ];
  const rows: (readonly TextCell[] | 'rule')[] = plan.regions.map((region, r) =>
    row(region, paths[r]!, measures.regionTrendOutput[last * R + r]!),
  );
  if (R > 1) rows.push('rule', row('all', all, measures.caseTrendOutput[last]!));
  return {
    title: `Output by region (${atPrices(unit, economy.prices, priceBasis(economy, plan.years[0]!))})`,
    columns: [
      { heading: 'region' },
      ...yearHeadings(plan.years),
      { heading: 'path' },
      numberHeading(happens ? 'all' : 'policy', `effect ${plan.years[last]}`),
    ],
    rows,
    notes: [
      happens
        ? 'effect: output against the reference path, which has the same trend, no policies and no events.'
        : 'policy effect: output against the reference path, which has the same trend and no policies.',
    ],
  };
}

/** Similarity and tie of the two regions in question with each other and with the rest. */
function pairTables(facts: RunFacts): TextTable[] {
  const { plan } = facts.projection;
  const { measures } = facts;
  const R = plan.regions.length;
  if (R < 2) return [];
  const [a, b] = comparedPair([facts]);
  const partners = plan.regions.flatMap((_, s) => (s === a ? [] : [s]));
  const table = (title: string, values: Values, decimals: number, notes: readonly string[] = []): TextTable => ({
    title,
    columns: [{ heading: 'pair' }, ...yearHeadings(plan.years), { heading: 'path' }],
    rows: partners.map((s): TextCell[] => {
      const path = plan.years.map((_, y) => values.at((y * R + a) * R + s)!);
      const name = `${plan.regions[a]}–${plan.regions[s]}`;
      return [
        s === b ? { text: name, style: 'strong' } : name,
        ...path.map((value) => formatFixed(value, decimals)),
        sparkline(path),
      ];
    }),
    notes,
  });
  const similarity = table(
    `Similarity of structures, 0 … 1 (UNIDO, ${plan.industries.length} industries)`,
    measures.similarity,
    3,
  );
  const chains =
    measures.complementarity === null
      ? []
      : [
          table('Complementarity of chains, 0 … 1', measures.complementarity, 3, [CHAIN_NOTE]),
          completenessTable(facts, [a, b]),
        ];
  if (measures.tie === null) return [similarity, ...chains];
  const unit = facts.economy.distance === 'km' ? 'km' : 'minutes';
  return [
    similarity,
    ...chains,
    table(
      `Economic ties (10^4 persons × ${facts.economy.currency} / ${unit}^${formatNumber(plan.tieExponent, 2)})`,
      measures.tie,
      2,
    ),
  ];
}

/** Chain completeness of each region, and of two together. */
function completenessTable({ projection, measures }: RunFacts, pair: readonly [number, number]): TextTable {
  const { plan, output } = projection;
  const { regions, years } = plan;
  const row = (name: string, path: readonly number[], style?: 'strong'): TextCell[] => [
    style === undefined ? name : { text: name, style },
    ...path.map((value) => formatFixed(value, 3)),
    sparkline(path),
  ];
  return {
    title: 'Completeness of chains: part of the inputs of a region’s industries that its own make, 0 … 1',
    columns: [{ heading: 'region' }, ...yearHeadings(years), { heading: 'path' }],
    rows: [
      ...regions.map((region, r) =>
        row(
          region,
          years.map((_, y) => measures.completeness![y * regions.length + r]!),
        ),
      ),
      'rule',
      row(`${pair.map((r) => regions[r]).join('–')} together`, completenessTogether(plan, output, pair), 'strong'),
    ],
  };
}

function stageTable(facts: RunFacts): TextTable {
  const { plan } = facts.projection;
  const { measures } = facts;
  const R = plan.regions.length;
  const K = COUNTED_STAGES.length;
  return {
    title: `Industries by stage of comparative advantage (agglomeration index over ${plan.window} years)`,
    columns: [{ heading: 'region' }, { heading: 'stage' }, ...yearHeadings(plan.years)],
    keys: 2,
    rows: plan.regions.flatMap((region, r) =>
      COUNTED_STAGES.map((stage, k): TextCell[] => [
        k === 0 ? region : '',
        stage,
        ...plan.years.map((_, y) => String(measures.stageCount[(y * R + r) * K + k]!)),
      ]),
    ),
  };
}
