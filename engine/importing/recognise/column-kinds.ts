import { words } from './role-words.js';

/**
 * Kinds of columns that name no region, industry or year: sizes of figures (`UNIT_MULT`), units, currencies, price bases, measures, marks of a
 * figure (`OBS_FLAG`), and what only keeps the books of a database.
 */
export type ColumnKind = 'size' | 'unit' | 'currency' | 'prices' | 'measure' | 'status' | 'book';

const HEADINGS: readonly (readonly [ColumnKind, RegExp])[] = [
  [
    'size',
    /^(?:unit mult\w*|(?:unit )?multiplier|power ?code(?: code)?|scalar (?:factor|id)|scale|magnitude|数量级)(?: code)?$/i,
  ],
  [
    'unit',
    /^(?:units?(?: of measure(?:ment)?| measure| code| name)*|uom(?: id)?|measure(?:ment)? units?|einheit(?:en)?|unit[ée]s?|unidad(?:es)?|unidade|unit[àa]|计量单位|单位|單位|単位|단위)$/iu,
  ],
  ['currency', /^(?:currency(?: code| unit)?|w(?:ä|ae)hrung|devise|monnaie|moneda|valuta|货币|币种|通貨)$/iu],
  [
    'prices',
    /^(?:prices?(?: base| basis| type| base year)?|price ?base(?: code)?|base (?:period|year)|reference (?:period|year)|valuation|preis\w*|prix|precios|deflator type|价格|価格)$/iu,
  ],
  [
    'measure',
    /^(?:measures?|variables?(?: name| code)?|indicators?(?: name| code)?|statistical measures?|statistics?|concepts?|series(?: name)?|transformations?|adjustments?|seasonal adjustment|estimates?|merkmal|messgr(?:ö|oe)(?:ß|ss)e|indicateurs?|indicador(?:es)?|指标|指標)$/iu,
  ],
  [
    'status',
    /^(?:(?:obs|observation|conf|confidentiality)? ?(?:flags?|status|symbols?)(?: codes?)?(?: ?\(?flag\)?)?|observation status \(flag\)|confidentiality status(?: \(flag\))?|disclosure(?: code)?|suppress\w*|quality|reliability)$/i,
  ],
  [
    'book',
    /^(?:structure(?: id| name)?|dataflow|data ?set|table ?name|freq(?:uency)?|time frequency|last update|vector|coordinate|dguid|terminated|decimals|source|sources|quelle|fuente|fonte|notes?|footnotes?|remarks?|comments?|bemerkung\w*|action|出典|来源|来源说明|备注|備考)$/iu,
  ],
];

/**
 * The kind of a column by its heading; null where the heading says nothing of the sort.
 *
 * @example
 * columnKind('UNIT_MULT'); // → 'size'
 * columnKind('UNIT_MULT: Unit of Multiplier'); // → 'size'
 * columnKind('单位'); // → 'unit'
 * columnKind('region'); // → null
 */
export function columnKind(heading: string): ColumnKind | null {
  // A code before a colon, as in `UNIT_MULT: Unit of Multiplier`, says what its label does.
  const text = words(heading.replace(/:.*/s, '')).replace(/\s+/g, ' ').trim();
  return HEADINGS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
