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

/** Gross domestic product of 51 US states × 23 sectors, 1997–2021, million dollars; a few figures are withheld. Source: US Bureau of Economic Analysis. */
export function americanFiles(): PanelFiles {
  return files('US states, gross domestic product', 'million dollars', filledRows('panels/US_states_gdp.csv'));
}

/** Retail turnover of 8 Australian states × 11 industries, 1989–2018. Source: Australian Bureau of Statistics, as in the R package tsibbledata. */
export function australianFiles(): PanelFiles {
  return files('Australian states, retail turnover', 'million dollars', filledRows('panels/AU_states_retail.csv'));
}

/** Employees of 30 European countries × 10 industries, 2008–2016. Source: Eurostat, as in the R package REAT. */
export function europeanFiles(): PanelFiles {
  return files('European countries, employees', 'thousand persons', filledRows('panels/EU_countries_employees.csv'));
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
        rows.map((row) => [...row.slice(0, 4), row[4] ?? 'published', '']),
      ),
    ].join(''),
  };
}

/** Rows whose missing figures are those of the year before, or after, and estimated. */
function filledRows(name: string): string[][] {
  const rows = read(name);
  const known = new Map(rows.map(([region, industry, year, output]) => [`${region}|${industry}|${year}`, output!]));
  const near = (region: string, industry: string, year: number): string => {
    for (let off = 1; off < 40; off++) {
      for (const other of [year - off, year + off]) {
        const output = known.get(`${region}|${industry}|${other}`);
        if (output !== undefined && output !== '') return output;
      }
    }
    return '0';
  };
  return rows.map(([region, industry, year, output]) =>
    output === ''
      ? [region!, industry!, year!, near(region!, industry!, Number(year)), 'estimated']
      : [region!, industry!, year!, String(Math.max(0, Number(output)))],
  );
}

/** Rows of a file without its header; quoted fields hold no quotes. */
function read(name: string): string[][] {
  const [, ...lines] = readFileSync(join(DATA, name), 'utf8').trim().split(/\r?\n/);
  return lines.map((line) =>
    [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map((m) => (m[1] ?? m[2] ?? '').trim()),
  );
}
