import { backtestAnswer } from './backtest-answer.js';
import { placeScores } from './backtest-places.js';
import {
  type BacktestReport,
  horizonsOf,
  mean,
  meanCoverage,
  meanThirds,
  methodsOf,
  scoresOf,
} from './backtest-report.js';
import { backtestVerdict } from './backtest-verdict.js';
import { trialVerdict } from './trials-text.js';

/** A backtest as plain data: means over all origins and horizons, every score, and the trials of the equation's parts. */
export function backtestJson(report: BacktestReport): object {
  const { scores, trials, window, filled } = report;
  return {
    answer: backtestAnswer(report),
    window,
    origins: [...new Set(scores.map(({ origin }) => origin))],
    horizons: horizonsOf(scores),
    mean: Object.fromEntries(
      methodsOf(scores).map((method) => {
        const own = scoresOf(scores, method);
        const level = (name: 'cells' | 'regions') => ({
          wape: mean(own, (score) => score[name].wape),
          median: mean(own, (score) => score[name].median),
          bias: mean(own, (score) => score[name].bias),
          crps: mean(own, (score) => score[name].bands?.crps ?? null),
          ...meanCoverage(own, (score) => score[name].bands),
        });
        const similarity = mean(own, ({ structure }) => structure.similarity);
        const stage = mean(own, ({ structure }) => structure.stage);
        return [
          method,
          { cells: { ...level('cells'), thirds: meanThirds(own) }, regions: level('regions'), similarity, stage },
        ];
      }),
    ),
    verdict: backtestVerdict(scores),
    filled,
    places: { regions: placeScores(report, 'regions'), industries: placeScores(report, 'industries') },
    scores,
    trials: trials.map((trial) => ({ ...trial, verdict: trialVerdict(trial) })),
  };
}
