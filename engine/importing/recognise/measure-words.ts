import { words } from './role-words.js';
import { readUnit } from './units.js';

/**
 * True where words say that the figures are value added, of which nothing is left to deduct.
 *
 * @example
 * soundsLikeValueAdded('ESTAT:NAMA_10R_3GVA(1.0)'); // → true
 * soundsLikeValueAdded('Net output, million EUR'); // → true
 * soundsLikeValueAdded('Gross output'); // → false
 */
export function soundsLikeValueAdded(heading: string): boolean {
  return /\b\d?(?:gva|gdp|gsp|grp|grdp|value[- ]added|net (?:output|product)|gross (?:domestic|regional|state|provincial) product|bruttowertsch\w*|wertsch\w*|valeur ajout\w*|valor a\w*adido|valor agregado|valor adicionado|valore aggiunto|bip|pib|vab)\b|增加值|附加价值|付加価値|生产总值|総生産/iu.test(
    words(heading),
  );
}

/**
 * True where words say that the figures count heads rather than money.
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
  if (found !== null) return found[0];
  return /亿元|億元|万元|百万円|億円/u.exec(title)?.[0] ?? unitInBrackets(title);
}

/** A size and a currency in brackets, as in `(Mil Reais)`; null where there are none. */
function unitInBrackets(title: string): string | null {
  for (const [, text = ''] of title.matchAll(/[(（]([^()（）]{2,40})[)）]/gu)) {
    const unit = readUnit(text);
    if (unit !== null && unit.power > 0 && /^(?:usd|eur|gbp|cny|jpy|brl)$/.test(unit.of)) return text;
  }
  return null;
}
