import { describe, expect, it } from 'vitest';
import { combine } from '../../../engine/calibration/calibrate/belief.js';
import { type Calibration, calibrate } from '../../../engine/calibration/calibrate/calibrate.js';
import { growthOfVariance } from '../../../engine/calibration/calibrate/noise-levels.js';
import { knownUntil } from '../../../engine/calibration/known-until.js';
import { calibrationYaml } from '../../../engine/report/calibration-tables.js';
import { parseScenario } from '../../../engine/scenario/parse-scenario.js';
import { centralValue } from '../../../engine/values/resolve.js';
import { RIGHT_CASE, readFrom } from '../../economy/case-files.js';
import { madePanel } from '../made-panel.js';

const SIZE = { regions: 12, industries: 8, years: 20 };

function found(calibration: Calibration, key: string) {
  return calibration.estimates.find((each) => each.key === key)!;
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

  it('finds that independent years do not persist', () => {
    expect(found(calibrate(madePanel({ ...SIZE, noise: 0.04 })), 'noise.persistence').value).toBeLessThan(0.25);
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
