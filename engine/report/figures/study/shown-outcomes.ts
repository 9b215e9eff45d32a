import type { OutcomeAnswer } from '../../../montecarlo/answers/answers.js';
import { SHOWN_LEVELS, type Summary } from '../../../statistics/summary.js';
import { money, moneyRange } from '../../text/money.js';
import { formatNumber } from '../../text/number-format.js';
import { outcomeScale, type TableMoney } from '../../text/table-money.js';
import { outcomeUnit } from '../../text/unit-words.js';
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

/** The unit in which pictures and tables say the numbers of an outcome. */
export function scaleOf(
  { result }: StudyView,
  { expression }: OutcomeAnswer,
  values: readonly (number | null)[],
): TableMoney {
  return outcomeScale(expression, result.study.futures[0]!.economy.currency, values);
}

/** The same for its levels: by the medians of the last future. */
export function levelScale(view: StudyView, outcome: OutcomeAnswer): TableMoney {
  return scaleOf(
    view,
    outcome,
    outcome.runs[view.last]!.map(({ p50 }) => p50),
  );
}

/** The same for the difference of the last future to the first. */
export function differenceScale(view: StudyView, outcome: OutcomeAnswer): TableMoney {
  return scaleOf(
    view,
    outcome,
    outcome.differences[view.last]!.flatMap(({ p10, p50, p90 }) => [p10, p50, p90]),
  );
}

/** Cells of a table: the bands of a summary in their order. */
export function bandCells(summary: Summary, format: (value: number | null) => string): string[] {
  return SHOWN_LEVELS.map((level) => format(summary[level]));
}
