import { describe, expect, it } from 'vitest';
import { backtest } from '../../engine/calibration/backtest/backtest.js';
import { backtestVerdict } from '../../engine/report/calibration/backtest-verdict.js';
import {
  americanFiles,
  australianFiles,
  europeanFiles,
  germanFiles,
  panel,
  panelsPresent,
  SKIPPED,
  ukFiles,
} from '../calibration/panels.js';

describe.skipIf(!panelsPresent)(`Bands of 90 % on five real panels, with the draws of every backtest${SKIPPED}`, () => {
  const held = panelsPresent
    ? [americanFiles, australianFiles, europeanFiles, ukFiles, germanFiles].map(
        (files) => backtestVerdict(backtest(panel(files()))).held90!,
      )
    : [];

  it('hold 85 to 95 % of cells on each', () => {
    for (const { cells } of held) {
      expect(cells).toBeGreaterThan(0.85);
      expect(cells).toBeLessThan(0.95);
    }
  });

  it('hold 84 to 96 % of regions on four of them, and never less than 80 %', () => {
    expect(held.filter(({ regions }) => regions >= 0.84 && regions <= 0.96).length).toBeGreaterThanOrEqual(4);
    for (const { regions } of held) expect(regions).toBeGreaterThan(0.8);
  });
});
