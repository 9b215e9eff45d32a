import { choiceIds, type StudyResult } from '../../montecarlo/answers/answers.js';
import type { PairedSummary } from '../../montecarlo/answers/pairs.js';
import { SHOWN_LEVELS } from '../../statistics/summary.js';
import { formatNumber } from '../text/number-format.js';
import { outcomeScale, tableMoney, withUnit } from '../text/table-money.js';
import { numberHeading } from '../text/text-columns.js';
import type { TextCell, TextTable } from '../text/text-table.js';
import { chance, signed } from './study-answer.js';

/** The headline's sum as an outcome. */
export const GAIN = 'discounted(output() - noPolicy())';

/**
 * The headline: discounted output that each future gains over no policy and over the first, as bands, with how surely and how badly at worst.
 *
 * @param withRegret whether regret stands beside it
 */
export function gainsTable(result: StudyResult, withRegret = false): TextTable {
  const { study, gains } = result;
  const { from, to } = study.futures[0]!.scenario.years;
  const noPolicy = study.runs.at(-1)!.scenario.label;
  const first = study.futures[0]!.scenario.label;
  const regret = withRegret ? regretOf(result, GAIN) : null;
  const { unit, of: inUnit } = tableMoney(
    study.futures[0]!.economy.currency,
    gains.flatMap(({ overNoPolicy, overFirst }) => [overNoPolicy.total.p50, overFirst?.total.p50 ?? null]),
  );
  const row = (future: string, against: string, total: PairedSummary, f: number | null): TextCell[] => [
    future,
    against,
    ...SHOWN_LEVELS.map((level) => signed(inUnit(total[level]))),
    signed(inUnit(total.lowestTenth)),
    chance(total.probabilityBetter!),
    ...(regret === null ? [] : ['p90' as const, 'max' as const].map((of) => (f === null ? '' : regret.text(f, of)))),
  ];
  return {
    title: `Discounted output gained over ${from}–${to} (${unit})`,
    columns: [
      { heading: 'future' },
      { heading: 'compared with' },
      ...SHOWN_LEVELS.map((level) => numberHeading(level)),
      numberHeading('worst 10%'),
      numberHeading('gains in'),
      ...(regret === null
        ? []
        : [
            numberHeading('p90', undefined, `regret: ${regret.name}`),
            numberHeading('largest', undefined, `regret: ${regret.name}`),
          ]),
    ],
    keys: 2,
    rows: [
      ...gains.map(({ future, overNoPolicy }, f) => row(future.scenario.label, noPolicy, overNoPolicy.total, f)),
      ...gains.flatMap(({ future, overFirst }) =>
        overFirst === null ? [] : [row(future.scenario.label, first, overFirst.total, null)],
      ),
    ],
  };
}

/** Regret in an outcome, or in the first one that has any. */
export function regretOf({ study, outcomes }: StudyResult, expression?: string) {
  const regretted = outcomes.find(
    (outcome) => outcome.regret !== null && (expression === undefined || outcome.expression === expression),
  );
  if (regretted === undefined) return null;
  const ids = choiceIds(study);
  const { unit, of: inUnit } = outcomeScale(
    regretted.expression,
    study.futures[0]!.economy.currency,
    regretted.regret!.map(({ max }) => max),
  );
  return {
    name: withUnit(regretted.name, unit),
    text: (run: number, of: 'p90' | 'max'): string =>
      formatNumber(run < ids.length ? inUnit(regretted.regret![run]![of]) : null, 3),
  };
}
