import { describe, expect, it } from 'vitest';
import { backtest } from '../../../engine/calibration/backtest/backtest.js';
import { BASELINES } from '../../../engine/calibration/backtest/baselines.js';
import { channelTrials } from '../../../engine/calibration/backtest/channel-trials.js';
import { METHODS } from '../../../engine/calibration/backtest/forecasts.js';
import type { BacktestScore } from '../../../engine/calibration/backtest/score-forecasts.js';
import type { Economy } from '../../../engine/economy/economy.js';
import { trialVerdict } from '../../../engine/report/calibration/trials-text.js';
import { ITL2_REGIONS } from '../itl2-regions.js';
import { LAENDER } from '../laender.js';
import { germanFiles, panel, panelsPresent, SKIPPED, ukFiles } from '../panels.js';
import { withGeography } from '../with-geography.js';

/** Mean error of cells by method. */
function errors(scores: readonly BacktestScore[]): Record<string, number> {
  return Object.fromEntries(
    METHODS.map((method) => {
      const own = scores.filter((each) => each.method === method);
      return [method, own.reduce((sum, { cells }) => sum + cells.wape, 0) / own.length];
    }),
  );
}

function bestBaseline(found: Record<string, number>): number {
  return Math.min(...BASELINES.map((baseline) => found[baseline]!));
}

/** Part of cells within the band of 90 %, over all origins and horizons. */
function covered(scores: readonly BacktestScore[]): number {
  const own = scores.filter(({ method }) => method === 'tandem');
  return own.reduce((sum, { cells }) => sum + cells.bands!.covered90, 0) / own.length;
}

describe.skipIf(!panelsPresent)(`What the tool foresees on real panels, with what it chose itself${SKIPPED}`, () => {
  const uk = panelsPresent ? panel(ukFiles()) : (null as unknown as Economy);
  const germany = panelsPresent ? panel(germanFiles()) : (null as unknown as Economy);

  it.each([
    ['Germany 2008–11 → 2014', () => germany, 2008, 2011, 2014],
    ['Germany 2009–12 → 2014', () => germany, 2009, 2012, 2014],
    ['UK 1998–2008 → 2018', () => uk, 1998, 2008, 2018],
    ['UK 2009–14 → 2019', () => uk, 2009, 2014, 2019],
  ] as const)('is nearer than the best baseline for %s, from the same years', (_, economy, first, origin, target) => {
    const scores = backtest(
      { ...economy(), window: origin - first },
      { first, origins: [origin], horizon: target - origin, draws: 0 },
    );
    const found = errors(scores.filter(({ horizon }) => horizon === target - origin));
    expect(found.tandem).toBeLessThan(bestBaseline(found));
  });

  const british = panelsPresent ? backtest(uk, { draws: 40 }) : [];
  const german = panelsPresent ? backtest(germany, { draws: 200 }) : [];

  it('is nearer than the best baseline over all origins and horizons of both panels', () => {
    for (const scores of [british, german]) {
      const found = errors(scores);
      expect(found.tandem).toBeLessThan(bestBaseline(found));
    }
  });

  it('is so too where baselines and tandem look back over all years', () => {
    const found = errors(backtest({ ...uk, window: 100 }, { origins: [2002, 2007, 2012, 2017], draws: 0 }));
    expect(found.tandem).toBeLessThan(bestBaseline(found));
  });

  it.each([
    ['UK', () => british],
    ['Germany', () => german],
  ] as const)('lies within the band of 90 %% about as often as it says: %s', (_, scores) => {
    expect(covered(scores())).toBeGreaterThan(0.85);
    expect(covered(scores())).toBeLessThan(0.95);
  });

  it('is not too sure a year ahead, nor too unsure later', () => {
    for (const horizon of [1, 10]) {
      const part = covered(british.filter((score) => score.horizon === horizon));
      expect(part).toBeGreaterThan(0.85);
      expect(part).toBeLessThan(0.95);
    }
  });

  it('speaks for the sign of a lead of regions and of market access, which hardly help, and against a lead of cells, in the UK', () => {
    const trials = channelTrials(panel(withGeography(ukFiles(), ITL2_REGIONS)));
    expect(Object.fromEntries(trials.map((trial) => [trial.trial, trialVerdict(trial)]))).toEqual({
      shrinkage: 'sign against it',
      regionalShrinkage: 'hardly helps',
      localisation: 'sign against it',
      marketAccess: 'hardly helps',
      rivalry: 'no evidence',
    });
    // A difference that changes its sign from origin to origin is none.
    const access = trials.find(({ trial }) => trial === 'marketAccess')!;
    const { gains } = access.errors!;
    expect(gains.withEstimate.value).toBeGreaterThan(gains.withEstimate.sd);
    const unsure = { value: gains.withEstimate.value, sd: 2 * gains.withEstimate.value };
    const doubtful = { ...access.errors!, gains: { withDefault: unsure, withEstimate: unsure } };
    expect(trialVerdict({ ...access, errors: doubtful })).toBe('no evidence');
    // Far beyond any elasticity published: neighbours have more in common than access to each other.
    expect(trials.find(({ trial }) => trial === 'marketAccess')!.data!.value).toBeGreaterThan(1);
  });

  it('says nothing about market access and rivalry between the Länder', () => {
    const trials = channelTrials({ ...panel(withGeography(germanFiles(), LAENDER)), window: 2 });
    for (const trial of trials.filter((each) => ['marketAccess', 'rivalry'].includes(each.trial))) {
      expect(trial.data).not.toBeNull();
      expect(trialVerdict(trial)).toBe('no evidence');
    }
  });
});
