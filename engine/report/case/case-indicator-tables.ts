import type { Stage } from '../../indicators/stage.js';
import { sum } from '../../statistics/sum.js';
import type { CsvValue } from '../data/csv.js';
import { formatColumn, formatFixed, formatNumber, formatPercent, formatSigned } from '../text/number-format.js';
import { type Layout, renderTextTable, type TextColumn, type TextTable } from '../text/text-table.js';
import { atPrices } from '../text/unit-words.js';
import type { CaseIndicators, CellIndicators, PairIndicators } from './case-indicators.js';

/** Competitive industries first, as the paper counts them: all but those in recession. */
const STAGE_ORDER: readonly (Stage | null)[] = ['growing', 'formative', 'mature', 'recession', null];
/** A matrix of more regions is hard to read. */
const LARGEST_MATRIX = 14;
const MOST_PAIRS = 45;

/**
 * The paper's tables for a case's data, for a terminal: industries of each region, regions, likeness, ties and growth.
 *
 * @param regions indices of the regions whose industries are listed; default all
 */
export function caseIndicatorsText(
  indicators: CaseIndicators,
  layout: Layout,
  regions: readonly number[] = indicators.economy.regions.map((_, r) => r),
): string {
  const tables = [
    ...regions.map((r) => industryTable(indicators, r)),
    regionTable(indicators),
    ...(indicators.economy.regions.length < 2 ? [] : [likenessTable(indicators), pairTable(indicators)]),
    ...(indicators.from === null ? [] : [growthTable(indicators)]),
  ];
  return tables.map((table) => renderTextTable(table, layout)).join('\n\n');
}

/** Header of `caseIndicatorRows`. */
export const CASE_INDICATOR_HEADER = [
  'year',
  'region',
  'industry',
  'output',
  'share',
  'location_quotient',
  'location_quotient_status',
  'growth',
  'reference_growth',
  'agglomeration_index',
  'agglomeration_status',
  'factor_ratio',
  'stage',
];

/** One row for every industry in every region, as in `CASE_INDICATOR_HEADER`. */
export function* caseIndicatorRows(indicators: CaseIndicators): Generator<readonly CsvValue[]> {
  const { economy, year, referenceGrowth } = indicators;
  for (const [r, region] of economy.regions.entries()) {
    for (const [i, industry] of economy.industries.entries()) {
      const cell = indicators.cells[r]![i]!;
      yield [
        year,
        region,
        industry,
        cell.output,
        cell.share,
        cell.locationQuotient,
        cell.locationQuotientStatus,
        cell.growth,
        referenceGrowth[i]!,
        cell.agglomerationIndex,
        cell.agglomerationStatus,
        cell.factorRatio,
        cell.stage,
      ];
    }
  }
}

/** Header of `casePairRows`. */
export const CASE_PAIR_HEADER = [
  'year',
  'region_a',
  'region_b',
  'distance',
  'similarity',
  'krugman',
  'finger_kreinin',
  'tie',
];

/** One row for every ordered pair of regions, as in `CASE_PAIR_HEADER`. */
export function* casePairRows({ economy, year, pairs }: CaseIndicators): Generator<readonly CsvValue[]> {
  for (const [r, a] of economy.regions.entries()) {
    for (const [s, b] of economy.regions.entries()) {
      const pair = pairs[r]![s]!;
      if (pair === null) continue;
      yield [year, a, b, pair.distance, pair.similarity, pair.krugman, pair.fingerKreinin, pair.tie];
    }
  }
}

/** Header of `caseRegionRows`. */
export const CASE_REGION_HEADER = [
  'year',
  'region',
  'output',
  'largest_industry',
  'largest_share',
  'hhi',
  'effective_number',
  'from',
  'growth',
  'national',
  'mix',
  'competitive',
  'allocation',
];

/** One row for every region, as in `CASE_REGION_HEADER`. */
export function* caseRegionRows(indicators: CaseIndicators): Generator<readonly CsvValue[]> {
  const { economy, year, from } = indicators;
  for (const [r, region] of economy.regions.entries()) {
    const core = indicators.core[r]!;
    const parts = indicators.growth[r]!;
    yield [
      year,
      region,
      outputOf(indicators, r),
      core === null ? null : economy.industries[core.largestIndustry]!,
      core?.largestShare ?? null,
      core?.hhi ?? null,
      core?.effectiveNumber ?? null,
      from,
      parts?.growth ?? null,
      parts?.national ?? null,
      parts?.mix ?? null,
      parts?.competitive ?? null,
      parts?.allocation ?? null,
    ];
  }
}

/** The indicators as plain nested arrays, regions first. */
export function caseIndicatorData(indicators: CaseIndicators): object {
  const { economy, year, from, cells, pairs, referenceGrowth, theil } = indicators;
  const byCell = <Key extends keyof CellIndicators>(key: Key) => cells.map((row) => row.map((cell) => cell[key]));
  const byPair = <Key extends keyof PairIndicators>(key: Key, diagonal: number | null) =>
    pairs.map((row) => row.map((pair) => (pair === null ? diagonal : pair[key])));
  return {
    title: economy.title,
    table: economy.table,
    currency: economy.currency,
    prices: economy.prices,
    year,
    from,
    regions: economy.regions,
    industries: economy.industries,
    output: byCell('output'),
    share: byCell('share'),
    locationQuotient: byCell('locationQuotient'),
    locationQuotientStatus: byCell('locationQuotientStatus'),
    growth: byCell('growth'),
    referenceGrowth,
    agglomerationIndex: byCell('agglomerationIndex'),
    agglomerationStatus: byCell('agglomerationStatus'),
    factorRatio: byCell('factorRatio'),
    stage: byCell('stage'),
    similarity: byPair('similarity', 1),
    krugman: byPair('krugman', 0),
    fingerKreinin: byPair('fingerKreinin', 1),
    distance: economy.network === null ? null : byPair('distance', 0),
    tie: economy.network === null || economy.facts === null ? null : byPair('tie', null),
    core: indicators.core.map((core) =>
      core === null ? null : { ...core, largestIndustry: economy.industries[core.largestIndustry]! },
    ),
    shiftShare: indicators.growth,
    theil,
  };
}

function industryTable(indicators: CaseIndicators, r: number): TextTable {
  const { economy, year, from } = indicators;
  const cells = indicators.cells[r]!;
  const shown = economy.industries
    .map((name, i) => ({ name, cell: cells[i]!, reference: indicators.referenceGrowth[i]! }))
    .filter(({ cell }) => cell.output > 0)
    .sort((a, b) => order(a.cell) - order(b.cell) || (b.cell.locationQuotient ?? -1) - (a.cell.locationQuotient ?? -1));
  const absent = economy.industries.filter((_, i) => cells[i]!.output === 0);
  const outputs = formatColumn(shown.map(({ cell }) => cell.output));
  const odd = shown.some(({ cell }) => cell.agglomerationStatus !== 'defined' || cell.locationQuotient === null);
  const columns: TextColumn[] = [
    { heading: 'industry' },
    right('output', economy.currency),
    right('share', '%'),
    right('LQ', '1'),
    right('region', '%/yr', 'growth'),
    right('all', '%/yr', 'growth'),
    right('A', '1'),
    { heading: 'stage' },
    ...(odd ? [{ heading: 'status' }] : []),
  ];
  const rows = shown.map(({ name, cell, reference }, k) => [
    name,
    outputs[k]!,
    formatPercent(cell.share, 1, ''),
    formatFixed(cell.locationQuotient, 3),
    formatPercent(cell.growth, 1, ''),
    formatPercent(reference, 1, ''),
    formatFixed(cell.agglomerationIndex, 3),
    { text: cell.stage ?? '–', style: cell.stage === 'recession' ? ('dim' as const) : ('strong' as const) },
    ...(odd ? [statusOf(cell)] : []),
  ]);
  const span =
    from === null ? `no data ${economy.window} years earlier, so no growth and no stages` : `growth ${from} to ${year}`;
  return {
    title: `${atPrices(`${economy.regions[r]}: industries in ${year}`, economy.prices, `${economy.prices} prices`)}; ${span}`,
    columns,
    rows,
    notes: [
      ...(absent.length === 0 ? [] : [`Without output in ${year}: ${absent.join(', ')}.`]),
      ...(r === 0
        ? [
            'LQ location quotient; growth a year, in the region and in all; A agglomeration index, the first over the second. Stages: growing LQ ≥ 1 and faster than all, formative LQ < 1 and faster, mature LQ ≥ 1 and slower, recession LQ < 1 and slower.',
          ]
        : []),
    ],
  };
}

function right(heading: string, unit: string, group?: string): TextColumn {
  return { heading, unit, align: 'right', ...(group === undefined ? {} : { group }) };
}

function order(cell: CellIndicators): number {
  return STAGE_ORDER.indexOf(cell.stage);
}

function statusOf(cell: CellIndicators): string {
  if (cell.locationQuotientStatus !== 'defined') return cell.locationQuotientStatus;
  return cell.agglomerationStatus === 'defined' ? '' : cell.agglomerationStatus;
}

function outputOf({ cells }: CaseIndicators, r: number): number {
  return sum(cells[r]!.map((cell) => cell.output));
}

function regionTable(indicators: CaseIndicators): TextTable {
  const { economy, year, cells } = indicators;
  const outputs = economy.regions.map((_, r) => outputOf(indicators, r));
  const total = sum(outputs);
  const shown = formatColumn([...outputs, total], 5);
  const count = (r: number, stage: Stage) => String(cells[r]!.filter((cell) => cell.stage === stage).length);
  const stages = 'industries in stage';
  return {
    title: atPrices(`Regions in ${year}`, economy.prices, `${economy.prices} prices`),
    columns: [
      { heading: 'region' },
      right('output', economy.currency),
      right('share', '%'),
      { heading: 'largest industry' },
      right('share', '%'),
      right('HHI', '1'),
      right('1/HHI', '1'),
      right('grow.', '', stages),
      right('form.', '', stages),
      right('mat.', '', stages),
      right('rec.', '', stages),
    ],
    rows: [
      ...economy.regions.map((region, r) => {
        const core = indicators.core[r]!;
        return [
          region,
          shown[r]!,
          formatPercent(total === 0 ? null : outputs[r]! / total, 1, ''),
          core === null ? '–' : economy.industries[core.largestIndustry]!,
          formatPercent(core?.largestShare ?? null, 1, ''),
          formatFixed(core?.hhi ?? null, 3),
          formatFixed(core?.effectiveNumber ?? null, 1),
          count(r, 'growing'),
          count(r, 'formative'),
          count(r, 'mature'),
          count(r, 'recession'),
        ];
      }),
      'rule',
      ['All', shown.at(-1)!, '100.0'],
    ],
    notes: [
      `Theil index of output between the ${economy.regions.length} regions: ${formatNumber(indicators.theil)} (0 equal … ${formatNumber(Math.log(economy.regions.length))} one has all). HHI: sum of squared shares; 1/HHI: as many equal industries would be as concentrated.`,
    ],
  };
}

function likenessTable({ economy, year, pairs }: CaseIndicators): TextTable {
  const { regions, industries } = economy;
  const title = `Similarity of industrial structure in ${year} (UNIDO, 0 … 1), ${industries.length} industries`;
  if (regions.length > LARGEST_MATRIX) {
    const note = `${regions.length} regions: the matrix is left to --format csv or json.`;
    return { title, columns: [{ heading: 'region' }], rows: [], notes: [note] };
  }
  return {
    title,
    columns: [{ heading: 'region' }, ...regions.map((heading) => ({ heading, align: 'right' as const }))],
    rows: regions.map((region, r) => [
      region,
      ...regions.map((_, s) => (r === s ? '·' : formatFixed(pairs[r]![s]!.similarity, 3))),
    ]),
    notes: [
      `Similarity rises where industries are merged: compare only figures that count the same ${industries.length} industries.`,
    ],
  };
}

function pairTable({ economy, year, pairs }: CaseIndicators): TextTable {
  const { regions } = economy;
  const list = regions.flatMap((a, r) =>
    regions.slice(r + 1).map((b, k) => ({ name: `${a}–${b}`, pair: pairs[r]![r + 1 + k]! })),
  );
  const tied = list.some(({ pair }) => pair.tie !== null);
  list.sort((a, b) => (b.pair.tie ?? 0) - (a.pair.tie ?? 0) || (b.pair.similarity ?? 0) - (a.pair.similarity ?? 0));
  const shown = list.slice(0, MOST_PAIRS);
  const ties = formatColumn(
    shown.map(({ pair }) => pair.tie),
    6,
  );
  const measure = economy.distance === 'km' ? 'km' : 'min';
  return {
    title: tied
      ? `Pairs of regions in ${year}, the strongest ties first; ties in ${tieUnit(economy)}`
      : `Pairs of regions in ${year}, the most similar first; ties are off without regions and links tables`,
    columns: [
      { heading: 'pair' },
      ...(tied ? [right('tie', ''), right('distance', measure)] : []),
      right('similarity', '1'),
      right('Krugman', '1'),
      right('Finger–Kreinin', '1'),
    ],
    rows: shown.map(({ name, pair }, k) => [
      name,
      ...(tied ? [ties[k]!, formatFixed(pair.distance, 0)] : []),
      formatFixed(pair.similarity, 4),
      formatFixed(pair.krugman, 4),
      formatFixed(pair.fingerKreinin, 4),
    ]),
    notes: [
      ...(shown.length < list.length
        ? [`${shown.length} of ${list.length} pairs shown; --format json gives all.`]
        : []),
      ...(tied
        ? [
            `Tie: √(P·G) of the one times that of the other over distance^${economy.tieExponent}; P regional output in ${economy.currency}, G non-agricultural population in 10⁴ persons, both of the regions table.`,
          ]
        : []),
      'Krugman: 0 same structure … 2 nothing in common; Finger–Kreinin: 1 − Krugman/2.',
    ],
  };
}

function tieUnit({ currency, distance, tieExponent }: CaseIndicators['economy']): string {
  const unit = distance === 'km' ? 'km' : 'min';
  return `${currency} × 10⁴ persons / ${unit}^${tieExponent}`;
}

function growthTable({ economy, year, from, growth }: CaseIndicators): TextTable {
  const keys = ['growth', 'national', 'mix', 'competitive', 'allocation'] as const;
  const decimals = formatColumn(
    growth.flatMap((parts) => (parts === null ? [] : [parts.growth])),
    5,
  )[0]?.split('.')[1];
  return {
    title: `Growth of the regions ${from} to ${year} and its parts (shift-share), ${atPrices(economy.currency, economy.prices, `${economy.prices} prices`)}`,
    columns: [{ heading: 'region' }, ...keys.map((heading) => ({ heading, align: 'right' as const }))],
    rows: economy.regions.map((region, r) => [
      region,
      ...keys.map((key) => formatSigned(growth[r]?.[key] ?? null, decimals?.length ?? 0)),
    ]),
    notes: [
      'National: as all grew; mix: its industries grow faster or slower than all; competitive: its own lead, with the structure of all; allocation: by being specialised where it leads. The four sum to growth.',
    ],
  };
}
