import { expect, test } from 'vitest';
import { openFile } from '../../engine/files/read-file.js';
import { formatMistake } from '../../engine/mistakes.js';

const at = { file: 'case.yaml', line: 4, column: 10 };
const failing = (code: string) => () => {
  throw Object.assign(new Error(code), { code });
};

test.each([
  ['ENOENT', 'case.yaml:4:10  outputs.csv: no such file'],
  ['EISDIR', 'case.yaml:4:10  outputs.csv: is a directory, not a file'],
  ['EACCES', 'case.yaml:4:10  outputs.csv: no permission to read it'],
  ['ELOOP', 'case.yaml:4:10  outputs.csv: cannot be read (ELOOP)'],
])('%s becomes a mistake where the file is named', (code, message) => {
  const opened = openFile(failing(code), 'outputs.csv', at);
  expect('mistake' in opened && formatMistake(opened.mistake)).toBe(message);
});

test('an error that is not about the file is thrown on', () => {
  const broken = () => {
    throw new TypeError('a slip of the program');
  };
  expect(() => openFile(broken, 'outputs.csv', at)).toThrow(TypeError);
});
