const POWERS: Readonly<Record<string, string>> = {
  '3': 'thousand',
  '4': 'ten thousand',
  '6': 'million',
  '7': '10 million',
  '8': '100 million',
  '9': 'billion',
  '12': 'trillion',
};

/**
 * A unit without powers of ten, for pictures.
 *
 * @example
 * unitWords('10^8 yuan'); // → '100 million yuan'
 * unitWords('euro'); // → 'euro'
 */
export function unitWords(unit: string): string {
  return unit.replace(/\b10\^(\d+)\b/g, (text, power: string) => POWERS[power] ?? text);
}
