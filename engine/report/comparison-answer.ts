import type { Comparison } from '../compare/compare.js';
import { formatNumber, formatPercent } from './number-format.js';

/** The answer of a comparison in sentences made from its numbers: the whole first, then who loses. As plain about losses as about gains. */
export function comparisonAnswer(comparison: Comparison): string[] {
  if (comparison.futures.length === 1) return answerOfOne(comparison);
  return comparison.futures.slice(1).flatMap((_, k) => answerOf(comparison, k + 1));
}

/** A factor on intensities below this leaves nothing to compare. */
const NOTHING_LEFT = 0.005;

function answerOf(comparison: Comparison, k: number): string[] {
  const { futures, differences, gains, measures, equalCost } = comparison;
  const first = futures[0]!;
  const later = futures[k]!;
  const difference = differences[k]!;
  const { currency } = first.economy;
  const { from, to } = first.scenario.years;
  const last = first.compiled.plan.years.length - 1;
  const emptied = [0, k].filter((future) => (equalCost?.[future]?.factor ?? 1) < NOTHING_LEFT);
  if (emptied.length > 0) {
    const names = emptied.map((future) => futures[future]!.id).join(' and ');
    return [
      `At equal cost nothing is left of ${names}: the cheaper future costs no more than what of ${names} cannot be scaled, so all its other policies are carried out at 0 %. Compare the futures as they are written with --no-equal-cost.`,
    ];
  }
  if (difference.output.every((gain) => gain === 0) && difference.cost === 0) {
    return [`${later.id} and ${first.id} are the same future: every difference is exactly 0.`];
  }
  const output = (future: number): number => measures[future]!.caseOutput[last]!;
  const priced = equalCost !== null && gains[0]!.cost > 0 && gains[k]!.cost > 0;
  const possible = priced && equalCost[0]!.possible && equalCost[k]!.possible;
  const atCost = !priced ? '' : possible ? ' at the same cost' : ' (their costs cannot be made equal)';
  const more = difference.total >= 0 ? 'more' : 'less';
  const whole =
    `${later.id} brings ${formatNumber(Math.abs(difference.total), 3)} × ${currency} ${more} output than ${first.id} over ${from}–${to}${atCost}` +
    ` (discounted); in ${to} output is ${higher(output(k) / output(0) - 1)}. Against no policy ${later.id} gains` +
    ` ${formatNumber(gains[k]!.total, 3)}, ${first.id} ${formatNumber(gains[0]!.total, 3)}.`;
  return [whole, sides(first.economy.regions, difference.output)];
}

/** What a single future brings against no policy. */
function answerOfOne({ futures, gains, measures }: Comparison): string[] {
  const [future, gain, measure] = [futures[0]!, gains[0]!, measures[0]!];
  const { currency, regions } = future.economy;
  const { from, to } = future.scenario.years;
  if (future.compiled.policies.length === 0) {
    const growth = measure.caseOutput.at(-1)! / measure.caseOutput[0]!;
    return [
      `${future.id} has no policy: output follows its trend, from ${formatNumber(measure.caseOutput[0]!)} × ${currency} in ${from} to ${formatNumber(measure.caseOutput.at(-1)!)} in ${to}, ${formatNumber(growth, 3)} times as much.`,
    ];
  }
  const last = measure.caseOutput.at(-1)! / measure.caseTrendOutput.at(-1)! - 1;
  const ratio =
    gain.benefitCost === null ? '' : `; value added gained is ${formatNumber(gain.benefitCost, 3)} times what it costs`;
  return [
    `Against no policy ${future.id} brings ${formatNumber(Math.abs(gain.total), 3)} × ${currency} ${gain.total >= 0 ? 'more' : 'less'} output over ${from}–${to} (discounted); in ${to} output is ${higher(last)}${ratio}.`,
    sides(regions, gain.output),
  ];
}

/** By how much something is higher or lower. */
function higher(part: number): string {
  const size = formatPercent(Math.abs(part), 2);
  if (!/[1-9]/.test(size)) return 'the same';
  return `${size} ${part > 0 ? 'higher' : 'lower'}`;
}

/** More regions than this are not all named in a sentence: the tables name them. */
const MOST_NAMED = 8;

/** Which regions gain and which lose, in a sentence. */
function sides(regions: readonly string[], output: Float64Array): string {
  const named = (test: (gain: number) => boolean): string[] => regions.filter((_, r) => test(output[r]!));
  const gaining = named((gain) => gain > 0);
  const losing = named((gain) => gain < 0);
  const gain = (name: string): number => output[regions.indexOf(name)]!;
  const list = (names: readonly string[]): string => {
    if (names.length <= 4) return names.join(', ').replace(/, ([^,]*)$/, ' and $1');
    if (names.length <= MOST_NAMED) return `${names.length} regions (${names.join(', ')})`;
    const most = names.toSorted(
      (a, b) => Math.abs(gain(b)) - Math.abs(gain(a)) || regions.indexOf(a) - regions.indexOf(b),
    );
    return `${names.length} regions (most of all ${most.slice(0, 3).join(', ')})`;
  };
  const sum = (names: readonly string[]): string =>
    formatNumber(Math.abs(names.reduce((total, name) => total + gain(name), 0)), 3);
  if (losing.length === 0)
    return gaining.length === 0 ? 'No region gains or loses.' : `No region loses: ${list(gaining)} gain.`;
  if (gaining.length === 0) return `Every region loses: ${list(losing)} lose ${sum(losing)}.`;
  const verb = (names: readonly string[], word: string): string => (names.length === 1 ? `${word}s` : word);
  return `${list(gaining)} ${verb(gaining, 'gain')} ${sum(gaining)}; ${list(losing)} ${verb(losing, 'lose')} ${sum(losing)}.`;
}
