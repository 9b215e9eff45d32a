import type { StudyResult } from '../../montecarlo/answers/answers.js';
import { tableMoney } from '../text/table-money.js';
import { numberHeading } from '../text/text-columns.js';
import type { TextTable } from '../text/text-table.js';
import { chance, signed } from './study-answer.js';

/** With more futures than this the table of regions has fewer columns. */
const ROOMY_FUTURES = 3;

/** Every region: how often it gains under each future, and what the last future changes for it. */
export function regionsTable(result: StudyResult): TextTable {
  const { study, gains, regions } = result;
  const { from, to } = study.futures[0]!.scenario.years;
  const { currency } = study.futures[0]!.economy;
  const last = gains.at(-1)!;
  const first = gains[0]!;
  const difference = last.overFirst;
  const { unit, of: inUnit } = tableMoney(
    currency,
    (difference ?? last.overNoPolicy).regions.flatMap(({ p10, p90 }) => [p10, p90]),
  );
  const roomy = gains.length <= ROOMY_FUTURES;
  const row = (name: string, of: (gain: typeof last.overNoPolicy) => (typeof last.overNoPolicy)['total']): string[] => {
    const shown = difference === null ? last.overNoPolicy : difference;
    const summary = of(shown);
    return [
      name,
      ...gains.map(({ overNoPolicy }) => chance(of(overNoPolicy).probabilityBetter!)),
      ...(difference === null ? [] : [chance(summary.probabilityBetter!)]),
      signed(inUnit(summary.p50)),
      `${signed(inUnit(summary.p10))} … ${signed(inUnit(summary.p90))}`,
      ...(roomy ? [signed(inUnit(summary.lowestTenth))] : []),
    ];
  };
  const against = difference === null ? 'no policy' : first.future.scenario.label;
  const compared = `${last.future.scenario.label} and ${against}`;
  return {
    title: `Who gains: share of draws with more output over ${from}–${to} (discounted, ${unit})`,
    columns: [
      { heading: 'region' },
      ...(difference === null
        ? [numberHeading('gains in', undefined, compared)]
        : gains.map(({ future }) => numberHeading(future.scenario.label, undefined, 'gains over no policy in'))),
      ...(difference === null ? [] : [numberHeading('gains in', undefined, compared)]),
      numberHeading('median', undefined, compared),
      numberHeading('p10 … p90', undefined, compared),
      ...(roomy ? [numberHeading('worst 10%', undefined, compared)] : []),
    ],
    rows: [
      ...regions.map((region, r) => row(region, (gain) => gain.regions[r]!)),
      'rule',
      row('all', (gain) => gain.total),
    ],
  };
}
