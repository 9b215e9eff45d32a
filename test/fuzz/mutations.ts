import fc from 'fast-check';
import { stringify } from 'yaml';

/** Values that somebody may write by mistake or on purpose, in place of any other. */
const HOSTILE: readonly unknown[] = [
  null,
  true,
  '',
  ' ',
  0,
  -1,
  1.5,
  1e300,
  Number.POSITIVE_INFINITY,
  Number.NaN,
  99999999999,
  '5%',
  '1,000',
  'year',
  'triangular(3, 2, 1)',
  'normal(0, 1)',
  'beta(2, 5, 0, 1)',
  'choice(1)',
  '1e308 * 10 * year',
  'sum(sum(sum(sum(sum(sum(output()))))))',
  'discounted(cumulative(at(output("East"), 2022)))',
  '((((((((((((((((((((((1))))))))))))))))))))))',
  'output("East") / 0 < gap()',
  '__proto__',
  'constructor',
  'toString',
  'no-policy',
  'a\u001b[31mb',
  'a\u202eb',
  '=1+1',
  '*',
  'a*b?c*',
  '../../../../etc/passwd',
  '.',
  'baseline.yaml',
  'case.yaml',
  'outputs.csv',
  'missing.yaml',
  'East',
  'West',
  'Cars',
  'x'.repeat(300),
  'x '.repeat(6000),
  [],
  {},
  [null],
  [[]],
  [{}],
  { a: 1 },
  { a: 'baseline.yaml' },
  { East: 1 },
  { name: 'Open border' },
  { kind: 'market' },
  { top: 3 },
  [['East', 'West']],
  ['East', 'East'],
  ['rivalry', 'barrier', 2],
  { from: 2020, to: 2999 },
  { longRun: { East: 1 } },
  nested(60),
  Array.from({ length: 1000 }, (_, k) => `name ${k}`),
];

const KEYS = [
  '',
  'a',
  'title',
  'futures',
  'policies',
  'kind',
  'name',
  '__proto__',
  'constructor',
  'a.b',
  '*',
  '2020',
  'East',
  '\u001b[31m',
];
const PIECES = [
  '',
  ' ',
  ':',
  ': ',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  ',',
  '- ',
  '\n',
  '\n  ',
  '\t',
  '&a ',
  '*a',
  '|',
  '>',
  '? ',
  '#',
  '!!',
  '%',
  '---\n',
  '\r',
  '\u0000',
  '\ud800',
  '\ufeff',
  '1e999',
  '<<: ',
];
const CELLS = [
  '',
  ' ',
  '"',
  '"a',
  'a"b',
  '-1',
  '0',
  '1e400',
  'NaN',
  '1,5',
  '12%',
  '9'.repeat(50),
  '1'.repeat(20000),
  'East',
  'Cars',
  'total',
  '2015',
  '2015.5',
  '1800',
  '99999',
  'published',
  '=1+1',
  'a\u202eb',
  '\u001b[2J',
  '__proto__',
  'constructor',
  'x'.repeat(500),
  '\t',
  'a\nb',
];

function nested(depth: number): unknown {
  return depth === 0 ? 1 : [{ a: nested(depth - 1) }];
}

/** One change to a file, as numbers that are taken modulo whatever there is to choose from. */
export interface Edit {
  readonly way: number;
  readonly at: number;
  readonly other: number;
  readonly with: number;
}

export const edits = fc.array(
  fc.record({ way: fc.nat(99), at: fc.nat(4000), other: fc.nat(4000), with: fc.nat(4000) }),
  {
    minLength: 1,
    maxLength: 4,
  },
);

function pick<Value>(values: readonly Value[], index: number): Value {
  return values[index % values.length]!;
}

/** A YAML file with changes made to its tree, and then, now and then, to its text. */
export function mutateYaml(tree: unknown, changes: readonly Edit[]): string {
  let value = structuredClone(tree);
  const [ofTree, ofText] = [changes.filter(({ way }) => way < 80), changes.filter(({ way }) => way >= 80)];
  for (const change of ofTree) value = mutateTree(value, change);
  return mutateText(stringify(value ?? null, { aliasDuplicateObjects: false }), ofText);
}

/** A text with pieces put in place of some of its characters. */
export function mutateText(text: string, changes: readonly Edit[]): string {
  let result = text;
  for (const { at, other, with: piece } of changes) {
    const start = result.length === 0 ? 0 : at % result.length;
    result = result.slice(0, start) + pick(PIECES, piece) + result.slice(start + (other % 7));
  }
  return result;
}

/** A table with changes made to its cells, and then, now and then, to its text. */
export function mutateTable(text: string, changes: readonly Edit[]): string {
  const rows = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  for (const { way, at, other, with: value } of changes) {
    const r = at % rows.length;
    const row = rows[r]!;
    const c = other % Math.max(1, row.length);
    if (way < 40) row[c] = pick(CELLS, value);
    else if (way < 50) row.splice(c, 1);
    else if (way < 60) rows.splice(r, 1, row, [...row]);
    else if (way < 70 && rows.length > 1) rows.splice(r, 1);
    else if (way < 80) row.splice(c, 0, pick(CELLS, value));
  }
  return mutateText(
    `${rows.map((row) => row.join(',')).join('\n')}\n`,
    changes.filter(({ way }) => way >= 80),
  );
}

/** A place in a tree: what holds it, and under which key. */
type Place = readonly [holder: Record<string, unknown> | unknown[], key: string | number];

function placesOf(value: unknown, places: Place[] = []): Place[] {
  if (typeof value !== 'object' || value === null || places.length > 3000) return places;
  const holder = value as Record<string, unknown> | unknown[];
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
  for (const key of keys) {
    places.push([holder, key]);
    placesOf((holder as Record<string | number, unknown>)[key], places);
  }
  return places;
}

function mutateTree(tree: unknown, { way, at, other, with: value }: Edit): unknown {
  const places = placesOf(tree);
  if (places.length === 0 || way === 0) return structuredClone(pick(HOSTILE, value));
  const [holder, key] = pick(places, at);
  const held = holder as Record<string | number, unknown>;
  if (way < 40) held[key] = structuredClone(pick(HOSTILE, value));
  else if (way < 48) {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete held[key];
  } else if (way < 54) held[key] = [held[key]];
  else if (way < 60) held[key] = { [pick(KEYS, value)]: held[key] };
  else if (way < 66 && Array.isArray(held[key])) held[key] = Object.fromEntries((held[key] as unknown[]).entries());
  else if (way < 72) {
    const [elsewhere, name] = pick(places, other);
    held[key] = structuredClone((elsewhere as Record<string | number, unknown>)[name]);
  } else if (Array.isArray(holder)) holder.push(structuredClone(held[key]));
  else define(held, pick(KEYS, value), structuredClone(held[key]));
  return tree;
}

/** Sets a key as an own one, `__proto__` too. */
function define(held: Record<string | number, unknown>, key: string, value: unknown): void {
  Object.defineProperty(held, key, { value, enumerable: true, writable: true, configurable: true });
}
