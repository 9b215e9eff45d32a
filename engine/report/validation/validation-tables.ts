import type { ValidatedFact } from '../../validation/validate-facts.js';
import { type Column, type DataTable, textColumn } from '../data/columns.js';
import { formatFixed, NO_NUMBER } from '../text/number-format.js';
import { renderTextTable } from '../text/render-table.js';
import { paint } from '../text/table-block.js';
import { type CellColumn, numberHeading, tabulate } from '../text/text-columns.js';
import type { Layout, TextCell, TextTable } from '../text/text-table.js';
import { wrapWords } from '../text/text-width.js';
import { factBand, factNumber, furthestFirst, validationSentence } from './validation-answer.js';
import type { ValidationReport } from './validation-report.js';

const FACT = 'of the fact';

const COLUMNS: readonly Column<ValidatedFact>[] = [
  textColumn('fact', 'the fact in a few words', ({ fact }) => fact.name),
  textColumn('expression', 'the outcome that is compared', ({ fact }) => fact.expression),
  { name: 'value', unit: FACT, meaning: 'as published', of: ({ fact }) => fact.value },
  { name: 'median', unit: FACT, meaning: 'median of the draws', of: ({ median }) => median },
  { name: 'p05', unit: FACT, meaning: '5 % of the draws lie below', of: ({ p05 }) => p05 },
  { name: 'p10', unit: FACT, meaning: '10 % of the draws lie below', of: ({ p10 }) => p10 },
  { name: 'p25', unit: FACT, meaning: '25 % of the draws lie below', of: ({ p25 }) => p25 },
  { name: 'p75', unit: FACT, meaning: '75 % of the draws lie below', of: ({ p75 }) => p75 },
  { name: 'p90', unit: FACT, meaning: '90 % of the draws lie below', of: ({ p90 }) => p90 },
  { name: 'p95', unit: FACT, meaning: '95 % of the draws lie below', of: ({ p95 }) => p95 },
  textColumn('inside50', 'yes where it lies between p25 and p75', ({ inside50 }) => (inside50 ? 'yes' : 'no')),
  textColumn('inside80', 'yes where it lies between p10 and p90', ({ inside80 }) => (inside80 ? 'yes' : 'no')),
  textColumn('inside90', 'yes where it lies between p05 and p95', ({ inside90 }) => (inside90 ? 'yes' : 'no')),
  {
    name: 'widths_off',
    unit: '1',
    meaning: 'value less median, in widths of the 90 % band',
    of: ({ widthsOff }) => widthsOff,
  },
  {
    name: 'reach',
    unit: '1',
    meaning: 'distance of value from median, 1 being the end of the 80 % band on its side',
    of: ({ reach }) => reach,
  },
  textColumn('source', 'where it was published', ({ fact }) => fact.source),
  textColumn('note', 'what to bear in mind', ({ fact }) => fact.note),
];

/** validate.csv: one row for every fact, in the order of the file. */
export function validationTable({ validated }: ValidationReport): DataTable<ValidatedFact> {
  return { columns: COLUMNS, rows: validated };
}

/** The same as plain data. */
export function validationData(report: ValidationReport): object {
  return {
    answer: validationSentence(report),
    draws: report.draws,
    years: { from: report.years[0], to: report.years[1] },
    facts: report.validated.map(({ fact: { name, expression, value, source, note }, ...projected }) => ({
      name,
      expression,
      value,
      ...projected,
      source,
      note,
    })),
  };
}

/** Projected values beside published ones, for a terminal: the sentence, the failures, then the figures that hold. */
export function validationText(report: ValidationReport, layout: Layout): string {
  const sentence = wrapWords(validationSentence(report), layout.width).map((line) => paint(line, 'strong', layout));
  return `${sentence.join('\n')}\n\n${renderTextTable(terminalTable(report), layout)}`;
}

/** Every fact with its band, those that are furthest off first. */
export function factsTable({ title, facts, validated, years }: ValidationReport): TextTable {
  return {
    title: `${facts.title ?? 'Published later'}: ${title}, projected from ${years[0]}`,
    ...tabulate(FACT_COLUMNS, furthestFirst(validated)),
    notes: [
      'Distance: from the projected middle to what was published. At 1 it lies at the end of the 80% band, which holds 8 of 10 draws.',
    ],
  };
}

/** The same with what to bear in mind of each; sources stand in files and on the page. */
function terminalTable(report: ValidationReport): TextTable {
  const table = factsTable(report);
  const bearInMind = furthestFirst(report.validated).flatMap(({ fact: { name, note } }) =>
    note === null ? [] : [`${name}: ${note}.`],
  );
  return { ...table, notes: [...(table.notes ?? []), ...bearInMind, 'Sources: --format csv, or --out.'] };
}

/** Where each fact was published, and what to bear in mind. */
export function sourcesTable({ validated }: ValidationReport): TextTable {
  return {
    title: 'Where each figure was published, and what to bear in mind',
    ...tabulate(SOURCE_COLUMNS, furthestFirst(validated)),
  };
}

const FACT_COLUMNS: readonly CellColumn<ValidatedFact>[] = [
  { heading: 'fact', cell: ({ fact }) => fact.name },
  { ...numberHeading('published'), cell: ({ fact }) => factNumber(fact, fact.value) },
  { ...numberHeading('projected'), cell: ({ fact, median }) => factNumber(fact, median) },
  { ...numberHeading('80% band'), cell: ({ fact, p10, p90 }) => factBand(fact, p10, p90, '–') },
  { ...numberHeading('distance'), cell: ({ reach }) => (reach === null ? NO_NUMBER : formatFixed(reach, 2)) },
  { heading: '', whole: true, cell: verdictCell },
];

const SOURCE_COLUMNS: readonly CellColumn<ValidatedFact>[] = [
  { heading: 'fact', cell: ({ fact }) => fact.name },
  { heading: 'expression', cell: ({ fact }) => fact.expression },
  { heading: 'source', cell: ({ fact }) => fact.source },
  { heading: 'to bear in mind', cell: ({ fact }) => fact.note ?? '' },
];

function verdictCell({ median, inside80 }: ValidatedFact): TextCell {
  if (median === null) return { text: 'no number', style: 'dim' };
  return inside80 ? { text: 'inside', style: 'good' } : { text: 'outside', style: 'bad' };
}
