import { expect, test } from 'vitest';
import { decodeText } from '../../engine/files/text.js';
import { formatMistake } from '../../engine/mistakes.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const said = (bytes: Uint8Array, file = 'case.yaml') => decodeText(file, bytes).mistakes.map(formatMistake);

test('a byte order mark is taken off and every kind of line end becomes a line feed', () => {
  expect(decodeText('a.csv', utf8('\uFEFFa\r\nb\rc\n')).text).toBe('a\nb\nc\n');
  expect(decodeText('a.csv', utf8('长春,吉林')).text).toBe('长春,吉林');
});

test('a file that is empty or blank is a mistake', () => {
  expect(said(utf8(''))).toEqual(['case.yaml:1:1  the file is empty  (was it saved?)']);
  expect(said(utf8('\uFEFF \n\n'))).toEqual(['case.yaml:1:1  the file is empty  (was it saved?)']);
});

test('the first byte that is not UTF-8 is named with its place, counting characters and not bytes', () => {
  const gbk = new Uint8Array([...utf8('a,b\r\n长,'), 0xb3, 0xa4]);
  expect(said(gbk, 'outputs.csv')).toEqual([
    'outputs.csv:2:3  byte 0xB3 is not UTF-8  (save as UTF-8 (in Excel: "CSV UTF-8"))',
  ]);
});

test.each([
  ['overlong', [0xc0, 0xaf]],
  ['a surrogate', [0xed, 0xa0, 0x80]],
  ['beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
  ['cut off', [0xe9, 0x95]],
  ['a lone continuation', [0x80]],
])('bytes that are %s are not UTF-8', (_, bytes) => {
  expect(decodeText('x.yaml', new Uint8Array([0x61, 0x0a, ...bytes])).mistakes[0]).toMatchObject({
    line: 2,
    column: 1,
  });
});

test('UTF-16, zero bytes and workbooks are named as what they are', () => {
  expect(said(new Uint8Array([0xff, 0xfe, 0x61, 0x00]))).toEqual([
    'case.yaml:1:1  the file is in UTF-16  (save as UTF-8)',
  ]);
  expect(said(new Uint8Array([0xfe, 0xff, 0x00, 0x61]))).toEqual([
    'case.yaml:1:1  the file is in UTF-16  (save as UTF-8)',
  ]);
  expect(said(new Uint8Array([0x61, 0x0a, 0x62, 0x00]))).toEqual([
    'case.yaml:2:2  the file holds a zero byte, so it is not text in UTF-8  (save as UTF-8)',
  ]);
  expect(said(new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x00]))).toEqual([
    'case.yaml:1:1  the file is a workbook or zip archive, not text  (save its sheet as CSV in UTF-8)',
  ]);
});
