import { readXml } from './xml.js';

/** Formats of dates that have a number of their own, of which no document tells. */
const DATE_FORMATS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

/**
 * The styles of a workbook under which a number is a date, by their place.
 *
 * @param bytes the document of styles; undefined where there is none.
 */
export function dateStyles(bytes: Uint8Array | undefined): ReadonlySet<number> {
  const dates = new Set<number>();
  if (bytes === undefined) return dates;
  const formats = new Map<number, string>();
  let [inCells, style] = [false, 0];
  readXml(bytes, {
    open(name, attributes) {
      if (name === 'numFmt') formats.set(Number(attributes().numFmtId), attributes().formatCode ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const format = Number(attributes().numFmtId ?? 0);
        if (DATE_FORMATS.has(format) || isDateFormat(formats.get(format) ?? '')) dates.add(style);
        style += 1;
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return dates;
}

/**
 * True where a format shows days, months or years, quoted text, colours and blanks aside.
 *
 * @example
 * isDateFormat('dd/mm/yyyy'); // → true
 * isDateFormat('#,##0.0 "days"'); // → false
 */
export function isDateFormat(code: string): boolean {
  const bare = withoutText(code);
  return /[dy]|mmm|m[/.-]/i.test(bare) && !/general/i.test(bare);
}

/** A format without quoted text, colours and conditions in brackets, and the letters that are shown or skipped as they are. */
function withoutText(code: string): string {
  let bare = '';
  let until = '';
  for (let k = 0; k < code.length; k++) {
    const letter = code[k]!;
    if (until !== '') {
      if (letter === until) until = '';
    } else if (letter === '"') until = '"';
    else if (letter === '[') until = ']';
    else if (letter === '\\' || letter === '_' || letter === '*') k += 1;
    else bare += letter;
  }
  return bare;
}

/** A day counted from 1900 or 1904, as ISO writes dates. */
export function dateOf(serial: number, from1904: boolean): string {
  // 1900 was no leap year, but is one in workbooks: days before March 1900 are off by one, and stand in no table.
  const days = from1904 ? serial - 24107 : serial - 25569;
  return new Date(Math.round(days * 86_400_000)).toISOString().slice(0, 10);
}
