import type { OutcomeAnswer } from '../../../montecarlo/answers/answers.js';
import { SHOWN_LEVELS, type Summary } from '../../../statistics/summary.js';
import { money, moneyRange } from '../../text/money.js';
import { formatNumber } from '../../text/number-format.js';
import { outcomeUnit, unitWords } from '../../text/unit-words.js';
import type { StudyView } from './study-view.js';

/** Outcomes that are drawn; the tables in files have all. */
export const MOST = { output: 5, others: 4, differences: 6 };

/** Outcomes by year that are output, and those that are something else. */
export function movingOutcomes({ result }: StudyView): {
  readonly output: OutcomeAnswer[];
  readonly others: OutcomeAnswer[];
} {
  const moving = result.outcomes.filter((outcome) => outcome.years.length > 1);
  const isOutput = ({ expression }: OutcomeAnswer): boolean => /^output\((?:"[^"]*"|'[^']*')?\)$/.test(expression);
  return {
    output: moving.filter(isOutput).slice(0, MOST.output),
    others: moving.filter((outcome) => !isOutput(outcome)).slice(0, MOST.others),
  };
}

/** A number of an outcome with its unit where it is money. */
export function outcomeAmount({ result }: StudyView, { expression }: OutcomeAnswer, value: number | null): string {
  const unit = outcomeUnit(expression, result.study.futures[0]!.economy.currency);
  return unit === null ? formatNumber(value, 3) : money(value, unit);
}

/** A range of an outcome, with its unit where it is money. */
export function outcomeRange(
  { result }: StudyView,
  { expression }: OutcomeAnswer,
  low: number | null,
  high: number | null,
): string {
  const unit = outcomeUnit(expression, result.study.futures[0]!.economy.currency);
  return unit === null ? `${formatNumber(low, 3)} to ${formatNumber(high, 3)}` : moneyRange(low, high, unit);
}

/** The unit of an outcome in words after a comma, or nothing. */
export function inUnit({ result }: StudyView, { expression }: OutcomeAnswer): string {
  const unit = outcomeUnit(expression, result.study.futures[0]!.economy.currency);
  return unit === null ? '' : `, ${unitWords(unit)}`;
}

/** Cells of a table: the bands of a summary in their order. */
export function bandCells(summary: Summary, format: (value: number | null) => string): string[] {
  return SHOWN_LEVELS.map((level) => format(summary[level]));
}
