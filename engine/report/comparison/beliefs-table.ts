import type { BeliefAnswer, LaterAnswer } from '../../montecarlo/answers/belief-answer.js';
import {
  columnDecimals,
  formatFixed,
  formatPercent,
  formatSigned,
  groupThousands,
  NO_NUMBER,
} from '../text/number-format.js';
import { listed } from '../text/sentence.js';
import type { TableMoney } from '../text/table-money.js';
import { numberHeading } from '../text/text-columns.js';
import type { TextCell, TextTable } from '../text/text-table.js';
import { toned } from './comparison-cells.js';

/** More regions than this are counted, not named. */
const NAMED = 2;

/**
 * The same question as written and under each belief: one row for each, of several later futures one each.
 *
 * @param first label of the future that all are compared with
 * @param scaled the unit that suits some sums of money, with its price basis
 */
export function beliefsTable(
  answers: readonly BeliefAnswer[],
  first: string,
  scaled: (values: readonly (number | null)[]) => TableMoney,
): TextTable {
  const rows = answers.flatMap((answer) => answer.later.map((later) => ({ answer, later })));
  const several = answers.some(({ later }) => later.length > 1);
  const sums = rows.flatMap(({ later }) => [later.central, later.median, later.p10, later.p90]);
  const { unit, of } = scaled(sums);
  const decimals = columnDecimals(sums.map((value) => of(value)));
  const money = (value: number | null): TextCell =>
    value === null ? NO_NUMBER : toned(formatSigned(of(value), decimals), value);
  const { count } = rows[0]!.later.better;
  const draws = groupThousands(String(count));
  return {
    title: `The same under other assumptions: ${several ? 'each future' : rows[0]!.later.label} less ${first} (discounted output, ${unit}), ${draws} draws each`,
    columns: [
      { heading: 'belief', whole: true },
      ...(several ? [{ heading: 'future' }] : []),
      numberHeading('central', 'run'),
      numberHeading('median', 'of draws'),
      numberHeading('80% of draws', 'from … to'),
      numberHeading('brings more', 'share of draws'),
      numberHeading('benefit', '÷ cost'),
      { heading: 'loses in the median' },
    ],
    rows: rows.map(({ answer, later }): TextCell[] => [
      answer.id,
      ...(several ? [later.label] : []),
      money(later.central),
      money(later.median),
      later.p10 === null || later.p90 === null
        ? NO_NUMBER
        : `${formatSigned(of(later.p10), decimals)} … ${formatSigned(of(later.p90), decimals)}`,
      shareOf(later),
      formatFixed(later.benefitCost, 2),
      losersOf(later),
    ]),
    notes: [
      'Share of draws ± its standard error. Benefit ÷ cost: value added gained over no policy per unit of cost, in the central run.',
      ...answers.flatMap(({ id, title, why, changesNothing }) =>
        why === null
          ? []
          : [`${id}: ${title}. ${why}${changesNothing ? ' (It changes nothing in these futures.)' : ''}`],
      ),
    ],
  };
}

/** The answers as plain data, by the id of the belief. Of several later futures the last one's numbers stand at the top. */
export function beliefsJson(answers: readonly BeliefAnswer[]) {
  return Object.fromEntries(
    answers.map(({ id, title, why, changesNothing, later }) => {
      const { future: _future, ...last } = laterJson(later.at(-1)!);
      return [
        id,
        { title, why, changesNothing, ...last, ...(later.length > 1 ? { futures: later.map(laterJson) } : {}) },
      ];
    }),
  );
}

function laterJson({ future, central, median, p10, p90, better, benefitCost, losers }: LaterAnswer) {
  return {
    future,
    central,
    median,
    p10,
    p90,
    probabilityBetter: better.share,
    standardError: better.standardError,
    draws: better.count,
    benefitCost,
    losers,
  };
}

function shareOf({ better }: LaterAnswer): string {
  if (better.share === null) return NO_NUMBER;
  return `${formatPercent(better.share, 0)} ± ${formatPercent(better.standardError, 0)}`;
}

function losersOf({ losers }: LaterAnswer): string {
  if (losers.length === 0) return 'none';
  return losers.length <= NAMED ? listed(losers) : `${losers.length} regions`;
}
