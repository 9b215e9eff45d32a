import type { OutputRow } from '../../reconstruct/tables/output-rows.js';
import type { ReconstructedTable, ReconstructedTargets } from '../../reconstruct/tables/reconstruct-from-file.js';
import { type Column, type DataTable, MONEY, textColumn } from '../data/columns.js';
import { formatNumber, formatSignedPercent } from '../text/number-format.js';
import { renderTextTable } from '../text/render-table.js';
import { numberHeading, tabulate } from '../text/text-columns.js';
import type { Layout, TextCell, TextTable } from '../text/text-table.js';
import { wrapWords } from '../text/text-width.js';

/** Columns of an output table. */
const OUTPUT_COLUMNS: readonly Column<OutputRow>[] = [
  textColumn('region', 'name of the region', ([region]) => region),
  textColumn('industry', 'name of the industry', ([, industry]) => industry),
  textColumn('year', 'year', ([, , year]) => year),
  { name: 'output', unit: MONEY, meaning: 'output', of: ([, , , output]) => output },
  textColumn('status', 'published, derived or estimated', ([, , , , status]) => status),
  textColumn('source', 'source of the number', ([, , , , , source]) => source),
];

/** A reconstructed output table, as a case names it. */
export function reconstructedTable(rows: readonly OutputRow[]): DataTable<OutputRow> {
  return { columns: OUTPUT_COLUMNS, rows };
}

/** Relative residuals below this are rounding. */
const HOLDS = 1e-9;

/** A reconstruction for a terminal: each figure beside its value in the table, and the figures that cannot hold together. */
export function reconstructionText(found: ReconstructedTargets, layout: Layout): string {
  const parts = found.tables.flatMap((table) => [
    renderTextTable(figureTable(table, found.currency), layout),
    ...(table.reconstruction.contradiction === null ? [] : [contradictionText(table, layout)]),
  ]);
  const held = heldTable(found);
  return [...parts, ...(held === null ? [] : [renderTextTable(held, layout)])].join('\n\n');
}

/**
 * Published figures that each table written to a file holds: those that all of them hold are counted, the others stand in rows. Null where
 * there are not two such tables.
 */
function heldTable({ tables }: ReconstructedTargets): TextTable | null {
  const written = tables.filter(({ file }) => file !== null);
  if (written.length < 2) return null;
  const residual = (table: ReconstructedTable, name: string): FigureResidual =>
    table.reconstruction.figures.find((figure) => figure.name === name)!;
  const holds = ({ relative }: FigureResidual): boolean => Math.abs(relative) <= HOLDS;
  const published = written[0]!.reconstruction.figures.filter(({ status }) => status === 'published');
  const open = published.filter(({ name }) => !written.every((table) => holds(residual(table, name))));
  const count = (table: ReconstructedTable): number =>
    published.filter(({ name }) => holds(residual(table, name))).length;
  return {
    title: `Which published figures the tables hold: ${published.length - open.length} of ${published.length} hold in all ${written.length}; here the others`,
    columns: [
      { heading: 'figure' },
      numberHeading('published'),
      ...written.map((table) => numberHeading(table.name, `holds ${count(table)}`)),
    ],
    rows: open.map((figure): TextCell[] => [
      shortName(figure.name),
      String(figure.target),
      ...written.map((table): TextCell => {
        const found = residual(table, figure.name);
        return holds(found)
          ? { text: 'holds', style: 'good' }
          : { text: `${formatNumber(found.value, 4)} (${formatSignedPercent(found.relative, 0)})`, style: 'bad' };
      }),
    ]),
  };
}

type FigureResidual = ReconstructedTable['reconstruction']['figures'][number];

interface FigureRow extends FigureResidual {
  readonly table: string;
  readonly contradicts: boolean;
}

const FIGURE_COLUMNS: readonly Column<FigureRow>[] = [
  textColumn('table', 'name of the reconstructed table', ({ table }) => table),
  textColumn('figure', 'what is measured', ({ name }) => name),
  textColumn('place', 'where it is published', ({ place }) => place),
  textColumn('status', 'published, derived or estimated', ({ status }) => status),
  textColumn('use', 'exact, approached or left out', ({ use }) => use),
  { name: 'target', unit: 'of the figure', meaning: 'as published', of: ({ target }) => target },
  { name: 'value', unit: 'of the figure', meaning: 'in the reconstructed table', of: ({ value }) => value },
  { name: 'residual', unit: 'of the figure', meaning: 'value less target', of: ({ residual }) => residual },
  { name: 'relative', unit: '1', meaning: 'residual over target', of: ({ relative }) => relative },
  textColumn('contradicts', 'yes where it is among the figures that contradict each other', ({ contradicts }) =>
    contradicts ? 'yes' : 'no',
  ),
];

/** residuals.csv: every figure of every table. */
export function reconstructionTable(found: ReconstructedTargets): DataTable<FigureRow> {
  const rows = found.tables.flatMap(({ name: table, reconstruction }) =>
    reconstruction.figures.map(
      (figure): FigureRow => ({
        ...figure,
        table,
        contradicts: reconstruction.contradiction?.includes(figure.name) === true,
      }),
    ),
  );
  return { columns: FIGURE_COLUMNS, rows };
}

/**
 * A reconstruction as plain data.
 *
 * @param fileName how to write the name of a table's file
 */
export function reconstructionData(found: ReconstructedTargets, fileName: (file: string) => string): object {
  return {
    title: found.title,
    currency: found.currency,
    tables: found.tables.map(({ name, file, reconstruction }) => ({
      name,
      file: file === null ? null : fileName(file),
      feasible: reconstruction.feasible,
      contradiction: reconstruction.contradiction,
      crossEntropy: reconstruction.crossEntropy,
      figures: reconstruction.figures,
    })),
  };
}

function figureTable({ name, file, targets, reconstruction }: ReconstructedTable, currency: string): TextTable {
  const { figures, feasible, crossEntropy } = reconstruction;
  const exact = figures.filter((figure) => figure.use === 'exact').length;
  const summary = feasible
    ? `all ${exact} exact figures hold, ${formatNumber(crossEntropy, 3)} nats from the prior`
    : `the ${exact} exact figures cannot all hold; below, the table nearest to them`;
  const size = `${targets.regions.length} regions × ${targets.industries.length} industries × ${targets.years.length === 1 ? '1 year' : `${targets.years.length} years`}`;
  return {
    title: `Table ${name}${file === null ? '' : ` (${file})`}, ${size}, outputs in ${currency}: ${summary}`,
    ...tabulate<FigureResidual>(
      [
        { heading: 'figure', cell: ({ name: full }) => shortName(full) },
        { ...numberHeading('target'), cell: ({ target }) => String(target) },
        { ...numberHeading('in table'), cell: ({ value }) => String(Number(value.toPrecision(7))) },
        { heading: '', cell: verdict },
      ],
      figures,
    ),
    notes: [
      'LQ: location quotient; A: agglomeration index; parts as fractions of 1. Figures that hold do so to 9 digits or more. --format csv gives place, status and residual of each.',
    ],
  };
}

/** A word on the distance of the table from a figure. */
function verdict({ relative, use }: FigureResidual): TextCell {
  if (Math.abs(relative) <= HOLDS && use === 'exact') return { text: 'holds', style: 'good' };
  const off = formatSignedPercent(relative, 0);
  if (use === 'exact') return { text: `missed ${off}`, style: 'bad' };
  return { text: use === 'approached' ? `near ${off}` : `left out ${off}`, style: 'dim' };
}

const SHORT_WORDS = [
  ['location quotient of ', 'LQ '],
  ['agglomeration index of ', 'A '],
] as const;

/** Names of figures are sentences; their first words repeat in most. */
function shortName(name: string): string {
  const [start, short] = SHORT_WORDS.find(([words]) => name.startsWith(words)) ?? [];
  const comma = name.lastIndexOf(', ');
  const inside = name.lastIndexOf(' in ', comma);
  if (start === undefined || inside < start.length) return name;
  return `${short}${name.slice(start.length, inside)}, ${name.slice(inside + 4, comma)} ${name.slice(comma + 2)}`;
}

function contradictionText({ name, reconstruction }: ReconstructedTable, layout: Layout): string {
  const set = reconstruction.contradiction ?? [];
  const intro = `Table ${name}: these ${set.length} figures contradict each other, and without any one of them the rest can hold (the smallest such set found):`;
  const places = new Map(reconstruction.figures.map((figure) => [figure.name, figure]));
  const lines = set.map((figure) => {
    const { target, place } = places.get(figure)!;
    return `- ${figure} = ${target} (${place})`;
  });
  const listed = lines.flatMap((line) => wrapWords(line, layout.width - 2, '  ').map((each) => `  ${each}`));
  return `${[...wrapWords(intro, layout.width), ...listed].join('\n')}\n`;
}
