import type { NumberDefinition } from '../../parameters/definition.js';
import { NOISE, PARAMETERS, TREND } from '../../parameters/parameters.js';
import { numberFields } from '../../policies/common.js';
import type { PolicyKind } from '../../policies/kind.js';
import type { CsvValue } from '../data/csv.js';
import { type Layout, paint, renderTextTable } from '../text/text-table.js';
import { wrapWords } from '../text/text-width.js';

/** The kinds of policy as a table with what each does, for a terminal. */
export function policyKindsText(kinds: readonly PolicyKind[], layout: Layout): string {
  const table = renderTextTable(
    {
      title: 'Kinds of policy: the ways of the paper (section), and the levers they move',
      columns: [{ heading: 'kind' }, { heading: 'section' }, { heading: 'title' }, { heading: 'fields of its own' }],
      rows: kinds.map((kind) => [kind.kind, kind.section, kind.title, ownFields(kind).join(', ')]),
    },
    layout,
  );
  const summaries = kinds.flatMap((kind) => [
    '',
    paint(kind.kind, 'strong', layout),
    ...indented(kind.summary, layout),
  ]);
  return `${[table.trimEnd(), ...summaries, '', 'tandem policies <kind> shows its fields, defaults and sources; so do parameters, trend and noise.'].join('\n')}\n`;
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
export function numberGroupText({ title, numbers }: NumberGroup, layout: Layout): string {
  const { table, sources } = numberTexts(title, Object.entries(numbers), layout, 'text');
  return `${[table, '', paint('What the numbers mean and rest on', 'strong', layout), ...sources].join('\n')}\n`;
}

/** Every number of some groups, one row each, as in `POLICY_HEADER`. */
export function* numberGroupRows(groups: readonly NumberGroup[]): Generator<readonly CsvValue[]> {
  for (const { name, numbers } of groups) yield* definitionRows(name, numbers);
}

function numberTexts(
  title: string,
  fields: readonly (readonly [string, NumberDefinition])[],
  layout: Layout,
  units: 'column' | 'text',
) {
  const table = renderTextTable(
    {
      title,
      columns: [
        { heading: 'field' },
        { heading: 'default' },
        ...(units === 'column' ? [{ heading: 'unit' }] : []),
        { heading: 'plausible range', align: 'right' },
        { heading: 'status' },
      ],
      rows: fields.map(([name, field]) => [
        name,
        defaultText(field),
        ...(units === 'column' ? [field.unit] : []),
        rangeText(field),
        field.status,
      ]),
    },
    layout,
  );
  const sources = fields.flatMap(([name, field]) => [
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
  const fields = Object.entries(numberFields(kind));
  const { table, sources } = numberTexts(`Fields of ${kind.kind} that are numbers`, fields, layout, 'column');
  const options = Object.entries(kind.options).map(([name, schema]) => `${name}: ${schema.description ?? ''}`);
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', paint(title, 'strong', layout), ...lines];
  const lines = [
    paint(`${kind.title} (${kind.kind}, section ${kind.section} of the paper)`, 'strong', layout),
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

/** Header of `policyRows`. */
export const POLICY_HEADER = ['kind', 'field', 'default', 'unit', 'low', 'high', 'status', 'meaning', 'source'];

/** Every numeric field of every kind, one row each, as in `POLICY_HEADER`. */
export function* policyRows(kinds: readonly PolicyKind[]): Generator<readonly CsvValue[]> {
  for (const kind of kinds) yield* definitionRows(kind.kind, numberFields(kind));
}

function* definitionRows(
  group: string,
  numbers: Readonly<Record<string, NumberDefinition>>,
): Generator<readonly CsvValue[]> {
  for (const [name, field] of Object.entries(numbers)) {
    const [low, high] = field.range;
    yield [group, name, field.value, field.unit, low, high, field.status, field.meaning, field.source];
  }
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

function ownFields(kind: PolicyKind): string[] {
  return [...Object.keys(kind.options), ...Object.keys(kind.fields)];
}

function defaultText(field: NumberDefinition): string {
  return field.value === null ? `none: ${field.absent ?? ''}` : String(field.value);
}

function rangeText(field: NumberDefinition): string {
  return `${field.range[0]} to ${field.range[1]}`;
}

function indented(text: string, layout: Layout): string[] {
  return wrapWords(text, layout.width - 2).map((line) => `  ${line}`);
}
