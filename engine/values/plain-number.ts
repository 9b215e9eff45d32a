import { nearestName } from '../mistakes.js';
import { DISTRIBUTION_SIGNATURES, FAMILIES, isFamily } from './distribution.js';
import type { TextMistake } from './text-mistake.js';
import { LIMITS } from './tokens.js';

/** The hint where any number would do. */
export const ANY_NUMBER = 'a number such as 0.25, 25%, or a distribution such as triangular(0.05, 0.30, 0.60)';

/** The mistake of a text that was meant as one plain number or is no number at all, or null. */
export function plainMistake(input: string): TextMistake | null {
  if (input.length > LIMITS.characters) return null;
  const text = input.trim();
  const offset = input.length - input.trimStart().length;
  if (text === '') return { message: 'a number is missing', hint: ANY_NUMBER, offset: 0 };
  if (/^[-+]?\.?(nan|inf|infinity|∞)$/i.test(text))
    return { message: `${text} is not a finite number`, hint: ANY_NUMBER, offset };
  const separated = /^([-+]?[1-9]\d{0,2})((?:[,_ '’\u00a0\u2009\u202f]\d{3})+)(\.\d+)?(\s*%)?$/.exec(text);
  if (separated !== null) {
    const [, head, groups, decimals = '', percent = ''] = separated;
    const hint = `write ${head}${groups!.replace(/\D/g, '')}${decimals}${percent}`;
    return { message: `a separator inside the number ${text}`, hint, offset };
  }
  const points = /^([-+]?\d{1,3}(?:\.\d{3})*|[-+]?\d*),(\d+)(\s*%)?$/.exec(text);
  if (points !== null) {
    const [, whole, decimals, percent = ''] = points;
    const hint = `write ${whole!.replace(/\./g, '') || '0'}.${decimals}${percent}`;
    return { message: `a decimal comma in ${text}`, hint, offset };
  }
  return /^[\p{L}_]+( [\p{L}_]+)*$/u.test(text) && text !== 'year' ? wordMistake(text, offset) : null;
}

function wordMistake(text: string, offset: number): TextMistake {
  if (isFamily(text)) {
    return {
      message: `the distribution ${text} stands without its numbers`,
      hint: DISTRIBUTION_SIGNATURES[text],
      offset,
    };
  }
  const meant = nearestName(text, ['year', ...FAMILIES]);
  const shown = JSON.stringify(text.length > 40 ? `${text.slice(0, 39)}…` : text);
  return {
    message: `${shown} is not a number`,
    hint: meant === undefined ? ANY_NUMBER : `did you mean "${meant}"?`,
    offset,
  };
}
