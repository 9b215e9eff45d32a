import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../cli/commands/index.js';
import { ROOT } from '../source-files.js';
import { GALLERY, indexPage, linksOf } from './gallery.mjs';

describe('The gallery of reports (npm run gallery)', () => {
  it('asks for reports of commands and files that there are, each in a folder of its own', () => {
    const reports = GALLERY.flatMap(({ id, reports: own }) =>
      own.map((report) => ({ ...report, path: `${id}/${report.id}` })),
    );
    expect(new Set(reports.map(({ path }) => path)).size).toBe(reports.length);
    for (const { argv } of reports) {
      expect(COMMANDS.map(({ name }) => name)).toContain(argv[0]);
      for (const file of argv.filter((word) => word.startsWith('scenarios/')))
        expect(existsSync(join(ROOT, file)), file).toBe(true);
    }
    const asked = new Set(reports.map(({ argv }) => argv[0]));
    for (const name of ['run', 'compare', 'montecarlo', 'sensitivity', 'optimise', 'validate', 'backtest', 'explore'])
      expect(asked).toContain(name);
  });

  it('has an index whose links are relative and lead to the files of the reports, everything else being text', () => {
    const hostile = '<script>alert("1")</script>';
    const files = ['manifest.json', 'report.html', 'results.xlsx', 'summary.json'];
    const links = linksOf('compare', files);
    const entry = { folder: 'case/compare', title: hostile, answer: hostile, command: `tandem ${hostile}`, links };
    const page = indexPage(
      [{ id: 'case', title: 'A case', about: hostile, map: 'case/map.svg', entries: [entry] }],
      '',
      '1.0',
    );
    const addresses = [...page.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address!);
    expect(addresses).toEqual([
      'case/map.svg',
      'case/compare/report.html',
      'case/compare/report.html',
      'case/compare/results.xlsx',
      'case/compare/summary.json',
    ]);
    expect(page).not.toContain('<script');
    expect(page).not.toMatch(/https?:/);
  });

  it('links to the tables as text where a command draws no page', () => {
    expect(linksOf('indicators', ['indicators.txt', 'indicators.csv', 'results.xlsx'])).toEqual([
      ['indicators.txt', 'Tables'],
      ['results.xlsx', 'Excel'],
    ]);
    expect(linksOf('run', ['report.html', 'run.txt'])).toEqual([['report.html', 'Report']]);
  });
});
