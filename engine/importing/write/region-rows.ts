import { pow } from '../../exact-math/index.js';
import { throwMistakes } from '../../mistakes.js';
import { readFigure } from '../read/figures.js';
import { cellPosition, type SourceTable, tidyName } from '../read/source-table.js';
import { unitInHeading } from '../recognise/heading-units.js';
import { squareKilometres } from './area-unit.js';
import {
  type CaseRow,
  type ExtraTable,
  holdsFigures,
  type MadeTable,
  openExtraTable,
  type RegionNames,
} from './extra-table.js';
import { matchRegions } from './match-regions.js';
import type { Place } from './network.js';

const COLUMNS = {
  gdp: /^(?:gdp|gross[_ ]domestic[_ ]product|bip|pib|地区生产总值|生产总值)(?:\b|_|$)/iu,
  population: /nonagricultural|population|inhabitants|einwohner|bev(?:ö|oe)lkerung|\bpop\b|人口/iu,
  area: /^area(?:[_ (]|$)|km2|km²|fl(?:ä|ae)che|superficie|面积|面積/iu,
  longitude: /^(?:lon\w*|lng|x|经度|経度)$/iu,
  latitude: /^(?:lat\w*|y|纬度|緯度)$/iu,
} as const;

/** Persons rather than 10⁴ persons, where no heading says. */
const PERSONS = 20_000;

const MOST_DEGREES = { longitude: 180, latitude: 90 } as const;

/** Columns of facts; below 0 where there is none. */
type FactColumns = Record<keyof typeof COLUMNS, number>;

type Facts = Record<keyof typeof COLUMNS, number | null>;

/**
 * Reads facts about the regions: population and area, perhaps gdp, longitude and latitude. Rows of regions that the case does not have are left
 * aside and counted. Where the table has neither population nor area, there is no regions.csv, because ties and access rest on them, but its
 * coordinates still count. Throws a MistakesError for regions without a row and cells that are no figures.
 */
export function readRegionTable(
  table: SourceTable,
  regions: RegionNames,
): { readonly regions: MadeTable | null; readonly places: readonly Place[] | null; readonly notes: readonly string[] } {
  const extra = openExtraTable(table);
  const { found, mistakes } = extra;
  const notes: string[] = [];
  const at = factColumns(extra);
  const rowOf = matchRegions(extra, regions, notes);
  const facts = rowOf.map((row) => readFacts(extra, row, at));
  facts.forEach((each, k) => {
    for (const name of ['longitude', 'latitude'] as const) refuseBeyond(extra, rowOf[k]!, at[name], name, each[name]);
  });
  throwMistakes(mistakes.list());
  const places = placesOf(facts, regions);
  if (at.population < 0 || at.area < 0) {
    const absent = [...(at.population < 0 ? ['population'] : []), ...(at.area < 0 ? ['area_km2'] : [])].join(
      ' and no ',
    );
    notes.push(
      `${table.file} has no ${absent} column, so there is no regions.csv: ties, market access, rivalry and shared pushes are off`,
    );
    return { regions: null, places, notes };
  }
  const [population, area] = [found.headings[at.population]!, found.headings[at.area]!];
  const persons = populationScale(
    population,
    facts.map((each) => each.population!),
    notes,
  );
  const square = squareKilometres(area);
  if (square === undefined)
    mistakes.add(
      cellPosition(table, found.header, at.area),
      `"${area}": its unit is not known`,
      'km², ha, m², square miles or acres',
    );
  throwMistakes(mistakes.list());
  const scaled = square === 1 ? '' : `, × ${Number(square!.toPrecision(4))} to km²`;
  notes.push(`regions.csv: population from column "${population}", area from "${area}"${scaled}`);
  const rows = facts.map((each, k): CaseRow => {
    const inhabitants = Number((each.population! / persons).toPrecision(12));
    return [
      regions.names[k]!,
      each.gdp,
      inhabitants,
      Number((each.area! * square!).toPrecision(12)),
      each.longitude,
      each.latitude,
      'published',
      table.file,
    ];
  });
  return { regions: { rows, notes: [] }, places, notes };
}

function factColumns(extra: ExtraTable): FactColumns {
  const { headings } = extra.found;
  const column = (name: keyof typeof COLUMNS) => headings.findIndex((heading) => COLUMNS[name].test(heading));
  return {
    gdp: column('gdp'),
    population: column('population'),
    area: headings.findIndex((heading, k) => COLUMNS.area.test(heading) && holdsFigures(extra, k)),
    longitude: column('longitude'),
    latitude: column('latitude'),
  };
}

function readFacts(extra: ExtraTable, row: number, at: FactColumns): Facts {
  return {
    gdp: readFact(extra, row, at.gdp, 'above 0'),
    population: readFact(extra, row, at.population, 'needed'),
    area: readFact(extra, row, at.area, 'needed'),
    longitude: readFact(extra, row, at.longitude, 'any'),
    latitude: readFact(extra, row, at.latitude, 'any'),
  };
}

/** A figure about a region, null where there is none; one that breaks the rule is a mistake. */
function readFact(extra: ExtraTable, row: number, column: number, rule: 'above 0' | 'needed' | 'any'): number | null {
  if (column < 0) return null;
  const { table, found, mark, mistakes } = extra;
  const [cell, heading] = [table.rows[row]![column], found.headings[column]];
  const figure = readFigure(cell, mark);
  if (figure.kind === 'missing') {
    if (rule === 'needed')
      mistakes.add(cellPosition(table, row, column), `${heading} is blank`, 'every region needs it');
    return null;
  }
  if (figure.kind === 'number' && (rule === 'any' || figure.value > 0)) return figure.value;
  const shown = JSON.stringify(tidyName(cell));
  const wanted = rule === 'any' ? '' : ' above 0';
  mistakes.add(cellPosition(table, row, column), `${heading}: ${shown} is not a number${wanted}`);
  return null;
}

/** Refuses coordinates that are no degrees. */
function refuseBeyond(
  { table, mistakes }: ExtraTable,
  row: number,
  column: number,
  name: keyof typeof MOST_DEGREES,
  degrees: number | null,
): void {
  const most = MOST_DEGREES[name];
  if (degrees === null || Math.abs(degrees) <= most) return;
  const message = `${name} ${degrees} is beyond ±${most} degrees`;
  mistakes.add(cellPosition(table, row, column), message, 'projected coordinates? Degrees are needed');
}

/** The regions as places, where every one has coordinates. */
function placesOf(facts: readonly Facts[], regions: RegionNames): Place[] | null {
  const places = facts.flatMap(({ longitude, latitude }, k) =>
    longitude === null || latitude === null ? [] : [{ name: regions.names[k]!, longitude, latitude }],
  );
  return places.length === facts.length ? places : null;
}

/** Persons in the unit of the heading, for figures in 10⁴ persons. */
function populationScale(heading: string, values: readonly number[], notes: string[]): number {
  const named = unitInHeading(heading)?.power;
  if (!/nonagricultural/i.test(heading))
    notes.push(
      `all inhabitants of "${heading}" stand for the non-agricultural ones, because the table does not tell them apart`,
    );
  else if (named === undefined) return 1;
  if (named !== undefined && named > 0) return pow(10, 4 - named);
  if (/10\^?4|万/.test(heading)) return 1;
  if (/thousand|1000|tsd|千/i.test(heading)) return 10;
  if (/million|mio\b/i.test(heading)) return 0.01;
  const sorted = [...values].sort((a, b) => a - b);
  const persons = sorted[Math.floor(sorted.length / 2)]! >= PERSONS;
  notes.push(`"${heading}" was read as ${persons ? 'persons' : '10^4 persons'}; regions.csv has 10^4 persons`);
  return persons ? 10_000 : 1;
}
