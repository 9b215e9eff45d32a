import type { Comparison } from '../../compare/compare.js';
import type { Future } from '../../compare/future.js';
import { centralRun } from '../../montecarlo/answers/central-run.js';
import { money, signedMoney } from '../text/money.js';
import { formatNumber, formatPercent } from '../text/number-format.js';
import { capital, shortest } from '../text/sentence.js';
import { type AnswerBasis, carriedThrough, NO_BASIS, shareOfDraws } from './answer-basis.js';
import { type Headline, howMuch, howOften, rangeSentence } from './headline.js';
import { equalCostSentence, returnSentences } from './returns.js';
import { sideSentences, stillLosing } from './sides.js';

/**
 * The answer of a comparison in sentences made from its numbers: how much better a future is, how sure that is and what it rests on first, then who
 * loses. As plain about losses as about gains.
 */
export function comparisonAnswer(comparison: Comparison, basis: AnswerBasis = NO_BASIS): string[] {
  if (comparison.futures.length === 1) return answerOfOne(comparison, basis);
  return comparison.futures.slice(1).flatMap((_, k) => answerOf(comparison, k + 1, basis));
}

/** A factor on intensities below this leaves nothing to compare. */
const NOTHING_LEFT = 0.005;

function answerOf(comparison: Comparison, k: number, basis: AnswerBasis): string[] {
  const { futures, differences, gains, measures, equalCost } = comparison;
  const first = futures[0]!;
  const later = futures[k]!;
  const difference = differences[k]!;
  const [label, other] = [later.scenario.label, first.scenario.label];
  const { currency, regions } = first.economy;
  const emptied = [0, k].filter((future) => (equalCost?.[future]?.factor ?? 1) < NOTHING_LEFT);
  if (emptied.length > 0) return nothingLeft(emptied.map((future) => futures[future]!.scenario.label));
  if (difference.output.every((gain) => gain === 0) && difference.cost === 0) {
    return [`${capital(label)} and ${other} are the same future: every difference is exactly 0.`];
  }
  const last = first.compiled.plan.years.length - 1;
  const output = (future: number): number => measures[future]!.caseOutput[last]!;
  const nothing = nothingDone(futures);
  const gained = (future: number): string => money(gains[future]!.total, currency);
  // Kinds are left out of the last future and the first.
  const through = k === futures.length - 1 ? carriedThrough(basis.kinds, currency) : '';
  const whole = [
    ...howSure({ label, other, total: difference.total, currency }, basis, k),
    ...returnSentences(basis.study, comparison, k, currency),
    ...(through === '' ? [] : [through]),
    `${costSentence(comparison, k)}Output is summed over ${span(first)} and discounted.`,
    ...oneRun(comparison, k, basis, `in ${first.scenario.years.to} output is ${higher(output(k) / output(0) - 1)}`),
    `Compared with ${nothing}, ${label} gains ${gained(k)} and ${other} ${gained(0)}.`,
  ];
  if (regions.length === 1) return whole;
  const answer = [...whole, sideSentences({ regions, output: difference.output, currency, than: other })];
  // What a first future takes from a region, a later one may give back in part only.
  return gains[0]!.output.every((gain) => gain === 0)
    ? answer
    : [
        ...answer,
        stillLosing({ regions, output: gains[k]!.output, currency, than: nothing }, label, {
          than: other,
          output: difference.output,
        }),
      ];
}

function nothingLeft(emptied: readonly string[]): string[] {
  const names = emptied.join(' and ');
  return [
    `At equal cost nothing is left of ${names}. What cannot be scaled of it costs as much as the cheaper future. All its other policies stand at 0%.`,
    'Compare the futures as they are written with --no-equal-cost.',
  ];
}

/** The way to find out how sure an answer is, where nothing was drawn. */
export const FIND_OUT = 'To see how sure that is, run tandem montecarlo with the same files.';

interface Asked {
  /** Labels of the two futures. */
  readonly label: string;
  readonly other: string;
  /** Gain at central values. */
  readonly total: number;
  readonly currency: string;
}

/** By how much and how surely: over draws where there are some, else in one run and how to find out. */
function howSure({ label, other, total, currency }: Asked, { study, beliefs }: AnswerBasis, k: number): string[] {
  const gain = study?.gains[k];
  const drawn = gain === undefined ? undefined : (gain.overFirst ?? gain.overNoPolicy).total;
  const place = Math.max(0, k - 1);
  if (drawn !== undefined && drawn.count > 0) {
    const headline: Headline = { later: label, first: other, total: drawn, currency };
    if (drawn.probabilitySame.share === 1) return [howMuch(headline)];
    return [howMuch(headline), `${howOften(headline, beliefs, place)} ${rangeSentence(drawn.count)}`];
  }
  const size = `${money(Math.abs(total), currency)} ${total >= 0 ? 'more' : 'less'}`;
  const often = shareOfDraws(beliefs, place);
  return [
    shortest(
      `In one run at central values, ${label} brings ${size} output than ${other}.`,
      `${capital(label)} brings ${size} output than ${other}. That is one run at central values.`,
    ),
    often === '' ? FIND_OUT : often,
  ];
}

/** A sentence on the run at central values, where draws come first. */
function oneRun(comparison: Comparison, k: number, { study }: AnswerBasis, last: string): string[] {
  const { gains, differences, futures } = comparison;
  const whole = capital(`${last}.`);
  if (study === null) return [whole];
  const { currency } = futures[0]!.economy;
  const total = k === 0 ? gains[0]!.total : differences[k]!.total;
  const run = `One run at central values gives ${signedMoney(total, currency)}`;
  const { above } = centralRun(study, comparison);
  const place =
    k < futures.length - 1 || above.share === null ? '' : `, more than ${formatPercent(above.share, 0)} of the draws`;
  return [`${run}${place}. ${capital(last)} in that run.`];
}

/** A sentence on the costs of a future and the first; none where one costs nothing or they are as they come. */
function costSentence({ equalCost, gains, futures }: Comparison, k: number): string {
  if (equalCost === null || !(gains[0]!.cost > 0 && gains[k]!.cost > 0)) return '';
  return `${equalCostSentence([0, k].map((f) => ({ ...equalCost[f]!, label: futures[f]!.scenario.label })))} `;
}

/** The answer on a single future, beside no policy. */
function answerOfOne(comparison: Comparison, basis: AnswerBasis): string[] {
  const { futures, gains, measures } = comparison;
  const [future, gain, measure] = [futures[0]!, gains[0]!, measures[0]!];
  const { currency, regions } = future.economy;
  const { from, to } = future.scenario.years;
  const { label } = future.scenario;
  if (future.compiled.policies.length === 0 && future.compiled.events.length === 0) {
    const growth = measure.caseOutput.at(-1)! / measure.caseOutput[0]!;
    const [start, end] = [measure.caseOutput[0]!, measure.caseOutput.at(-1)!].map((value) => money(value, currency));
    return [
      `Without any policy, output follows its trend. It goes from ${start} in ${from} to ${end} in ${to}, ${formatNumber(growth, 3)} times as much.`,
    ];
  }
  const nothing = nothingDone([future]);
  const last = measure.caseOutput.at(-1)! / measure.caseTrendOutput.at(-1)! - 1;
  return [
    ...howSure({ label, other: nothing, total: gain.total, currency }, basis, 0),
    ...returnSentences(basis.study, comparison, 0, currency),
    `Output is summed over ${span(future)} and discounted.`,
    ...oneRun(comparison, 0, basis, `in ${to} output is ${higher(last)}`),
    ...(regions.length === 1 ? [] : [sideSentences({ regions, output: gain.output, currency, than: nothing })]),
  ];
}

/** The years of a future. */
function span({ scenario: { years } }: Future): string {
  return `${years.from}–${years.to}`;
}

/** The reference path in words: what it lacks of the futures. */
function nothingDone(futures: readonly Future[]): string {
  return futures.some(({ compiled }) => compiled.events.length > 0) ? 'no policy and no event' : 'no policy';
}

/** By how much something is higher or lower. */
function higher(part: number): string {
  const size = formatPercent(Math.abs(part), 2);
  if (!/[1-9]/.test(size)) return part === 0 ? 'the same' : 'the same within 0.01%';
  return `${size} ${part > 0 ? 'higher' : 'lower'}`;
}
