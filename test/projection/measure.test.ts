import { describe, expect, it } from 'vitest';
import { AGGLOMERATION_STATUSES, agglomerationIndex } from '../../engine/indicators/agglomeration-index.js';
import { averageGrowth } from '../../engine/indicators/average-growth.js';
import { coreConcentration } from '../../engine/indicators/core-concentration.js';
import { interpolateOutput } from '../../engine/indicators/interpolate-output.js';
import { krugman } from '../../engine/indicators/krugman.js';
import { LOCATION_QUOTIENT_STATUSES, locationQuotient } from '../../engine/indicators/location-quotient.js';
import { overlapQuality } from '../../engine/indicators/overlap-quality.js';
import { similarity } from '../../engine/indicators/similarity.js';
import { COUNTED_STAGES, STAGES, stage } from '../../engine/indicators/stage.js';
import { theil } from '../../engine/indicators/theil.js';
import { pairChanges, pairsOfYear, UNCHANGED_PAIRS } from '../../engine/projection/between.js';
import { measure, valueOrNull } from '../../engine/projection/measure.js';
import { allValues } from '../../engine/projection/measure-pairs.js';
import type { Plan, Projection } from '../../engine/projection/plan.js';
import { sum } from '../../engine/statistics/sum.js';
import { channelSetup, createChannels } from './equation/channels.js';
import { computeChannels } from './equation/compute-channels.js';

const R = 3;
const I = 4;
const BASE = 2010;
const YEARS = 5;

/** Observed output in 2006 and 2010; every region × four industries. The last industry is new in C, gone from B, and never in A. */
const OBSERVED_2006 = [100, 50, 25, 0, 40, 80, 20, 30, 10, 10, 60, 0];
const OBSERVED_2010 = [200, 40, 25, 0, 50, 90, 20, 0, 20, 5, 90, 12];

function floats(values: readonly number[]): Float64Array {
  return Float64Array.from(values);
}

/** Repeats a table for every year. */
function everyYear(table: readonly number[]): Float64Array {
  return floats(Array.from({ length: YEARS }, () => table).flat());
}

const DISTANCE = [10, 100, 200, 100, 12, 150, 200, 150, 8];
const BARRIER = [0, 0.5, 0.2, 0.5, 0, 0.4, 0.2, 0.4, 0];

function plan(changes: Partial<Plan> = {}): Plan {
  return {
    years: Array.from({ length: YEARS }, (_, y) => BASE + y),
    regions: ['A', 'B', 'C'],
    industries: ['cars', 'food', 'chemicals', 'fibres'],
    window: 3,
    tieExponent: 2,
    parameters: {
      localisation: 0.04,
      marketAccess: 0.15,
      distanceDecay: 1.5,
      rivalry: 0.3,
      displacement: 0.35,
      persistence: 0.8,
      shrinkage: 0.25,
      adjustment: 0.25,
      outputPassThrough: 0.5,
      supplierAccess: 0,
      customerAccess: 0,
      land: 0.8,
      response: { formative: 1, growing: 1, mature: 1, recession: 1 },
    },
    history: { years: [2006, BASE], output: [floats(OBSERVED_2006), floats(OBSERVED_2010)], higherLevel: null },
    higherLevel: null,
    inputOutput: null,
    travelTime: null,
    accounts: [],
    initial: {
      output: floats(OBSERVED_2010),
      gdp: floats([300, 200, 100]),
      population: floats([30, 20, 40]),
      internalDistance: floats([10, 12, 8]),
      differential: new Float64Array(R * I),
    },
    trend: new Float64Array(YEARS * I),
    reference: { distance: floats(DISTANCE), barrier: floats(BARRIER) },
    levers: {
      push: new Float64Array(YEARS * R * I),
      spill: new Float64Array(YEARS * R * I),
      between: UNCHANGED_PAIRS,
      land: new Float64Array(YEARS * R).fill(1),
      shock: null,
    },
    cost: new Float64Array(YEARS),
    ...changes,
  };
}

/** A projection whose cells grow at rates of their own, so that no two are alike. */
function projection(changes: Partial<Plan> = {}, years = YEARS): Projection {
  const output = Array.from({ length: years }, (_, y) =>
    OBSERVED_2010.map((q, cell) => q * (1 + 0.02 * cell) ** y),
  ).flat();
  const reference = Array.from({ length: years }, (_, y) => OBSERVED_2010.map((q) => q * 1.05 ** y)).flat();
  const plan_ = plan(changes);
  return { plan: plan_, output: floats(output), reference: floats(reference), higherLevel: plan_.higherLevel };
}

function cellsOf(p: Projection, y: number): number[] {
  return [...p.output.subarray(y * R * I, (y + 1) * R * I)];
}

function regionOf(cells: readonly number[], r: number): number[] {
  return cells.slice(r * I, (r + 1) * I);
}

function industryTotals(cells: readonly number[]): number[] {
  return Array.from({ length: I }, (_, i) => sum(cells.filter((_, cell) => cell % I === i)));
}

/** The output a year looks back at, as the definition has it; null where nothing is observed. */
function lookBack(p: Projection, y: number): number[] | null {
  const year = BASE + y - p.plan.window;
  if (year >= BASE) return cellsOf(p, year - BASE);
  if (year < 2006) return null;
  return OBSERVED_2006.map((q, cell) => interpolateOutput(q, OBSERVED_2010[cell]!, (year - 2006) / 4));
}

function expectSame(found: number, expected: number | null): void {
  if (expected === null) expect(found).toBeNaN();
  else expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(expected)));
}

const given = projection();
const measures = measure(given);

describe('Measuring a projection', () => {
  it('gives every cell of every year the location quotient of its outputs', () => {
    for (let y = 0; y < YEARS; y++) {
      const cells = cellsOf(given, y);
      const totals = industryTotals(cells);
      cells.forEach((q, cell) => {
        const at = y * R * I + cell;
        const total = sum(regionOf(cells, Math.floor(cell / I)));
        const { value, status } = locationQuotient(q, total, totals[cell % I]!, sum(totals));
        expectSame(measures.locationQuotient[at]!, value);
        expect(LOCATION_QUOTIENT_STATUSES[measures.locationQuotientStatus[at]!]).toBe(status);
      });
    }
  });

  it('gives every cell the agglomeration index and stage of its growth over the window, observed and projected', () => {
    for (let y = 0; y < YEARS; y++) {
      const cells = cellsOf(given, y);
      const totals = industryTotals(cells);
      const past = lookBack(given, y)!;
      cells.forEach((q, cell) => {
        const at = y * R * I + cell;
        const growth = averageGrowth(past[cell]!, q, 3);
        const common = averageGrowth(industryTotals(past)[cell % I]!, totals[cell % I]!, 3);
        const { value, status } = agglomerationIndex(growth, common);
        expectSame(measures.agglomerationIndex[at]!, value);
        expect(AGGLOMERATION_STATUSES[measures.agglomerationStatus[at]!]).toBe(status);
        expect(STAGES[measures.stage[at]!]).toBe(stage(valueOrNull(measures.locationQuotient[at]!), growth, common));
      });
    }
  });

  it('looks back over a window that ends between two observed years', () => {
    // Cars in A from 100 to 200 in four years; the year 2007 lies a quarter of the way.
    const then = 100 * 2 ** 0.25;
    const all = then + 40 * 1.25 ** 0.25 + 10 * 2 ** 0.25;
    const expected = ((200 / then) ** (1 / 3) - 1) / ((270 / all) ** (1 / 3) - 1);
    expect(measures.agglomerationIndex[0]).toBeCloseTo(expected, 12);
    expect(STAGES[measures.stage[0]!]).toBe('growing');
  });

  it('names what is new, gone, shrinking and never there', () => {
    const status = (r: number, i: number) => AGGLOMERATION_STATUSES[measures.agglomerationStatus[r * I + i]!];
    expect(status(0, 3)).toBe('absent');
    expect(status(1, 3)).toBe('absent');
    expect(status(0, 1)).toBe('reference-declining');
    expect(status(0, 0)).toBe('defined');
    // Interpolated on a straight line, fibres in C are there in 2007 already.
    expect(status(2, 3)).toBe('reference-declining');
    const whole = measure(projection({ window: 4 }));
    expect(AGGLOMERATION_STATUSES[whole.agglomerationStatus[2 * I + 3]!]).toBe('new-entry');
    expect(STAGES[whole.stage[2 * I + 3]!]).toBe('growing');
  });

  it('has neither index nor stage where the window reaches before the first observed year', () => {
    const long = measure(projection({ window: 5 }));
    for (let cell = 0; cell < R * I; cell++) {
      expect(AGGLOMERATION_STATUSES[long.agglomerationStatus[cell]!]).toBe('no-history');
      expect(long.agglomerationIndex[cell]).toBeNaN();
      expect(long.stage[cell]).toBe(0);
    }
    expect(AGGLOMERATION_STATUSES[long.agglomerationStatus[R * I]!]).toBe('defined');
    expect([...long.stageCount.slice(0, 4 * R)].every((count) => count === 0)).toBe(true);
  });

  it('measures against the higher-level region where it is an explicit series', () => {
    const province = [1000, 400, 300, 0];
    const series = floats(Array.from({ length: YEARS }, (_, y) => province.map((q) => q * 1.1 ** y)).flat());
    const past = floats([500, 400, 300, 50]);
    const explicit = measure(
      projection({
        window: 4,
        higherLevel: series,
        history: {
          years: [2006, BASE],
          output: [floats(OBSERVED_2006), floats(OBSERVED_2010)],
          higherLevel: [past, floats(province)],
        },
      }),
    );
    expect(explicit.locationQuotient[0]).toBeCloseTo(200 / 265 / (1000 / 1700), 12);
    // Cars doubled in A and in the province alike.
    expect(explicit.agglomerationIndex[0]).toBeCloseTo(1, 12);
    expect(STAGES[explicit.stage[0]!]).toBe('growing');
    expect(AGGLOMERATION_STATUSES[explicit.agglomerationStatus[1]!]).toBe('reference-flat');
    expect(explicit.agglomerationIndex[1]).toBeNaN();
    expect(LOCATION_QUOTIENT_STATUSES[explicit.locationQuotientStatus[2 * I + 3]!]).toBe('reference-absent');
    expect(LOCATION_QUOTIENT_STATUSES[explicit.locationQuotientStatus[3]!]).toBe('industry-absent');
    // Four years on the window lies in the projection, where the province grew by 10 % a year.
    const last = (YEARS - 1) * R * I;
    expect(explicit.agglomerationIndex[last + 5]).toBeCloseTo(0.1 / 0.1, 10);
    expect(explicit.agglomerationIndex[last + 4]).toBeCloseTo(0.08 / 0.1, 10);
  });

  it('gives every pair its similarity, difference and quality of overlap, in both directions', () => {
    for (let y = 0; y < YEARS; y++) {
      const cells = cellsOf(given, y);
      for (let r = 0; r < R; r++) {
        for (let s = 0; s < R; s++) {
          const at = (y * R + r) * R + s;
          const [a, b] = [regionOf(cells, r), regionOf(cells, s)];
          expectSame(measures.similarity.at(at)!, similarity(a, b));
          expectSame(measures.krugman.at(at)!, krugman(a, b));
          expectSame(measures.overlapQuality!.at(at)!, overlapQuality(a, b, BARRIER[r * R + s]!));
        }
        expect(measures.similarity.at((y * R + r) * R + r)).toBe(1);
      }
    }
  });

  it('gives every pair the tie of its base-year product and population, moved with output', () => {
    expect(measures.tie!.at(1)).toBeCloseTo((Math.sqrt(300 * 30) * Math.sqrt(200 * 20)) / 100 ** 2, 12);
    expect(measures.tie!.at(0)).toBeNaN();
    const total = (y: number, r: number) => sum(regionOf(cellsOf(given, y), r));
    const all = (y: number) => sum(cellsOf(given, y));
    const product = (gdp: number, r: number) => gdp * Math.sqrt((total(4, r) / total(0, r)) * (all(4) / all(0)));
    const expected = Math.sqrt(product(300, 0) * 30 * product(100, 2) * 40) / 200 ** 2;
    expect(measures.tie!.at(4 * R * R + 2)).toBeCloseTo(expected, 12);
    expect(measures.tie!.at(4 * R * R + 6)).toBeCloseTo(expected, 12);
  });

  it('takes distance and barrier from the row of the year', () => {
    const shorter = everyYear(DISTANCE);
    shorter[R * R + 1] = 50;
    const between = pairChanges(
      { distance: floats(DISTANCE), barrier: floats(BARRIER) },
      { distance: shorter, barrier: everyYear(BARRIER) },
    );
    const moved = measure(projection({ levers: { ...plan().levers, between } }));
    expect(moved.tie!.at(1)).toBe(measures.tie!.at(1));
    expect(moved.tie!.at(R * R + 1)).toBeCloseTo(4 * measures.tie!.at(R * R + 1)!, 12);
    expect(moved.tieShare!.at(R * R + 1)!).toBeGreaterThan(measures.tieShare!.at(R * R + 1)!);
    expect(moved.marketAccess!.at(R)!).toBeGreaterThan(measures.marketAccess!.at(R)!);
  });

  it('agrees with what the growth equation reads', () => {
    const setup = channelSetup(given.plan);
    const channels = createChannels(setup);
    for (let y = 0; y < YEARS; y++) {
      computeChannels(channels, setup, { output: given.output, higherLevel: null }, y, pairsOfYear(given.plan, y));
      for (let r = 0; r < R; r++) {
        expectSame(Math.log(measures.marketAccess!.at(y * R + r)!), channels.logAccess[r]!);
        expectSame(measures.regionOutput[y * R + r]!, channels.regionTotal[r]!);
        for (let s = 0; s < R; s++) {
          expectSame(measures.tieShare!.at((y * R + r) * R + s)!, channels.tieShare.at(r * R + s)!);
          if (s !== r) expectSame(measures.similarity.at((y * R + r) * R + s)!, channels.similarity.at(r * R + s)!);
        }
      }
      channels.advantage.forEach((phi, cell) => {
        const quotient = measures.locationQuotient[y * R * I + cell]!;
        expectSame((2 * (quotient - 1)) / (quotient + 1), phi);
      });
    }
  });

  it('has no ties without regional facts and links', () => {
    const bare = plan();
    const untied = measure(
      projection({
        initial: { ...bare.initial, gdp: null, population: null, internalDistance: null },
        levers: { ...bare.levers, between: null },
      }),
    );
    expect([untied.tie, untied.tieShare, untied.marketAccess, untied.overlapQuality]).toEqual([null, null, null, null]);
    expect(allValues(untied.similarity)).toEqual(allValues(measures.similarity));
  });

  it('gives every region its output, trend, core and stages, and the case its totals and balance', () => {
    for (let y = 0; y < YEARS; y++) {
      const cells = cellsOf(given, y);
      const totals = [0, 1, 2].map((r) => sum(regionOf(cells, r)));
      expectSame(measures.caseOutput[y]!, sum(cells));
      expectSame(measures.caseTrendOutput[y]!, sum(OBSERVED_2010) * 1.05 ** y);
      expectSame(measures.theil[y]!, theil(totals));
      industryTotals(cells).forEach((q, i) => {
        expectSame(measures.industryOutput[y * I + i]!, q);
      });
      totals.forEach((total, r) => {
        const row = y * R + r;
        const core = coreConcentration(regionOf(cells, r))!;
        expectSame(measures.regionOutput[row]!, total);
        expectSame(measures.regionTrendOutput[row]!, sum(regionOf(OBSERVED_2010, r)) * 1.05 ** y);
        expect(measures.largestIndustry[row]).toBe(core.largestIndustry);
        expectSame(measures.largestShare[row]!, core.largestShare);
        expectSame(measures.hhi[row]!, core.hhi);
        COUNTED_STAGES.forEach((name, k) => {
          const counted = [...measures.stage.subarray(row * I, (row + 1) * I)].filter((code) => STAGES[code] === name);
          expect(measures.stageCount[row * 4 + k]).toBe(counted.length);
        });
      });
    }
  });

  it('calls a cell that grows exactly as its industry as fast, whatever the rounding', () => {
    const grown = Array.from({ length: YEARS }, (_, y) => OBSERVED_2010.map((q) => q * 1.07 ** y)).flat();
    const even = measure({ ...projection(), output: floats(grown) });
    for (let cell = 3 * R * I; cell < YEARS * R * I; cell++) {
      if (grown[cell] === 0) expect(even.stage[cell]).toBe(0);
      else expect(['formative', 'growing']).toContain(STAGES[even.stage[cell]!]);
    }
  });

  it('leaves a region without output undefined instead of dividing by nothing', () => {
    const emptied = projection();
    emptied.output.fill(0, R * I, R * I + I);
    const found = measure(emptied);
    expect(LOCATION_QUOTIENT_STATUSES[found.locationQuotientStatus[R * I]!]).toBe('region-empty');
    expect(found.largestIndustry[R]).toBe(-1);
    expect(valueOrNull(found.hhi[R]!)).toBeNull();
    expect(valueOrNull(found.similarity.at(R * R + 1)!)).toBeNull();
    expect(valueOrNull(found.krugman.at(R * R + 1)!)).toBeNull();
    expect(found.similarity.at(R * R)).toBe(1);
  });
});
