import type { Mistake } from '../mistakes.js';
import { LIMITS } from './limits.js';

/** A file's text, or why it cannot be read as text: then `text` is empty and `mistakes` is not. */
export interface DecodedText {
  readonly text: string;
  readonly mistakes: readonly Mistake[];
}

/**
 * Decodes a file as UTF-8. A byte order mark is taken off and every line end becomes `\n`, which moves no line and no column.
 * Mistakes: an empty file, UTF-16, a workbook or other binary file, bytes that are not UTF-8 (with the place of the first).
 *
 * @example
 * decodeText('a.csv', new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0x0d, 0x0a, 0x62])).text; // → 'a\nb'
 * decodeText('a.csv', new Uint8Array([0x61, 0x0a, 0x62, 0xb3])).mistakes[0].column; // → 2
 */
export function decodeText(file: string, bytes: Uint8Array): DecodedText {
  const refuse = (message: string, hint: string, offset = 0): DecodedText => ({
    text: '',
    mistakes: [{ file, ...placeOfByte(bytes, offset), message, hint }],
  });
  const utf8 = file.toLowerCase().endsWith('.csv') ? 'save as UTF-8 (in Excel: "CSV UTF-8")' : 'save as UTF-8';
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return refuse('the file is in UTF-16', utf8);
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04) {
    return refuse('the file is a workbook or zip archive, not text', 'save its sheet as CSV in UTF-8');
  }
  if (bytes.length > LIMITS.bytes)
    return refuse('the file is larger than 400 MB', 'split it, or leave out what no table needs');
  const zero = bytes.indexOf(0);
  if (zero >= 0) return refuse('the file holds a zero byte, so it is not text in UTF-8', utf8, zero);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const bad = firstBadByte(bytes);
    const value = (bytes[bad] ?? 0).toString(16).toUpperCase().padStart(2, '0');
    return refuse(`byte 0x${value} is not UTF-8`, utf8, bad);
  }
  if (text.trim() === '') return refuse('the file is empty', 'was it saved?');
  return { text: text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text, mistakes: [] };
}

/** Offset of the first byte that does not continue a UTF-8 text (RFC 3629), or the length where all is well. */
function firstBadByte(bytes: Uint8Array): number {
  let i = 0;
  while (i < bytes.length) {
    const length = sequenceLength(bytes, i);
    if (length === 0) return i;
    i += length;
  }
  return i;
}

/** Bytes of the character starting at `i`: 1 to 4, or 0 where it is malformed, overlong, a surrogate or cut off. */
function sequenceLength(bytes: Uint8Array, i: number): number {
  const lead = bytes[i]!;
  if (lead < 0x80) return 1;
  const length = announcedLength(lead);
  for (let k = 1; k < length; k++) {
    const next = bytes[i + k];
    if (next === undefined || next < 0x80 || next > 0xbf) return 0;
  }
  const second = bytes[i + 1] ?? 0;
  const overlong = (lead === 0xe0 && second < 0xa0) || (lead === 0xf0 && second < 0x90);
  const beyond = (lead === 0xed && second > 0x9f) || (lead === 0xf4 && second > 0x8f);
  return overlong || beyond ? 0 : length;
}

/** Bytes of a character of several that begins with this one; 0 for one that begins none. */
function announcedLength(lead: number): number {
  if (lead < 0xc2 || lead >= 0xf5) return 0;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

function placeOfByte(bytes: Uint8Array, offset: number): { line: number; column: number } {
  let line = 1;
  let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  for (let i = start; i < offset; i++) {
    const isLineEnd = bytes[i] === 0x0a || (bytes[i] === 0x0d && bytes[i + 1] !== 0x0a);
    if (!isLineEnd) continue;
    line += 1;
    start = i + 1;
  }
  return { line, column: new TextDecoder().decode(bytes.subarray(start, offset)).length + 1 };
}

/** Letters in two pieces, and blanks that do not break a line. */
const UNUSUAL = /[\u0300-\u036f\u1100-\u11ff\u3099\u309a\u00a0\u2007\u202f]/;

/**
 * A text in Unicode's composed form with usual blanks, so that names that look alike are one, whatever program wrote them.
 *
 * @example
 * composed('Zu\u0308rich\u00a0West'); // → 'Zürich West'
 */
export function composed(text: string): string {
  return UNUSUAL.test(text) ? text.normalize('NFC').replace(/[\u00a0\u2007\u202f]/g, ' ') : text;
}
