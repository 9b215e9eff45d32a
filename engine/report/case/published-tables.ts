import type { Economy } from '../../economy/economy.js';
import { readTable } from '../../files/table.js';
import { stageFromIndex } from '../../indicators/stage.js';
import { throwMistakes } from '../../mistakes.js';
import { measureFigure } from '../../reconstruct/tables/measure-figure.js';
import type { Figure, Targets } from '../../reconstruct/targets/figure.js';
import { type Column, type DataTable, textColumn } from '../data/columns.js';
import { formatFixed } from '../text/number-format.js';
import { renderTextTable } from '../text/render-table.js';
import type { Layout, TextColumn, TextTable } from '../text/text-table.js';
import type { CaseIndicators } from './case-indicators.js';

/** A published tie of two regions. */
export interface PublishedTie {
  readonly a: string;
  readonly b: string;
  readonly tie: number;
}

/** A published figure beside what a case's tables give. */
export interface PublishedFigure {
  readonly name: string;
  readonly place: string;
  readonly published: number;
  readonly computed: number | null;
  /** Null for a tie. */
  readonly figure: Figure | null;
}

/** Reads a table of published ties: region_a,region_b,tie,status,source. Throws a MistakesError. */
export function readPublishedTies(file: string, bytes: Uint8Array): PublishedTie[] {
  const table = readTable(file, bytes, { required: ['region_a', 'region_b', 'tie', 'status', 'source'] });
  throwMistakes(table.mistakes);
  return table.rows.map(([a = '', b = '', tie]) => ({ a, b, tie: Number(tie) }));
}

/** Every published figure that targets and ties hold, beside what the case's data give. */
export function publishedFigures(
  targets: Targets,
  ties: readonly PublishedTie[],
  economy: Economy,
  indicators: CaseIndicators,
): PublishedFigure[] {
  const tables = observedTables(targets, economy);
  const measured = targets.figures
    .filter((figure) => figure.status === 'published')
    .map((figure): PublishedFigure => {
      const computed = measureFigure(figure.measure, targets, tables);
      return { name: figure.name, place: figure.place, published: figure.value, computed, figure };
    });
  const tied = ties.map(({ a, b, tie }): PublishedFigure => {
    const pair = indicators.pairs[economy.regions.indexOf(a)]?.[economy.regions.indexOf(b)];
    return {
      name: `tie of ${a} and ${b}`,
      place: 'Table 3',
      published: tie,
      computed: pair?.tie ?? null,
      figure: null,
    };
  });
  return [...measured, ...tied];
}

/** The figures as the paper's tables, published beside computed, for a terminal. */
export function publishedText(
  figures: readonly PublishedFigure[],
  targets: Targets,
  economy: Economy,
  layout: Layout,
): string {
  const tables = [
    ...['Table 1', 'Table 2'].map((place) => industryTable(place, figures, targets)),
    tieTable(figures, economy),
    sectionTable(figures),
  ];
  return tables.map((table) => renderTextTable(table, layout)).join('\n');
}

/** published.csv: every published figure beside the computed one. */
export function publishedTable(figures: readonly PublishedFigure[]): DataTable<PublishedFigure> {
  return { columns: PUBLISHED_COLUMNS, rows: figures };
}

const PUBLISHED_COLUMNS: readonly Column<PublishedFigure>[] = [
  textColumn('figure', 'what is measured', ({ name }) => name),
  textColumn('place', 'table or section of the paper', ({ place }) => place),
  { name: 'published', unit: 'of the figure', meaning: 'as the paper prints it', of: ({ published }) => published },
  { name: 'computed', unit: 'of the figure', meaning: 'from the data of the case', of: ({ computed }) => computed },
];

/** A case's outputs in the order of the targets; 0 where the case has no such region or industry. */
function observedTables(targets: Targets, economy: Economy): Float64Array[] {
  const regions = targets.regions.map((region) => economy.regions.indexOf(region));
  const industries = targets.industries.map((industry) => economy.industries.indexOf(industry));
  return targets.years.map((year) => {
    const output = economy.outputs[economy.years.indexOf(year)];
    const at = (r: number, i: number) => (r < 0 || i < 0 ? 0 : (output?.[r * economy.industries.length + i] ?? 0));
    return Float64Array.from(regions.flatMap((r) => industries.map((i) => at(r, i))));
  });
}

const PAIR = ['published', 'computed'] as const;

function pairColumns(group: string): TextColumn[] {
  return PAIR.map((heading) => ({ heading, align: 'right', group }));
}

function pairCells(figure: PublishedFigure | undefined): string[] {
  return PAIR.map((key) => formatFixed(figure?.[key] ?? null, 6));
}

/** Tables 1 and 2: industries by location quotient and agglomeration index, with the stage that the paper's rule gives. */
function industryTable(place: string, figures: readonly PublishedFigure[], targets: Targets): TextTable {
  const here = figures.filter((each) => each.place === place);
  const industries = new Map<number, { quotient?: PublishedFigure; index?: PublishedFigure }>();
  let region = 0;
  for (const each of here) {
    const measure = each.figure?.measure;
    if (measure?.kind !== 'locationQuotient' && measure?.kind !== 'agglomerationIndex') continue;
    region = measure.region;
    const known = industries.get(measure.industry) ?? {};
    industries.set(measure.industry, { ...known, [measure.kind === 'locationQuotient' ? 'quotient' : 'index']: each });
  }
  const [first, last] = [targets.years[0], targets.years.at(-1)];
  return {
    title: `${place} of the paper: competitive industries in ${targets.regions[region]}, location quotient ${last}, agglomeration index ${first}–${last}`,
    columns: [
      { heading: 'industry' },
      ...pairColumns('location quotient'),
      ...pairColumns('agglomeration index'),
      { heading: 'stage' },
    ],
    rows: [...industries].map(([industry, { quotient, index }]) => {
      const [lq, a] = [quotient?.computed ?? null, index?.computed ?? null];
      const stage = lq === null || a === null ? '–' : stageFromIndex(lq, a);
      return [targets.industries[industry]!, ...pairCells(quotient), ...pairCells(index), stage];
    }),
  };
}

function tieTable(figures: readonly PublishedFigure[], { currency, tieExponent }: Economy): TextTable {
  const ties = figures.filter((each) => each.figure === null);
  return {
    title: `Table 3 of the paper: economic ties, ${currency} × 10⁴ persons / km^${tieExponent}`,
    columns: [{ heading: 'pair' }, ...pairColumns('tie')],
    rows: ties.map((each) => [each.name.replace(/^tie of /, '').replace(' and ', '–'), ...pairCells(each)]),
  };
}

function sectionTable(figures: readonly PublishedFigure[]): TextTable {
  const rest = figures.filter((each) => each.figure !== null && !/^Table [12]$/.test(each.place));
  const off = rest.some(({ figure }) => figure?.weight !== null);
  return {
    title: 'Sections 2.2 and 2.3 of the paper: similarity (UNIDO, 0 … 1) and parts of output (fractions of 1)',
    columns: [{ heading: 'figure' }, { heading: 'place' }, ...pairColumns('value'), { heading: '' }],
    rows: rest.map((each) => [
      each.name,
      each.place,
      ...pairCells(each),
      each.figure?.weight === null ? '' : { text: 'not held', style: 'dim' as const },
    ]),
    notes: off
      ? [
          'Not held: these cannot all be true together with the figures above. `tandem reconstruct` shows which contradict; the case’s other table holds the share of transport equipment and comes near the other.',
        ]
      : [],
  };
}
