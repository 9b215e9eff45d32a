import { knownNames } from '../mistakes.js';
import {
  ABOVE_ZERO,
  at,
  type CaseTable,
  checkStatus,
  firstOn,
  nameCell,
  numberCell,
  optionalNumberCell,
} from './case-table.js';
import type { DistanceMeasure, Link, Network } from './network.js';
import { connectedRegions } from './shortest-paths.js';

export const LINK_COLUMNS = { required: ['from', 'to', 'mode', 'km', 'minutes', 'status', 'source'] };

const FROM = 0;
const TO = 1;
const MODE = 2;
const KM = 3;
const MINUTES = 4;
const STATUS = 5;

/** Number of regions that are named of each part of a network that falls apart. */
const NAMED = 8;

/**
 * Reads the network; its nodes are the regions, then the places. Mistakes are added to the table's list, also where regions cannot be
 * reached from each other, or where distance is measured in minutes and a link has none.
 */
export function readLinks(
  source: CaseTable,
  regions: readonly string[],
  places: readonly string[],
  measure: DistanceMeasure,
): Network {
  const { table, mistakes } = source;
  const nodes = [...regions, ...places];
  const codes = new Map(nodes.map((name, code) => [name, code]));
  const links: Link[] = [];
  const rowOf = new Map<string, number>();
  const nodeCell = (row: number, column: number): number | undefined => {
    const name = nameCell(source, row, column);
    if (name === undefined) return undefined;
    const code = codes.get(name);
    if (code === undefined) {
      mistakes.add(at(source, row, column), `"${name}" is neither a region nor a place`, () => knownNames(name, nodes));
    }
    return code;
  };
  for (let row = 0; row < table.rows.length; row++) {
    const from = nodeCell(row, FROM);
    const to = nodeCell(row, TO);
    const mode = nameCell(source, row, MODE);
    const km = numberCell(source, row, KM, ABOVE_ZERO);
    const minutes = optionalNumberCell(source, row, MINUTES, ABOVE_ZERO);
    checkStatus(source, row, STATUS);
    if (minutes === null && measure === 'minutes') {
      mistakes.add(at(source, row, MINUTES), 'minutes are blank', 'distance: minutes needs them for every link');
    }
    if (from === undefined || to === undefined || mode === undefined) continue;
    if (from === to) {
      mistakes.add(at(source, row, TO), `a link from ${nodes[from]} to itself`, 'name two different nodes');
      continue;
    }
    const key = `${Math.min(from, to)} ${Math.max(from, to)} ${mode}`;
    const first = rowOf.get(key);
    if (first !== undefined) {
      mistakes.add(
        at(source, row, FROM),
        `${nodes[from]}–${nodes[to]} by ${mode} stands twice`,
        firstOn(source, first),
      );
      continue;
    }
    rowOf.set(key, row);
    links.push({ from, to, mode, km: km ?? Number.NaN, minutes: minutes ?? null });
  }
  const network = { nodes, links };
  if (mistakes.list().length === 0) reportParts(source, network, regions);
  return network;
}

function reportParts(source: CaseTable, network: Network, regions: readonly string[]): void {
  const parts = connectedRegions(network, regions.length);
  if (parts.length < 2) return;
  const shown = parts.slice(0, NAMED).map((part) => {
    const names = part.slice(0, NAMED).map((r) => regions[r]!);
    return part.length > NAMED ? `${names.join(', ')}, … (${part.length} regions)` : names.join(', ');
  });
  const more = parts.length > NAMED ? ` | … (${parts.length} parts)` : '';
  source.mistakes.add(
    at(source, -1, 0),
    `regions cannot reach each other; the network falls into ${shown.join(' | ')}${more}`,
    'add the links that join them',
  );
}
