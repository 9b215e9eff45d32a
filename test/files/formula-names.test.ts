import { expect, it } from 'vitest';
import { checkFile } from '../../cli/check-file.js';
import { importCase, readImport } from '../../engine/importing/import-case.js';
import { tableOfRows } from '../../engine/importing/read/source-table.js';

const NOTE = /^Excel takes names that begin with = \+ - or @ for formulas when it opens a CSV file: /;
const NAMES = ['=HYPERLINK("http://x")', '+1', '-North', '@cmd'];

it('names that Excel takes for formulas are noted when a case is checked', async () => {
  const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
  const rows = NAMES.flatMap((r) => [2010, 2011].map((y) => `${quoted(r)},x,${y},1,estimated,made`));
  const files: Record<string, string> = {
    'case.yaml': 'title: t\ncurrency: c\nprices: p\nhigherLevelRegion: sum\noutputs: outputs.csv\n',
    'outputs.csv': `region,industry,year,output,status,source\n${rows.join('\n')}\n`,
  };
  const { notes, mistakes } = await checkFile((path) => new TextEncoder().encode(files[path]), 'case.yaml', []);
  expect(mistakes).toEqual([]);
  expect(notes.filter((note) => NOTE.test(note))).toEqual([expect.stringContaining(NAMES.join(', '))]);
});

it('and when a case is made of a table', () => {
  const rows = ['-North', 'South'].flatMap((r) => ['x', 'y'].flatMap((i) => [2010, 2011].map((y) => [r, i, y, 1 + y])));
  const settings = { where: [], drop: [], keep: [] };
  const read = readImport(tableOfRows('t.csv', [['region', 'industry', 'year', 'output'], ...rows]), settings);
  const { notes } = importCase(read, settings, { detour: 1.3 });
  expect(notes.filter((note) => note.includes('Excel'))).toEqual([expect.stringMatching(/: -North$/)]);
});
