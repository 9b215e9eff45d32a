/** Languages in which tables name countries. */
const LANGUAGES = 'en de fr es it pt nl pl cs sv da fi ja zh zh-Hant ko ru uk tr'.split(' ');
const A = 'A'.charCodeAt(0);
let countries: ReadonlySet<string> | undefined;

/**
 * True where a name is that of a country, in one of the languages in which tables name them, or a short form of one.
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
