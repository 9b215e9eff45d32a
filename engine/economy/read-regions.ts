import { knownNames } from '../mistakes.js';
import {
  ABOVE_ZERO,
  at,
  type CaseTable,
  checkStatus,
  firstOn,
  type NumberRule,
  nameCell,
  numberCell,
  optionalNumberCell,
} from './case-table.js';
import type { RegionFacts } from './economy.js';

export const REGION_COLUMNS = {
  required: ['region', 'gdp', 'nonagricultural_population', 'area_km2', 'longitude', 'latitude', 'status', 'source'],
};

const LONGITUDE: NumberRule = { low: -180, high: 180, inclusive: true, words: 'between -180 and 180' };
const LATITUDE: NumberRule = { low: -90, high: 90, inclusive: true, words: 'between -90 and 90' };

/** Reads the facts about each region, in the order of `regions`; mistakes are added to the table's list. */
export function readRegions(source: CaseTable, regions: readonly string[]): RegionFacts {
  const { table, mistakes } = source;
  const count = regions.length;
  const facts = {
    gdp: Array<number | null>(count).fill(null),
    population: Array<number>(count).fill(Number.NaN),
    area: Array<number>(count).fill(Number.NaN),
    longitude: Array<number | null>(count).fill(null),
    latitude: Array<number | null>(count).fill(null),
  };
  const codes = new Map(regions.map((name, code) => [name, code]));
  const rowOf = new Map<number, number>();
  for (let row = 0; row < table.rows.length; row++) {
    const name = nameCell(source, row, 0);
    const gdp = optionalNumberCell(source, row, 1, ABOVE_ZERO);
    const population = numberCell(source, row, 2, ABOVE_ZERO);
    const area = numberCell(source, row, 3, ABOVE_ZERO);
    const longitude = optionalNumberCell(source, row, 4, LONGITUDE);
    const latitude = optionalNumberCell(source, row, 5, LATITUDE);
    checkStatus(source, row, 6);
    if (name === undefined) continue;
    const code = codes.get(name);
    if (code === undefined) {
      mistakes.add(at(source, row, 0), `unknown region "${name}"`, () => knownNames(name, regions));
      continue;
    }
    const first = rowOf.get(code);
    if (first !== undefined) {
      mistakes.add(at(source, row, 0), `region "${name}" stands twice`, firstOn(source, first));
      continue;
    }
    rowOf.set(code, row);
    facts.gdp[code] = gdp ?? null;
    facts.population[code] = population ?? Number.NaN;
    facts.area[code] = area ?? Number.NaN;
    facts.longitude[code] = longitude ?? null;
    facts.latitude[code] = latitude ?? null;
  }
  if (!table.readable) return facts;
  regions.forEach((name, code) => {
    if (!rowOf.has(code))
      mistakes.add(at(source, -1, 0), `no row for region "${name}"`, 'every region of the outputs needs one');
  });
  return facts;
}
