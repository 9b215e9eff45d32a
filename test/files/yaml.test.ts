import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readYaml } from '../../engine/files/yaml.js';
import { formatMistake } from '../../engine/mistakes.js';

const read = (text: string) => readYaml('f.yaml', new TextEncoder().encode(text));
const said = (text: string) => read(text).mistakes.map(formatMistake);

test('JSON is read as itself', () => {
  const key = fc.string().filter((name) => !['__proto__', 'constructor', 'prototype'].includes(name));
  const json = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constant(null),
      fc.boolean(),
      fc.integer(),
      fc.string(),
      tie('list'),
      tie('map'),
    ),
    list: fc.array(tie('value'), { maxLength: 4 }),
    map: fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  }));
  fc.assert(
    fc.property(json.map, (value) => {
      const document = read(JSON.stringify(value));
      expect(document.mistakes).toEqual([]);
      expect(document.value).toEqual(value);
    }),
  );
});

test('keys and values are found again, and of what is missing the nearest that exists', () => {
  const document = read('\uFEFF# a case\r\ntitle: x\r\npolicies:\r\n  - kind: cluster\r\n    push: 1e999\r\n');
  expect(document.positionOf(['policies', 0, 'push'], 'key')).toEqual({ file: 'f.yaml', line: 5, column: 5 });
  expect(document.positionOf(['policies', 0, 'push'], 'value')).toEqual({ file: 'f.yaml', line: 5, column: 11 });
  expect(document.positionOf(['policies', 0, 'start'])).toEqual({ file: 'f.yaml', line: 4, column: 5 });
  expect(document.positionOf(['policies', 7, 'start'])).toEqual({ file: 'f.yaml', line: 3, column: 1 });
  expect(document.positionOf(['nothing'])).toEqual({ file: 'f.yaml', line: 2, column: 1 });
  expect(document.textOf(['policies', 0, 'push'])).toBe('1e999');
  expect(document.textOf(['policies'])).toBeUndefined();
});

test('numbers follow the core schema of YAML 1.2 and everything else stays text', () => {
  expect(read('{ a: 0x10, b: 0o17, c: "1,000", d: 25%, e: 2012-01-01, f: yes, g: .5, h: ~, i: no }').value).toEqual({
    a: 16,
    b: 15,
    c: '1,000',
    d: '25%',
    e: '2012-01-01',
    f: 'yes',
    g: 0.5,
    h: null,
    i: 'no',
  });
});

test('an alias repeats a value and stands where it is used', () => {
  const document = read('a: &link [Changchun, Jilin]\nb: *link\n');
  expect(document.value).toEqual({ a: ['Changchun', 'Jilin'], b: ['Changchun', 'Jilin'] });
  expect(document.positionOf(['b'])).toMatchObject({ line: 2, column: 4 });
});

test('numbers may be keys, as they are written', () => {
  expect(read('220100: 1\n0220: 2\n').value).toEqual({ '220100': 1, '0220': 2 });
});

test('a distribution split at its commas is one mistake, and is put together again', () => {
  const document = read(
    'parameters: { rivalry: triangular(0.05, 0.30,\n  0.30), land: 0.8 }\nlist: [normal(0, 1), 3]\n',
  );
  expect(document.mistakes.map(formatMistake)).toEqual([
    'f.yaml:1:24  the commas split triangular(0.05, 0.30, 0.30) into several entries  (quote it: "triangular(0.05, 0.30, 0.30)")',
    'f.yaml:3:8  the commas split normal(0, 1) into several entries  (quote it: "normal(0, 1)")',
  ]);
  expect(document.value).toEqual({
    parameters: { rivalry: 'triangular(0.05, 0.30, 0.30)', land: 0.8 },
    list: ['normal(0, 1)', 3],
  });
});

test.each([
  ['a: 1\nb: 2\na: 3\n', ['f.yaml:3:1  key "a" stands twice  (first on line 1)']],
  ['a: 1\n---\nb: 2\n', ['f.yaml:2:1  a second document starts here  (one file holds one document: remove the ---)']],
  ['a:\n\t- b\n', ['f.yaml:2:1  a tab indents this line  (indent with spaces)']],
  ['? [a]\n: 1\n', ['f.yaml:1:3  a key must be a text  (quote it)']],
  ['~: 1\ntrue: 2\n', ['f.yaml:1:1  a key must be a text  (quote it)', 'f.yaml:2:1  a key must be a text  (quote it)']],
  ['a: !!js/function x\n', ['f.yaml:1:18  tag !!js/function is not used here  (remove it)']],
  ['a: !!binary aGk=\n', ['f.yaml:1:13  tag !!binary is not used here  (remove it)']],
  [
    '__proto__: 1\na: { constructor: 2 }\nb: [{ prototype: 3 }]\n',
    [
      'f.yaml:1:1  "__proto__" cannot be a key  (rename it)',
      'f.yaml:2:6  "constructor" cannot be a key  (rename it)',
      'f.yaml:3:7  "prototype" cannot be a key  (rename it)',
    ],
  ],
  ['a: &a [*a]\n', ['f.yaml:1:8  alias *a stands inside what it names  (quote it if it is a text that starts with *)']],
  ['a: *b\n', ['f.yaml:1:4  alias *b names nothing before it  (quote it if it is a text that starts with *)']],
  [
    'title: Changchun: the city\n',
    [
      'f.yaml:1:8  a second key on one line, or a text that holds a colon and a space  (quote the text, or check the indentation of the next line)',
    ],
  ],
  [
    'a: @x\nb: `y`\n',
    ['f.yaml:1:4  a text cannot start with @  (quote it)', 'f.yaml:2:4  a text cannot start with `  (quote it)'],
  ],
  ['a: {b: 1\nc: 2\n', ['f.yaml:2:1  a { or [ is not closed by its } or ]']],
  ['a: "x\n', ['f.yaml:2:1  a quotation mark is opened and never closed']],
  ['# nothing\n', ['f.yaml:1:1  the file holds nothing but comments']],
])('%j is refused with its place', (text, mistakes) => {
  expect(said(text)).toEqual(mistakes);
});

test('nothing that a file holds reaches the prototype of objects', () => {
  read('{ "__proto__": { polluted: 1 }, a: { "__proto__": { polluted: 1 } } }');
  expect('polluted' in {}).toBe(false);
});

test('a bomb of nested aliases is refused without being expanded', () => {
  const levels = Array.from(
    { length: 30 },
    (_, k) =>
      `k${k}: &a${k} [${Array(9)
        .fill(k === 0 ? 'x' : `*a${k - 1}`)
        .join(',')}]`,
  );
  expect(said(`${levels.join('\n')}\n`)).toEqual(['f.yaml:6:9  aliases add more than 100000 values']);
});

test('nesting that could exhaust the stack is refused before it is composed', () => {
  expect(said('['.repeat(100_000))).toEqual(['f.yaml:1:101  nested more than 100 levels deep']);
  expect(said('- '.repeat(5000))).toEqual(['f.yaml:1:200  nested more than 100 levels deep']);
  expect(said(`${'['.repeat(90)}${']'.repeat(90)}`)).toEqual([]);
});

test('a file too large to be written by hand is refused', () => {
  expect(said(`a: ${'x'.repeat(1024 * 1024)}`)).toEqual([
    'f.yaml:1:1  the file is larger than 1 MB  (tables belong in CSV files that the YAML names)',
  ]);
});

test('at most 200 mistakes are listed, and the rest counted', () => {
  const mistakes = said(Array(300).fill('a: 1').join('\n'));
  expect(mistakes).toHaveLength(201);
  expect(mistakes.at(-1)).toBe('f.yaml:201:1  and 99 more mistakes in this file');
});

test('what a file holds cannot steer the terminal that shows its mistakes', () => {
  const { mistakes } = read(`"\\e[31m${'x'.repeat(1000)}": 1\n"\\e[31m${'x'.repeat(1000)}": 2\n`);
  const twice = mistakes.find(({ message }) => message.startsWith('key'));
  expect(twice?.message).toMatch(/^key "�\[31mx+…$/);
  expect(twice?.message).toHaveLength(401);
});

test('no text may hold what turns or steers the writing, escaped or not, nor be endless', () => {
  const messages = (text: string) => read(text).mistakes.map(({ line, column, message }) => [line, column, message]);
  expect(messages('title: "a\\e[2J"\nb: "x\\u202ey"\n')).toEqual([
    [1, 8, 'the hidden character U+001B stands in this text'],
    [2, 4, 'the hidden character U+202E stands in this text'],
  ]);
  expect(messages('title: a\u2066b\n')).toEqual([[1, 8, 'the hidden character U+2066 stands in this text']]);
  expect(messages('"a\\u061cb": 1\n')).toEqual([[1, 1, 'the hidden character U+061C stands in this text']]);
  expect(messages('note: |\n  two lines\n  \tof text\n')).toEqual([]);
  expect(messages('"two\\nlines": 1\n')).toEqual([[1, 1, 'the hidden character U+000A stands in this text']]);
  expect(messages(`note: ${'x'.repeat(10_001)}\n`)[0]?.[2]).toMatch(/^a text of 10001 characters/);
});
