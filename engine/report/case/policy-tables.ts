import type { NumberDefinition } from '../../parameters/definition.js';
import { NOISE, PARAMETERS, TREND } from '../../parameters/parameters.js';
import { numberFields } from '../../policies/fields.js';
import { type PolicyKind, paperPlace } from '../../policies/kind.js';
import { type Column, type DataTable, textColumn } from '../data/columns.js';
import { renderTextTable } from '../text/render-table.js';
import { paint } from '../text/table-block.js';
import { type CellColumn, tabulate } from '../text/text-columns.js';
import type { Layout } from '../text/text-table.js';
import { wrapWords } from '../text/text-width.js';

/** The kinds of policy as a table with what each does, for a terminal. */
export function policyKindsText(kinds: readonly PolicyKind[], layout: Layout): string {
  const table = renderTextTable(
    {
      title: 'Kinds of policy: the ways of the paper (section), and the levers they move',
      ...tabulate<PolicyKind>(
        [
          { heading: 'kind', cell: ({ kind }) => kind },
          { heading: 'section', cell: ({ section }) => section ?? '–' },
          { heading: 'title', cell: ({ title }) => title },
          {
            heading: 'fields of its own',
            cell: ({ options, fields }) => [...Object.keys(options), ...Object.keys(fields)].join(', '),
          },
        ],
        kinds,
      ),
    },
    layout,
  );
  const summaries = kinds.flatMap((kind) => [
    '',
    paint(kind.kind, 'strong', layout),
    ...indented(kind.summary, layout),
  ]);
  const more = 'tandem policies <kind> shows its fields, defaults and sources; so do parameters, trend and noise.';
  return `${[table.trimEnd(), ...summaries, '', ...wrapWords(more, layout.width)].join('\n')}\n`;
}

/** Numbers that are no policy's own, such as the parameters of the growth equation. */
export interface NumberGroup {
  readonly name: string;
  readonly title: string;
  readonly numbers: Readonly<Record<string, NumberDefinition>>;
}

/** The numbers of the growth equation and of coordination, of the trend and of the noise. */
export const NUMBER_GROUPS: readonly NumberGroup[] = [
  { name: 'parameters', title: 'Parameters of the growth equation and of coordination', numbers: PARAMETERS },
  { name: 'trend', title: 'Numbers of the trend', numbers: TREND },
  { name: 'noise', title: 'Numbers of the noise, which Monte Carlo alone uses', numbers: NOISE },
];

/** A group of numbers for a terminal: every one with default, range, status, and what it rests on. */
export function numberGroupText({ name, title, numbers }: NumberGroup, layout: Layout): string {
  const { table, sources } = numberTexts(title, numberRows(name, numbers), layout, 'text');
  return `${[table, '', paint('What the numbers mean and rest on', 'strong', layout), ...sources].join('\n')}\n`;
}

/** A number with the policy kind or group that it belongs to. */
interface NumberRow {
  readonly group: string;
  readonly name: string;
  readonly field: NumberDefinition;
}

const NUMBER_COLUMNS: readonly Column<NumberRow>[] = [
  textColumn('kind', 'kind of policy, or group of numbers', ({ group }) => group),
  textColumn('field', 'key in a file', ({ name }) => name),
  { name: 'default', unit: 'as in the column unit', meaning: 'value unless set', of: ({ field }) => field.value },
  textColumn('unit', 'unit', ({ field }) => field.unit),
  { name: 'low', unit: 'as in the column unit', meaning: 'least plausible value', of: ({ field }) => field.range[0] },
  { name: 'high', unit: 'as in the column unit', meaning: 'most plausible value', of: ({ field }) => field.range[1] },
  textColumn('status', 'published, derived, estimated or judgement', ({ field }) => field.status),
  textColumn('meaning', 'what it is', ({ field }) => field.meaning),
  textColumn('source', 'what it rests on', ({ field }) => field.source),
];

/** Every number of some groups. */
export function numberGroupsTable(groups: readonly NumberGroup[]): DataTable<NumberRow> {
  return { columns: NUMBER_COLUMNS, rows: groups.flatMap(({ name, numbers }) => numberRows(name, numbers)) };
}

/** Every numeric field of every kind. */
export function policyFieldsTable(kinds: readonly PolicyKind[]): DataTable<NumberRow> {
  return { columns: NUMBER_COLUMNS, rows: kinds.flatMap((kind) => numberRows(kind.kind, numberFields(kind))) };
}

function numberRows(group: string, numbers: Readonly<Record<string, NumberDefinition>>): NumberRow[] {
  return Object.entries(numbers).map(([name, field]) => ({ group, name, field }));
}

/** A table of numbers, and below it what each means and rests on; units stand in a column or in the text. */
function numberTexts(title: string, fields: readonly NumberRow[], layout: Layout, units: 'column' | 'text') {
  const columns: CellColumn<NumberRow>[] = [
    { heading: 'field', cell: ({ name }) => name },
    {
      heading: 'default',
      cell: ({ field }) => (field.value === null ? `none: ${field.absent ?? ''}` : String(field.value)),
    },
    ...(units === 'column' ? [{ heading: 'unit', cell: ({ field }: NumberRow) => field.unit }] : []),
    { heading: 'plausible range', align: 'right', cell: ({ field }) => `${field.range[0]} to ${field.range[1]}` },
    { heading: 'status', cell: ({ field }) => field.status },
  ];
  const table = renderTextTable({ title, ...tabulate(columns, fields) }, layout);
  const sources = fields.flatMap(({ name, field }) => [
    paint(name, 'strong', layout),
    ...indented(
      `${field.meaning}${units === 'text' && field.unit !== '1' ? ` (${field.unit})` : ''}. Source: ${field.source}.`,
      layout,
    ),
  ]);
  return { table: table.trimEnd(), sources };
}

/** One kind of policy for a terminal: what it does, every field with default, range and source, and an example to paste. */
export function policyKindText(kind: PolicyKind, layout: Layout): string {
  const fields = numberRows(kind.kind, numberFields(kind));
  const { table, sources } = numberTexts(`Fields of ${kind.kind} that are numbers`, fields, layout, 'column');
  const options = Object.entries(kind.options).map(([name, schema]) => `${name}: ${schema.description ?? ''}`);
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', paint(title, 'strong', layout), ...lines];
  const lines = [
    ...wrapWords(`${kind.title} (${kind.kind}, ${paperPlace(kind)})`, layout.width).map((line) =>
      paint(line, 'strong', layout),
    ),
    ...indented(kind.summary, layout),
    ...section('Where regions act apart', indented(kind.apart, layout)),
    ...section('Where it fails', indented(kind.whenFailed, layout)),
    '',
    table,
    ...section(
      'Other fields',
      options.flatMap((option) => indented(option, layout)),
    ),
    ...section('What the numbers mean and rest on', sources),
    ...section(
      'Example, under policies:',
      kind.example.split('\n').map((line, index) => (index === 0 ? `  - ${line}` : `    ${line}`)),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** The kinds as plain data: what each is, its fields with defaults and sources, and an example. */
export function policyData(kinds: readonly PolicyKind[]): readonly object[] {
  return kinds.map((kind) => ({
    kind: kind.kind,
    title: kind.title,
    section: kind.section,
    summary: kind.summary,
    apart: kind.apart,
    whenFailed: kind.whenFailed,
    fields: numberFields(kind),
    options: Object.fromEntries(Object.entries(kind.options).map(([name, schema]) => [name, schema.description ?? ''])),
    example: kind.example,
  }));
}

function indented(text: string, layout: Layout): string[] {
  return wrapWords(text, layout.width - 2).map((line) => `  ${line}`);
}
