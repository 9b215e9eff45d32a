import { beforeAll, describe, expect, it } from 'vitest';
import { type BacktestOptions, backtestPlaces } from '../../engine/calibration/backtest/backtest.js';
import type { Economy } from '../../engine/economy/economy.js';
import { nearer, rangedError } from '../../engine/report/calibration/backtest-answer.js';
import { insideBand, mostMissed, placeScores, shownForecast } from '../../engine/report/calibration/backtest-places.js';
import type { BacktestReport } from '../../engine/report/calibration/backtest-report.js';
import { backtestVerdict } from '../../engine/report/calibration/backtest-verdict.js';
import { backtestFigures } from '../../engine/report/figures/backtest/backtest-figures.js';
import { renderBacktestReport } from '../../engine/report/page/backtest-page.js';
import { formatPercent } from '../../engine/report/text/number-format.js';
import { madePanel } from '../calibration/made-panel.js';
import { bare, found, NO_NUMBER, repeatedIds, unclosed } from './html-checks.js';
import { longSentences } from './page-sentences.js';
import { HOSTILE, SURROUNDINGS } from './small-report.js';

function panel(): Economy {
  const made = madePanel({
    regions: 4,
    industries: 3,
    years: 16,
    noise: 0.04,
    industry: 0.02,
    shocks: { common: 0.02 },
  });
  return {
    ...made,
    title: HOSTILE.title,
    regions: [HOSTILE.region, ...made.regions.slice(1)],
    industries: [HOSTILE.industry, ...made.industries.slice(1)],
  };
}

function reportOf(economy: Economy, options: BacktestOptions = {}): BacktestReport {
  return {
    economy,
    window: economy.window,
    filled: 0,
    trials: [],
    ...backtestPlaces(economy, { draws: 40, ...options }),
  };
}

describe('The page of a backtest', () => {
  let report: BacktestReport;
  let html: string;
  beforeAll(() => {
    report = reportOf(panel());
    html = renderBacktestReport(report, SURROUNDINGS);
  });

  it('says how far off the projection was, beside the best simple rule, with the numbers of the scores', () => {
    const own = rangedError(report, 'tandem');
    const { rule, ruleError, held } = backtestVerdict(report.scores);
    const { years, of } = nearer(report, rule);
    expect(of).toBe(13);
    expect(own.low).toBeLessThan(own.middle);
    expect(own.high).toBeGreaterThan(own.middle);
    expect(html).toContain(
      `On average the projection missed by ${formatPercent(own.middle)} of output, ${formatPercent(own.low)} to ${formatPercent(own.high)} from 8 of 10 starting years.`,
    );
    expect(html).toContain(`missed by ${formatPercent(ruleError)}.`);
    expect(html).toContain(`The projection was nearer from ${years} of 13 starting years.`);
    expect(html).toContain(`${formatPercent(held!.cells, 0)} of cells`);
  });

  it('counts a place as held where what came lies between the ends of its band, and adds up what was missed', () => {
    const forecast = shownForecast(report)!;
    expect(forecast.horizon).toBe(10);
    expect(forecast.origin + forecast.horizon).toBe(report.economy.years.at(-1));
    const { actual, band } = forecast.regions;
    expect(insideBand(forecast.regions, 1)).toBe(actual[1]! >= band!.low[1]! && actual[1]! <= band!.high[1]!);
    const missed = report.places.map(({ regions }) => Math.abs(regions.forecast[2]! - regions.actual[2]!));
    const came = report.places.map(({ regions }) => regions.actual[2]!);
    const add = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
    expect(placeScores(report, 'regions')[2]!.error).toBeCloseTo(add(missed) / add(came), 12);
    const held = report.places.filter(({ regions }) => insideBand(regions, 2));
    expect(placeScores(report, 'regions')[2]!.covered80).toBeCloseTo(held.length / report.places.length, 12);
    const errors = mostMissed(placeScores(report, 'industries')).map(({ error }) => error);
    expect(errors).toEqual([...errors].sort((a, b) => b - a));
    // Regions and industries are sums of the same cells.
    for (const { regions, industries } of report.places)
      expect(add([...regions.forecast])).toBeCloseTo(add([...industries.forecast]), 6);
  });

  it('draws the best of all methods first, and gives every figure a finding, a description and a table', () => {
    const figures = backtestFigures(report);
    expect(figures.map(({ id }) => id)).toEqual([
      'came-regions',
      'methods',
      'coverage',
      'horizons',
      'missed',
      'came-industries',
    ]);
    for (const { finding, panels } of figures) {
      expect(finding.length).toBeGreaterThan(20);
      for (const { description } of panels) expect(description.length).toBeGreaterThan(10);
    }
    const sizes = [...figures[1]!.panels[0]!.description.matchAll(/([\d.]+)%/g)].map(([, size]) => Number(size));
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
  });

  it('shows every name from files as text, and opens every tag that it closes', () => {
    for (const name of [HOSTILE.title, HOSTILE.region, HOSTILE.industry]) expect(html.includes(name)).toBe(false);
    expect(found(bare(html), /<img|<[^>]* on\w+=/)).toEqual([]);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(unclosed(html)).toEqual([]);
    expect(found(html, NO_NUMBER)).toEqual([]);
    expect(repeatedIds(html)).toEqual([]);
    expect(found(html.replace(/<table.*?<\/table>/gs, ''), /5–95%|25–75%|90% (?:band|of the draws)/)).toEqual([]);
  });

  it('puts bands and misses on the second sheet of paper, and how it was measured into the annex', () => {
    const front = html.indexOf('<div class="front">');
    const annex = html.indexOf('<div class="annex">');
    for (const id of ['coverage', 'missed']) {
      const place = html.indexOf(` id="${id}"`);
      expect(place > front && place < annex).toBe(true);
    }
    expect(html.indexOf(' id="method"')).toBeGreaterThan(annex);
  });

  it('works without bands, with one starting year and one horizon, and with figures that were filled in', () => {
    const economy = panel();
    const estimated = economy.years.map((_, y) => (y === 14 ? [0, 5] : []));
    for (const each of [
      reportOf(economy, { draws: 0 }),
      reportOf(economy, { origins: [economy.years.at(-2)!], horizon: 1 }),
      { ...reportOf({ ...economy, estimated }), filled: 2 },
    ]) {
      const text = renderBacktestReport(each, SURROUNDINGS);
      expect(found(text, NO_NUMBER)).toEqual([]);
      expect(unclosed(text)).toEqual([]);
    }
    const plain = renderBacktestReport({ ...reportOf({ ...economy, title: 'Panel' }, { draws: 0 }) }, SURROUNDINGS);
    expect(plain).not.toContain('Inside the 80% bands');
    expect(longSentences(plain.replace(/<svg.*?<\/svg>/gs, ''))).toEqual([]);
  });
});
