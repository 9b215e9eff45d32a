import { describe, expect, it } from 'vitest';
import { backtest, backtestOrigins } from '../../../engine/calibration/backtest/backtest.js';
import { channelTrials } from '../../../engine/calibration/backtest/channel-trials.js';
import { forecastsFrom, METHODS, type Method } from '../../../engine/calibration/backtest/forecasts.js';
import { calibrate } from '../../../engine/calibration/calibrate/calibrate.js';
import type { CaseNumbers } from '../../../engine/calibration/calibrate/plain-scenario.js';
import type { Economy } from '../../../engine/economy/economy.js';
import { knownUntil } from '../../../engine/economy/known-until.js';
import { madePanel } from '../made-panel.js';

const economy = madePanel({ regions: 4, industries: 3, years: 9, industry: 0.02, region: 0.01, noise: 0.02 });

/** The same, every number after a year replaced by what would spoil whatever it touched. */
function poisoned(after: number): Economy {
  return {
    ...economy,
    outputs: economy.outputs.map((output, k) => (economy.years[k]! > after ? output.map(() => Number.NaN) : output)),
  };
}

const request = { horizons: [1, 2], draws: 10, seed: 1 };

describe('A backtest', () => {
  it('forecasts the same, to the last bit, whatever came after the origin', () => {
    for (const origin of backtestOrigins(economy)) {
      const clean = forecastsFrom(knownUntil(economy, origin), request);
      const blind = forecastsFrom(knownUntil(poisoned(origin), origin), request);
      expect(blind).toEqual(clean);
      expect(calibrate(knownUntil(poisoned(origin), origin))).toEqual(calibrate(knownUntil(economy, origin)));
    }
  });

  it('scores a horizon the same whatever came after it', () => {
    const scores = (some: Economy) => backtest(some, { origins: [2004], horizon: 1, draws: 10 });
    expect(scores(poisoned(2005))).toEqual(scores(economy));
  });

  it('tries the parts of the equation without what came after the horizon', () => {
    const errors = (some: Economy) => channelTrials(some, { origins: [2004], horizon: 1 }).map((trial) => trial.errors);
    expect(errors(poisoned(2005))).toEqual(errors(economy));
  });

  it('starts from every year with three observed up to it and one after', () => {
    expect(backtestOrigins(economy)).toEqual([2002, 2003, 2004, 2005, 2006, 2007]);
    expect(backtestOrigins(economy, 2003)).toEqual([2005, 2006, 2007]);
  });

  it('scores every method at every horizon there is', () => {
    const scores = backtest(economy, { horizon: 3, draws: 0 });
    expect(scores.length).toBe((3 + 3 + 3 + 3 + 2 + 1) * (METHODS.length - 1));
    for (const { cells, regions } of scores) {
      expect(cells.wape).toBeGreaterThan(0);
      expect(regions.wape).toBeLessThanOrEqual(cells.wape + 1e-12);
    }
  });

  it('scores what a case sets beside the defaults, where it sets anything', () => {
    const found = (numbers: CaseNumbers) => {
      const scores = backtest(economy, { draws: 0, stands: { numbers, expressions: null } });
      return (method: Method) =>
        scores.reduce((sum, score) => sum + (score.method === method ? score.cells.wape : 0), 0);
    };
    const same = found({ trend: { halfLife: 1 } });
    expect(same('tandem, as the case')).toBe(same('tandem, defaults'));
    expect(found({ trend: { longRun: 0.2 } })('tandem, as the case')).toBeGreaterThan(2 * same('tandem, defaults'));
  });

  it('does not depend on the unit of output', () => {
    const times = (factor: number): Economy => ({
      ...economy,
      outputs: economy.outputs.map((output) => output.map((q) => factor * q)),
    });
    const errors = (some: Economy) => backtest(some, { draws: 0 }).map(({ cells }) => cells.wape);
    const expected = errors(economy);
    errors(times(1000)).forEach((error, k) => {
      expect(error).toBeCloseTo(expected[k]!, 9);
    });
  });

  it('bears cells and industries without output, and a single region', () => {
    const holes = {
      ...economy,
      outputs: economy.outputs.map((output, y) => output.map((q, k) => (k % 3 === 2 || (k === 0 && y < 3) ? 0 : q))),
    };
    const single = madePanel({ regions: 1, industries: 3, years: 6, noise: 0.02 });
    for (const some of [holes, single]) {
      for (const { cells, regions } of backtest(some, { draws: 5 })) {
        expect(cells.wape).not.toBeNaN();
        expect(regions.wape).not.toBeNaN();
      }
    }
  });

  it('bears years that are not neighbours', () => {
    const sparse = {
      ...economy,
      years: [1980, 1985, 1995, 1997, 2005, 2010, 2011, 2012, 2020],
    };
    for (const { cells } of backtest(sparse, { draws: 5, horizon: 20 })) expect(cells.wape).not.toBeNaN();
  });
});
