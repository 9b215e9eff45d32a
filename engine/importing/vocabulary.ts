/** What a column of a table can be. */
export type Role = 'region' | 'industry' | 'year' | 'value';

/** Headings by which tables of several countries call their columns; whole words, or any part in scripts without spaces. */
const HEADINGS: Readonly<Record<Role, RegExp>> = {
  region:
    /\b(?:regions?|areas?|territor\w*|geo\w*|nuts\d?|itl\d?|lad|county|counties|cit(?:y|ies)|provinces?|states?|prefectures?|districts?|municipalit\w*|land|l(?:ä|ae)nder|bundesl\w*|kreise?|gebiete?|d(?:é|e)partements?|communes?|r(?:é|e)gi(?:o|ó|ã)\w*|provincias?|regione|place|location|country)\b|地区|地域|区域|省份?|城市|市|县|都道府県|区分地|지역|시도/iu,
  industry:
    /\b(?:industr\w*|sectors?|sic\d*|nace\w*|isic\w*|naics\w*|noga|wz\d*|activit\w*|branche\w*|wirtschafts\w*|sections?|divisions?|secteurs?|activit(?:é|e)\w*|sector\w*|rama|settore|ateco|product\w*)\b|行业|产业|産業|業種|部門|门类|산업/iu,
  year: /\b(?:years?|jahre?|ann(?:é|e)e|a(?:ñ|n)o|anno|time|time_?period|period|date|datum|stichtag)\b|年份|年度|^年$|연도/iu,
  value:
    /\b(?:obs_?value|values?|output|gva\w*|gdp\w*|value_?added|employ\w*|jobs|persons?|workers|turnover|production|revenue|sales|amount|wert|wertsch\w*|besch(?:ä|ae)ft\w*|valeur|valor|emploi\w*|income|compensation)\b|产值|增加值|生産額|付加価値|就业|従業者|数值|^値$|^值$/iu,
};

const NOT_A_VALUE =
  /\b(?:share|percent\w*|pct|rank|growth|change|index|flag\w*|status|id|code|nr|no|lon\w*|lat\w*|rate|quotient|deflator)\b|%|比重|增速|増減/iu;

const CODE_HEADING =
  /\b(?:codes?|ids?|key|schl(?:ü|ue)ssel|no|nr|kod|cd|num\w*|sic\d*|nace|isic|wz\d*)\b|代码|コード|番号/iu;

const INDUSTRY_WORDS =
  /manufactur|agricult|construction|retail|wholesale|mining|financ|insur|transport|education|health|electric|landwirt|verarbeit|baugewerbe|handel|dienstleist|industrie|commerce|制造|制造业|农业|農業|建筑|建設|製造|金融|运输|運輸|教育/iu;

/** `gva_gbp_million` and `GVAperYear` in words. */
function words(heading: string): string {
  return heading.replace(/[_./\\-]+/g, ' ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
}

/** Whether a heading sounds like a role. */
export function soundsLike(role: Role, heading: string): boolean {
  const text = words(heading);
  return HEADINGS[role].test(text) && !(role === 'value' && NOT_A_VALUE.test(text));
}

/** Whether a heading says that its numbers are not amounts: shares, ranks, codes, coordinates. */
export function soundsLikeNoAmount(heading: string): boolean {
  return NOT_A_VALUE.test(words(heading));
}

export function soundsLikeCode(heading: string): boolean {
  return CODE_HEADING.test(words(heading));
}

/** Whether some names sound like industries. */
export function soundLikeIndustries(names: readonly string[]): boolean {
  const found = names.filter((name) => INDUSTRY_WORDS.test(name) || /^[A-U](?:-[A-U])?$|^[A-U]\d\d/.test(name)).length;
  return found >= 2 && found * 4 >= names.length;
}

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

/** Names that can only be a total. */
const TOTAL =
  /^[\s_(*]*(?:(?:grand |overall )?totals?|_t|tot|all|sum|all (?:industries|sectors|activities|regions|areas|nace activities|branches)|(?:total|all)\b[\s,:;–—-]*(?:(?:of )?all )?(?:industr\w*|sectors?|activit\w*|nace activit\w*|econom\w*|regions?|areas|countr\w*|economic activit\w*)|(?:whole|total) economy|(?:ins)?gesamt|insgesamt|summe|alle (?:branchen|wirtschafts\w*|regionen|sektoren)|wirtschaft(?:sbereiche)? insgesamt|alle wirtschaftsbereiche|ensemble|totale?|totaal|toutes? (?:les )?\w+|a-[stu]|todos|合计|总计|總計|共计|全部|全国|全国合计|合計|総計|総数|全産業|全産業計|計|全县|全省|합계|전체|전산업|итого|всего)[\s)*]*$/iu;

/** Names with a word for a sum in them, which only arithmetic can bear out. */
const SUM_WORD =
  /\b(?:total|subtotal|all|whole|entire|nation(?:al|wide)?|federal|country|great britain|insgesamt|gesamt\w*|zusammen|bund(?:esgebiet)?|landesweit|ensemble|pays|nationale?|pa(?:í|i)s|paese|summe)\b|合计|小计|合計|小計|総数|全国|全省|全市|국가|전국|страна/iu;

const PART = /\b(?:of which|subset of|thereof|davon|darunter|dont|di cui|de los cuales|part of)\b|其中|うち/iu;

/**
 * What a name says of itself: that it is a total, perhaps a sum, or a part of another.
 *
 * @example
 * saysOfItself('All industries'); // → 'total'
 * saysOfItself('合计'); // → 'total'
 * saysOfItself('Total manufacturing'); // → 'perhaps'
 * saysOfItself('of which manufacturing (subset of B-E)'); // → 'part'
 * saysOfItself('Steel'); // → null
 */
export function saysOfItself(name: string): 'total' | 'perhaps' | 'part' | null {
  if (TOTAL.test(name)) return 'total';
  if (PART.test(name)) return 'part';
  return SUM_WORD.test(name) ? 'perhaps' : null;
}

/** Languages in which tables name countries. */
const LANGUAGES = 'en de fr es it pt nl pl cs sv da fi ja zh zh-Hant ko ru uk tr'.split(' ');
const A = 'A'.charCodeAt(0);
let countries: ReadonlySet<string> | undefined;

/**
 * Whether a name is that of a country, in one of the languages in which tables name them, or a short form of one.
 *
 * @example
 * isCountry('Deutschland'); // → true
 * isCountry('United Kingdom'); // → true
 * isCountry('中国'); // → true
 * isCountry('Bayern'); // → false
 */
export function isCountry(name: string): boolean {
  countries ??= new Set(LANGUAGES.flatMap(countriesIn));
  return countries.has(name.toLowerCase());
}

function countriesIn(language: string): string[] {
  const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, k) => String.fromCharCode(A + k));
  const named = letters.flatMap((a) => letters.flatMap((b) => display.of(a + b) ?? []));
  return ['UK', 'USA', 'EU', 'EU27', 'PRC', ...named].map((each) => each.toLowerCase());
}

/** A stretch of a classification: sections `B` to `E`, or numbered classes of one length, perhaps within a section. */
interface CodeRange {
  readonly section: readonly [number, number] | null;
  readonly classes: { readonly low: string; readonly high: string } | null;
}

/**
 * Whether the first code of a classification contains the second: `B-E` and `C`, `C` and `C10`, `10-12` and `11`, `C10` and `C10.1`.
 * What stands in brackets behind a code is left aside.
 *
 * @example
 * codeContains('B-E', 'C'); // → true
 * codeContains('C', 'CA (10-12)'); // → true
 * codeContains('C10-C12', 'C11'); // → true
 * codeContains('A', 'B'); // → false
 * codeContains('C', 'C'); // → false
 */
export function codeContains(whole: string, part: string): boolean {
  const outer = readCode(whole);
  const inner = readCode(part);
  if (outer === null || inner === null || whole === part) return false;
  if (outer.section !== null && outer.classes === null) {
    if (inner.section === null) return false;
    const within = inner.section[0] >= outer.section[0] && inner.section[1] <= outer.section[1];
    const same = inner.section[0] === outer.section[0] && inner.section[1] === outer.section[1];
    return within && (!same || inner.classes !== null);
  }
  if (outer.classes === null || inner.classes === null) return false;
  if (outer.section?.[0] !== inner.section?.[0]) return false;
  const { low, high } = outer.classes;
  if (low.length < 2 || inner.classes.low.length < low.length) return false;
  if (inner.classes.low === low && inner.classes.high === high) return false;
  return inner.classes.low.slice(0, low.length) >= low && inner.classes.high.slice(0, high.length) <= high;
}

function readCode(text: string): CodeRange | null {
  const code = text
    .replace(/\s*[([].*$/, '')
    .replaceAll('–', '-')
    .trim();
  const sections = /^([A-Z])(?:\s*-\s*([A-Z]))?$/.exec(code);
  if (sections) return { section: [letter(sections[1]!), letter(sections[2] ?? sections[1]!)], classes: null };
  const sub = /^([A-Z])([A-Z])$/.exec(code);
  if (sub) return { section: [letter(sub[1]!), letter(sub[1]!)], classes: { low: sub[2]!, high: sub[2]! } };
  const classes = /^([A-Z])?(\d[\d.]*)(?:\s*[-_]\s*[A-Z]?(\d[\d.]*))?$/.exec(code);
  if (!classes) return null;
  const [, section, low = '', high = low] = classes;
  const bare = (digits: string) => digits.replaceAll('.', '');
  return {
    section: section === undefined ? null : [letter(section), letter(section)],
    classes: { low: bare(low), high: bare(high) },
  };
}

function letter(text: string): number {
  return text.charCodeAt(0);
}

/**
 * The code at the head of a name, or the empty text.
 *
 * @example
 * leadingCode('C10-C12 Food, drink and tobacco'); // → 'C10-C12'
 * leadingCode('B-E: Industry'); // → 'B-E'
 * leadingCode('A good name'); // → ''
 */
export function leadingCode(name: string): string {
  const [, code = ''] =
    /^([A-Z](?:\s?-\s?[A-Z])?|[A-Z]?\d[\d.]*(?:\s?-\s?[A-Z]?\d[\d.]*)?)(?:\s*[:–—(]|\s+-\s|\s+(?=\p{Lu}|\p{Lo})|$)/u.exec(
      name,
    ) ?? [];
  return code.replaceAll(' ', '');
}
