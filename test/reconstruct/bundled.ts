import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reconstruct } from '../../engine/reconstruct/tables/reconstruct.js';
import type { ReconstructedTable } from '../../engine/reconstruct/tables/reconstruct-from-file.js';
import { parseTargets } from '../../engine/reconstruct/targets/parse-targets.js';
import { ROOT } from '../source-files.js';

export const FOLDER = 'scenarios/changchun-jilin';

export const readBundled = (path: string): Uint8Array => readFileSync(join(ROOT, path));

const made = new Map<string, ReconstructedTable>();

/** A table of the bundled targets, reconstructed once for all tests of a file. */
export function bundledTable(name: string): ReconstructedTable {
  const known = made.get(name);
  if (known !== undefined) return known;
  const table = parseTargets(readBundled, `${FOLDER}/targets.yaml`).tables.find((each) => each.name === name)!;
  const found = { ...table, reconstruction: reconstruct(table.targets) };
  made.set(name, found);
  return found;
}

/** A committed outputs table as plain data, read without any of the engine's code. */
export interface CommittedTable {
  readonly regions: readonly string[];
  readonly industries: readonly string[];
  /** Output of a cell; of all regions or all industries where the name is null. */
  output(region: string | null, industry: string | null, year: number): number;
}

export function committedTable(file: string): CommittedTable {
  const rows = new TextDecoder()
    .decode(readBundled(`${FOLDER}/${file}`))
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  return {
    regions: [...new Set(rows.map((row) => row[0]!))],
    industries: [...new Set(rows.map((row) => row[1]!))],
    output: (region, industry, year) =>
      rows
        .filter((row) => (region === null || row[0] === region) && (industry === null || row[1] === industry))
        .filter((row) => Number(row[2]) === year)
        .reduce((sum, row) => sum + Number(row[3]), 0),
  };
}

/** Numbers of the paper's Tables 1 and 2: industry, location quotient 2011, agglomeration index 2005–2011, stage by its own rule. */
export const PUBLISHED: Readonly<Record<string, readonly (readonly [string, number, number, string])[]>> = {
  Changchun: [
    ['Agro-food processing', 1.464941, 1.26861, 'growing'],
    ['Food manufacturing', 0.625748, 1.734058, 'formative'],
    ['Pharmaceuticals', 0.518508, 1.00108, 'formative'],
    ['Non-metallic mineral products', 0.67103, 0.692274, 'recession'],
    ['Fabricated metal products', 0.884326, 1.003403, 'formative'],
    ['General equipment', 0.858725, 1.214621, 'formative'],
    ['Special equipment', 0.357924, 1.0123742, 'formative'],
    ['Transport equipment', 2.274574, 1.03048105, 'growing'],
    ['Communications computers and electronics', 1.400587, 1.137763, 'growing'],
  ],
  Jilin: [
    ['Ferrous metal mining', 1.245989, 0.906804, 'mature'],
    ['Non-ferrous metal mining', 3.30166, 1.053599, 'growing'],
    ['Nonmetal mining', 2.597185, 1.270252, 'growing'],
    ['Food manufacturing', 1.963242, 1.511702, 'growing'],
    ['Chemical materials and products', 3.976287, 1.319659, 'growing'],
    ['Chemical fibres', 4.813099, 1.03068, 'growing'],
    ['Non-ferrous metal smelting', 3.131341, 1.19505, 'growing'],
    ['Electrical machinery', 1.942932, 1.472529, 'growing'],
    ['Communications computers and electronics', 1.027397, 1.006809, 'growing'],
    ['Fabricated metal products', 2.023699, 1.258383, 'growing'],
  ],
};
