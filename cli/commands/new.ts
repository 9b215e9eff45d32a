import { resolve } from 'node:path';
import type { ImportedCase, ReadImport } from '../../engine/importing/import-case.js';
import type { Doubt } from '../../engine/importing/reconcile/doubt.js';
import type { ImportExtras } from '../../engine/importing/write/case-files.js';
import type { Layout } from '../../engine/report/text/text-table.js';
import type { Command, Context, FileContent } from '../command.js';
import { usageError } from '../errors.js';
import { refuseSettings, textOption } from '../options.js';
import { DELIMITERS } from '../tables/delimiters.js';

export const newCase: Command = {
  name: 'new',
  summary: 'A case and a baseline from a table of your own: CSV, Excel or Parquet, tidy or wide',
  positionals: [
    { name: 'dir', description: 'Folder to make; it must not exist or be empty, or be as this command left it' },
  ],
  options: {
    outputs: {
      description: 'Table of outputs by region, industry and year: .csv, .xlsx or .parquet',
      value: 'file',
      path: true,
    },
    regions: {
      description: 'Table of regions: population, area, perhaps gdp and coordinates',
      value: 'file',
      path: true,
    },
    links: { description: 'Table of links: from, to, km, perhaps mode and minutes', value: 'file', path: true },
    accounts: {
      description: 'Table of totals behind the outputs, such as jobs, by the same regions, industries and years',
      value: 'file',
      path: true,
    },
    account: {
      description: 'Name and unit of those totals, as in "jobs=persons" (default the file’s name)',
      value: 'name=unit',
    },
    'region-column': { description: 'Column that names the regions, by heading or number', value: 'column' },
    'industry-column': { description: 'Column that names the industries', value: 'column' },
    'year-column': { description: 'Column of the years', value: 'column' },
    'value-column': { description: 'Column of the figures', value: 'column' },
    'wide-by': {
      description: 'What stands in the headings of a wide table',
      value: 'what',
      choices: ['years', 'industries', 'regions'],
    },
    where: {
      description: 'Only rows with this content, as in --where "measure=GVA"',
      value: 'column=content',
      repeatable: true,
    },
    years: { description: 'Only these years, as in 2009:2019', value: 'from:to' },
    drop: { description: 'Leave out this region or industry, by name or code', value: 'name', repeatable: true },
    keep: {
      description: 'Keep this region or industry although it looks like a total; its parts are left out',
      value: 'name',
      repeatable: true,
    },
    rename: {
      description:
        'One name for another, as in --rename "Old=New"; two that become one may not both have a figure for a year',
      value: 'old=new',
      repeatable: true,
    },
    map: {
      description: 'Table that puts regions or industries together anew: from, to, perhaps weight',
      value: 'file',
      path: true,
    },
    missing: {
      description: 'What to do with missing figures (default: fill few, refuse many)',
      value: 'rule',
      choices: ['fill', 'zero', 'drop'],
    },
    negative: {
      description: 'What to do with figures below zero (default: few become zero, many are refused)',
      value: 'rule',
      choices: ['zero', 'refuse'],
    },
    'dry-run': {
      description: 'Show what would be read: columns, first rows, totals and how they agree; write nothing',
    },
    title: { description: 'Title of the case', value: 'text' },
    currency: { description: 'Unit of the figures, as in "million EUR"', value: 'text' },
    prices: { description: 'Price basis, as in current or "constant 2015"', value: 'text' },
    detour: {
      description: 'Length of ways over the great circle, where links are made from coordinates (default 1.3)',
      value: 'factor',
    },
    sheet: { description: 'Sheet of a workbook, by name or number', value: 'sheet' },
    'header-row': { description: 'Row of the headings, from 1', value: 'number' },
    delimiter: { description: 'What separates columns', value: 'mark', choices: Object.keys(DELIMITERS) },
    decimal: { description: 'Decimal mark', value: 'mark', choices: ['point', 'comma'] },
    encoding: { description: 'Encoding of a text that is not UTF-8, such as windows-1252 or gbk', value: 'name' },
  },
  examples: [
    ['new my-region --outputs table.csv', 'then: tandem run my-region/baseline.yaml'],
    [
      'new my-region --outputs book.xlsx --sheet GVA --currency "million EUR" --prices current',
      'a sheet of a workbook',
    ],
    ['new my-region --outputs table.csv --regions places.csv', 'with a network from the coordinates of the regions'],
    ['new my-region --outputs table.csv --industry-column nace --drop TOTAL', 'columns and totals decided'],
    [
      'new my-region --outputs gva.csv --accounts employment.csv --account jobs=persons',
      'with jobs behind the outputs, and so with productivity',
    ],
    ['new my-region --outputs table.csv --dry-run', 'what would be read; nothing is written'],
  ],
  blocking: true,
  async run(args, context) {
    refuseSettings('new', context.settings);
    const { checkCaseFolder } = await import('../output/case-folder.js');
    const { readSource } = await import('../tables/read-table.js');
    const request = await import('../tables/import-options.js');
    const importing = await import('../../engine/importing/import-case.js');
    const { sizeOf } = await import('../../engine/importing/write/case-files.js');
    const { guessText, inTellingOrder } = await import('../../engine/importing/read/guess.js');
    const { csvLines } = await import('../../engine/report/data/csv.js');
    const dir = args.positionals[0]!;
    const outputs = textOption(args, 'outputs');
    if (outputs === undefined)
      throw usageError('new: --outputs is missing', 'As in tandem new my-region --outputs table.csv.');
    const dryRun = args.options['dry-run'] === true;
    if (!dryRun) checkCaseFolder(dir);
    if (context.out !== null && resolve(context.out) === resolve(dir))
      throw usageError(
        `--out ${context.out}: is the folder of the case`,
        'Leave --out away: the case is written anyway.',
      );
    const settings = await request.readSettings(args, context);
    const table = await readSource(context.read, outputs, request.readFormat(args));
    const extras = {
      ...(await request.readExtras(args, context)),
      ...(await request.readAccounts(args, settings, context)),
    };
    const read = importing.readImport(table, settings);
    const said = read.guesses.filter(({ kind }) => kind === 'reading');
    for (const guess of said) context.inform(guessText(guess));
    const keep = dryRun ? [] : await askAbout(read.doubts, read.kept, context);
    const made = importing.importCase(read, settings, extras, keep);
    for (const guess of inTellingOrder(made.guesses)) if (!said.includes(guess)) context.inform(guessText(guess));
    const files = await accepted(made, csvLines);
    const next = () =>
      [`${dir}: ${sizeOf(made.panel)}`, ...goOn(dir, made, extras)].map((line) => `${line}\n`).join('');
    const result = {
      csv: () => csvLines(['kind', 'about', 'text', 'option'], guessRows(made)),
      json: () => asJson(made),
    };
    if (!dryRun) return { ...result, text: next, caseFolder: { dir, files: () => files } };
    const text = await preview(read, made);
    return { ...result, text, json: () => ({ ...asJson(made), columns: read.panel.columns }) };
  },
};

/** The tables of `--dry-run`. */
async function preview(read: ReadImport, made: ImportedCase): Promise<(layout: Layout) => string> {
  const { columnsTable, firstRowsTable, totalsLines } = await import('../output/import-preview.js');
  const { renderTextTable } = await import('../../engine/report/text/render-table.js');
  const { sizeOf } = await import('../../engine/importing/write/case-files.js');
  return (layout) => {
    const tables = [columnsTable(read), firstRowsTable(made)].map((each) => renderTextTable(each, layout));
    const lines = [
      `Totals: ${totalsLines(made).join('; ')}`,
      `It would become ${sizeOf(made.panel)}. Nothing was written.`,
    ];
    return [...tables, ...lines.map((line) => `${line}\n`)].join('\n');
  };
}

/** Guesses, omissions and notes of an import, a row each. */
function guessRows({ guesses, leftOut, notes }: ImportedCase): string[][] {
  return [
    ...guesses
      .filter(({ kind }) => kind === 'reading')
      .map(({ about, what, option }) => ['guess', about, what, option]),
    ...leftOut.map((each) => ['left out', '', each, '--keep']),
    ...notes.map((note) => ['note', '', note, '']),
  ];
}

function asJson({ panel, guesses, leftOut, notes }: ImportedCase) {
  const readings = guesses.filter(({ kind }) => kind === 'reading');
  return {
    regions: panel.regions,
    industries: panel.industries,
    years: panel.years,
    guesses: readings.map(({ about, what, why, howSure, option, where }) => ({
      about,
      guess: what,
      option,
      why,
      howSure,
      where,
    })),
    leftOut,
    notes,
  };
}

/** The next steps, one a line. */
function goOn(dir: string, made: ImportedCase, extras: ImportExtras): string[] {
  const open = extras.currency === undefined || extras.prices === undefined;
  return [
    ...(open ? [`Fill in what the figures are measured in: ${dir}/case.yaml`] : []),
    `Go on with: tandem run ${dir}/baseline.yaml`,
    `Try a policy: copy ${dir}/baseline.yaml, add policies (tandem policies), tandem compare the two`,
    ...(made.panel.years.length >= 4 ? [`See how well it foresees: tandem backtest ${dir}/case.yaml`] : []),
    ...(made.panel.years.length >= 3
      ? [`Fit the parameters to these years: tandem calibrate ${dir}/case.yaml --out ${dir}-fitted`]
      : []),
  ];
}

/** The files of a case as text, once the case that they make has been read without a mistake. */
async function accepted(
  made: ImportedCase,
  csvLines: typeof import('../../engine/report/data/csv.js').csvLines,
): Promise<ReadonlyMap<string, FileContent>> {
  const { parseCase } = await import('../../engine/economy/parse-case.js');
  const files = new Map<string, Uint8Array>();
  const encoder = new TextEncoder();
  for (const [name, text] of Object.entries(made.texts)) files.set(name, encoder.encode(text));
  for (const [name, { header, rows }] of Object.entries(made.tables))
    files.set(name, Buffer.concat(chunks(csvLines(header, rows))));
  parseCase((path) => {
    const bytes = files.get(path);
    if (bytes === undefined) throw Object.assign(new Error(path), { code: 'ENOENT' });
    return bytes;
  }, 'case.yaml');
  return files;
}

/** Lines joined to larger pieces of bytes. */
function chunks(lines: Iterable<string>): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let text = '';
  for (const line of lines) {
    text += line;
    if (text.length < 1 << 20) continue;
    pieces.push(Buffer.from(text));
    text = '';
  }
  return [...pieces, Buffer.from(text)];
}

/** Asks about each name that may be counted twice, where somebody is there to answer; returns the names to keep. */
async function askAbout(doubts: readonly Doubt[], kept: readonly string[], context: Context): Promise<string[]> {
  const keep: string[] = [];
  if (context.ask === null) return keep;
  for (const { axis, name, reason, drop, instead } of doubts) {
    if ([...drop, ...instead].some((each) => kept.includes(each))) continue;
    const otherwise =
      instead.length === 0
        ? 'n keeps it'
        : `n leaves out ${instead.length === 1 ? instead[0] : `its ${instead.length} parts`} instead`;
    const answer = await context.ask(`The ${axis} "${name}" is ${reason}. Leave it out? [Y/n: ${otherwise}] `);
    if (/^\s*n/i.test(answer)) keep.push(...drop);
  }
  return keep;
}
