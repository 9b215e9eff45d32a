import type { Comparison } from '../../compare/compare.js';
import type { Future } from '../../compare/future.js';
import { formatNumber, formatPercent } from '../text/number-format.js';
import { capital, listed, verb } from '../text/sentence.js';
import { amount } from '../text/unit-words.js';
import { type AnswerBasis, carriedThrough, NO_BASIS, tenths, underBeliefs } from './answer-basis.js';

/**
 * The answer of a comparison in sentences made from its numbers: the whole and what it rests on first, then who loses. As plain about losses as
 * about gains.
 */
export function comparisonAnswer(comparison: Comparison, basis: AnswerBasis = NO_BASIS): string[] {
  if (comparison.futures.length === 1) return answerOfOne(comparison);
  return comparison.futures.slice(1).flatMap((_, k) => answerOf(comparison, k + 1, basis));
}

/** A factor on intensities below this leaves nothing to compare. */
const NOTHING_LEFT = 0.005;

function answerOf(comparison: Comparison, k: number, basis: AnswerBasis): string[] {
  const { futures, differences, gains, measures, equalCost } = comparison;
  const first = futures[0]!;
  const later = futures[k]!;
  const difference = differences[k]!;
  const { currency } = first.economy;
  const { from, to } = first.scenario.years;
  const last = first.compiled.plan.years.length - 1;
  const emptied = [0, k].filter((future) => (equalCost?.[future]?.factor ?? 1) < NOTHING_LEFT);
  if (emptied.length > 0) {
    const names = emptied.map((future) => futures[future]!.scenario.label).join(' and ');
    return [
      `At equal cost nothing is left of ${names}: the cheaper future costs no more than what of ${names} cannot be scaled, so all its other policies are carried out at 0 %. Compare the futures as they are written with --no-equal-cost.`,
    ];
  }
  if (difference.output.every((gain) => gain === 0) && difference.cost === 0) {
    return [`${later.scenario.label} and ${first.scenario.label} are the same future: every difference is exactly 0.`];
  }
  const output = (future: number): number => measures[future]!.caseOutput[last]!;
  const priced = equalCost !== null && gains[0]!.cost > 0 && gains[k]!.cost > 0;
  const possible = priced && equalCost[0]!.possible && equalCost[k]!.possible;
  const atCost = !priced ? '' : possible ? ' at the same cost' : ' (their costs cannot be made equal)';
  const more = difference.total >= 0 ? 'more' : 'less';
  const sum = `${amount(formatNumber(Math.abs(difference.total), 3), currency)} ${more} output than ${first.scenario.label}`;
  // Kinds are left out of the last future and the first.
  const through = k === futures.length - 1 ? carriedThrough(basis.kinds) : '';
  const often = howOften(basis, k, `${later.scenario.label} brings more output than ${first.scenario.label}`);
  const central = `${often === null ? `In one run at central values ${later.scenario.label}` : 'At central values it'} brings ${sum} over ${from}–${to}${atCost} (discounted)`;
  const further =
    `In ${to} output is ${higher(output(k) / output(0) - 1)}. Against ${nothingDone(futures)} ${later.scenario.label} gains` +
    ` ${formatNumber(gains[k]!.total, 3)}, ${first.scenario.label} ${formatNumber(gains[0]!.total, 3)}.`;
  const carried = through === '' ? '' : `, ${through}`;
  const whole =
    often === null
      ? [`${central}${carried}.`, further]
      : [`${often}${carried.replace(',', ';')}.`, `${central}.`, further];
  const { regions } = first.economy;
  if (regions.length === 1) return whole;
  const answer = [...whole, `Against ${first.scenario.label} ${sides(regions, difference.output)}.`];
  // What a first future takes from a region, a later one may give back in part only.
  return gains[0]!.output.every((gain) => gain === 0)
    ? answer
    : [...answer, stillLosing(regions, [later, first], gains[k]!.output, difference.output)];
}

/** The share of draws in which a future is better, as written and under the beliefs tried; null where nothing was drawn. */
function howOften({ beliefs }: AnswerBasis, k: number, what: string): string | null {
  const written = beliefs?.find(({ why }) => why === null)?.later[k - 1];
  if (written === undefined) return null;
  const tried = underBeliefs(beliefs, k - 1);
  return `In ${tenths(written.better)} ${what}, if one accepts the stated ranges${tried === '' ? '' : `; ${tried}`}`;
}

/** The answer on a single future, against no policy. */
function answerOfOne({ futures, gains, measures }: Comparison): string[] {
  const [future, gain, measure] = [futures[0]!, gains[0]!, measures[0]!];
  const { currency, regions } = future.economy;
  const { from, to } = future.scenario.years;
  if (future.compiled.policies.length === 0 && future.compiled.events.length === 0) {
    const growth = measure.caseOutput.at(-1)! / measure.caseOutput[0]!;
    return [
      `${future.scenario.label} has no policy: output follows its trend, from ${amount(formatNumber(measure.caseOutput[0]!), currency)} in ${from} to ${formatNumber(measure.caseOutput.at(-1)!)} in ${to}, ${formatNumber(growth, 3)} times as much.`,
    ];
  }
  const last = measure.caseOutput.at(-1)! / measure.caseTrendOutput.at(-1)! - 1;
  const ratio =
    gain.benefitCost === null ? '' : `; value added gained is ${formatNumber(gain.benefitCost, 3)} times what it costs`;
  return [
    `Against ${nothingDone([future])} ${future.scenario.label} brings ${amount(formatNumber(Math.abs(gain.total), 3), currency)} ${gain.total >= 0 ? 'more' : 'less'} output over ${from}–${to} (discounted); in ${to} output is ${higher(last)}${ratio}.`,
    ...(regions.length === 1 ? [] : [`${capital(sides(regions, gain.output))}.`]),
  ];
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

/** More regions than this are not all named in a sentence, but so many of them: the tables name all. */
const NAMED = { all: 4, most: 3 };

/** A part of what all winners gain below which a winner gains next to nothing. */
const NEXT_TO_NOTHING = 0.01;

/** Regions that gain and regions that lose, as part of a sentence; those that gain next to nothing are told apart. */
function sides(regions: readonly string[], output: Float64Array): string {
  const { gaining, losing, list, sum } = among(regions, output);
  const all = gaining.reduce((total, r) => total + output[r]!, 0);
  const slight = gaining.filter((r) => output[r]! < NEXT_TO_NOTHING * all);
  const winners = gaining.filter((r) => !slight.includes(r));
  if (gaining.length === 0 && losing.length === 0) return 'no region gains or loses';
  if (gaining.length === 0) return `every region loses: ${list(losing)} ${verb(losing, 'lose')} ${sum(losing)}`;
  const rest = slight.length === 0 ? '' : `, ${list(slight)} next to nothing (${sum(slight)})`;
  const gain = `${list(winners)} ${verb(winners, 'gain')} ${sum(winners)}${rest}`;
  if (losing.length === 0) return `no region loses: ${gain}`;
  return `${gain}; ${list(losing)} ${verb(losing, 'lose')} ${sum(losing)}`;
}

/** Regions that lose against no policy, those included that gain against the first future. */
function stillLosing(
  regions: readonly string[],
  [later, first]: readonly [Future, Future],
  gains: Float64Array,
  differences: Float64Array,
): string {
  const { losing, list, sum } = among(regions, gains);
  const nothing = nothingDone([later, first]);
  if (losing.length === 0) return `Against ${nothing} no region loses under ${later.scenario.label}.`;
  const helped = losing.filter((r) => differences[r]! > 0);
  const though =
    helped.length === 0 || helped.length === losing.length
      ? ''
      : `, among them ${list(helped)}, which ${verb(helped, 'gain')} against ${first.scenario.label}`;
  return `Against ${nothing} ${list(losing)} ${verb(losing, 'lose')} ${sum(losing)} under ${later.scenario.label}${though}.`;
}

/** Regions that gain and that lose by index, with words for some of them. */
function among(regions: readonly string[], output: Float64Array) {
  const indices = regions.map((_, r) => r);
  const list = (some: readonly number[]): string => {
    if (some.length <= NAMED.all) return listed(some.map((r) => regions[r]!));
    const most = some.toSorted((a, b) => Math.abs(output[b]!) - Math.abs(output[a]!) || a - b).slice(0, NAMED.most);
    return `${some.length} regions (most of all ${listed(most.map((r) => regions[r]!))})`;
  };
  return {
    gaining: indices.filter((r) => output[r]! > 0),
    losing: indices.filter((r) => output[r]! < 0),
    list,
    sum: (some: readonly number[]): string =>
      formatNumber(Math.abs(some.reduce((total, r) => total + output[r]!, 0)), 3),
  };
}
