import type { KindsLeftOut } from '../../compare/kinds-left-out.js';
import type { StudyResult } from '../../montecarlo/answers/answers.js';
import type { BeliefAnswer } from '../../montecarlo/answers/belief-answer.js';
import { policyKind } from '../../policies/index.js';
import type { Proportion } from '../../statistics/proportion.js';
import { signedMoney } from '../text/money.js';
import { formatFixed, groupThousands } from '../text/number-format.js';
import { capital } from '../text/sentence.js';

/** The ground on which the answer to a question rests, as far as it was worked out. */
export interface AnswerBasis {
  /** The last future against the first, with each kind of policy left out of both. */
  readonly kinds: KindsLeftOut | null;
  /** The same question as written and under each belief. */
  readonly beliefs: readonly BeliefAnswer[] | null;
  /** The question on draws of all that is uncertain. */
  readonly study: StudyResult | null;
}

export const NO_BASIS: AnswerBasis = { kinds: null, beliefs: null, study: null };

/** A kind carries most of a difference from this part on, and all of it from 1 on. */
const MOST = 0.5;

/**
 * The kind of policy that carries most of a difference, in two sentences; empty where no kind does.
 *
 * @example
 * const kinds = [{ kind: 'market', without: 2, carried: 8 }, { kind: 'land', without: 11, carried: -1 }];
 * carriedThrough({ total: 10, kinds }, 'million EUR'); // → 'Most of it comes through government guidance with the market. Without that, one run at central values gives +2.00 million EUR.'
 */
export function carriedThrough(found: KindsLeftOut | null, currency: string): string {
  if (found === null || found.total === 0) return '';
  const part = (carried: number): number => carried / found.total;
  const [largest] = found.kinds.toSorted((a, b) => part(b.carried) - part(a.carried));
  if (largest === undefined || part(largest.carried) <= 0) return '';
  const share = part(largest.carried);
  const how =
    share >= 1 ? 'All of it' : share >= MOST ? 'Most of it' : `The largest part, ${Math.round(share * 100)}%,`;
  const without = `Without that, one run at central values gives ${signedMoney(largest.without, currency)}.`;
  return `${how} comes through ${kindWords(largest.kind)}. ${without}`;
}

/**
 * A kind of policy as it stands in a sentence.
 *
 * @example
 * kindWords('merger'); // → 'corporate mergers and acquisitions'
 */
export function kindWords(kind: string): string {
  const title = policyKind(kind)?.title ?? kind;
  return title.charAt(0).toLowerCase() + title.slice(1);
}

/**
 * A share of draws in tenths with its standard error.
 *
 * @example
 * tenths({ hits: 154, count: 200 }); // → '7.7 of 10 draws (± 0.3)'
 * tenths({ hits: 200, count: 200 }); // → 'all of 200 draws'
 */
export function tenths({ hits, count }: Pick<Proportion, 'hits' | 'count'>): string {
  const all = groupThousands(String(count));
  if (hits === count) return `all of ${all} draws`;
  if (hits === 0) return `none of ${all} draws`;
  const share = hits / count;
  return `${tenth(share)} of 10 draws (± ${formatFixed(Math.max(0.1, 10 * Math.sqrt((share * (1 - share)) / count)), 1)})`;
}

/** A share in tenths, 0.1 and 9.9 where it is neither none nor all. */
function tenth(share: number): string {
  return formatFixed(Math.max(0.1, Math.min(9.9, 10 * share)), 1);
}

/**
 * The frequency with which a later future is better under the beliefs tried, as part of a sentence; empty where none was.
 *
 * @param later place of the future among the later ones
 */
export function underBeliefs(answers: readonly BeliefAnswer[] | null, later: number): string {
  const tried = (answers ?? []).filter(({ why }) => why !== null);
  const shares = tried.flatMap((answer) => answer.later[later]?.better.share ?? []);
  if (shares.length === 0) return '';
  const [low, high] = [Math.min(...shares), Math.max(...shares)];
  const word = (share: number): string => (share === 0 ? '0' : share === 1 ? '10' : tenth(share));
  const range = low === high ? word(low) : `${word(low)} to ${word(high)}`;
  return `under ${tried.length === 1 ? 'the belief' : `the ${tried.length} beliefs`} tried it brings more in ${range} of 10`;
}

/**
 * The frequency with which a later future is better, as written and under the beliefs tried, from the answers of the beliefs; empty where none was
 * asked.
 *
 * @param later place of the future among the later ones
 */
export function shareOfDraws(answers: readonly BeliefAnswer[] | null, later: number): string {
  const written = answers?.find(({ why }) => why === null)?.later[later];
  if (written === undefined) return '';
  const tried = underBeliefs(answers, later);
  return `It brings more in ${tenths(written.better)}, if one accepts the stated ranges.${tried === '' ? '' : ` ${capital(tried)}.`}`;
}
