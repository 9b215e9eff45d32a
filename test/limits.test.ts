import { describe, expect, it } from 'vitest';
import { checkFile } from '../cli/check-file.js';
import { readSource } from '../cli/tables/read-table.js';
import { LIMITS } from '../engine/files/limits.js';
import { decodeText } from '../engine/files/text.js';
import { readImport } from '../engine/importing/import-case.js';
import { type Mistake, MistakesError, mistakeLines } from '../engine/mistakes.js';
import { buildYears } from '../engine/scenario/build-years.js';

const CASE = 'title: t\ncurrency: c\nprices: p\nhigherLevelRegion: sum\noutputs: outputs.csv\n';
const HEADER = 'region,industry,year,output,status,source\n';
const rows = (regions: readonly string[], industries: readonly string[]) =>
  HEADER +
  regions
    .flatMap((r) => industries.flatMap((i) => [2010, 2011].map((y) => `${r},${i},${y},1,estimated,made\n`)))
    .join('');
const names = (word: string, count: number) => Array.from({ length: count }, (_, k) => `${word}${k}`);
const SMALL = rows(['a', 'b'], ['x', 'y']);
const LINKS = 'from,to,mode,km,minutes,status,source\na,b,rail,1,1,estimated,made\n';

async function said(files: Readonly<Record<string, string>>): Promise<string[]> {
  const read = (path: string) => {
    const text = files[path];
    if (text === undefined) throw Object.assign(new Error(), { code: 'ENOENT' });
    return new TextEncoder().encode(text);
  };
  const { mistakes } = await checkFile(read, Object.keys(files)[0]!, []);
  return mistakeLines(mistakes);
}

describe('What is larger than tandem can take', () => {
  it('is a mistake with its place: places', async () => {
    const places = names('p', LIMITS.nodes - 1).join(', ');
    const files = {
      'case.yaml': `${CASE}links: links.csv\nplaces: [${places}]\n`,
      'outputs.csv': SMALL,
      'links.csv': LINKS,
    };
    expect(await said(files)).toEqual(['case.yaml:7:9  2 regions and 4999 places; at most 5000 can be on one network']);
  });

  it('is a mistake with its place: entries of a list', async () => {
    const files = { 'case.yaml': `${CASE}places: [${'a, '.repeat(LIMITS.entries)}b]\n`, 'outputs.csv': SMALL };
    expect((await said(files))[0]).toBe('case.yaml:6:9  10001 entries; at most 10000 can stand in one list or mapping');
  });

  it('is a mistake with its place: regions and industries', async () => {
    const regions = rows(names('r', LIMITS.regions + 1), ['x']);
    expect(await said({ 'case.yaml': CASE, 'outputs.csv': regions })).toEqual([
      'outputs.csv:10002:1  more than 5000 different entries of region',
    ]);
    const both =
      HEADER +
      names('r', 1000)
        .map((r) => `${r},i,2010,1,estimated,made\n`)
        .join('') +
      names('i', 501)
        .map((i) => `r0,${i},2010,1,estimated,made\n`)
        .join('');
    expect(await said({ 'case.yaml': CASE, 'outputs.csv': both })).toEqual([
      'outputs.csv:1:1  1000 regions × 502 industries  (at most 500000 pairs of region and industry)',
    ]);
  });

  it('is a mistake with its place: outcomes, goals, futures', async () => {
    const many = names('o', LIMITS.outcomes + 1);
    const scenario = `case: case.yaml\noutcomes: { ${many.map((o) => `${o}: output()`).join(', ')} }\ngoals: { ${many.map((o) => `${o}: output() > 1`).join(', ')} }\n`;
    expect(await said({ 'mine.yaml': scenario, 'case.yaml': CASE, 'outputs.csv': SMALL })).toEqual([
      'mine.yaml:2:11  more than 100 outcomes',
      'mine.yaml:3:8  more than 100 goals',
    ]);
    const futures = names('f', LIMITS.futures + 1).map((f) => `${f}.yaml`);
    expect((await said({ 'study.yaml': `futures: [${futures.join(', ')}]\n` }))[0]).toMatch(
      /^study.yaml:1:10 {2}futures may have at most 100 entries/,
    );
  });

  it('is a mistake with its place: years of very many cells', () => {
    const reported: unknown[] = [];
    const context = {
      economy: { years: [2010, 2011], regions: names('r', 3000), industries: names('i', 40) },
      report: (what: unknown) => reported.push(what),
    };
    buildYears({ from: 2011, to: 2011 + 60 }, context as unknown as Parameters<typeof buildYears>[1]);
    expect(reported).toEqual([
      {
        path: ['years', 'to'],
        message: '61 years are too many for 3000 regions and 40 industries',
        hint: 'at most 55, so to 2065',
      },
    ]);
    buildYears({ from: 2011, to: 2031 }, context as unknown as Parameters<typeof buildYears>[1]);
    expect(reported).toHaveLength(1);
  });

  it('is a mistake with its place: columns of a table to import', async () => {
    const text = `region,industry,${names('y', LIMITS.columns).join(',')}\na,x${',1'.repeat(LIMITS.columns)}\n`;
    const source = await readSource(() => new TextEncoder().encode(text), 'wide.csv', {});
    expect(() => readImport(source, { where: [], drop: [], keep: [] })).toThrow(MistakesError);
    expect(() => readImport(source, { where: [], drop: [], keep: [] })).toThrow('5002 columns');
  });

  it('is a mistake: a file', () => {
    expect(decodeText('a.csv', new Uint8Array(LIMITS.bytes + 1)).mistakes[0]?.message).toBe(
      'the file is larger than 400 MB',
    );
  });
});

describe('Mistakes', () => {
  const mistakes = (file: string, count: number): Mistake[] =>
    Array.from({ length: count }, (_, k) => ({ file, line: k + 1, column: 1, message: 'wrong' }));

  it('are printed up to 200, and the rest counted', async () => {
    expect(mistakeLines(mistakes('a', 200))).toHaveLength(200);
    const lines = mistakeLines([...mistakes('a', 150), ...mistakes('b', 51)]);
    expect([lines.length, lines.at(-1)]).toEqual([201, 'and 1 more mistake']);
    const wrong =
      HEADER +
      names('r', 90_000)
        .map((r) => `${r},x,2010,-,-,-\n`)
        .join('')
        .replaceAll('2010,-', 'then,-');
    const said200 = await said({ 'case.yaml': CASE, 'outputs.csv': wrong });
    expect(said200.length).toBeLessThanOrEqual(201);
  });

  it('of a file that are counted are counted among all', () => {
    const counted: Mistake = {
      file: 'a',
      line: 200,
      column: 1,
      message: 'and 500 more mistakes in this file',
      more: 500,
    };
    expect(mistakeLines([...mistakes('a', 200), counted])).toHaveLength(201);
    expect(mistakeLines([...mistakes('a', 200), counted]).at(-1)).toContain('and 500 more mistakes in this file');
    expect(mistakeLines([...mistakes('a', 200), counted, ...mistakes('b', 3)]).at(-1)).toBe('and 503 more mistakes');
  });
});
