/** The reason why a cell is not a number, and what would be right. */
export interface NotANumber {
  readonly message: string;
  readonly hint?: string;
}

/** Characters of a number; the longest that programs write have fewer than 30. */
const LONGEST_NUMBER = 400;

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

/**
 * Reads a cell as a finite decimal number, or says why it is none. Nothing is guessed: thousands separators, decimal commas and percent
 * signs are mistakes, because `1,234` means different numbers to different readers.
 *
 * @example
 * parseNumberCell('-1.5e3'); // → -1500
 * parseNumberCell('1,234.5'); // → { message: 'thousands separators in "1,234.5"', hint: 'write 1234.5' }
 * parseNumberCell('12%'); // → { message: 'a percent sign in "12%"', hint: 'write 0.12' }
 */
export function parseNumberCell(cell: string): number | NotANumber {
  if (cell.length > LONGEST_NUMBER) return { message: `a number cannot have ${cell.length} characters` };
  if (NUMBER.test(cell)) {
    const value = Number(cell);
    return Number.isFinite(value) ? value : { message: `${cell} is too large for a number` };
  }
  if (cell === '') return { message: 'a number is missing' };
  const shown = cell.length > 40 ? `${cell.slice(0, 40)}…` : cell;
  const quoted = JSON.stringify(shown);
  if (/^[+-]?\.?(nan|inf|infinity)$/i.test(cell)) return { message: `${quoted} is not a finite number` };
  if (/^[+-]?\d+(\.\d+)?\s*%$/.test(cell)) {
    return { message: `a percent sign in ${quoted}`, hint: `write ${divideBy100(cell.slice(0, -1).trimEnd())}` };
  }
  if (/^[+-]?\d{1,3}(,\d{3})+$/.test(cell)) {
    const decimal = /^[+-]?\d{1,3},\d{3}$/.test(cell) ? `, or ${cell.replace(',', '.')} if the comma is decimal` : '';
    return { message: `thousands separators in ${quoted}`, hint: `write ${cell.replaceAll(',', '')}${decimal}` };
  }
  if (/^[+-]?\d{1,3}(,\d{3})+\.\d+$/.test(cell)) {
    return { message: `thousands separators in ${quoted}`, hint: `write ${cell.replaceAll(',', '')}` };
  }
  if (/^[+-]?\d{1,3}([\s'’_]\d{3})+(\.\d+)?$/.test(cell)) {
    return { message: `thousands separators in ${quoted}`, hint: `write ${cell.replace(/[\s'’_]/g, '')}` };
  }
  if (/^[+-]?(\d+|\d{1,3}([.\s]\d{3})+),\d+$/.test(cell)) {
    return { message: `a decimal comma in ${quoted}`, hint: `write ${cell.replace(/[.\s]/g, '').replace(',', '.')}` };
  }
  return { message: `${quoted} is not a number` };
}

/** Shifts the decimal point in the text itself, because 12.3 / 100 prints as 0.12300000000000001. */
function divideBy100(text: string): string {
  const sign = /^[+-]/.test(text) ? text.charAt(0) : '';
  const [whole = '', fraction = ''] = text.replace(/^[+-]/, '').split('.');
  const digits = whole.padStart(3, '0');
  let decimals = `${digits.slice(-2)}${fraction}`;
  while (decimals.endsWith('0')) decimals = decimals.slice(0, -1);
  return `${sign}${digits.slice(0, -2)}${decimals === '' ? '' : `.${decimals}`}`;
}
