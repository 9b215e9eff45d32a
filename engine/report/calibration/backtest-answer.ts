import type { Baseline } from '../../calibration/backtest/baselines.js';
import type { Method } from '../../calibration/backtest/forecasts.js';
import { sampleQuantile } from '../../calibration/backtest/scores.js';
import { formatPercent } from '../text/number-format.js';
import { shortest } from '../text/sentence.js';
import { mostMissed, placeScores } from './backtest-places.js';
import { type BacktestReport, horizonsOf, mean, scoresOf } from './backtest-report.js';
import { ALIKE, backtestVerdict, type HeldParts, heldWords } from './backtest-verdict.js';
import { METHOD_WORDS } from './method-words.js';

/** Fewest starting years of which 8 of 10 can be told; of fewer the least and the greatest are given. */
const FEWEST = 10;

/** The mean error of a method, and the errors between which it lies from most starting years. */
export interface RangedError {
  readonly middle: number;
  readonly low: number;
  readonly high: number;
  /** True where the range holds 8 of 10 starting years, false where it holds all of them. */
  readonly most: boolean;
}

/** Mean error of cells of a method by starting year, in their order. */
export function errorsByOrigin({ scores }: BacktestReport, method: Method): Map<number, number> {
  const own = scoresOf(scores, method);
  return new Map(
    [...new Set(own.map(({ origin }) => origin))].map((origin) => [
      origin,
      mean(
        own.filter((score) => score.origin === origin),
        ({ cells }) => cells.wape,
      )!,
    ]),
  );
}

/** Mean error of cells of a method over all origins and horizons, with its range over the starting years. */
export function rangedError(report: BacktestReport, method: Method): RangedError {
  const middle = mean(scoresOf(report.scores, method), ({ cells }) => cells.wape) ?? Number.NaN;
  const sorted = Float64Array.from(errorsByOrigin(report, method).values()).sort();
  const most = sorted.length >= FEWEST;
  const [low, high] = most
    ? [sampleQuantile(sorted, 0.1), sampleQuantile(sorted, 0.9)]
    : [sorted[0] ?? Number.NaN, sorted.at(-1) ?? Number.NaN];
  return { middle, low, high, most };
}

/** The starting years from which the projection was nearer than a simple rule, and how many there are. */
export function nearer(report: BacktestReport, rule: Baseline): { readonly years: number; readonly of: number } {
  const rules = errorsByOrigin(report, rule);
  const own = [...errorsByOrigin(report, 'tandem')];
  return { years: own.filter(([origin, error]) => error < rules.get(origin)!).length, of: own.length };
}

/** Sentences on how near the projection came, whether a simple rule did as well, what its bands held, where it missed most, and what follows. */
export function backtestAnswer(report: BacktestReport): string[] {
  const { rule, ruleError, settings, error, held } = backtestVerdict(report.scores);
  const own = rangedError(report, 'tandem');
  const { years, of } = nearer(report, rule);
  const missed = `On average the projection missed by ${percent(own.middle)} of output`;
  const headline =
    of === 1
      ? `${missed}.`
      : `${missed}, ${own.most ? `${percent(own.low)} to ${percent(own.high)} from 8 of 10 starting years` : `${percent(own.low)} to ${percent(own.high)} by starting year`}.`;
  const simple = shortest(
    `The best simple rule, “${METHOD_WORDS[rule]}”, missed by ${percent(ruleError)}.`,
    `The best simple rule missed by ${percent(ruleError)}.`,
  );
  const better =
    settings === 'tandem' ? [] : [`With ${SETTING_WORDS[settings] ?? settings} it missed less: ${percent(error)}.`];
  return [
    headline,
    `${simple} ${of === 1 ? '' : `The projection was nearer from ${years} of ${of} starting years.`}`.trim(),
    ...better,
    ...trust(own.middle, ruleError, held),
    ...(held === null ? [] : [heldSentence(held), ...furthestHeld(report, held)]),
    ...missedMost(report),
    ...(of === 1
      ? ['All this rests on one starting year.']
      : [`All this rests on ${of} starting years, which overlap: luck in one is luck in the next.`]),
  ];
}

function heldSentence({ cells, regions }: HeldParts): string {
  const [ofCells, ofRegions] = [heldWords(cells), heldWords(regions)];
  return ofCells === ofRegions
    ? `Its 80% bands held ${percent(cells, 0)} of cells and ${percent(regions, 0)} of regions, both ${ofCells}.`
    : `Its 80% bands held ${percent(cells, 0)} of cells, ${ofCells}, and ${percent(regions, 0)} of regions, ${ofRegions}.`;
}

/** A sentence on the bands of regions furthest ahead, where they did otherwise than those of all horizons together. */
export function furthestHeld({ scores }: BacktestReport, { regions }: HeldParts): string[] {
  const horizon = horizonsOf(scores).at(-1)!;
  const part = mean(scoresOf(scores, 'tandem', horizon), (score) => score.regions.bands?.covered80 ?? null);
  return part === null || heldWords(part) === heldWords(regions)
    ? []
    : [`${horizon} years ahead those of regions held ${percent(part, 0)}, ${heldWords(part)}.`];
}

const SETTING_WORDS: Partial<Record<Method, string>> = {
  'tandem, defaults': 'default numbers',
  'tandem, as the case': 'the numbers of the case',
};

function missedMost(report: BacktestReport): string[] {
  const [region] = mostMissed(placeScores(report, 'regions'));
  const [industry] = mostMissed(placeScores(report, 'industries'));
  const where = (name: string, error: number) => `${name} (${percent(error, 0)})`;
  const places = [region, industry].flatMap((each) => (each === undefined ? [] : [where(each.name, each.error)]));
  if (places.length === 0) return [];
  const whole = `It missed most in ${places.join(' and in ')}.`;
  return [shortest(whole, `It missed most in ${places[0]}.`)];
}

/** What the result means for whoever reads a projection of this case. */
function trust(error: number, rule: number, held: HeldParts | null): string[] {
  const less = 1 - error / rule;
  const level =
    less > ALIKE
      ? 'So the projection is worth having beside a simple rule. Read its bands, not its single numbers.'
      : less < -ALIKE
        ? 'So for levels the simple rule is the better guide. Use the projection to compare futures.'
        : 'So for levels a simple rule does as well. Use the projection to compare futures.';
  if (held === null) return [level];
  const regions = heldWords(held.regions);
  return regions === 'as they should'
    ? [level]
    : [
        level,
        regions === 'too few'
          ? `Take its bands for regions as too narrow: ${percent(1 - held.regions, 0)} of what came lay outside, not 20%.`
          : `Its bands for regions are wider than need be: ${percent(1 - held.regions, 0)} of what came lay outside, not 20%.`,
      ];
}

function percent(value: number, decimals = 1): string {
  return formatPercent(value, decimals);
}
