import { square } from '../../exact-math/index.js';
import type { SensitivityResult } from '../../montecarlo/sensitivity/analyse-sensitivity.js';
import { sum } from '../../statistics/sum.js';
import { inputWords } from '../text/key-words.js';
import { money } from '../text/money.js';
import { formatFixed, formatNumber, formatPercent } from '../text/number-format.js';
import { outcomeLabel } from '../text/outcome-label.js';
import { capital } from '../text/sentence.js';
import { outcomeScale, type TableMoney } from '../text/table-money.js';
import { outcomeUnit } from '../text/unit-words.js';
import { answerStatus, type Measured, rankedInputs } from './sensitivity-measures.js';

/** An interval of a Sobol index that is wider leaves much open. */
const WIDE = 1 / 3;

/** The answer, sentence by sentence: the subject first where there is something to tell of it. */
export function sensitivityAnswer(result: SensitivityResult): string {
  const what = sensitivitySubject(result);
  const rows = rankedInputs(result);
  const last = answerStatus(result.answers.at(-1)!);
  if (last === 'no-variance') return `${what} is the same at every point: there is nothing for it to hinge on.`;
  if (rows === null) return `${what}: too few points are usable to tell.`;
  const telling = rows.filter(({ values }) => tells(result, values, rows[0]!.values)).slice(0, 3);
  if (telling.length === 0) return `${what} hinges on no single input.`;
  const named = telling.map(({ input, values }) => `${capital(inputWords(input))}: ${mainMeasure(result, values)}.`);
  // Total orders count interactions once for each input that takes part, so they may add up to more than all.
  return `${what} hinges most on ${telling.length === 1 ? 'one number' : `${telling.length} numbers`}. ${named.join(' ')}`;
}

/** The outcome in question, as the beginning of a sentence. */
export function sensitivitySubject({ outcome, later, first, years }: SensitivityResult): string {
  const year = years.length > 1 ? ` in ${years.at(-1)}` : '';
  const label = outcomeLabel(outcome);
  return first === null
    ? `The outcome ${label} of ${later.scenario.label}${year}`
    : `The difference in ${label} between ${later.scenario.label} and ${first.scenario.label}${year}`;
}

/** True where an input is worth a word: more than a hundredth of the variance or of the largest effect, a coefficient that is not 0. */
function tells({ method }: SensitivityResult, values: Measured['values'], largest: Measured['values']): boolean {
  if (method === 'sobol') return values.total! >= 0.01;
  if (method === 'morris') return values.muStar! > 0.01 * largest.muStar! || values.muStar === largest.muStar;
  return values.low != null && values.high != null && (values.low > 0 || values.high < 0);
}

/** The unit of Morris' effects, which is the outcome's; null where it has none that its expression tells. */
function effectUnit({ method, outcome, later }: SensitivityResult): string | null {
  return method === 'morris' ? outcomeUnit(outcome.expression, later.economy.currency) : null;
}

/** The unit in which tables and pictures say Morris' effects, by the largest of the last year; no unit where they have none. */
export function effectScale(result: SensitivityResult): TableMoney {
  const { method, outcome, later } = result;
  if (method !== 'morris') return outcomeScale('', '', []);
  const sizes = (rankedInputs(result) ?? []).map(({ values }) => values.muStar ?? null);
  return outcomeScale(outcome.expression, later.economy.currency, sizes);
}

function mainMeasure(result: SensitivityResult, values: Measured['values']): string {
  const { method } = result;
  if (method === 'sobol') {
    const reach = (values.totalHigh! - values.totalLow!) / 2;
    return `${formatPercent(values.total!, 0)} ± ${formatFixed(100 * reach, 0)} of the variance, interactions counted`;
  }
  if (method === 'morris') {
    const unit = effectUnit(result);
    return `mean effect ${unit === null ? formatNumber(values.muStar!, 3) : money(values.muStar!, unit)}`;
  }
  return `rank coefficient ${formatFixed(values.coefficient!, 2)}`;
}

/** A sentence on the sum of the measures. */
export function explained({ answers }: SensitivityResult): string[] {
  const last = answers.at(-1)!;
  if (last.method === 'rank' && last.regression.status === 'ok') {
    const { adjustedRSquared } = last.regression;
    return [
      `The ranks of the inputs explain ${formatPercent(adjustedRSquared, 0)} of those of the outcome${adjustedRSquared < 0.7 ? ': too little for coefficients to say much' : ''}.`,
    ];
  }
  if (last.method !== 'sobol' || last.indices.status !== 'ok') return [];
  const { first, firstLow, firstHigh, totalLow, totalHigh } = last.indices;
  const total = sum(first);
  // Of estimates taken as independent, which says at least how fine the sum can be told.
  const reach = Math.sqrt(sum(first.map((_, g) => square((firstHigh[g]! - firstLow[g]!) / 2))));
  const widest = totalHigh.reduce((most, high, g) => Math.max(most, high - totalLow[g]!), 0);
  return [
    `First orders add up to ${formatFixed(total, 2)} ± ${formatFixed(reach, 2)}${total + reach < 1 ? '. What is missing to 1 is interaction' : ''}.`,
    ...(widest > WIDE
      ? ['The widest interval spans more than a third of the variance: take more samples for surer ranks.']
      : []),
  ];
}
