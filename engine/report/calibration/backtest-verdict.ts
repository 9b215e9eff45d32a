import { BASELINES, type Baseline } from '../../calibration/backtest/baselines.js';
import type { Method } from '../../calibration/backtest/forecasts.js';
import type { BacktestScore } from '../../calibration/backtest/score-forecasts.js';
import type { Coverage } from '../../calibration/backtest/scores.js';
import { formatPercent } from '../text/number-format.js';
import { mean, meanCoverage, methodsOf, scoresOf } from './backtest-report.js';

/** Errors within this part of each other count as alike. Judgement. */
export const ALIKE = 0.005;
/** Parts that a band of 80 % may hold and still be said to hold: about what a few years, alike as they are, leave open. */
const HELD = [0.72, 0.88] as const;

/** Settings that a scenario can take, in the order in which they are chosen where they do alike: calibrated numbers bring their bands with them. */
const SETTINGS = [
  ['tandem', 'the calibrated numbers'],
  ['tandem, defaults', 'the defaults'],
  ['tandem, as the case', 'the numbers of the case'],
] as const satisfies readonly (readonly [Method, string])[];

/** The answer of a backtest: settings to use here, and whether they beat every simple rule and their bands hold. */
export interface BacktestVerdict {
  readonly sentence: string;
  /** The settings whose error of cells is least, and that error. */
  readonly settings: Method;
  readonly error: number;
  /** The best of the simple rules, and its error. */
  readonly rule: Baseline;
  readonly ruleError: number;
  /** Parts of cells and of regions within their bands of 80 %; null without bands. */
  readonly held: HeldParts | null;
  /** The same of bands of 90 %. */
  readonly held90: HeldParts | null;
}

/** Parts of cells and of regions that bands held. */
export interface HeldParts {
  readonly cells: number;
  readonly regions: number;
}

/** Reads the verdict off the scores of a backtest, of which there is at least one for each method. */
export function backtestVerdict(scores: readonly BacktestScore[]): BacktestVerdict {
  const error = (method: Method) => mean(scoresOf(scores, method), ({ cells }) => cells.wape) ?? Number.NaN;
  const scored = methodsOf(scores);
  const settings = SETTINGS.filter(([method]) => scored.includes(method)).map(([method, name]) => ({
    method,
    name,
    error: error(method),
  }));
  const least = Math.min(...settings.map((each) => each.error));
  const chosen = settings.find((each) => each.error <= (1 + ALIKE) * least) ?? settings[0]!;
  const rule = BASELINES.reduce((best, each) => (error(each) < error(best) ? each : best));
  const ruleError = error(rule);
  const held = heldParts(scores, 'covered80');
  const sentences = [
    `Use ${chosen.name} here: error of cells ${formatPercent(chosen.error, 2)}.`,
    `That is ${against(chosen.error, ruleError)} the best simple rule (${rule}, ${formatPercent(ruleError, 2)}).`,
    ...(held === null
      ? []
      : [
          `Bands of 80% hold ${formatPercent(held.cells, 0)} of cells, ${heldWords(held.cells)}.`,
          `They hold ${formatPercent(held.regions, 0)} of regions, ${heldWords(held.regions)}.`,
        ]),
  ];
  return {
    sentence: sentences.join(' '),
    settings: chosen.method,
    error: chosen.error,
    rule,
    ruleError,
    held,
    held90: heldParts(scores, 'covered90'),
  };
}

function heldParts(scores: readonly BacktestScore[], key: keyof Coverage): HeldParts | null {
  const own = scoresOf(scores, 'tandem');
  const cells = meanCoverage(own, (score) => score.cells.bands)[key];
  const regions = meanCoverage(own, (score) => score.regions.bands)[key];
  return cells === null || regions === null ? null : { cells, regions };
}

function against(error: number, rule: number): string {
  const less = 1 - error / rule;
  if (Math.abs(less) < ALIKE) return 'the same as that of';
  return `${formatPercent(Math.abs(less), 1)} ${less > 0 ? 'less' : 'more'} than that of`;
}

/**
 * Words on the part that a band of 80 % held.
 *
 * @example
 * heldWords(0.8); // → 'as they should'
 * heldWords(0.6); // → 'too few'
 */
export function heldWords(part: number): string {
  if (part < HELD[0]) return 'too few';
  return part > HELD[1] ? 'wider than they say' : 'as they should';
}
