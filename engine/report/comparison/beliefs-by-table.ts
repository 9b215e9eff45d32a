import type { BeliefAnswer, LaterAnswer } from '../../montecarlo/answers/belief-answer.js';
import { columnDecimals, formatSigned, NO_NUMBER } from '../text/number-format.js';
import type { TableMoney } from '../text/table-money.js';
import { numberHeading } from '../text/text-columns.js';
import type { TextCell, TextTable } from '../text/text-table.js';
import { toned } from './comparison-cells.js';

/** The answers to a question on one of a case's output tables: as written, and under each belief. */
export interface AnswersOfTable {
  readonly table: string;
  readonly answers: readonly BeliefAnswer[];
}

/**
 * The same question on several output tables of a case and under several beliefs: a row for each belief, and for each table the median of the
 * draws and how many in ten bring more.
 *
 * @param first label of the future that the last one is compared with
 * @param scaled the unit that suits some sums of money, with its price basis
 */
export function beliefsByTable(
  tables: readonly AnswersOfTable[],
  first: string,
  scaled: (values: readonly (number | null)[]) => TableMoney,
): TextTable {
  const last = (answer: BeliefAnswer): LaterAnswer => answer.later.at(-1)!;
  const [{ answers: rows }] = tables as [AnswersOfTable];
  const medians = tables.flatMap(({ answers }) => answers.map((answer) => last(answer).median));
  const { unit, of } = scaled(medians);
  const decimals = columnDecimals(medians.map((value) => of(value)));
  const { label, better } = last(rows[0]!);
  return {
    title: `Does the answer hold: ${label} less ${first}, discounted output (${unit}), ${better.count} draws each`,
    columns: [
      { heading: 'belief', whole: true },
      ...tables.flatMap(({ table }) => [
        numberHeading('median', undefined, `table ${table}`),
        numberHeading('brings more', undefined, `table ${table}`),
      ]),
    ],
    rows: rows.map((row, k): TextCell[] => [
      row.id,
      ...tables.flatMap(({ answers }): TextCell[] => {
        const { median, better: more } = last(answers[k]!);
        const share = more.share === null ? NO_NUMBER : `${(10 * more.share).toFixed(1)} of 10`;
        return [median === null ? NO_NUMBER : toned(formatSigned(of(median), decimals), median), share];
      }),
    ]),
    notes: rows.flatMap(({ id, title, why }) => (why === null ? [] : [`${id}: ${title}.`])),
  };
}
