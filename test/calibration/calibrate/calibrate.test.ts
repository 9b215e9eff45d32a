import { describe, expect, it } from 'vitest';
import { type Calibration, calibrate } from '../../../engine/calibration/calibrate/calibrate.js';
import { growthOfVariance } from '../../../engine/calibration/calibrate/noise-levels.js';
import type { Economy } from '../../../engine/economy/economy.js';
import { knownUntil } from '../../../engine/economy/known-until.js';
import { calibrationYaml } from '../../../engine/report/calibration/calibration-tables.js';
import { parseScenario } from '../../../engine/scenario/parse-scenario.js';
import { combine } from '../../../engine/statistics/belief.js';
import { centralValue } from '../../../engine/values/resolve.js';
import { RIGHT_CASE, readFrom } from '../../economy/case-files.js';
import { madePanel } from '../made-panel.js';

const SIZE = { regions: 12, industries: 8, years: 20 };

function found(calibration: Calibration, key: string) {
  return calibration.estimates.find((each) => each.key === key)!;
}

/** Estimates on average over some panels. */
function averages(make: (seed: number) => Economy, keys: readonly string[]): number[] {
  const seeds = [1, 2, 3, 4, 5, 6];
  const fits = seeds.map((seed) => calibrate(make(seed)));
  return keys.map((key) => fits.reduce((sum, fit) => sum + found(fit, key).value, 0) / seeds.length);
}

describe('Calibration', () => {
  it('keeps every default, and says why, where only two years are observed', () => {
    const { estimates } = calibrate(knownUntil(madePanel(SIZE), 2001));
    for (const each of estimates.filter(({ key }) => key !== 'trend.longRun' && !key.startsWith('noise.'))) {
      expect(each.written, each.key).toBeNull();
      expect(each.reason, each.key).not.toBeNull();
      expect(each.value, each.key).toBe(each.prior.value);
    }
  });

  it('finds the growth of all', () => {
    for (const growth of [-0.02, 0.03, 0.08]) {
      expect(found(calibrate(madePanel({ ...SIZE, growth })), 'trend.longRun').value).toBeCloseTo(growth, 2);
    }
  });

  it('passes over a single figure of 0, in the midst of the years or in the last', () => {
    const whole = madePanel({ regions: 4, industries: 5, years: 8, noise: 0.02 });
    const keys = ['trend.longRun', 'noise.industry', 'noise.cell', 'noise.persistence'];
    const values = (economy: Economy) => keys.map((key) => found(calibrate(economy), key).value);
    for (const hole of [3, 7]) {
      const outputs = whole.outputs.map((row, k) => row.map((q, cell) => (k === hole && cell === 6 ? 0 : q)));
      values({ ...whole, outputs }).forEach((value, k) => {
        expect(Math.abs(value - values(whole)[k]!), `${keys[k]} with a hole in year ${hole}`).toBeLessThan(
          [0.003, 0.003, 0.003, 0.1][k]!,
        );
      });
    }
  });

  it('leaves noise of regions that is none to the default as far as the data cannot tell, and takes it for no finding', () => {
    const none = { regions: 6, industries: 8, years: 8, noise: 0.02, shocks: { industry: 0.05, common: 0.01 } };
    for (let seed = 1; seed <= 8; seed++) {
      const region = found(calibrate(madePanel({ ...none, seed })), 'noise.region');
      expect(region.data!.value - 3 * region.data!.sd, `seed ${seed}`).toBeLessThan(0);
      expect(region.value).toBeLessThan(region.prior.value);
      expect(region.value).toBeGreaterThan(region.data!.value - region.data!.sd);
    }
    const calm = found(calibrate(madePanel({ ...none, noise: 0.2, shocks: {} })), 'noise.region');
    expect(calm.weight).toBeLessThan(0.6);
  });

  it('finds the deflated growth of all where prices rise', () => {
    const economy = { ...madePanel({ ...SIZE, growth: 0.06 }), deflator: 0.03 };
    expect(found(calibrate(economy), 'trend.longRun').value).toBeCloseTo(0.06 - Math.log(1.03), 2);
  });

  it('takes over leads that last, and not those of chance', () => {
    const lasting = calibrate(madePanel({ ...SIZE, cell: 0.03, noise: 0.01 }));
    const chance = calibrate(madePanel({ ...SIZE, noise: 0.04 }));
    expect(found(lasting, 'parameters.shrinkage').data!.value).toBeGreaterThan(0.8);
    expect(found(lasting, 'parameters.shrinkage').value).toBeGreaterThan(0.5);
    expect(Math.abs(found(chance, 'parameters.shrinkage').data!.value)).toBeLessThan(0.2);
    expect(found(chance, 'parameters.shrinkage').value).toBeLessThan(0.2);
  });

  it('tells a lead of regions from one of cells', () => {
    const calibration = calibrate(madePanel({ ...SIZE, region: 0.02, noise: 0.03 }));
    expect(found(calibration, 'parameters.regionalShrinkage').value).toBeGreaterThan(0.5);
    expect(found(calibration, 'parameters.shrinkage').value).toBeLessThan(0.2);
  });

  it('finds how much single cells vary', () => {
    for (const noise of [0.01, 0.06]) {
      const { value } = found(calibrate(madePanel({ ...SIZE, noise })), 'noise.cell');
      expect(value / noise).toBeGreaterThan(0.8);
      expect(value / noise).toBeLessThan(1.25);
    }
  });

  it('tells apart what all, an industry, a region and a cell vary, and counts nothing twice', () => {
    const truth = { common: 0.03, industry: 0.02, region: 0.012, cell: 0.03 };
    const means = averages(
      (seed) => madePanel({ regions: 20, industries: 10, years: 16, shocks: truth, noise: truth.cell, seed }),
      Object.keys(truth).map((group) => `noise.${group}`),
    );
    Object.values(truth).forEach((level, k) => {
      // The drift, which this panel has none of, takes its part of what all have in common.
      expect(means[k]! / level).toBeGreaterThan(k === 0 ? 0.65 : 0.75);
      expect(means[k]! / level).toBeLessThan(1.25);
    });
  });

  it('finds next to nothing that all, or a region, have in common where there is nothing', () => {
    const [common, region, cell] = averages(
      (seed) => madePanel({ regions: 6, industries: 5, years: 20, noise: 0.05, seed }),
      ['noise.common', 'noise.region', 'noise.cell'],
    );
    // The mean error of such a region holds .02 of the noise of its few cells.
    expect(region).toBeLessThan(0.02);
    expect(common).toBeLessThan(0.02);
    expect(cell! / 0.05).toBeCloseTo(1, 0);
  });

  it.each([
    ['lasts', { noise: 0.04, lasting: 0.6 }, 0.6],
    ['does not last', { noise: 0.04 }, 0],
    // Growth between two errors of measurement has a correlation of −½ with the growth before.
    ['is made up for', { measurement: 0.05 }, -0.55],
  ] as const)('finds that noise %s', (_, recipe, persistence) => {
    const [mean] = averages((seed) => madePanel({ ...SIZE, ...recipe, seed }), ['noise.persistence']);
    expect(Math.abs(mean! - persistence)).toBeLessThan(0.12);
  });

  it('trusts data more the longer they are', () => {
    const economy = madePanel({ ...SIZE, noise: 0.03 });
    const weights = [2004, 2008, 2019].map(
      (year) => found(calibrate(knownUntil(economy, year)), 'trend.longRun').weight,
    );
    expect([...weights].sort((a, b) => a - b)).toEqual(weights);
  });

  it('lies between default and data, as variances say', () => {
    expect(combine({ value: 1, sd: 0.3 }, { value: 2, sd: 0.4 })).toEqual({
      value: 0.36 * 2 + 0.64,
      sd: 0.3 * 0.8,
      weight: expect.closeTo(0.36, 12),
    });
  });

  it('adds up noise over years as its autocovariances say', () => {
    for (const [years, persistence] of [
      [1, 0.5],
      [4, 0.3],
      [7, 0.9],
    ] as const) {
      let sum = 0;
      for (let a = 0; a < years; a++) for (let b = 0; b < years; b++) sum += persistence ** Math.abs(a - b);
      expect(growthOfVariance(years, persistence)).toBeCloseTo(sum, 10);
    }
  });

  it('writes a file that a scenario can extend', async () => {
    const calibration = calibrate(madePanel({ ...SIZE, region: 0.01, noise: 0.03 }));
    const files = {
      ...RIGHT_CASE,
      'calibrated.yaml': calibrationYaml('Made', calibration),
      'own.yaml': 'case: ./case.yaml\nextends: ./calibrated.yaml\n',
    };
    const { scenario } = await parseScenario(readFrom(files), 'own.yaml');
    expect(centralValue(scenario.noise.cell)).toBeCloseTo(found(calibration, 'noise.cell').value, 4);
    expect(centralValue(scenario.trend.numbers.longRun)).toBeCloseTo(found(calibration, 'trend.longRun').value, 4);
    expect(centralValue(scenario.parameters.regionalShrinkage)).toBeCloseTo(
      found(calibration, 'parameters.regionalShrinkage').value,
      4,
    );
    expect(centralValue(scenario.parameters.rivalry)).toBe(0.3);
  });
});
