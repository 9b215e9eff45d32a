const CJK = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]';
const BETWEEN_CJK = new RegExp(`(?<=${CJK})\\s+(?=${CJK})`, 'gu');

/**
 * A name without what is spelled now one way, now another: width, case, kinds of dash and apostrophe, blanks around them, blanks between Chinese
 * characters, `&` for `and`, zeros before a number, a mark of a footnote behind it. Names that fold alike are likely one.
 *
 * @example
 * foldName('10–12') === foldName('10-12'); // → true
 * foldName('北　京') === foldName('北京'); // → true
 * foldName('01') === foldName('1'); // → true
 */
export function foldName(name: string): string {
  return name
    .replace(/[¹²³⁴⁵⁶⁷⁸⁹⁰*†‡]+$/u, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐‑‒–—―−﹣]/gu, '-')
    .replace(/[‘’ʼ`´]/gu, "'")
    .replace(/[“”„«»]/gu, '"')
    .replace(/\s*&\s*/g, ' and ')
    .replace(/\s*([-/,;:()])\s*/g, '$1')
    .replace(BETWEEN_CJK, '')
    .replace(/\s+/gu, ' ')
    .replace(/^0+(?=\d+$)/, '')
    .replace(/[.,;:]+$/, '')
    .trim();
}
