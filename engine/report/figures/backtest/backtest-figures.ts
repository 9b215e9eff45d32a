import type { BacktestReport } from '../../calibration/backtest-report.js';
import type { Figure } from '../drawing/figure.js';
import { cameFigure } from './came-figure.js';
import { coverageFigure } from './coverage-figure.js';
import { horizonsFigure, methodsFigure } from './methods-figure.js';
import { missedFigure } from './missed-figure.js';

/** Every figure of a backtest: what was projected and what came, how far off beside simple rules, what the bands held, and where it missed most. */
export function backtestFigures(report: BacktestReport): Figure[] {
  return [
    cameFigure(report, 'regions'),
    methodsFigure(report),
    coverageFigure(report),
    horizonsFigure(report),
    missedFigure(report),
    cameFigure(report, 'industries'),
  ].filter((figure) => figure !== null);
}
