import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Economy } from '../../engine/economy/economy.js';
import { parseCase } from '../../engine/economy/parse-case.js';
import { csvLines } from '../../engine/report/data/csv.js';
import { readFrom } from '../economy/case-files.js';
import { ROOT } from '../source-files.js';

/** Where the panels lie; they are no part of the project. */
const DATA = join(ROOT, '..', 'shared', 'data');

/** Whether the panels are there; tests that need them are skipped where they are not. */
export const panelsPresent = existsSync(join(DATA, 'README.md'));

/** What a skipped test says. */
export const SKIPPED = panelsPresent ? '' : ' (skipped: ../shared/data is absent)';

/** A panel as the files of a case, in memory. */
export type PanelFiles = Readonly<Record<string, string>>;

/** Gross value added of 41 UK regions × 20 industries, 1998–2021, £ million. Source: Office for National Statistics, regional gross value added (balanced). */
export function ukFiles(): PanelFiles {
  const rows = read('ONS_GVA_ITL2_sections_1998_2021_long.csv').filter((row) => row[2] !== 'Total');
  return files(
    'UK ITL2, gross value added',
    '£ million',
    rows.map((row) => [row[1]!, row[2]!, row[4]!, row[5]!]),
  );
}

/** Employees subject to social insurance, 16 German Länder × 10 industries, 2008–2014. Source: German regional statistics, table 254-74-4. */
export function germanFiles(): PanelFiles {
  const rows = read('DE_laender_emp_2008_2014_tidy.csv').filter(
    ([region, code]) => region !== 'Germany' && code !== 'C' && code !== 'TOTAL',
  );
  return files(
    'German Länder, employees',
    'employees',
    rows.map((row) => [row[0]!, row[1]!, row[3]!, row[4]!]),
  );
}

/** The economy of a panel. */
export function panel(panelFiles: PanelFiles): Economy {
  return parseCase(readFrom(panelFiles), 'case.yaml').economy;
}

function files(title: string, currency: string, rows: readonly (readonly string[])[]): PanelFiles {
  const header = ['region', 'industry', 'year', 'output', 'status', 'source'];
  return {
    'case.yaml': `title: ${title}\ncurrency: ${currency}\nprices: current\noutputs: outputs.csv\nhigherLevelRegion: sum\n`,
    'outputs.csv': [
      ...csvLines(
        header,
        rows.map((row) => [...row, 'published', '']),
      ),
    ].join(''),
  };
}

/** Rows of a file without its header; quoted fields hold no quotes. */
function read(name: string): string[][] {
  const [, ...lines] = readFileSync(join(DATA, name), 'utf8').trim().split(/\r?\n/);
  return lines.map((line) =>
    [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map((m) => (m[1] ?? m[2] ?? '').trim()),
  );
}
