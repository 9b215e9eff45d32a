import { throwMistakes } from '../../mistakes.js';
import { counted } from '../read/counted.js';
import { readFigure } from '../read/figures.js';
import { cellPosition, type SourceTable, tidyName } from '../read/source-table.js';
import {
  type CaseRow,
  createLookup,
  type ExtraTable,
  type MadeTable,
  openExtraTable,
  type RegionNames,
} from './extra-table.js';
import { MOST_PLACES, type Place, STRETCH, spanningLinks } from './network.js';

const COLUMNS = {
  from: /^(?:from|origin|source|a|von|start|起点|from_?\w*)$/iu,
  to: /^(?:to|destination|target|b|nach|end|终点|to_?\w*)$/iu,
  mode: /^(?:mode|type|verkehrsmittel|方式)$/iu,
  km: /^(?:km|distance(?:[_ (]*km\)?)?|length(?:[_ (]*km\)?)?|entfernung|distanz|里程)$/iu,
  minutes: /^(?:minutes?|min|time(?:[_ (]*min\w*\)?)?|minuten|分钟)$/iu,
} as const;

/** Reads a table of links: two ends and km, perhaps mode and minutes. Throws a MistakesError for ends that are no regions and for lengths that are none. */
export function readLinkTable(
  table: SourceTable,
  regions: RegionNames,
): MadeTable & { readonly places: readonly string[] } {
  const extra = openExtraTable(table);
  const { found, mistakes } = extra;
  const at = linkColumns(extra);
  const places: string[] = [];
  const readEnd = createEndReader(extra, regions, places);
  const rows = Array.from(found.body, (row): CaseRow => {
    const [from, to] = [readEnd(row, at.from), readEnd(row, at.to)];
    const mode = at.mode < 0 ? 'way' : tidyName(table.rows[row]![at.mode]) || 'way';
    return [
      from,
      to,
      mode,
      readLength(extra, row, at.km),
      readMinutes(extra, row, at.minutes),
      'published',
      table.file,
    ];
  });
  throwMistakes(mistakes.list());
  const shown = `${places.slice(0, 8).join(', ')}${places.length > 8 ? `, … (${places.length})` : ''}`;
  const note = `ends of links that are no regions, taken for places without an economy: ${shown}`;
  return { rows, notes: places.length === 0 ? [] : [note], places };
}

/** The columns of ends, lengths, modes and minutes; below 0 where there is none. Throws a MistakesError without ends or lengths. */
function linkColumns({ table, found, mistakes }: ExtraTable) {
  const column = (name: keyof typeof COLUMNS) => found.headings.findIndex((heading) => COLUMNS[name].test(heading));
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
        cellPosition(table, found.header, 0),
        `no column "${needed}"`,
        'links have the columns from, to, km and, where known, mode and minutes',
      );
  throwMistakes(mistakes.list());
  return at;
}

/** Reads the ends of links; those that are no regions are added to `places`. */
function createEndReader({ table, found, mistakes }: ExtraTable, regions: RegionNames, places: string[]) {
  const lookup = createLookup(regions);
  return (row: number, column: number): string => {
    const name = tidyName(table.rows[row]![column]);
    const region = lookup(name);
    if (region !== undefined) return regions.names[region]!;
    if (name === '') mistakes.add(cellPosition(table, row, column), `${found.headings[column]} is blank`);
    else if (!places.includes(name)) places.push(name);
    return name;
  };
}

function readLength({ table, mark, mistakes }: ExtraTable, row: number, column: number): number | null {
  const figure = readFigure(table.rows[row]![column], mark);
  if (figure.kind !== 'number' || !(figure.value > 0)) {
    const shown = JSON.stringify(tidyName(table.rows[row]![column]));
    mistakes.add(cellPosition(table, row, column), `${shown} is no length above 0`);
  }
  return figure.kind === 'number' ? figure.value : null;
}

function readMinutes({ table, mark }: ExtraTable, row: number, column: number): number | null {
  const figure = column < 0 ? null : readFigure(table.rows[row]![column], mark);
  return figure?.kind === 'number' ? figure.value : null;
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
