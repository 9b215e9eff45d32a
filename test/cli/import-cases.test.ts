import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../source-files.js';
import { call } from './run-in-memory.js';

const CASES = join(ROOT, '..', 'shared', 'cases', 'import');
const present = existsSync(CASES);
if (!present) console.warn('skipped: the tables of ../shared/cases/import are not here');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Made {
  readonly code: number;
  readonly said: string;
  /** By `region|industry|year`. */
  readonly figures: Readonly<Record<string, number>>;
  readonly text: string;
}

async function made(file: string, ...options: string[]): Promise<Made> {
  const dir = join(folder, 'case');
  const { code, stderr } = await call(['new', dir, '--outputs', join(CASES, file), ...options]);
  if (code !== 0) {
    expect(existsSync(dir)).toBe(false);
    return { code, said: stderr, figures: {}, text: '' };
  }
  const rows = parse(readFileSync(join(dir, 'outputs.csv'), 'utf8'), { columns: true }) as Record<string, string>[];
  const figures = Object.fromEntries(
    rows.map((row) => [`${row.region}|${row.industry}|${row.year}`, Number(row.output)]),
  );
  return { code, said: stderr, figures, text: readFileSync(join(dir, 'case.yaml'), 'utf8') };
}

function totalOf({ figures }: Made, year: number): number {
  return Object.entries(figures).reduce((sum, [key, figure]) => (key.endsWith(`|${year}`) ? sum + figure : sum), 0);
}

/** The table of three regions, three industries and five years that most of the cases are made from. */
const BASE = 4018.6;

describe.skipIf(!present)('A published kind of table', () => {
  it.each([
    ['unitmult/mult.csv', BASE],
    ['statcan-scalar/statcan.csv', BASE],
    ['unit-by-region/unitcol.csv', BASE],
    ['unit-by-industry/g6.csv', BASE],
    ['suffix-kM/km.csv', BASE * 1000],
    ['dec-zero-comma/dc3.csv', BASE / 100],
    ['yearmark-star/wh1.csv', BASE],
    ['yearmark-wb/wb5.csv', BASE],
    ['yearmark-E/wh6.csv', BASE],
    ['names-type/g3.csv', BASE],
    ['names-source/g7.csv', BASE],
    ['dash-twins/dash.csv', BASE],
    ['zero-twins/zeros.csv', BASE],
    ['hidden-sheet/x_hidsheet.xlsx', BASE],
    ['xlsx-no-r/x_nor.xlsx', BASE],
    ['gz/base.csv.gz', BASE],
    ['msg-fullwidth/fw.csv', BASE],
    ['msg-lakh/lakh.csv', BASE * 1000],
    ['msg-currency/cur.csv', BASE],
  ])('%s adds up to what it says in 2015', async (file, total) => {
    const path = file.replace('wb5.csv', 'wh5.csv');
    const result = await made(path);
    expect(result.code, result.said).toBe(0);
    expect(Object.keys(result.figures)).toHaveLength(45);
    expect(totalOf(result, 2015)).toBeCloseTo(total, 1);
  });

  it.each([
    ['currency-by-region/g4.csv', /column "currency" has PLN, EUR.*--where "currency=PLN"/],
    ['prices-by-year/g9.csv', /column "prices" has constant 2015, current.*--where/],
    ['msg-percent/pct.csv', /"1201\.8%" is not a number, in column "output".*percentage/],
    ['excel-nocache/x_nocache.xlsx', /"=D7\*1\.02" is a formula without its result, in column "output"/],
    ['excel-nocache-all/x_nocache_all.xlsx', /is a formula without its result, in column "output"/],
    ['merged-value/x_mergeval.xlsx', /"390\.3" is one figure merged over several cells, in column "2015"/],
    ['zip/base.zip', /an archive, which is not read: it holds base\.csv/],
    ['wide-half-missing/wi2.csv', /9 of 45 figures are missing/],
  ])('%s is refused with words that help', async (file, message) => {
    const { code, said } = await made(file);
    expect(code).toBe(2);
    expect(said).toMatch(message);
  });

  it('has its own right value', async () => {
    const check = async (file: string, year: number, total: number, words: RegExp, ...options: string[]) => {
      const result = await made(file, ...options);
      expect(result.code, `${file}: ${result.said}`).toBe(0);
      expect(totalOf(result, year), file).toBeCloseTo(total, 1);
      expect(result.said, file).toMatch(words);
      rmSync(join(folder, 'case'), { recursive: true });
      return result;
    };
    await check('suffix-mio-mrd/mio.csv', 2015, 4_016_800_000, /a comma/);
    await check('thousand_points/de_thousand_points.csv', 2010, 71_362, /points always stand before three digits/);
    await check('thousand_points/with_million.csv', 2010, 2_000_312, /1\.125\.000/);
    await check('footnoted_year/table.csv', 2022, 133_057, /2017 1\/, 2019 \(p\), 2020\*, 2021r, 2022 2\)/);
    await check('dup-suffix/dupyear.csv', 2017, 4199.2, /not read: "2017\.1"/);
    await check('share_columns/table.csv', 2022, 215_320.76, /not read: "第一产业占比"/);
    await check('share_columns/english.csv', 2018, 10_200, /not read: .*"Population"/);
    await check('sector_called_industry/shares.csv', 2010, 300, /look like shares/);
    await check('shares/shares.csv', 2016, 300, /look like shares/);
    await check('padded_names/cn.csv', 2015, 13_777.6, /"北京".* are one/);
    await check('industry-date/x_inddate.xlsx', 2015, BASE, /"2024-12-10" is a date/);
    await check('one-region/oneregion.csv', 2015, 1592.1, /Guessed, regions: column "region"/);
    for (const file of ['with_total', 'no_total', 'only_total'])
      await check(`region_groups/${file}.csv`, 2018, 912_609.92, /Left out: .*(?:东部地区|全国)/);
    await check('suppressed_with_totals/table.csv', 2010, 7500, /6 missing figures filled from published totals/);
    await check('suppressed-zero/qcew.csv', 2015, 160_744_000, /2 figures of 0 beside a flag/);
    await check('excel-error/x_ref.xlsx', 2015, BASE, /"#REF!"/);
    await check('eurostat_tsv/nama.tsv', 2008, 407_126, /taken apart at commas/);
    await check('sheets_as_industries/sidra.xlsx', 2015, 140_000, /Agropecuária, Indústria, Serviços/);
    await check('abs_timeseries/abs.xlsx', 2010, 2232, /taken apart at semicolons/);
    const places = join(CASES, 'value_added_28', 'eu_places.csv');
    const { text } = await check('value_added_28/estat_labels.csv', 2008, 407_132.87, /Left out/, '--regions', places);
    expect(text).toContain('valueAddedShare: 100%');
    const areas = join(CASES, 'area-ha', 'pl3.csv');
    await check('area-ha/base.csv', 2015, BASE, /× 0\.01 to km²/, '--regions', areas);
  }, 120_000);
});

describe.skipIf(!present)('A published kind of scenario', () => {
  const check = async (file: string, command = 'check') => (await call([command, join(CASES, file)])).stderr;

  it('with names in another form of Unicode is read', async () => {
    for (const file of ['s1', 's2', 's5']) expect(await check(`nfd-yaml/${file}.yaml`)).not.toContain('unknown region');
  });

  it('with a code that is no text is told to quote it', async () => {
    expect(await check('code-number/a.yaml')).toContain('(write "010" in quotes)');
    expect(await check('code-number/c.yaml')).toContain('(write "08" in quotes)');
  });

  it('with goals that begin with "not" holds what comes after it whole', async () => {
    const file = join(CASES, 'not-precedence/ng.yaml');
    const { code, stdout, stderr } = await call(['montecarlo', file, '--draws', '20']);
    expect(code, stderr).toBe(0);
    expect(stdout.replace(/\s+/g, ' ')).toContain('small all (all), small2 all (all), small3 all (all), chain none');
  }, 60_000);

  it('without a deflator names the prices of its tables, never those of a year', async () => {
    const { stdout } = await call(['run', join(CASES, 'not-precedence/ng.yaml')]);
    expect(stdout).toContain('(unit of output, prices as in the table)');
    const filled = join(CASES, 'backtest_scores_filled/baseline.yaml');
    const current = await call(['run', filled, '--set', 'years.to=2022']);
    expect(current.code, current.stderr).toBe(0);
    expect(current.stdout).toContain('current prices');
    expect(current.stdout).not.toMatch(/prices of \d|\d prices/);
  }, 60_000);

  it('with a year that was filled in is not scored in it', async () => {
    const file = join(CASES, 'backtest_scores_filled/case.yaml');
    const options = ['--origin', '2018', '--draws', '0', '--no-channels'];
    const { code, stdout } = await call(['backtest', file, ...options]);
    expect(code).toBe(0);
    expect(stdout).toContain('171 figures that were filled in');
    const [, error] = /^tandem .* (\d+\.\d+)$/m.exec(stdout) ?? [];
    expect(Number(error)).toBeGreaterThan(5);
    expect(Number(error)).toBeLessThan(6.5);
  }, 60_000);

  it('with a policy after its last year is told so by check, plan and run', async () => {
    for (const command of ['check', 'plan', 'run'])
      expect(await check('late-policy/late.yaml', command)).toContain('never acts, as it begins after 2022');
  });
});
