import { describe, expect, test } from 'vitest';
import { stage } from '../../engine/indicators/stage.js';
import { outputRows } from '../../engine/reconstruct/tables/output-rows.js';
import { reconstructedTable } from '../../engine/report/case/reconstruction-tables.js';
import { csvTable } from '../../engine/report/data/columns.js';
import { bundledTable, type CommittedTable, committedTable, FOLDER, PUBLISHED, readBundled } from './bundled.js';

const CLOSE = 1e-9;

function growth(table: CommittedTable, region: string | null, industry: string): number {
  return (table.output(region, industry, 2011) / table.output(region, industry, 2005)) ** (1 / 6) - 1;
}

function similarity(table: CommittedTable, year: number): number {
  const a = table.industries.map((industry) => table.output('Changchun', industry, year));
  const b = table.industries.map((industry) => table.output('Jilin', industry, year));
  const product = (x: readonly number[], y: readonly number[]) => x.reduce((sum, value, i) => sum + value * y[i]!, 0);
  return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
}

function relative(value: number, target: number): number {
  return Math.abs(value / target - 1);
}

describe.each([
  ['indicators', 'outputs.csv'],
  ['shares', 'outputs-shares.csv'],
  ['later', 'outputs-later.csv'],
])('the table %s', (name, file) => {
  const table = committedTable(file);

  test('is what the targets file makes, byte for byte', () => {
    const { targets, reconstruction, file: named } = bundledTable(name);
    expect(named).toBe(`${FOLDER}/${file}`);
    const text = [...csvTable(reconstructedTable(outputRows(targets, reconstruction)))].join('');
    expect(text).toBe(new TextDecoder().decode(readBundled(`${FOLDER}/${file}`)));
  });

  test('has 9 prefectures, 39 divisions, every cell 0 or more, and a 0 in both years or in none', () => {
    expect(table.regions).toHaveLength(9);
    expect(table.industries).toHaveLength(39);
    let zeros = 0;
    for (const region of table.regions) {
      for (const industry of table.industries) {
        const outputs = [2005, 2011].map((year) => table.output(region, industry, year));
        for (const output of outputs) expect(output).toBeGreaterThanOrEqual(0);
        expect(outputs[0] === 0).toBe(outputs[1] === 0);
        if (outputs[0] === 0) zeros += 1;
      }
    }
    expect(zeros).toBe(6);
  });

  test('gives every location quotient and agglomeration index of Tables 1 and 2, and so their stages', () => {
    for (const [region, industries] of Object.entries(PUBLISHED)) {
      for (const [industry, quotient, index, expected] of industries) {
        const inRegion = table.output(region, industry, 2011) / table.output(region, null, 2011);
        const inProvince = table.output(null, industry, 2011) / table.output(null, null, 2011);
        expect(relative(inRegion / inProvince, quotient)).toBeLessThan(CLOSE);
        const own = growth(table, region, industry);
        const reference = growth(table, null, industry);
        expect(reference).toBeGreaterThan(0);
        expect(relative(own / reference, index)).toBeLessThan(CLOSE);
        expect(stage(inRegion / inProvince, own, reference)).toBe(expected);
      }
    }
  });

  test('gives 96.59 % and 2.30 % of transport equipment, the similarity of 2005, and the sizes assumed', () => {
    const part = (region: string) =>
      table.output(region, 'Transport equipment', 2011) / table.output(null, 'Transport equipment', 2011);
    expect(relative(part('Changchun'), 0.9659)).toBeLessThan(CLOSE);
    expect(relative(part('Jilin'), 0.023)).toBeLessThan(CLOSE);
    expect(relative(similarity(table, 2005), 0.47093)).toBeLessThan(CLOSE);
    expect(relative(table.output('Jilin', null, 2011), 0.16 * 16900)).toBeLessThan(CLOSE);
    expect(relative(table.output(null, null, 2005), 3800)).toBeLessThan(CLOSE);
  });

  test('gives every exact figure of the targets file in its own report too', () => {
    const { reconstruction } = bundledTable(name);
    expect(reconstruction.feasible).toBe(true);
    expect(reconstruction.contradiction).toBeNull();
    const exact = reconstruction.figures.filter((figure) => figure.use === 'exact');
    expect(exact.length).toBeGreaterThanOrEqual(45);
    for (const figure of exact) expect(Math.abs(figure.relative)).toBeLessThan(1e-12);
  });
});

test('the table indicators gives the similarity of 2011; transport is then far from 73.8 % of Changchun', () => {
  const table = committedTable('outputs.csv');
  expect(relative(similarity(table, 2011), 0.631799)).toBeLessThan(CLOSE);
  const share = table.output('Changchun', 'Transport equipment', 2011) / table.output('Changchun', null, 2011);
  expect(share).toBeCloseTo(0.278, 3);
});

test('the table shares gives 73.8 % and comes near to 52.13 %; the similarity of 2011 is then far from published', () => {
  const table = committedTable('outputs-shares.csv');
  const share = (region: string, industries: readonly string[]) =>
    industries.reduce((sum, industry) => sum + table.output(region, industry, 2011), 0) /
    table.output(region, null, 2011);
  expect(relative(share('Changchun', ['Transport equipment']), 0.738)).toBeLessThan(CLOSE);
  const three = ['Chemical materials and products', 'Non-metallic mineral products', 'Ferrous metal smelting'];
  expect(share('Jilin', three)).toBeCloseTo(0.51, 2);
  expect(similarity(table, 2011)).toBeCloseTo(0.145, 3);
});

test('the table later gives the shares published for 2017; the similarity of 2011 is then a quarter of what was published', () => {
  const table = committedTable('outputs-later.csv');
  const share = (industry: string) => table.output('Changchun', industry, 2011) / table.output('Changchun', null, 2011);
  expect(relative(share('Transport equipment'), 0.655)).toBeLessThan(CLOSE);
  expect(relative(share('Agro-food processing'), 0.131)).toBeLessThan(CLOSE);
  expect(similarity(table, 2011)).toBeCloseTo(0.154, 3);
});

test('cells that published figures name are derived, and all others estimated', () => {
  const { targets, reconstruction } = bundledTable('indicators');
  const rows = outputRows(targets, reconstruction);
  const derived = rows.filter((row) => row[4] === 'derived');
  // 19 cells with an index of both years, and transport equipment of Jilin city in 2011.
  expect(derived).toHaveLength(39);
  expect(rows.find((row) => row[0] === 'Changchun' && row[1] === 'Transport equipment')?.[5]).toContain('Table 1');
  expect(rows.find((row) => row[0] === 'Siping')?.[4]).toBe('estimated');
  for (const row of rows) expect(row[5]).not.toBe('');
});
