import { describe, expect, it } from 'vitest';
import { type Baseline, type BaselinePast, baselineForecasts } from '../../../engine/calibration/backtest/baselines.js';
import { pointScore } from '../../../engine/calibration/backtest/scores.js';
import type { Economy } from '../../../engine/economy/economy.js';
import { germanFiles, panel, panelsPresent, SKIPPED, ukFiles } from '../panels.js';

const cells = (...output: number[]) => ({ output: Float64Array.from(output), higherLevel: null });

/** Two observed years so many years apart. */
function between(from: BaselinePast['from'], to: BaselinePast['to'], years: number, industries: number): BaselinePast {
  return { first: from, from, to, observed: years, window: years, industries };
}

describe('Baselines', () => {
  // Two regions × two industries; industries go 200 → 440 and 100 → 100 in two years.
  const forecasts = baselineForecasts(between(cells(100, 50, 100, 50), cells(400, 60, 40, 40), 2, 2), 2);

  it('go on at the rates they say', () => {
    expect([...forecasts['no change']]).toEqual([400, 60, 40, 40]);
    expect(forecasts['own growth'][0]).toBeCloseTo(1600, 10);
    expect(forecasts['whole growth'][2]).toBeCloseTo(40 * 2.2, 10);
    expect(forecasts['mean of both'][0]).toBeCloseTo(400 * ((2 + Math.sqrt(2.2)) / 2) ** 2, 10);
  });

  it('let every cell go on as all industries together, over the window or over all years', () => {
    const past = between(cells(100, 50, 100, 50), cells(400, 60, 40, 40), 2, 2);
    const longer = baselineForecasts({ ...past, first: cells(45, 30, 45, 15), observed: 4 }, 2);
    expect(forecasts['all growth'][3]).toBeCloseTo(40 * (540 / 300), 10);
    expect(longer['all growth']).toEqual(forecasts['all growth']);
    expect(longer['all growth, all years'][3]).toBeCloseTo(40 * 2, 10);
  });

  it('let shift-share amounts add up instead of compounding', () => {
    const far = baselineForecasts(between(cells(100, 50, 100, 50), cells(400, 60, 40, 40), 2, 2), 4);
    expect(far['shift-share, mix'][0]).toBeCloseTo(400 * (1 + 2 * 1.2), 10);
    // The first region made 460 of 150, of which its industries' growth in the whole explains 120.
    const regional = (460 - 150 - 120) / 150;
    expect(far['shift-share, regional'][1]).toBeCloseTo(60 * (1 + 2 * regional), 10);
  });

  it('leave a cell without earlier output as it is', () => {
    const { 'own growth': own } = baselineForecasts(between(cells(0, 50), cells(10, 50), 2, 2), 2);
    expect(own[0]).toBe(10);
  });
});

/** The table of ../shared/data/README.md, percent. */
const PUBLISHED: readonly (readonly [string, () => Economy, number, number, number, readonly number[]])[] = [
  ['Germany 2008–11 → 2014', () => panel(germanFiles()), 2008, 2011, 2014, [6.14, 3.58, 3.53, 3.42]],
  ['Germany 2009–12 → 2014', () => panel(germanFiles()), 2009, 2012, 2014, [4.39, 3.09, 3.02, 2.97]],
  ['UK 1998–2008 → 2018', () => panel(ukFiles()), 1998, 2008, 2018, [26.44, 32.74, 28.16, 29.56]],
  ['UK 2009–14 → 2019', () => panel(ukFiles()), 2009, 2014, 2019, [17.9, 13.57, 9.64, 10.93]],
];
const COLUMNS: readonly Baseline[] = ['no change', 'own growth', 'whole growth', 'mean of both'];

describe.skipIf(!panelsPresent)(`Baselines on real panels${SKIPPED}`, () => {
  it.each(PUBLISHED)('have the errors published for %s', (_, economy, from, origin, target, errors) => {
    const { years, outputs, industries } = economy();
    const at = (year: number) => ({ output: outputs[years.indexOf(year)]!, higherLevel: null });
    const forecasts = baselineForecasts(
      between(at(from), at(origin), origin - from, industries.length),
      target - origin,
    );
    const found = COLUMNS.map((each) => Number((100 * pointScore(forecasts[each], at(target).output).wape).toFixed(2)));
    expect(found).toEqual(errors);
  });
});
