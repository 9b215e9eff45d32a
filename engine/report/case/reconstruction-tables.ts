import type { ReconstructedTable, ReconstructedTargets } from '../../reconstruct/reconstruct-from-file.js';
import type { CsvValue } from '../data/csv.js';
import { formatNumber, formatSignedPercent } from '../text/number-format.js';
import { type Layout, renderTextTable, type TextCell, type TextTable } from '../text/text-table.js';
import { wrapWords } from '../text/text-width.js';

/** Relative residuals below this are rounding. */
const HOLDS = 1e-9;

/** What was reconstructed, for a terminal: each figure beside what the table gives, and what cannot hold together. */
export function reconstructionText(found: ReconstructedTargets, layout: Layout): string {
  const parts = found.tables.flatMap((table) => [
    renderTextTable(figureTable(table, found.currency), layout),
    ...(table.reconstruction.contradiction === null ? [] : [contradictionText(table, layout)]),
  ]);
  return parts.join('\n\n');
}

/** Header of `reconstructionRows`. */
export const RECONSTRUCTION_HEADER = [
  'table',
  'figure',
  'place',
  'status',
  'use',
  'target',
  'value',
  'residual',
  'relative',
  'contradicts',
];

/** One row for every figure of every table, as in `RECONSTRUCTION_HEADER`. */
export function* reconstructionRows(found: ReconstructedTargets): Generator<readonly CsvValue[]> {
  for (const { name, reconstruction } of found.tables) {
    for (const figure of reconstruction.figures) {
      const contradicts = reconstruction.contradiction?.includes(figure.name) === true ? 'yes' : 'no';
      const { place, status, use, target, value, residual, relative } = figure;
      yield [name, figure.name, place, status, use, target, value, residual, relative, contradicts];
    }
  }
}

/**
 * What was reconstructed as plain data.
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
  const verdict = (figure: (typeof figures)[number]): TextCell => {
    if (Math.abs(figure.relative) <= HOLDS && figure.use === 'exact') return { text: 'holds', style: 'good' };
    const off = formatSignedPercent(figure.relative, 0);
    if (figure.use === 'exact') return { text: `missed ${off}`, style: 'bad' };
    return { text: figure.use === 'approached' ? `near ${off}` : `left out ${off}`, style: 'dim' };
  };
  return {
    title: `Table ${name}${file === null ? '' : ` (${file})`}, ${size}, outputs in ${currency}: ${summary}`,
    columns: [
      { heading: 'figure' },
      { heading: 'target', align: 'right' },
      { heading: 'in table', align: 'right' },
      { heading: '' },
    ],
    rows: figures.map((figure) => [
      shortName(figure.name),
      String(figure.target),
      String(Number(figure.value.toPrecision(7))),
      verdict(figure),
    ]),
    notes: [
      'LQ: location quotient; A: agglomeration index; parts as fractions of 1. Figures that hold do so to 9 digits or more. --format csv gives place, status and residual of each.',
    ],
  };
}

/** Names of figures are sentences; their first words repeat in most. */
function shortName(name: string): string {
  return name
    .replace(/^location quotient of (.+) in (.+), (.+)$/, 'LQ $1, $2 $3')
    .replace(/^agglomeration index of (.+) in (.+), (.+)$/, 'A $1, $2 $3');
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
