import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseNumberCell } from '../../engine/files/number-cell.js';

test('every finite number is read as JavaScript prints it', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(parseNumberCell(String(value))).toBe(Number(String(value)));
    }),
  );
});

test.each([
  ['', 'a number is missing', undefined],
  ['abc', '"abc" is not a number', undefined],
  ['0x10', '"0x10" is not a number', undefined],
  ['1e', '"1e" is not a number', undefined],
  ['NaN', '"NaN" is not a finite number', undefined],
  ['Infinity', '"Infinity" is not a finite number', undefined],
  ['-inf', '"-inf" is not a finite number', undefined],
  ['1e999', '1e999 is too large for a number', undefined],
  ['1,234.5', 'thousands separators in "1,234.5"', 'write 1234.5'],
  ['1,234,567', 'thousands separators in "1,234,567"', 'write 1234567'],
  ['1,234', 'thousands separators in "1,234"', 'write 1234, or 1.234 if the comma is decimal'],
  ['1 234', 'thousands separators in "1 234"', 'write 1234'],
  ['1\u00a0234.5', 'thousands separators in "1\u00a0234.5"', 'write 1234.5'],
  ["1'234", 'thousands separators in "1\'234"', 'write 1234'],
  ['3,14', 'a decimal comma in "3,14"', 'write 3.14'],
  ['1.234,5', 'a decimal comma in "1.234,5"', 'write 1234.5'],
  ['12%', 'a percent sign in "12%"', 'write 0.12'],
  ['-2.5 %', 'a percent sign in "-2.5 %"', 'write -0.025'],
  ['150%', 'a percent sign in "150%"', 'write 1.5'],
])('%j is no number: %s', (cell, message, hint) => {
  expect(parseNumberCell(cell)).toEqual(hint === undefined ? { message } : { message, hint });
});
