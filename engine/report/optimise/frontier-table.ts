import { columnDecimals, formatFixed, formatSigned } from '../text/number-format.js';
import { numberHeading } from '../text/text-columns.js';
import type { TextCell, TextTable } from '../text/text-table.js';
import { moneyOf, type OptimiseReport, pickNames } from './optimise-report.js';
import { policyCell, policyWords } from './plan-words.js';

/** Every plan that was measured on draws, with what it chooses. */
export function frontierTextTable({ optimisation, draws }: OptimiseReport): TextTable {
  const { given, greedy, plans } = optimisation;
  const rows = [given, greedy, ...plans];
  const sums = rows.flatMap((plan) => [plan.cost, plan.draws!.mean]);
  const { unit, of } = moneyOf(optimisation, sums);
  const decimals = columnDecimals(sums.map(of));
  const menu = optimisation.prepared.problem.source.scenario.policies;
  const policies = policyWords(greedy.assignments!).map(({ policy }) => policy);
  const others = (id: string): string[] => pickNames(optimisation, id);
  return {
    title: `Plans of the frontier on ${draws} draws (${unit})`,
    columns: [
      { heading: 'plan' },
      numberHeading('cost'),
      numberHeading('gain'),
      numberHeading('worst tenth', 'mean gain'),
      numberHeading('worst region', '%'),
      ...policies.map((policy) => ({ heading: policy })),
    ],
    rows: rows.map((plan): TextCell[] => [
      [plan.id, ...others(plan.id)].join(', '),
      formatFixed(of(plan.cost), decimals),
      formatFixed(of(plan.draws!.mean), decimals),
      formatFixed(of(plan.draws!.cvar), decimals),
      formatSigned(plan.draws!.worst * 100, 2),
      ...(plan.assignments === null
        ? policies.map(() => 'as written')
        : policyWords(plan.assignments, menu).map(policyCell)),
    ]),
  };
}
