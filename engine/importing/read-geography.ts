import { createMistakeList, type MistakeList } from '../files/mistake-list.js';
import { knownNames, throwMistakes } from '../mistakes.js';
import { type DecimalMark, guessDecimalMark, readFigure } from './figures.js';
import { type FoundTable, findTable } from './find-table.js';
import { MOST_PLACES, type Place, STRETCH, spanningLinks } from './geography.js';
import { counted } from './panel.js';
import { cellPosition, isBlank, type SourceTable, tidyName } from './source-table.js';

type Row = readonly (string | number | null)[];

/** Rows of regions.csv or links.csv without the header, and what should be known of them. */
export interface MadeTable {
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
}

/** Regions of the case by every name they go by. */
export interface RegionNames {
  /** In the order of the case. */
  readonly names: readonly string[];
  readonly codes: readonly string[];
}

const COLUMNS = {
  gdp: /^(?:gdp|gross[_ ]domestic[_ ]product|bip|pib|地区生产总值|生产总值)(?:\b|_|$)/iu,
  population: /nonagricultural|population|inhabitants|einwohner|bev(?:ö|oe)lkerung|\bpop\b|人口/iu,
  area: /^area(?:[_ (]|$)|km2|km²|fl(?:ä|ae)che|superficie|面积|面積/iu,
  longitude: /^(?:lon\w*|lng|x|经度|経度)$/iu,
  latitude: /^(?:lat\w*|y|纬度|緯度)$/iu,
} as const;

const LINK_COLUMNS = {
  from: /^(?:from|origin|source|a|von|start|起点|from_?\w*)$/iu,
  to: /^(?:to|destination|target|b|nach|end|终点|to_?\w*)$/iu,
  mode: /^(?:mode|type|verkehrsmittel|方式)$/iu,
  km: /^(?:km|distance(?:[_ (]*km\)?)?|length(?:[_ (]*km\)?)?|entfernung|distanz|里程)$/iu,
  minutes: /^(?:minutes?|min|time(?:[_ (]*min\w*\)?)?|minuten|分钟)$/iu,
} as const;

/** Persons rather than 10⁴ persons, where no heading says. */
const PERSONS = 20_000;

/**
 * Reads facts about the regions: population and area, perhaps gdp, longitude and latitude. Rows of regions that the case does not have are left
 * aside and counted. Where the table has neither population nor area, there is no regions.csv, because ties and access rest on them, but its
 * coordinates still count. Throws a MistakesError for regions without a row and cells that are no figures.
 */
export function readRegionTable(
  table: SourceTable,
  regions: RegionNames,
): { readonly regions: MadeTable | null; readonly places: readonly Place[] | null; readonly notes: readonly string[] } {
  const mistakes = createMistakeList(table.file);
  const notes: string[] = [];
  const found = findTable(table, undefined, mistakes);
  throwMistakes(mistakes.list());
  const { headings } = found!;
  const mark = markOf(table, found!);
  const column = (name: keyof typeof COLUMNS) => headings.findIndex((heading) => COLUMNS[name].test(heading));
  const at = { gdp: column('gdp'), longitude: column('longitude'), latitude: column('latitude') };
  const area = headings.findIndex((heading, k) => COLUMNS.area.test(heading) && figuresIn(table, found!, k, mark));
  const population = column('population');
  const key = keyColumn(table, found!, regions, headings);
  if (key < 0)
    mistakes.add(
      cellPosition(table, found!.header, 0),
      'no column names the regions of the case',
      knownNames('region', regions.names),
    );
  throwMistakes(mistakes.list());
  const rowOf = matchRows(table, found!, key, regions, mistakes, notes);
  const number = (row: number, at: number, rule: 'above 0' | 'any'): number | null => {
    if (at < 0) return null;
    const figure = readFigure(table.rows[row]![at], mark);
    if (figure.kind === 'missing') return null;
    if (figure.kind === 'number' && (rule === 'any' || figure.value > 0)) return figure.value;
    const shown = JSON.stringify(tidyName(table.rows[row]![at]));
    mistakes.add(
      cellPosition(table, row, at),
      `${headings[at]}: ${shown} is not a number${rule === 'any' ? '' : ' above 0'}`,
    );
    return null;
  };
  const needed = (row: number, at: number): number | null => {
    const before = mistakes.list().length;
    const value = number(row, at, 'above 0');
    if (value === null && mistakes.list().length === before)
      mistakes.add(cellPosition(table, row, at), `${headings[at]} is blank`, 'every region needs it');
    return value;
  };
  const facts = rowOf.map((row) => ({
    gdp: number(row, at.gdp, 'above 0'),
    population: population < 0 ? null : needed(row, population),
    area: area < 0 ? null : needed(row, area),
    longitude: number(row, at.longitude, 'any'),
    latitude: number(row, at.latitude, 'any'),
  }));
  facts.forEach(({ longitude, latitude }, k) => {
    if (longitude !== null && Math.abs(longitude) > 180)
      mistakes.add(
        cellPosition(table, rowOf[k]!, at.longitude),
        `longitude ${longitude} is beyond ±180 degrees`,
        'projected coordinates? Degrees are needed',
      );
    if (latitude !== null && Math.abs(latitude) > 90)
      mistakes.add(
        cellPosition(table, rowOf[k]!, at.latitude),
        `latitude ${latitude} is beyond ±90 degrees`,
        'projected coordinates? Degrees are needed',
      );
  });
  throwMistakes(mistakes.list());
  const places = facts.every(({ longitude, latitude }) => longitude !== null && latitude !== null)
    ? facts.map(({ longitude, latitude }, k) => ({
        name: regions.names[k]!,
        longitude: longitude!,
        latitude: latitude!,
      }))
    : null;
  if (population < 0 || area < 0) {
    const absent = [...(population < 0 ? ['population'] : []), ...(area < 0 ? ['area_km2'] : [])].join(' and no ');
    notes.push(
      `${table.file} has no ${absent} column, so there is no regions.csv: ties, market access, rivalry and shared pushes are off`,
    );
    return { regions: null, places, notes };
  }
  const scale = populationScale(
    headings[population]!,
    facts.map((each) => each.population!),
    notes,
  );
  notes.push(`regions.csv: population from column "${headings[population]}", area from "${headings[area]}"`);
  const rows = facts.map(
    (each, k): Row => [
      regions.names[k]!,
      each.gdp,
      Number((each.population! / scale).toPrecision(12)),
      each.area,
      each.longitude,
      each.latitude,
      'published',
      table.file,
    ],
  );
  return { regions: { rows, notes: [] }, places, notes };
}

function populationScale(heading: string, values: readonly number[], notes: string[]): number {
  if (!/nonagricultural/i.test(heading))
    notes.push(
      `all inhabitants of "${heading}" stand for the non-agricultural ones, because the table does not tell them apart`,
    );
  else return 1;
  if (/10\^?4|万/.test(heading)) return 1;
  if (/thousand|1000|tsd|千/i.test(heading)) return 10;
  const sorted = [...values].sort((a, b) => a - b);
  const persons = sorted[Math.floor(sorted.length / 2)]! >= PERSONS;
  notes.push(`"${heading}" was read as ${persons ? 'persons' : '10^4 persons'}; regions.csv has 10^4 persons`);
  return persons ? 10_000 : 1;
}

/** Reads a table of links: two ends and km, perhaps mode and minutes. Throws a MistakesError for ends that are no regions and for lengths that are none. */
export function readLinkTable(
  table: SourceTable,
  regions: RegionNames,
): MadeTable & { readonly places: readonly string[] } {
  const mistakes = createMistakeList(table.file);
  const found = findTable(table, undefined, mistakes);
  throwMistakes(mistakes.list());
  const { headings } = found!;
  const mark = markOf(table, found!);
  const column = (name: keyof typeof LINK_COLUMNS) => headings.findIndex((heading) => LINK_COLUMNS[name].test(heading));
  const at = {
    from: column('from'),
    to: column('to'),
    mode: column('mode'),
    km: column('km'),
    minutes: column('minutes'),
  };
  for (const needed of ['from', 'to', 'km'] as const)
    if (at[needed] < 0)
      mistakes.add(
        cellPosition(table, found!.header, 0),
        `no column "${needed}"`,
        'links have the columns from, to, km and, where known, mode and minutes',
      );
  throwMistakes(mistakes.list());
  const lookup = createLookup(regions);
  const places: string[] = [];
  const end = (row: number, at: number): string => {
    const name = tidyName(table.rows[row]![at]);
    const region = lookup(name);
    if (region !== undefined) return regions.names[region]!;
    if (name === '') mistakes.add(cellPosition(table, row, at), `${headings[at]} is blank`);
    else if (!places.includes(name)) places.push(name);
    return name;
  };
  const rows: Row[] = [];
  for (const row of found!.body) {
    const [from, to] = [end(row, at.from), end(row, at.to)];
    const km = readFigure(table.rows[row]![at.km], mark);
    const minutes = at.minutes < 0 ? null : readFigure(table.rows[row]![at.minutes], mark);
    if (km.kind !== 'number' || !(km.value > 0))
      mistakes.add(
        cellPosition(table, row, at.km),
        `${JSON.stringify(tidyName(table.rows[row]![at.km]))} is no length above 0`,
      );
    const mode = at.mode < 0 ? 'way' : tidyName(table.rows[row]![at.mode]) || 'way';
    rows.push([
      from,
      to,
      mode,
      km.kind === 'number' ? km.value : null,
      minutes?.kind === 'number' ? minutes.value : null,
      'published',
      table.file,
    ]);
  }
  throwMistakes(mistakes.list());
  const notes =
    places.length === 0
      ? []
      : [
          `ends of links that are no regions, taken for places without an economy: ${places.slice(0, 8).join(', ')}${places.length > 8 ? `, … (${places.length})` : ''}`,
        ];
  return { rows, notes, places };
}

/** A network from coordinates, as rows of links.csv. */
export function linksFromPlaces(places: readonly Place[], detour: number, file: string): MadeTable {
  if (places.length > MOST_PLACES)
    return {
      rows: [],
      notes: [
        `no links made: ${places.length} regions are more than the ${MOST_PLACES} for which a network is drawn; give --links`,
      ],
    };
  const links = spanningLinks(places, detour);
  const pairs = (places.length * (places.length - 1)) / 2;
  const source = `great circle × ${detour}, coordinates of ${file}`;
  return {
    rows: links.map(({ from, to, km }) => [from, to, 'road', km, null, 'estimated', source]),
    notes: [
      `${counted(links.length, 'link', 'links')} of ${pairs} pairs made from coordinates: great-circle distance × ${detour} (--detour), near places linked first, no way more than ${Math.round((STRETCH - 1) * 100)} % longer than a direct one; give --links for a real network`,
    ],
  };
}

function markOf(table: SourceTable, found: FoundTable): DecimalMark {
  const cells = function* () {
    for (const row of found.body.subarray(0, 2000)) for (const cell of table.rows[row]!) yield cell;
  };
  return guessDecimalMark(cells()).mark;
}

function figuresIn(table: SourceTable, found: FoundTable, column: number, mark: DecimalMark): boolean {
  const filled = [...found.body].filter((row) => !isBlank(table.rows[row]![column]));
  return filled.length > 0 && filled.every((row) => readFigure(table.rows[row]![column], mark).kind !== 'text');
}

function createLookup(regions: RegionNames): (name: string) => number | undefined {
  const numbers = new Map<string, number>();
  const put = (name: string, k: number) => {
    const folded = name.toLowerCase();
    if (name !== '' && !numbers.has(folded)) numbers.set(folded, k);
  };
  regions.names.forEach(put);
  regions.codes.forEach(put);
  return (name) => numbers.get(name.toLowerCase());
}

/** The column that names most regions of the case, by name or by code. */
function keyColumn(table: SourceTable, found: FoundTable, regions: RegionNames, headings: readonly string[]): number {
  const lookup = createLookup(regions);
  let [best, most] = [-1, 0];
  headings.forEach((_, column) => {
    const named = new Set<number>();
    for (const row of found.body) {
      const region = lookup(tidyName(table.rows[row]![column]));
      if (region !== undefined) named.add(region);
    }
    if (named.size > most) [best, most] = [column, named.size];
  });
  return best;
}

/** The row of each region. */
function matchRows(
  table: SourceTable,
  found: FoundTable,
  key: number,
  regions: RegionNames,
  mistakes: MistakeList,
  notes: string[],
): number[] {
  const lookup = createLookup(regions);
  const rowOf = Array<number>(regions.names.length).fill(-1);
  const strangers: string[] = [];
  for (const row of found.body) {
    const name = tidyName(table.rows[row]![key]);
    const region = lookup(name);
    if (region === undefined) strangers.push(name);
    else if (rowOf[region]! >= 0)
      mistakes.add(
        cellPosition(table, row, key),
        `${name} stands twice`,
        `first on line ${table.lineOf(rowOf[region]!)}`,
      );
    else rowOf[region] = row;
  }
  rowOf.forEach((row, k) => {
    if (row < 0)
      mistakes.add(
        cellPosition(table, found.header, key),
        `no row for region "${regions.names[k]}"`,
        knownNames(regions.names[k]!, strangers),
      );
  });
  if (strangers.length > 0)
    notes.push(
      `${counted(strangers.length, 'row', 'rows')} of ${table.file} for regions that the case does not have: ${strangers.slice(0, 5).join(', ')}${strangers.length > 5 ? ', …' : ''}`,
    );
  throwMistakes(mistakes.list());
  return rowOf;
}
