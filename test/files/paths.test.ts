import { expect, test } from 'vitest';
import { basename, dirname, isAbsolute, join, normalise } from '../../engine/files/paths.js';

test('a file named in a case is seen from the folder of the case', () => {
  expect(join(dirname('scenarios/x/case.yaml'), 'outputs.csv')).toBe('scenarios/x/outputs.csv');
  expect(join(dirname('case.yaml'), './outputs.csv')).toBe('outputs.csv');
  expect(join(dirname('/data/case.yaml'), '../shared/links.csv')).toBe('/shared/links.csv');
  expect(join(dirname('/case.yaml'), 'a.csv')).toBe('/a.csv');
  expect(join(dirname('..\\x\\case.yaml'), 'tables\\a.csv')).toBe('../x/tables/a.csv');
});

test('an absolute path stays where it is', () => {
  expect(join('scenarios', '/data/a.csv')).toBe('/data/a.csv');
  expect(join('scenarios', 'C:\\data\\a.csv')).toBe('C:/data/a.csv');
  expect(isAbsolute('a/b')).toBe(false);
});

test('steps back that lead above the start are kept, those above the root are dropped', () => {
  expect(normalise('a/../../b')).toBe('../b');
  expect(normalise('/../../b')).toBe('/b');
  expect(normalise('a/..')).toBe('.');
  expect(basename('a/b/case.yaml')).toBe('case.yaml');
});
