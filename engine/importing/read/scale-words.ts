/** Words for powers of ten, as offices and their software write them behind figures and in units, in lower case without a full stop. */
const POWERS: Readonly<Record<number, string>> = {
  2: 'hundred hundreds 百',
  3: 'k tsd thsd th thou thousand thousands thousands_of tausend mille milliers mil miles millares migliaia tys тыс 千',
  4: 'ten_thousand ten_thousands 万 萬',
  5: 'lakh lakhs lac lacs',
  6: 'm mn mln mio mill million millions millionen millón millones milhão milhões milioni miljoen mln. млн 百万 百萬',
  7: 'crore crores cr 千万 千萬',
  8: '亿 億',
  9: 'bn bln bil mrd mld md billion billions milliarde milliarden milliard milliards miliardi bilhões млрд 十亿 十億',
  12: 'tn trn bio trillion trillions billionen billones 万亿 兆',
};

const POWER_OF: ReadonlyMap<string, number> = new Map(
  Object.entries(POWERS).flatMap(([power, words]) => words.split(' ').map((word) => [word, Number(power)] as const)),
);

/**
 * The power of ten that a word stands for; undefined where it is none. A capital B is a billion, a small one is not: it flags breaks.
 *
 * @example
 * powerOf('Mio.'); // → 6
 * powerOf('亿'); // → 8
 * powerOf('b'); // → undefined
 */
export function powerOf(word: string): number | undefined {
  if (word === 'B') return 9;
  return POWER_OF.get(word.toLowerCase().replace(/\.$/, ''));
}
