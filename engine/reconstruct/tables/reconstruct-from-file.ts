import type { ReadFile } from '../../files/read-file.js';
import type { TargetTable } from '../targets/build-tables.js';
import { type ParsedTargets, parseTargets } from '../targets/parse-targets.js';
import { type Reconstruction, reconstruct } from './reconstruct.js';

/** A table of a targets file with what was made of it. */
export interface ReconstructedTable extends TargetTable {
  readonly reconstruction: Reconstruction;
}

/** A targets file with all its tables reconstructed. */
export interface ReconstructedTargets extends ParsedTargets {
  readonly tables: readonly ReconstructedTable[];
}

/**
 * Reconstructs every table that a targets file describes.
 *
 * @param read how files are read; see `ReadFile`.
 * @param path of the targets file.
 * @throws MistakesError with every mistake of the targets file and the prior it names.
 */
export function reconstructFromFile(read: ReadFile, path: string): ReconstructedTargets {
  const parsed = parseTargets(read, path);
  return {
    ...parsed,
    tables: parsed.tables.map((table) => ({ ...table, reconstruction: reconstruct(table.targets) })),
  };
}
