import { LIMITS } from '../files/limits.js';
import { dirname, join } from '../files/paths.js';
import { openFile, type ReadFile } from '../files/read-file.js';
import type { TableColumns } from '../files/table.js';
import type { YamlDocument } from '../files/yaml.js';
import type { Mistake } from '../mistakes.js';
import type { Account } from './account.js';
import type { Place } from './boundaries/boundaries.js';
import { DEFAULT_ID, type ReadBoundaries, readBoundaries } from './boundaries/read-boundaries.js';
import type { CaseFile } from './case-schema.js';
import { type CaseTable, openTable } from './case-table.js';
import type { ChosenTable } from './choose-table.js';
import type { PairBarrier, RegionFacts } from './economy.js';
import type { Network } from './network.js';
import { ACCOUNT_COLUMNS, readAccounts } from './read-accounts.js';
import { BARRIER_COLUMNS, readBarriers } from './read-barriers.js';
import { HIGHER_LEVEL_COLUMNS, type HigherLevel, readHigherLevel } from './read-higher-level.js';
import { FLOW_COLUMNS, type InputOutputContents, readInputOutput, TOTAL_COLUMNS } from './read-input-output.js';
import { LINK_COLUMNS, readLinks } from './read-links.js';
import { type ObservedOutputs, OUTPUT_COLUMNS, readOutputs } from './read-outputs.js';
import { REGION_COLUMNS, readRegions } from './read-regions.js';

/** The contents of a case's tables. */
export interface Contents {
  readonly observed: ObservedOutputs | undefined;
  readonly facts: RegionFacts | null;
  readonly network: Network | null;
  readonly barriers: readonly PairBarrier[];
  readonly accounts: readonly Account[];
  readonly higherLevel: HigherLevel | null;
  readonly inputOutput: InputOutputContents | null;
  readonly places: readonly Place[];
  readonly boundaries: ReadBoundaries | null;
}

/** Opens the tables that a case file names, and keeps count of them. */
export interface TableOpener {
  readonly opened: CaseTable[];
  readonly files: string[];
  /** Opens a table named at a place of the case file; undefined where it names none or it cannot be read, which is added to the mistakes. */
  open(name: string | undefined, at: readonly string[], columns: TableColumns): CaseTable | undefined;
  /** The bytes of a file named there, likewise. */
  bytes(name: string, at: readonly string[]): { readonly file: string; readonly bytes: Uint8Array } | undefined;
}

/** Opens tables with paths seen from the folder of the case file. */
export function createTableOpener(read: ReadFile, document: YamlDocument, mistakes: Mistake[]): TableOpener {
  const opened: CaseTable[] = [];
  const files: string[] = [];
  const bytes: TableOpener['bytes'] = (name, at) => {
    const file = join(dirname(document.file), name);
    const opening = openFile(read, file, document.positionOf(at));
    if ('mistake' in opening) {
      mistakes.push(opening.mistake);
      return undefined;
    }
    files.push(file);
    return { file, bytes: opening.bytes };
  };
  return {
    opened,
    files,
    bytes,
    open(name, at, columns) {
      const named = name === undefined ? undefined : bytes(name, at);
      if (named === undefined) return undefined;
      const source = openTable(named.file, named.bytes, columns);
      opened.push(source);
      return source;
    },
  };
}

/** Reads all tables of a case. The names that other tables may use are known only once the outputs are read. */
export function readContents(
  tables: TableOpener,
  document: YamlDocument,
  fields: Partial<CaseFile>,
  chosen: ChosenTable | undefined,
  mistakes: Mistake[],
): Contents {
  const outputs = tables.open(chosen?.file, chosen?.at ?? [], OUTPUT_COLUMNS);
  const observed = outputs && readOutputs(outputs);
  const places = checkPlaces(document, (fields.places ?? []).map(placeOf), observed?.regions ?? [], mistakes);
  const reference = fields.higherLevelRegion === 'sum' ? undefined : fields.higherLevelRegion;
  const regionTable = tables.open(fields.regions, ['regions'], REGION_COLUMNS);
  const linkTable = tables.open(fields.links, ['links'], LINK_COLUMNS);
  const barrierTable = tables.open(fields.barriers, ['barriers'], BARRIER_COLUMNS);
  const accountTable = tables.open(fields.accounts, ['accounts'], ACCOUNT_COLUMNS);
  const referenceTable = tables.open(reference, ['higherLevelRegion'], HIGHER_LEVEL_COLUMNS);
  const flowTable = tables.open(fields.inputOutput?.flows, ['inputOutput', 'flows'], FLOW_COLUMNS);
  const totalTable = tables.open(fields.inputOutput?.totals, ['inputOutput', 'totals'], TOTAL_COLUMNS);
  const measure = fields.distance ?? 'km';
  return {
    observed,
    facts: observed && regionTable ? readRegions(regionTable, observed.regions) : null,
    network:
      observed && linkTable
        ? readLinks(
            linkTable,
            observed.regions,
            places.map(({ name }) => name),
            measure,
          )
        : null,
    barriers: observed && barrierTable ? readBarriers(barrierTable, observed.regions) : [],
    accounts: observed && accountTable ? readAccounts(accountTable, observed) : [],
    higherLevel: observed && referenceTable ? readHigherLevel(referenceTable, observed) : null,
    inputOutput:
      observed && flowTable && totalTable ? readInputOutput(flowTable, totalTable, observed.industries) : null,
    places,
    boundaries: observed === undefined ? null : boundariesOf(tables, document, fields, observed.regions, mistakes),
  };
}

function boundariesOf(
  tables: TableOpener,
  document: YamlDocument,
  { boundaries }: Partial<CaseFile>,
  regions: readonly string[],
  mistakes: Mistake[],
): ReadBoundaries | null {
  if (boundaries === undefined) return null;
  const long = typeof boundaries !== 'string';
  const { file, id = DEFAULT_ID, attribution = null } = long ? boundaries : { file: boundaries };
  const opened = tables.bytes(file, long ? ['boundaries', 'file'] : ['boundaries']);
  if (opened === undefined) return null;
  const at = document.positionOf(long && boundaries.id !== undefined ? ['boundaries', 'id'] : ['boundaries']);
  return readBoundaries({ ...opened, id, attribution, at }, regions, mistakes);
}

function placeOf(written: NonNullable<CaseFile['places']>[number]): Place {
  if (typeof written === 'string') return { name: written, at: null };
  return { name: written.name, at: [written.longitude, written.latitude] };
}

/** The places that are no region and stand once; the others are mistakes. */
function checkPlaces(
  document: YamlDocument,
  places: readonly Place[],
  regions: readonly string[],
  mistakes: Mistake[],
): Place[] {
  if (regions.length + places.length > LIMITS.nodes) {
    const message = `${regions.length} regions and ${places.length} places; at most ${LIMITS.nodes} can be on one network`;
    mistakes.push({ ...document.positionOf(['places']), message });
    return [];
  }
  const seen = new Map<string, Place>();
  places.forEach((place, index) => {
    const at = document.positionOf(['places', index]);
    const { name } = place;
    if (regions.includes(name)) {
      mistakes.push({
        ...at,
        message: `place "${name}" is also a region`,
        hint: 'places have no economy of their own',
      });
    } else if (seen.has(name)) mistakes.push({ ...at, message: `place "${name}" stands twice` });
    else seen.set(name, place);
  });
  return [...seen.values()];
}
