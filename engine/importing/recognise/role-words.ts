/** The roles that a column of a table can have. */
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
  /\b(?:shares?|percent\w*|pct|prozent|anteil\w*|part|ranks?|growth|wachstum\w*|change|ver(?:ä|ae)nderung\w*|index|indices|flag\w*|status|id|code|nr|no|lon\w*|lat\w*|rate|ratio|quotient|deflator|density|per ?cap\w*|life ?exp\w*|expectancy|temperature|unemployment|per (?:capita|head|person|inhabitant|worker|employee|job|km)|je einwohner|pro kopf|par habitant|por habitante)\b|%|‰|比重|占比|比例|增速|增长|指数|人均|增減|増減|伸び率|構成比|密度/iu;

/** Headings of what is no output and stands beside it in tables of places. */
const OTHER_AMOUNT =
  /\b(?:population|pop|inhabitants|einwohner|bev(?:ö|oe)lkerung|habitants|poblaci(?:ó|o)n|popula(?:ç|c)(?:ã|a)o|households|area|fl(?:ä|ae)che|km2|establishments|estabs)\b|人口|面积|面積|户数/iu;

const CODE_HEADING =
  /\b(?:codes?|ids?|key|schl(?:ü|ue)ssel|no|nr|kod|cd|num\w*|sic\d*|nace|isic|wz\d*)\b|代码|コード|番号/iu;

const INDUSTRY_WORDS =
  /\bindustry\b|\bservices?\b|第[一二三]产业|工业|服务业|industrie|indústria|agropecu|servi[çc]os|manufactur|agricult|construction|retail|wholesale|mining|financ|insur|transport|education|health|electric|landwirt|verarbeit|baugewerbe|handel|dienstleist|commerce|制造|制造业|农业|農業|建筑|建設|製造|金融|运输|運輸|教育/iu;

/** `gva_gbp_million` and `GVAperYear` in words. */
export function words(heading: string): string {
  return heading.replace(/[_./\\-]+/g, ' ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
}

/** True where a heading sounds like a role. */
export function soundsLike(role: Role, heading: string): boolean {
  const text = words(heading);
  return HEADINGS[role].test(text) && !(role === 'value' && NOT_A_VALUE.test(text));
}

/** True where a heading says that its numbers are no amounts: shares, rates of growth, figures per head, indices, ranks, codes, coordinates. */
export function soundsLikeNoAmount(heading: string): boolean {
  return NOT_A_VALUE.test(words(heading));
}

/** True where a heading names an amount that is no output: population, area. */
export function soundsLikeOtherAmount(heading: string): boolean {
  return OTHER_AMOUNT.test(words(heading));
}

/** True where a heading names an industry rather than what is measured. */
export function soundsLikeAnIndustry(heading: string): boolean {
  return INDUSTRY_WORDS.test(words(heading));
}

/**
 * True where a heading names what is measured, such as GDP, and no industry.
 *
 * @example
 * soundsLikeMeasure('gdp'); // → true
 * soundsLikeMeasure('Agriculture output'); // → false
 */
export function soundsLikeMeasure(heading: string): boolean {
  return soundsLike('value', heading) && !soundsLikeAnIndustry(heading);
}

/** True where a heading says that its column holds codes. */
export function soundsLikeCode(heading: string): boolean {
  return CODE_HEADING.test(words(heading));
}

/** True where some names sound like industries. */
export function soundLikeIndustries(names: readonly string[]): boolean {
  const found = names.filter((name) => INDUSTRY_WORDS.test(name) || /^[A-U](?:-[A-U])?$|^[A-U]\d\d/.test(name)).length;
  return found >= 2 && found * 4 >= names.length;
}
