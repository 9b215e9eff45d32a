import type { BeliefAnswer } from '../../montecarlo/answers/belief-answer.js';
import type { PairedSummary } from '../../montecarlo/answers/pairs.js';
import { money, moneyRange } from '../text/money.js';
import { groupThousands } from '../text/number-format.js';
import { capital, withMore } from '../text/sentence.js';
import { tenths, underBeliefs } from './answer-basis.js';

/** A future beside another, over draws. */
export interface Headline {
  /** Labels of the two. */
  readonly later: string;
  readonly first: string;
  /** Discounted output that the later one gains. */
  readonly total: PairedSummary;
  readonly currency: string;
}

/**
 * The answer of some draws in a sentence: by how much a future is better, in the median, and the range that holds 80 % of the draws.
 *
 * @example
 * const total = { p10: -468, p50: 744, p90: 2389, count: 200, probabilitySame: { share: 0 } };
 * howMuch({ later: 'together', first: 'apart', total, currency: '10^8 yuan' }); // → 'Together brings 74.4 billion yuan more output than apart, between -46.8 and +239 billion yuan.'
 */
export function howMuch({ later, first, total, currency }: Headline): string {
  const { p10, p50, p90 } = total;
  if (total.probabilitySame.share === 1) {
    return `${capital(later)} and ${first} come to the same in all of ${groupThousands(String(total.count))} draws.`;
  }
  const size = `${money(Math.abs(p50!), currency)} ${p50! < 0 ? 'less' : 'more'}`;
  const range = `between ${moneyRange(p10, p90, currency, 'and')}`;
  return withMore(`${capital(later)} brings ${size} output than ${first}`, range, `the range is ${range}`);
}

/**
 * The share of the draws in which a future is better, as written and under the beliefs tried.
 *
 * @param k place of the future among the later ones
 */
export function howOften(
  { total }: Pick<Headline, 'total'>,
  beliefs: readonly BeliefAnswer[] | null,
  k: number,
): string {
  const { hits, count } = total.probabilityBetter!;
  // What happens more often is said.
  const losses = count - hits - total.probabilitySame.hits;
  const [word, times] = hits >= losses ? ['more', hits] : ['less', losses];
  const tried = underBeliefs(beliefs, k);
  return (
    `It brings ${word} in ${tenths({ hits: times, count })}, if one accepts the stated ranges.` +
    (tried === '' ? '' : ` ${capital(tried)}.`)
  );
}

/** The meaning of the range: which part of the draws it holds. */
export function rangeSentence(count: number): string {
  return `The range holds 8 in 10 of ${groupThousands(String(count))} simulated futures, called draws.`;
}
