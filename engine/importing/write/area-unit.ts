import { pow } from '../../exact-math/index.js';
import { readUnit } from '../recognise/units.js';

/** Square kilometres in units of area, by how headings write them. */
const UNITS: readonly (readonly [number, RegExp])[] = [
  [1, /^(?:km2|km²|km\^2|sq\.? ?km|square (?:kilomet(?:re|er)s?|km)|qkm|kilomètres carrés|平方公里|平方千米)$/i],
  [0.01, /^(?:ha|hectares?|hektar|hectáreas|公顷|ヘクタール)$/i],
  [1e-6, /^(?:m2|m²|m\^2|sq\.? ?m|square met(?:re|er)s?|qm|平方米)$/i],
  [2.589988110336, /^(?:mi2|mi²|sq\.? ?mi(?:les?)?|square miles?)$/i],
  [0.0040468564224, /^acres?$/i],
  [1 / 1500, /^(?:mu|亩)$/i],
];

/**
 * Square kilometres in the unit of area that a heading names; 1 where it names none, undefined where it names one that is not known.
 *
 * @example
 * squareKilometres('area (ha)'); // → 0.01
 * squareKilometres('area_km2'); // → 1
 * squareKilometres('Area, 1000 ha'); // → 10
 * squareKilometres('area (roods)'); // → undefined
 */
export function squareKilometres(heading: string): number | undefined {
  const text = heading.normalize('NFC').replace(/_/g, ' ').replace(/km2/i, 'km2');
  const [, inside] = /[(（[]([^()（）[\]]+)[)）\]]\s*$/u.exec(text) ?? [];
  const comma = Math.max(text.lastIndexOf(','), text.lastIndexOf('，'));
  const behind = (comma < 0 ? text.replace(/^area(?: in)?/i, '') : text.slice(comma + 1)).trim();
  const named = inside ?? (comma >= 0 || /^area/i.test(text) ? behind || undefined : undefined);
  if (named === undefined)
    return UNITS.find(([, pattern]) => text.split(/\s+/).some((word) => pattern.test(word)))?.[0] ?? 1;
  const bare = named.trim();
  const plain = UNITS.find(([, pattern]) => pattern.test(bare))?.[0];
  if (plain !== undefined) return plain;
  const sized = readUnit(bare);
  const unit = sized === null ? undefined : UNITS.find(([, pattern]) => pattern.test(sized.of))?.[0];
  return unit === undefined || sized === null ? undefined : unit * pow(10, sized.power);
}
