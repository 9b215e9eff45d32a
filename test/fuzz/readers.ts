import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFile } from '../../cli/check-file.js';
import { readSource } from '../../cli/tables/read-table.js';
import { normalise } from '../../engine/files/paths.js';
import type { ReadFile } from '../../engine/files/read-file.js';
import { readYaml } from '../../engine/files/yaml.js';
import { importCase, readImport } from '../../engine/importing/import-case.js';
import { MistakesError } from '../../engine/mistakes.js';
import { ROOT } from '../source-files.js';
import { type Edit, mutateTable, mutateYaml } from './mutations.js';

const STUDY = `title: How sure
futures: [baseline.yaml, open-border.yaml, faster-link.yaml]
draws: 100
seed: 1
sampler: latin
uncertainties: { freeze: ["policies.*.failure"] }
outcomes: { gap: 'output("East") / output("West")', gain: { expression: discounted(output() - noPolicy()), better: higher } }
goals: { grown: 'at(output("East"), 2022) > 100' }
`;
const RICH = `title: All at once
extends: open-border.yaml
years: { from: 2020, to: 2026 }
coordination: { East: 0.5, West: 25% }
trend: { longRun: 0.05 - 0.001 * (year - 2020), halfLife: 3, industries: { Cars: -1% } }
parameters: { rivalry: "triangular(0, 0.1, 0.2)", land: 1/4, response: { growing: 2 } }
noise: { cell: 3%, persistence: 0.5 }
correlations: [[rivalry, trend.halfLife, 0.4]]
policies:
  - { name: Open border, opening: 20% }
  - { kind: cluster, name: Cluster, industries: { top: 1, lq: "> 1" }, regions: [E*], push: "normal(0.02, 0.02, -0.01, 0.06)", start: 2021 }
  - { kind: infrastructure, name: Link, links: [[East, West]], shorten: 10%, start: 2021 }
  - { kind: merger, name: Firms, industries: [Food], from: [West], to: East, start: 2022 }
outcomes: { likeness: { expression: 'similarity("East", "West")', better: lower } }
goals: { apart: similarity("East", "West") < 0.6 }
`;

const TUTORIAL = join(ROOT, 'scenarios/tutorial');
const PAPER = join(ROOT, 'scenarios/changchun-jilin');
const text = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');

/** The files that are mutated, in one folder. */
const FILES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'case.yaml',
      'baseline.yaml',
      'open-border.yaml',
      'faster-link.yaml',
      'outputs.csv',
      'regions.csv',
      'links.csv',
    ].map((name) => [name, text(TUTORIAL, name)]),
  ),
  'study.yaml': STUDY,
  'rich.yaml': RICH,
  'targets.yaml': text(PAPER, 'targets.yaml'),
  'prior.csv': text(PAPER, 'prior.csv'),
};

const EXTRAS = { detour: 1.3 };

/** A file to mutate, and the files that are read because of it. */
interface Target {
  readonly file: string;
  readonly roots: readonly string[];
}

export const TARGETS: readonly Target[] = [
  { file: 'case.yaml', roots: ['case.yaml', 'rich.yaml'] },
  { file: 'baseline.yaml', roots: ['baseline.yaml', 'study.yaml'] },
  { file: 'open-border.yaml', roots: ['open-border.yaml', 'rich.yaml'] },
  { file: 'faster-link.yaml', roots: ['faster-link.yaml'] },
  { file: 'rich.yaml', roots: ['rich.yaml'] },
  { file: 'rich.yaml', roots: ['rich.yaml'] },
  { file: 'study.yaml', roots: ['study.yaml'] },
  { file: 'outputs.csv', roots: ['case.yaml'] },
  { file: 'regions.csv', roots: ['case.yaml'] },
  { file: 'links.csv', roots: ['baseline.yaml'] },
  { file: 'targets.yaml', roots: ['targets.yaml'] },
  { file: 'prior.csv', roots: ['targets.yaml'] },
];

const trees = new Map(
  Object.entries(FILES)
    .filter(([name]) => name.endsWith('.yaml'))
    .map(([name, written]) => [name, readYaml(name, new TextEncoder().encode(written)).value]),
);

/** The text of a target with changes made to it. */
export function mutated({ file }: Target, changes: readonly Edit[]): string {
  return file.endsWith('.csv') ? mutateTable(FILES[file]!, changes) : mutateYaml(trees.get(file), changes);
}

/**
 * Reads a mutated file in every way the tool would: checks it with all that names it, and imports it where it is a table.
 *
 * @returns what was thrown besides mistakes; null where all is well
 */
export async function readMutated({ file, roots }: Target, written: string): Promise<unknown> {
  const read: ReadFile = (path) => {
    const name = normalise(path);
    const content = name === file ? written : FILES[name];
    if (content === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
    return new TextEncoder().encode(content);
  };
  try {
    for (const root of roots) {
      const { mistakes } = await checkFile(read, root, []);
      for (const each of mistakes) {
        if (!(each.line > 0 && each.column > 0)) throw new Error(`a mistake without place: ${JSON.stringify(each)}`);
        if (/\bundefined\b|\[object/.test(each.message.replaceAll(/"[^"]*"?/g, '')))
          throw new Error(`a mistake that says nothing: ${each.message}`);
      }
    }
    if (file.endsWith('.csv')) await importTable(read, file);
    return null;
  } catch (error) {
    return error;
  }
}

/** Makes a case of the table by itself, whose files must then be right. */
async function importTable(read: ReadFile, file: string): Promise<void> {
  try {
    const settings = { where: [], drop: [], keep: [], missing: 'zero', negative: 'zero' } as const;
    const imported = readImport(await readSource(read, file, {}), settings);
    importCase(imported, settings, EXTRAS);
  } catch (error) {
    if (!(error instanceof MistakesError)) throw error;
  }
}
