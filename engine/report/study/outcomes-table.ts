import type { OutcomeAnswer, StudyResult } from '../../montecarlo/answers/answers.js';
import type { Summary } from '../../statistics/summary.js';
import { formatNumber, NO_NUMBER } from '../text/number-format.js';
import { outcomeScale, type TableMoney, withUnit } from '../text/table-money.js';
import { numberHeading } from '../text/text-columns.js';
import type { TextTable } from '../text/text-table.js';
import { chance, count, signed } from './study-answer.js';

/** Outcomes of the last year: medians, and what the last future changes. */
export function outcomesTable(result: StudyResult, outcomes: readonly OutcomeAnswer[] = result.outcomes): TextTable {
  const { study } = result;
  const { to } = study.futures[0]!.scenario.years;
  const last = study.futures.length - 1;
  const compared = last > 0;
  const noPolicy = study.runs.length - 1;
  const shown = compared ? [noPolicy, 0, last] : [noPolicy, 0];
  const ids = study.runs.map((run) => run.scenario.label);
  const scales = new Map(
    outcomes.map((outcome) => [
      outcome,
      outcomeScale(
        outcome.expression,
        study.futures[0]!.economy.currency,
        shown.map((f) => outcome.runs[f]!.at(-1)!.p50),
      ),
    ]),
  );
  const difference = (outcome: OutcomeAnswer): string[] => {
    const { of } = scales.get(outcome)!;
    const summary = outcome.differences[last]!.at(-1)!;
    return [
      signed(of(summary.p50)),
      `${signed(of(summary.p10))} … ${signed(of(summary.p90))}`,
      summary.probabilityBetter === null ? NO_NUMBER : chance(summary.probabilityBetter),
    ];
  };
  return {
    title: `Outcomes in ${to}${outcomes.some(isOfAllYears) ? ' (* of all years together)' : ''}: medians of ${count(study.draws)} draws, and the range that holds 80% of them`,
    columns: [
      { heading: 'outcome' },
      ...shown.map((f) => numberHeading(ids[f]!, undefined, 'median')),
      ...(compared
        ? ['median', 'p10 … p90', 'better in'].map((heading) =>
            numberHeading(heading, undefined, `${ids[last]} less ${ids[0]}`),
          )
        : [numberHeading('p10 … p90', undefined, ids[0]!)]),
    ],
    rows: outcomes.map((outcome) => {
      const { unit, of } = scales.get(outcome)!;
      return [
        withUnit(`${outcome.name}${isOfAllYears(outcome) ? ' *' : ''}`, unit),
        ...shown.map((f) => formatNumber(of(outcome.runs[f]!.at(-1)!.p50))),
        ...(compared ? difference(outcome) : [range(outcome.runs[0]!.at(-1)!, of)]),
      ];
    }),
    notes:
      study.futures.length > 2 ? [`The first future and the last; --format json has all ${study.futures.length}.`] : [],
  };
}

/** True where an outcome is one number for all years, such as a sum over them. */
function isOfAllYears({ years }: OutcomeAnswer): boolean {
  return years.length === 1;
}

function range({ p10, p90 }: Summary, of: TableMoney['of']): string {
  return `${formatNumber(of(p10), 3)} … ${formatNumber(of(p90), 3)}`;
}
