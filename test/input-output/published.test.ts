import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainCompleteness, chainSides, complementarity } from '../../engine/input-output/chain.js';
import { technicalCoefficients } from '../../engine/input-output/coefficients.js';
import { regionalCoefficients } from '../../engine/input-output/flegg.js';
import { leontiefInverse } from '../../engine/input-output/linkages.js';
import { linkages } from '../../engine/input-output/multipliers.js';
import { nationalTable, regionalTable } from '../../engine/input-output/regional-table.js';
import { columnSums } from '../../engine/statistics/cells.js';
import { ROOT } from '../source-files.js';

/** Domestic flows and output of Germany 1995, million euro: Eurostat Manual of Supply, Use and Input-Output Tables (Beutel 2008), table 15.4. */
const GERMANY = {
  flows: [
    [1131, 25480, 1, 607, 710, 762],
    [7930, 304584, 64167, 41082, 11981, 30360],
    [426, 7334, 3875, 5296, 23457, 9155],
    [3559, 72717, 14190, 74399, 10835, 21008],
    [3637, 96115, 31027, 65755, 193176, 34223],
    [1552, 14986, 1747, 11225, 15058, 22070],
  ],
  output: [43910, 1079446, 245606, 540063, 692487, 508918],
};

/** A 3 × 3 example of Flegg's location quotient: national coefficients and outputs, and a region's outputs. */
const FLEGG = {
  coefficients: new Float64Array([0.15, 0.25, 0.05, 0.2, 0.05, 0.4, 0.3, 0.25, 0.05]),
  nation: [1000, 2000, 1000],
  region: [150, 150, 100],
};

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function ofFlows(flows: readonly number[], output: readonly number[]) {
  return linkages(nationalTable({ flows: new Float64Array(flows), output: new Float64Array(output) }));
}

function regional(delta: number): Float64Array {
  const { coefficients, nation, region } = FLEGG;
  const locationQuotients = region.map((q, i) => q / total(region) / (nation[i]! / total(nation)));
  return regionalCoefficients({ coefficients, locationQuotients, size: total(region) / total(nation), delta });
}

function multipliers(coefficients: Float64Array): readonly number[] {
  return [...columnSums(leontiefInverse(coefficients, 3)!, 3)];
}

describe('Input–output multipliers', () => {
  it('are those of Miller and Blair’s two-industry economy', () => {
    const found = ofFlows([150, 500, 200, 100], [1000, 2000])!;
    expect(found[0]!.multiplier).toBeCloseTo(1.518152, 6);
    expect(found[1]!.multiplier).toBeCloseTo(1.452145, 6);
  });

  it('are those published for six sectors of Germany', () => {
    const found = ofFlows(GERMANY.flows.flat(), GERMANY.output)!;
    const published = [1.7048, 1.8413, 1.8136, 1.6035, 1.5951, 1.3782];
    found.forEach((industry, i) => {
      expect(industry!.multiplier).toBeCloseTo(published[i]!, 4);
      expect(industry!.backward).toBeCloseTo(industry!.multiplier / (total(published) / 6), 4);
    });
  });

  it('are 1 everywhere, and no industry is key, where nobody buys from anybody', () => {
    const found = ofFlows(Array(9).fill(0), [1, 2, 3])!;
    expect(found.map((each) => [each!.multiplier, each!.backward, each!.forward, each!.key])).toEqual(
      Array.from({ length: 3 }, () => [1, 1, 1, false]),
    );
  });

  it('do not exist where an industry needs more than it makes', () => {
    expect(ofFlows([120], [100])).toBeNull();
    expect(leontiefInverse(new Float64Array([0.5, 0.9, 0.9, 0.5]), 2)).toBeNull();
  });

  it('leave out an industry without output', () => {
    const found = ofFlows([150, 500, 0, 200, 100, 0, 0, 0, 0], [1000, 2000, 0])!;
    expect(found[2]).toBeNull();
    expect(found[0]!.multiplier).toBeCloseTo(1.518152, 6);
    expect(found[0]!.backward + found[1]!.backward).toBeCloseTo(2, 12);
  });
});

describe('Regional coefficients by Flegg’s location quotient', () => {
  it('are those of the worked example', () => {
    const expected = [0.124073, 0.25, 0.041358, 0.055143, 0.020679, 0.16543, 0.110287, 0.183812, 0.027572];
    regional(0.3).forEach((coefficient, at) => {
      expect(coefficient).toBeCloseTo(expected[at]!, 6);
    });
    const sums = multipliers(regional(0.3));
    [1.417049, 1.639536, 1.36754].forEach((expectedSum, j) => {
      expect(sums[j]).toBeCloseTo(expectedSum, 6);
    });
  });

  it('are the cross-industry quotient’s where size plays no part', () => {
    const sums = multipliers(regional(0));
    [1.825543, 1.973356, 1.771878].forEach((expectedSum, j) => {
      expect(sums[j]).toBeCloseTo(expectedSum, 6);
    });
  });

  it('are taken from a table of flows and outputs alone', () => {
    const { coefficients, nation, region } = FLEGG;
    const flows = coefficients.map((a, at) => a * nation[at % 3]!);
    const table = { flows, output: new Float64Array(nation), valueAdded: [null, null, null], size: 0.2, delta: 0.3 };
    const found = regionalTable(table, region, total(region) / total(nation) / 0.2);
    regional(0.3).forEach((coefficient, at) => {
      expect(found.coefficients[at]).toBeCloseTo(coefficient, 12);
      // What i sells to j of a unit of its output is what j buys from it, over its output.
      const [supplier, user] = [region[Math.floor(at / 3)]!, region[at % 3]!];
      expect(found.allocation[at]! * supplier).toBeCloseTo(coefficient * user, 12);
    });
  });

  it('are the nation’s own for the nation, and never above them', () => {
    const { coefficients } = FLEGG;
    expect([...regionalCoefficients({ coefficients, locationQuotients: [1, 1, 1], size: 1, delta: 0.3 })]).toEqual([
      ...coefficients,
    ]);
    regional(0.3).forEach((coefficient, at) => {
      expect(coefficient).toBeLessThanOrEqual(coefficients[at]!);
    });
  });
});

describe('Complementarity', () => {
  const n = 4;
  const economy = fc.record({
    coefficients: fc.array(fc.double({ min: 0, max: 0.2, noNaN: true }), { minLength: n * n, maxLength: n * n }),
    sold: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: n, maxLength: n }),
    a: fc.array(fc.double({ min: 1, max: 100, noNaN: true }), { minLength: n, maxLength: n }),
    b: fc.array(fc.double({ min: 1, max: 100, noNaN: true }), { minLength: n, maxLength: n }),
  });
  const sidesOf = (output: readonly number[], { coefficients, sold }: { coefficients: number[]; sold: number[] }) =>
    chainSides(output, new Float64Array(coefficients), sold);

  it('is symmetric, between 0 and 1, and what two regions close of their chains by being together', () => {
    fc.assert(
      fc.property(economy, (made) => {
        const [a, b] = [sidesOf(made.a, made), sidesOf(made.b, made)];
        const found = complementarity(a, b);
        fc.pre(found !== null);
        expect(found).toBe(complementarity(b, a));
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThanOrEqual(1);
        const need = (sides: typeof a) => total([...sides.demand]);
        const apart = (chainCompleteness([a])! * need(a) + chainCompleteness([b])! * need(b)) / (need(a) + need(b));
        expect(chainCompleteness([a, b])! - apart).toBeCloseTo(found!, 10);
      }),
    );
  });

  it('is 0 for proportional regions', () => {
    fc.assert(
      fc.property(economy, fc.double({ min: 0.01, max: 100, noNaN: true }), (made, factor) => {
        const twin = sidesOf(
          made.a.map((q) => q * factor),
          made,
        );
        expect(complementarity(sidesOf(made.a, made), twin) ?? 0).toBeCloseTo(0, 12);
      }),
    );
  });
});

const TABLE = join(ROOT, '../shared/data/china-2007-io-38.csv');

describe.skipIf(!existsSync(TABLE))('China’s table of 2007 (skipped without ../shared)', () => {
  it('sells to industry no more than it makes, and has multipliers between 1 and 5', () => {
    const rows = (name: string) =>
      readFileSync(join(ROOT, `../shared/data/${name}`), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.match(/("[^"]*"|[^,]*)(?:,|$)/g)!.map((cell) => cell.replace(/,$/, '').replace(/"/g, '')));
    const totals = rows('china-2007-io-38-totals.csv');
    const industries = totals.map(([industry]) => industry!);
    const output = totals.map((row) => Number(row[1]));
    const flows = new Float64Array(38 * 38);
    for (const [supplier, user, flow] of rows('china-2007-io-38.csv')) {
      flows[industries.indexOf(supplier!) * 38 + industries.indexOf(user!)] = Number(flow);
    }
    const coefficients = technicalCoefficients(flows, output);
    columnSums(coefficients, 38).forEach((sum) => {
      expect(sum).toBeLessThan(1);
    });
    ofFlows([...flows], output)!.forEach((industry) => {
      expect(industry!.multiplier).toBeGreaterThan(1);
      expect(industry!.multiplier).toBeLessThan(5);
    });
  });
});
