import { describe, expect, it } from 'vitest';
import { backtest } from '../../engine/calibration/backtest/backtest.js';
import { BASELINES } from '../../engine/calibration/backtest/baselines.js';
import { channelTrials } from '../../engine/calibration/backtest/channel-trials.js';
import { METHODS } from '../../engine/calibration/backtest/forecasts.js';
import type { BacktestScore } from '../../engine/calibration/backtest/score-forecasts.js';
import type { Economy } from '../../engine/economy/economy.js';
import { backtestVerdict } from '../../engine/report/calibration/backtest-verdict.js';
import { trialVerdict } from '../../engine/report/calibration/trials-text.js';
import { ITL2_REGIONS } from '../calibration/itl2-regions.js';
import { LAENDER } from '../calibration/laender.js';
import {
  americanFiles,
  australianFiles,
  europeanFiles,
  germanFiles,
  type PanelFiles,
  panel,
  panelsPresent,
  SKIPPED,
  ukFiles,
} from '../calibration/panels.js';
import { withGeography } from '../calibration/with-geography.js';

/** Errors of cells of version 0.1.0 on the same panels, origins and horizons, percent; and whether bands are drawn here, which takes long for the large. */
const PANELS: readonly (readonly [name: string, files: () => PanelFiles, before: number, bands: boolean])[] = [
  ['US', americanFiles, 12.08, false],
  ['Australia', australianFiles, 11.4, true],
  ['Europe', europeanFiles, 3.99, true],
  ['UK', ukFiles, 12.61, false],
  ['Germany', germanFiles, 2.73, true],
];

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

describe.skipIf(!panelsPresent)(`Projections of five real panels, from every year in turn${SKIPPED}`, () => {
  const found = panelsPresent
    ? PANELS.map(([, files, , bands]) => backtest(panel(files()), { draws: bands ? 200 : 0 }))
    : [];

  it.each(PANELS.map(([name], k) => [name, k] as const))(
    'are no more than 2 %% further off than the best simple rule: %s',
    (_, k) => {
      const error = errors(found[k]!);
      for (const method of ['tandem', 'tandem, defaults']) {
        expect(error[method]! / bestBaseline(error)).toBeLessThan(1.02);
      }
    },
  );

  it('are nearer than those of version 0.1.0, by a twentieth and more on geometric average', () => {
    const ratios = PANELS.map(([, , before], k) => (100 * errors(found[k]!).tandem!) / before);
    expect(Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length)).toBeLessThan(0.95);
    for (const ratio of ratios) expect(ratio).toBeLessThan(1.005);
  });

  it.each(PANELS.flatMap(([name, , , bands], k) => (bands ? [[name, k] as const] : [])))(
    'lie within the band of 90 %% about as often as it says, small cells and large: %s',
    (_, k) => {
      const own = found[k]!.filter(({ method }) => method === 'tandem');
      const mean = (read: (score: BacktestScore) => number) =>
        own.reduce((sum, score) => sum + read(score), 0) / own.length;
      expect(mean(({ cells }) => cells.bands!.covered90)).toBeGreaterThan(0.85);
      expect(mean(({ cells }) => cells.bands!.covered90)).toBeLessThan(0.95);
      expect(mean(({ regions }) => regions.bands!.covered90)).toBeGreaterThan(0.84);
      for (const third of ['small', 'middle', 'large'] as const) {
        expect(mean(({ cells }) => cells.bands!.thirds[third]!.covered90)).toBeGreaterThan(0.8);
      }
    },
  );

  it('end in a verdict', () => {
    const { sentence, rule } = backtestVerdict(found[2]!);
    expect(rule).toBe('no change');
    expect(sentence).toMatch(
      /^Use the \S+.* here: error of cells 3\.\d\d%\. That is \d+\.\d% less than that of the best simple rule/,
    );
  });
});

describe.skipIf(!panelsPresent)(`The parts of the equation on real panels${SKIPPED}`, () => {
  const trials = (files: () => PanelFiles, places: typeof LAENDER): ReturnType<typeof channelTrials> =>
    channelTrials(panel(withGeography(files(), places)));
  const verdicts = (found: ReturnType<typeof channelTrials>) =>
    Object.fromEntries(found.map((trial) => [trial.trial, trialVerdict(trial)]));

  it('speak for the sign of market access, which hardly helps, and against localisation, in the UK', () => {
    const found = trials(ukFiles, ITL2_REGIONS);
    expect(verdicts(found)).toEqual({
      shrinkage: 'no evidence',
      regionalShrinkage: 'no evidence',
      localisation: 'sign against it',
      marketAccess: 'hardly helps',
      rivalry: 'no evidence',
    });
    // A difference that changes its sign from origin to origin is none.
    const access = found.find(({ trial }) => trial === 'marketAccess')!;
    const { gains } = access.errors!;
    expect(gains.withEstimate.value).toBeGreaterThan(gains.withEstimate.sd);
    const unsure = { value: gains.withEstimate.value, sd: 2 * gains.withEstimate.value };
    const doubtful = { ...access.errors!, gains: { withDefault: unsure, withEstimate: unsure } };
    expect(trialVerdict({ ...access, errors: doubtful })).toBe('no evidence');
    // Far beyond any elasticity published: neighbours have more in common than access to each other.
    expect(access.data!.value).toBeGreaterThan(1);
  });

  it('cannot be told between the Länder, over seven years', () => {
    const found = trials(germanFiles, LAENDER).filter(({ trial }) =>
      ['localisation', 'marketAccess', 'rivalry'].includes(trial),
    );
    for (const trial of found) expect(trialVerdict(trial)).toBe('cannot be told');
  });
});

describe.skipIf(!panelsPresent)(`A few targets on their own${SKIPPED}`, () => {
  it.each([
    ['Germany 2008–11 → 2014', germanFiles, 2008, 2011, 2014],
    ['Germany 2009–12 → 2014', germanFiles, 2009, 2012, 2014],
    ['UK 1998–2008 → 2018', ukFiles, 1998, 2008, 2018],
    ['UK 2009–14 → 2019', ukFiles, 2009, 2014, 2019],
  ] as const)(
    'are hit as nearly as by the best simple rule, from the same years: %s',
    (_, files, first, origin, target) => {
      const economy: Economy = { ...panel(files()), window: origin - first };
      const scores = backtest(economy, { first, origins: [origin], horizon: target - origin, draws: 0 });
      const found = errors(scores.filter(({ horizon }) => horizon === target - origin));
      expect(found.tandem! / bestBaseline(found)).toBeLessThan(1.02);
    },
  );
});
