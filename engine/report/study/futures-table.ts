import type { StudyResult } from '../../montecarlo/answers/answers.js';
import { formatPercent } from '../text/number-format.js';
import { numberHeading } from '../text/text-columns.js';
import type { TextTable } from '../text/text-table.js';
import { GAIN, regretOf } from './gains-table.js';
import { chance } from './study-answer.js';

/** The share of draws in which each future meets each goal; null where there are no goals. */
export function goalsTable({ study, goals }: StudyResult): TextTable | null {
  if (goals.length === 0) return null;
  return {
    title: 'Goals: share of draws that meet them',
    columns: [{ heading: 'goal' }, ...study.runs.map(({ scenario }) => numberHeading(scenario.label))],
    rows: goals.map(({ name, runs }) => [name ?? 'all of them', ...runs.map((share) => chance(share))]),
  };
}

/** The safety of each future: regret, and volatility from year to year. */
export function futuresTable(result: StudyResult): TextTable {
  const { study, volatility } = result;
  const regret = regretOf(result, GAIN) ?? regretOf(result);
  return {
    title: 'How safe each future is',
    columns: [
      { heading: 'future' },
      ...(regret === null
        ? []
        : [numberHeading('largest', regret.name, 'regret'), numberHeading('p90', regret.name, 'regret')]),
      numberHeading('volatility', 'of growth'),
    ],
    rows: study.runs.map((run, f) => [
      run.scenario.label,
      ...(regret === null ? [] : [regret.text(f, 'max'), regret.text(f, 'p90')]),
      formatPercent(volatility[f]!.p50, 2),
    ]),
    notes: ['Regret: what is missed in a draw against the best of the futures. Volatility: median over the draws.'],
  };
}
