import type { Facts } from '../../validation/facts-file.js';
import type { ValidatedFact } from '../../validation/validate-facts.js';
import { type Column, type DataTable, textColumn } from '../data/columns.js';
import { formatFixed, formatNumber, NO_NUMBER } from '../text/number-format.js';
import { renderTextTable } from '../text/render-table.js';
import { paint } from '../text/table-block.js';
import type { Layout, TextCell, TextTable } from '../text/text-table.js';
import { wrapWords } from '../text/text-width.js';

/** Projections beside published figures, with what they were drawn from. */
export interface ValidationReport {
  /** Title of the scenario. */
  readonly title: string;
  readonly facts: Facts;
  readonly validated: readonly ValidatedFact[];
  readonly draws: number;
  readonly years: readonly [from: number, to: number];
}

/** Parts of figures that bands of 50 and 90 % hold where they hold what they say. */
const EXPECTED = { half: 0.5, nine: 0.9 } as const;

const FACT = 'of the fact';

const COLUMNS: readonly Column<ValidatedFact>[] = [
  textColumn('fact', 'the fact in a few words', ({ fact }) => fact.name),
  textColumn('expression', 'the outcome that is compared', ({ fact }) => fact.expression),
  { name: 'value', unit: FACT, meaning: 'as published', of: ({ fact }) => fact.value },
  { name: 'median', unit: FACT, meaning: 'median of the draws', of: ({ median }) => median },
  { name: 'p05', unit: FACT, meaning: '5 % of the draws lie below', of: ({ p05 }) => p05 },
  { name: 'p25', unit: FACT, meaning: '25 % of the draws lie below', of: ({ p25 }) => p25 },
  { name: 'p75', unit: FACT, meaning: '75 % of the draws lie below', of: ({ p75 }) => p75 },
  { name: 'p95', unit: FACT, meaning: '95 % of the draws lie below', of: ({ p95 }) => p95 },
  textColumn('inside50', 'yes where it lies between p25 and p75', ({ inside50 }) => (inside50 ? 'yes' : 'no')),
  textColumn('inside90', 'yes where it lies between p05 and p95', ({ inside90 }) => (inside90 ? 'yes' : 'no')),
  {
    name: 'widths_off',
    unit: '1',
    meaning: 'value less median, in widths of the 90 % band',
    of: ({ widthsOff }) => widthsOff,
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
    facts: report.validated.map(({ fact, median, p05, p25, p75, p95, inside50, inside90, widthsOff }) => ({
      name: fact.name,
      expression: fact.expression,
      value: fact.value,
      median,
      p05,
      p25,
      p75,
      p95,
      inside50,
      inside90,
      widthsOff,
      source: fact.source,
      note: fact.note,
    })),
  };
}

/** One sentence that sums up how the projections did, failures first. */
export function validationSentence({ validated, draws }: ValidationReport): string {
  const usable = validated.filter(({ median }) => median !== null);
  if (usable.length === 0) return 'No draw has a number for any of these facts.';
  const outside = usable.filter(({ inside90 }) => !inside90);
  const inHalf = usable.filter(({ inside50 }) => inside50).length;
  const worst = furthestFirst(usable)[0]!;
  const inside = usable.length - outside.length;
  const whole = usable.length;
  const held = `${inside === 0 ? 'None' : String(inside)} of ${whole} published figures ${inside === 1 || whole === 1 ? 'lies' : 'lie'} inside the 90% band of ${formatFixed(draws, 0)} draws, ${inHalf === 0 ? 'none' : inHalf} inside the 50% band. Of bands that hold what they say, about ${formatNumber(EXPECTED.nine * whole, 2)} and ${formatNumber(EXPECTED.half * whole, 2)} would.`;
  const furthest =
    worst.widthsOff === null || outside.length === 0
      ? ''
      : ` Furthest off is ${worst.fact.name}: published ${figure(worst.fact.value)}, projected ${figure(worst.median)}. It is ${formatFixed(Math.abs(worst.widthsOff), 1)} widths of the 90% band ${worst.widthsOff < 0 ? 'below' : 'above'} the median.`;
  return `${held}${furthest}`;
}

/** Projected values beside published ones, for a terminal: the sentence, the failures, then the figures that hold. */
export function validationText(report: ValidationReport, layout: Layout): string {
  const sentence = wrapWords(validationSentence(report), layout.width).map((line) => paint(line, 'strong', layout));
  return `${sentence.join('\n')}\n\n${renderTextTable(factsTable(report), layout)}`;
}

/** Every fact with its bands, those that are furthest off first. */
function factsTable({ title, facts, validated, years }: ValidationReport): TextTable {
  const ordered = furthestFirst(validated);
  const verdict = ({ median, inside50, inside90 }: ValidatedFact): TextCell => {
    if (median === null) return { text: 'no number', style: 'dim' };
    if (inside50) return { text: 'inside 50%', style: 'good' };
    return inside90 ? { text: 'inside 90%', style: 'good' } : { text: 'outside', style: 'bad' };
  };
  const right = (heading: string, group?: string) => ({
    heading,
    align: 'right' as const,
    ...(group === undefined ? {} : { group }),
  });
  return {
    title: `${facts.title ?? 'Published later'}: ${title}, projected from ${years[0]}`,
    columns: [
      { heading: 'fact' },
      right('published'),
      right('projected'),
      right('50%', 'band of draws'),
      right('90%', 'band of draws'),
      right('off'),
      { heading: '', whole: true },
    ],
    rows: ordered.map((each): TextCell[] => [
      each.fact.name,
      figure(each.fact.value),
      figure(each.median),
      band(each.p25, each.p75),
      band(each.p05, each.p95),
      each.widthsOff === null ? NO_NUMBER : formatFixed(each.widthsOff, 2),
      verdict(each),
    ]),
    notes: [
      'off: published less projected, in widths of the 90% band; beyond about ±0.5 it lies outside.',
      ...ordered.map(({ fact }) => `${fact.name}: ${fact.source}${fact.note === null ? '' : `. ${fact.note}`}`),
    ],
  };
}

/** Facts by how far they are off, the furthest first; those without a number last. */
function furthestFirst(validated: readonly ValidatedFact[]): ValidatedFact[] {
  const distance = ({ widthsOff }: ValidatedFact): number => (widthsOff === null ? -1 : Math.abs(widthsOff));
  return validated.toSorted((a, b) => distance(b) - distance(a));
}

function figure(value: number | null): string {
  return formatNumber(value, 4);
}

function band(low: number | null, high: number | null): string {
  return low === null || high === null ? NO_NUMBER : `${figure(low)}–${figure(high)}`;
}
