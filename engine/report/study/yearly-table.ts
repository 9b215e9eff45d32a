import type { StudyResult } from '../../montecarlo/answers/answers.js';
import type { BandLevel } from '../../statistics/summary.js';
import { sparkline } from '../text/sparkline.js';
import { outcomeScale, withUnit } from '../text/table-money.js';
import type { TextCell, TextColumn, TextTable } from '../text/text-table.js';
import { chance, signed } from './study-answer.js';

/** The difference of the last future by year, as bands, for every outcome that runs by year; null for one future alone. */
export function yearlyTable({ study, outcomes, years }: StudyResult): TextTable | null {
  const last = study.futures.length - 1;
  const moving = outcomes.filter((outcome) => outcome.years.length > 1);
  if (last === 0 || moving.length === 0) return null;
  const column = (year: number): TextColumn => ({ heading: String(year), align: 'right', series: true });
  return {
    title: `By year: ${study.futures[last]!.scenario.label} less ${study.futures[0]!.scenario.label} in the same draws`,
    columns: [{ heading: 'outcome' }, { heading: '' }, ...years.map(column), { heading: 'path' }],
    keys: 2,
    rows: moving.flatMap(({ name, expression, differences }): TextCell[][] => {
      const summaries = differences[last]!;
      const scale = outcomeScale(
        expression,
        study.futures[0]!.economy.currency,
        summaries.flatMap(({ p10, p90 }) => [p10, p90]),
      );
      const line = (label: string, values: readonly (number | null)[], texts: readonly string[]): TextCell[] => [
        '',
        label,
        ...texts,
        sparkline(values),
      ];
      const of = (level: BandLevel): TextCell[] => {
        const values = summaries.map((summary) => scale.of(summary[level]));
        return line(level, values, values.map(signed));
      };
      const chances = summaries.map(({ probabilityBetter }) => probabilityBetter?.share ?? null);
      const rows = [
        of('p10'),
        of('p50'),
        of('p90'),
        ...(summaries[0]!.probabilityBetter === null
          ? []
          : [
              line(
                'better in',
                chances,
                summaries.map(({ probabilityBetter }) => chance(probabilityBetter!)),
              ),
            ]),
      ];
      rows[0]![0] = withUnit(name, scale.unit);
      return rows;
    }),
  };
}
