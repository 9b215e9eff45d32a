import { describe, expect, it } from 'vitest';
import { rangeValues } from '../engine/compare/sweep.js';
import { caseSchema } from '../engine/economy/case-schema.js';
import { createCellFinder, parseCsv } from '../engine/files/csv-cells.js';
import { parseNumberCell } from '../engine/files/number-cell.js';
import { readTable } from '../engine/files/table.js';
import { readYaml } from '../engine/files/yaml.js';
import { readFigure } from '../engine/importing/read/figures.js';
import { shortened, tidyName } from '../engine/importing/read/source-table.js';
import { readYear } from '../engine/importing/read/years.js';
import { codeContains, leadingCode } from '../engine/importing/recognise/classification-codes.js';
import { moneyIn, soundsLikeHeads, soundsLikeValueAdded } from '../engine/importing/recognise/measure-words.js';
import { soundsLikeCode, soundsLikeNoAmount, words } from '../engine/importing/recognise/role-words.js';
import { saysOfItself } from '../engine/importing/recognise/total-words.js';
import { knownNames } from '../engine/mistakes.js';
import { matchPaths } from '../engine/montecarlo/study/uncertain.js';
import { targetsSchema } from '../engine/reconstruct/targets/targets-schema.js';
import { matchNames } from '../engine/scenario/names.js';
import { splitSetting } from '../engine/scenario/set.js';
import { needsExpressions, parseQuantity } from '../engine/values/quantity.js';

/** So long that whoever takes the square of it in steps does not end before the test does. */
const LENGTH = 500_000;

const SHAPES: readonly (readonly [string, string, string])[] = [
  ['digits', '1', '!'],
  ['digits with points', '1.', '!'],
  ['thousands', ',111', '!'],
  ['spaces', ' ', '1'],
  ['digits and spaces', '1 ', '!'],
  ['letters', 'a', '!'],
  ['words', 'total all ', '!'],
  ['stars', '*', 'b'],
  ['globs', 'a*', 'b'],
  ['brackets', '(', ''],
  ['percent signs', '%', '1'],
  ['dashes', '-', '1'],
  ['quotation marks', '"', 'a'],
  ['separators', ',', 'a'],
  ['cells', '"a",', 'a'],
  ['lines', '"a"\n', 'a'],
  ['signs of comparison', '>', ' 1 '],
  ['zeros', '0', '%'],
  ['combining accents', 'u\u0308', ''],
];
const texts = SHAPES.map(([name, part, end]) => [name, part.repeat(LENGTH / part.length) + end] as const);
const NAMES = ['Changchun', 'Jilin', 'parameters.rivalry'];

/** Readers of a text of the user's, whatever comes of it. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  'a cell of a case’s table': (text) => parseNumberCell(text),
  'a table': (text) => readTable('t.csv', new TextEncoder().encode(`a,b\n${text}`), { required: ['a', 'b'] }).mistakes,
  'a CSV text': (text) => [parseCsv(`"a"${text}`), createCellFinder(`"a"${text}`)(1, 3)],
  'a number of a scenario': (text) => [needsExpressions(text), parseQuantity(text.slice(0, 1999)), parseQuantity(text)],
  'a rate of a case': (text) => caseSchema.safeParse({ deflator: text, title: text }),
  'a value of a target': (text) => targetsSchema.safeParse({ title: text, figures: [{ kind: 'output', value: text }] }),
  'a misspelt name': (text) => knownNames(text, [...NAMES, text.slice(1)]),
  'a glob': (text) => [matchNames([text], NAMES), matchPaths([text], NAMES), matchNames(['a*b*c'], [text])],
  'a range of a sweep': (text) => attempt(() => rangeValues(text)),
  'a setting': (text) => attempt(() => splitSetting(text)),
  'a figure of a table to import': (text) => [readFigure(text, 'point'), readFigure(text, 'comma'), readYear(text)],
  'a name of a table to import': (text) => tidyName(text),
  'a heading or name as far as it is looked at': (text) => {
    const cell = String(shortened([[text]])[0]![0]);
    return [words, saysOfItself, soundsLikeCode, soundsLikeNoAmount, soundsLikeHeads, soundsLikeValueAdded, moneyIn]
      .map((read) => read(cell))
      .concat(leadingCode(cell), codeContains(cell, cell.slice(1)));
  },
};

function attempt(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return error;
  }
}

describe('A text of half a million characters', () => {
  for (const [what, read] of Object.entries(READERS)) {
    it.each(texts)(`is read to its end as ${what}: %s`, (_, text) => {
      expect(read(text)).toBeDefined();
    });
  }

  it('is refused as a whole file of YAML', () => {
    for (const [, text] of texts)
      expect(readYaml('a.yaml', new TextEncoder().encode(`${text}${text}${text}`)).mistakes).not.toEqual([]);
  });
});
