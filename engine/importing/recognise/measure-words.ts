import { words } from './role-words.js';

/** Whether a heading says that the figures are value added, of which nothing is left to deduct. */
export function soundsLikeValueAdded(heading: string): boolean {
  return /\b(?:gva|gdp|value added|bruttowertsch\w*|wertsch\w*|valeur ajout\w*|valor a\w*adido|bip|pib)\b|增加值|附加价值|付加価値/iu.test(
    words(heading),
  );
}

/**
 * Whether words say that the figures count heads rather than money.
 *
 * @example
 * soundsLikeHeads('Employees by district (thousand persons)'); // → true
 * soundsLikeHeads('GVA per head, million EUR'); // → false
 */
export function soundsLikeHeads(text: string): boolean {
  const heads =
    /\b(?:persons?|people|employees|employ(?:ed|ment)|jobs|workers|workforce|headcount|fte|besch(?:ä|ae)ftigte\w*|erwerbst(?:ä|ae)tige\w*|personen|emplois?|salari(?:é|e)s|empleos?|trabajadores|addetti|occupati)\b|就业|从业|従業者|雇用|취업/iu;
  const money =
    /\b(?:EUR|USD|GBP|CNY|JPY|CHF|euros?|dollars?|pounds?|yuan|yen)\b|[€$£¥元円]|\bper (?:head|person|worker|employee|job)\b|\bcompensation\b/iu;
  return heads.test(words(text)) && !money.test(words(text));
}

/**
 * The unit of money that a title names, with its size; null where it names none.
 *
 * @example
 * moneyIn('in jeweiligen Preisen, Mill. EUR; Stand August 2024'); // → 'Mill. EUR'
 * moneyIn('Gross value added by region'); // → null
 */
export function moneyIn(title: string): string | null {
  const size =
    '(?:mill?ions?|millionen|mill?\\.?|mio\\.?|mrd\\.?|milliarden|billions?|bn|thousands?|tsd\\.?|1[,. ]?000|10\\^\\d)';
  const money = '(?:EUR|USD|GBP|CNY|JPY|CHF|RMB|euros?|dollars?|pounds?|yuan|yen|[€$£¥])';
  const found = new RegExp(`(?<![\\p{L}\\d])(?:${size}\\s*${money}|[€$£¥]\\s*${size})(?!\\p{L})`, 'iu').exec(title);
  return found === null ? (/亿元|億元|万元|百万円|億円/u.exec(title)?.[0] ?? null) : found[0];
}
