import type { OutcomeAnswer, StudyResult } from '../../montecarlo/answers/answers.js';
import type { Summary } from '../../statistics/summary.js';
import { formatNumber, NO_NUMBER } from '../text/number-format.js';
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
  const difference = (outcome: OutcomeAnswer): string[] => {
    const summary = outcome.differences[last]!.at(-1)!;
    return [
      signed(summary.p50),
      `${signed(summary.p10)} … ${signed(summary.p90)}`,
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
    rows: outcomes.map((outcome) => [
      `${outcome.name}${isOfAllYears(outcome) ? ' *' : ''}`,
      ...shown.map((f) => formatNumber(outcome.runs[f]!.at(-1)!.p50)),
      ...(compared ? difference(outcome) : [range(outcome.runs[0]!.at(-1)!)]),
    ]),
    notes:
      study.futures.length > 2 ? [`The first future and the last; --format json has all ${study.futures.length}.`] : [],
  };
}

/** True where an outcome is one number for all years, such as a sum over them. */
function isOfAllYears({ years }: OutcomeAnswer): boolean {
  return years.length === 1;
}

function range({ p10, p90 }: Summary): string {
  return `${formatNumber(p10, 3)} … ${formatNumber(p90, 3)}`;
}
