import type { Comparison } from '../../compare/compare.js';
import type { EqualCost } from '../../compare/equal-cost.js';
import type { StudyResult } from '../../montecarlo/answers/answers.js';
import { money, oneUnit } from '../text/money.js';
import { formatFixed, formatPercent } from '../text/number-format.js';
import { capital, shortest } from '../text/sentence.js';

/** The cost of a future, and what comes back for it. */
export interface Return {
  readonly label: string;
  /** Over all years, discounted, in the case's currency. */
  readonly cost: number;
  /** Value added above no policy for each unit of money spent; null where nothing is spent. */
  readonly perUnit: number | null;
}

/** The outcome of a study that is its cost. */
export const DISCOUNTED_COST = 'discounted(cost())';

/**
 * The cost and the return of each future: medians of the draws where there are some, else central values.
 *
 * @returns null where the draws have no cost among their outcomes and nothing was computed at central values
 */
export function returnsOf(study: StudyResult | null, comparison: Comparison | null): Return[] | null {
  const drawnCosts = study?.outcomes.find(({ expression }) => expression === DISCOUNTED_COST);
  if (drawnCosts === undefined && comparison === null) return null;
  const futures = comparison?.futures ?? study!.study.futures;
  return futures.map(({ scenario: { label }, economy: { valueAddedShare } }, k) => {
    const central = comparison?.gains[k];
    const cost = drawnCosts?.runs[k]?.at(-1)?.p50 ?? central?.cost ?? 0;
    const gain = study?.gains[k]?.overNoPolicy.total.p50 ?? null;
    if (gain === null) return { label, cost, perUnit: central?.benefitCost ?? null };
    return { label, cost, perUnit: cost > 0 ? (valueAddedShare * gain) / cost : null };
  });
}

/**
 * The sentence on what a future costs and what comes back for it; none where that is not known or nothing is spent.
 *
 * @param k place of the future; beside others than the first stands the first
 */
export function returnSentences(
  study: StudyResult | null,
  comparison: Comparison | null,
  k: number,
  currency: string,
): string[] {
  const returns = returnsOf(study, comparison);
  const said = returns === null ? '' : returnSentence(returns[k]!, k === 0 ? null : returns[0]!, currency);
  return said === '' ? [] : [said];
}

/**
 * The cost of a future and what comes back for it, beside the first where that is another, in a sentence; empty where nothing is spent.
 *
 * @param first null where the future is alone
 * @example
 * const together = { label: 'together', cost: 1403, perUnit: 1.31 };
 * returnSentence(together, { label: 'apart', cost: 1383, perUnit: 1.17 }, '10^8 yuan'); // → 'Together costs 140 billion yuan, and each yuan spent brings 1.31 of value added; apart 1.17.'
 * returnSentence({ ...together, perUnit: 0.5 }, null, '10^8 yuan'); // → 'Together costs 140 billion yuan, more than it brings: each yuan spent brings 0.50 of value added.'
 */
export function returnSentence({ label, cost, perUnit }: Return, first: Return | null, currency: string): string {
  if (perUnit === null) return '';
  const costs = `${capital(label)} costs ${money(cost, currency)}`;
  const joint = perUnit < 1 ? ', more than it brings: ' : ', and ';
  const other = first === null || first.perUnit === null ? '' : `; ${first.label} ${formatFixed(first.perUnit, 2)}`;
  const brings = `each ${oneUnit(currency)} spent brings ${formatFixed(perUnit, 2)} of value added${other}.`;
  return shortest(
    `${costs}${joint}${brings}`,
    `${costs}${perUnit < 1 ? ', more than it brings' : ''}. ${capital(brings)}`,
  );
}

/**
 * The means by which futures are made to cost the same at central values, in a sentence.
 *
 * @example
 * const [apart, together] = [{ label: 'apart', factor: 0.731, possible: true }, { label: 'together', factor: 1, possible: true }];
 * equalCostSentence([apart, together]); // → 'Both are planned to cost the same: apart stands at 73% of its strength.'
 */
export function equalCostSentence(
  futures: readonly (Pick<EqualCost, 'factor' | 'possible'> & { readonly label: string })[],
): string {
  if (futures.some(({ possible }) => !possible)) return 'Their costs cannot be made equal.';
  const scaled = futures.filter(({ factor }) => factor !== 1);
  const how = scaled.map(({ label, factor }) => `${label} stands at ${formatPercent(factor, 0)} of its strength`);
  return how.length === 0
    ? 'Both are planned to cost the same.'
    : `Both are planned to cost the same: ${how.join(', ')}.`;
}
