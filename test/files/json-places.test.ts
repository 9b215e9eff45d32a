import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonPlaces } from '../../engine/files/json-places.js';

test('whatever the language writes as JSON is right to the end', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
      expect(jsonPlaces(JSON.stringify(value, null, indent)).wrong).toBe(null);
    }),
  );
});

test('a text is wrong somewhere just where the language cannot read it', () => {
  const reads = (text: string): boolean => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const damaged = fc
    .tuple(fc.jsonValue(), fc.nat(), fc.constantFrom('', ',', '"', '}', ']', '{', '0', '\\', 'x', '\n', ':', '-'))
    .map(([value, at, put]) => {
      const text = JSON.stringify(value);
      const k = at % (text.length + 1);
      return text.slice(0, k) + put + text.slice(k + 1);
    });
  fc.assert(
    fc.property(damaged, (text) => {
      expect(jsonPlaces(text).wrong === null).toBe(reads(text));
    }),
  );
});

test.each([
  ['{"a": 1,}', 8],
  ['[1 2]', 3],
  ['{"a" 1}', 5],
  ['{"a": tru}', 6],
  ['[1, 2', 5],
  ['"a\nb"', 0],
  ['01', 1],
  ['{} {}', 3],
  ['', 0],
])('%j goes wrong at %i', (text, at) => {
  expect(jsonPlaces(text).wrong).toBe(at);
});

test('the elements of a list are found wherever its path leads, and no others', () => {
  const text = '{"x": {"features": [9]}, "features": [ {"features": [1]} , 2,"3"]}';
  const { elements } = jsonPlaces(text, ['features']);
  expect(elements.map((at) => text.slice(at, at + 4))).toEqual(['{"fe', '2,"3', '"3"]']);
  expect(jsonPlaces(text, ['x', 'features']).elements).toEqual([text.indexOf('9')]);
  expect(jsonPlaces('{"\\u0066eatures": [1]}', ['features']).elements).toHaveLength(1);
});

test('a million open brackets are walked without recursion', () => {
  expect(jsonPlaces('['.repeat(1e6)).wrong).toBe(1e6);
});
