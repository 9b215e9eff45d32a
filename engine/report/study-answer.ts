import type { GainSummary, StudyResult } from '../montecarlo/answers.js';
import type { Proportion } from '../montecarlo/summaries/proportion.js';
import { formatNumber, formatPercent, NO_NUMBER } from './number-format.js';

/** A region gains or loses probably where it does in so many of the draws. */
const PROBABLY = 0.9;

/** The answer of a study in sentences made from its numbers: what is better, how surely, and for whom; as plain about losses as about gains. */
export function studyAnswer(result: StudyResult): string[] {
  const { study, gains } = result;
  const usable = study.draws - result.failures.length;
  if (usable === 0) return [`All ${count(study.draws)} draws failed, so there is no answer.`];
  const first = gains[0]!;
  const later = gains.slice(1);
  const against = gains.map(
    ({ future, overNoPolicy }) => `${future.id} ${gained(overNoPolicy)} against no policy (${range(overNoPolicy)})`,
  );
  if (later.length === 0) {
    return [
      headline(first.future.id, 'no policy', first.overNoPolicy, result),
      ...(same(first.overNoPolicy) ? [] : [sides(result, first.overNoPolicy)]),
    ];
  }
  return [
    ...later.flatMap(({ future, overFirst }, k) => [
      headline(future.id, first.future.id, overFirst!, result),
      // Of several futures only the last one's winners are told: the table has all.
      ...(same(overFirst!) || k < later.length - 1 ? [] : [sides(result, overFirst!)]),
    ]),
    `Under the same draws ${against.join('; ')}.`,
  ];
}

function headline(later: string, first: string, { total }: GainSummary, { study }: StudyResult): string {
  const { from, to } = study.futures[0]!.scenario.years;
  const { currency } = study.futures[0]!.economy;
  if (total.probabilitySame.share === 1) {
    return `${later} and ${first} come to the same in every one of ${count(total.count)} draws: every difference is exactly 0.`;
  }
  const cost = study.equalCost === null || first === 'no policy' ? '' : ' at equal cost';
  return (
    `${later} brings more output than ${first}${cost} in ${chance(total.probabilityBetter!)} of ${count(total.count)} draws: ` +
    `${signed(total.p50)} × ${currency} in the median, ${signed(total.p10)} to ${signed(total.p90)} in 80 % of them ` +
    `(${from}–${to}, discounted), ${signed(total.lowestTenth)} on average in the worst tenth.`
  );
}

/** Who gains and who loses, and who may do either. */
function sides({ regions }: StudyResult, { regions: summaries }: GainSummary): string {
  const shares = summaries.map(({ probabilityBetter }) => probabilityBetter!.share ?? Number.NaN);
  const losing = summaries.map(({ probabilityBetter, probabilitySame }) =>
    probabilityBetter!.share === null ? Number.NaN : 1 - probabilityBetter!.share - probabilitySame.share!,
  );
  const named = (test: (r: number) => boolean) => regions.filter((_, r) => test(r));
  const winners = named((r) => shares[r]! >= PROBABLY);
  const losers = named((r) => losing[r]! >= PROBABLY);
  const open = named((r) => !(shares[r]! >= PROBABLY) && !(losing[r]! >= PROBABLY));
  const parts = [
    winners.length > 0 ? `${listed(winners)} ${verb(winners, 'gain')} in at least 90 % of the draws` : '',
    losers.length > 0 ? `${listed(losers)} ${verb(losers, 'lose')} in at least 90 %` : '',
    open.length > 0
      ? `${winners.length + losers.length > 0 ? '' : 'it is open for '}${listed(open.map((region) => `${region} (gains in ${formatPercent(shares[regions.indexOf(region)]!, 0, ' %')})`))}${winners.length + losers.length > 0 ? ' may do either' : ''}`
      : '',
  ].filter((part) => part !== '');
  const sentence = parts.join('; ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function same({ total }: GainSummary): boolean {
  return total.probabilitySame.share === 1;
}

function gained({ total }: GainSummary): string {
  return `brings ${signed(total.p50)}`;
}

function range({ total }: GainSummary): string {
  return `${signed(total.p10)} to ${signed(total.p90)}`;
}

/** A share of draws with its 95 % reach, never 0 or 100 % of what is not quite. */
export function chance({ share, hits, count: draws }: Proportion): string {
  if (share === null) return NO_NUMBER;
  if (hits === draws) return 'all';
  if (hits === 0) return 'none';
  return formatPercent(Math.max(0.001, Math.min(0.999, share)), 1, ' %');
}

/** A difference to three digits, its sign always shown. */
export function signed(value: number | null): string {
  if (value === null) return NO_NUMBER;
  return value > 0 ? `+${formatNumber(value, 3)}` : formatNumber(value, 3);
}

export function count(value: number): string {
  return formatNumber(value, 1);
}

/** Names in a sentence: a, b and c. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function verb(names: readonly string[], word: string): string {
  return names.length === 1 ? `${word}s` : word;
}
