import { policyKind } from '../../policies/index.js';
import { beliefsTable } from '../comparison/beliefs-table.js';
import { toned } from '../comparison/comparison-cells.js';
import { columnDecimals, formatFixed, formatPercent, formatSigned, groupThousands } from '../text/number-format.js';
import { renderTextTable } from '../text/render-table.js';
import { numberHeading } from '../text/text-columns.js';
import type { Layout, TextCell, TextTable } from '../text/text-table.js';
import { wrapWords } from '../text/text-width.js';
import { optimiseAnswer } from './optimise-answer.js';
import { moneyOf, namedPlans, type OptimiseReport } from './optimise-report.js';
import { policyCell, policyWords } from './plan-words.js';

/** The given plan, the one made by hand and the picks: what each costs and brings, and how sure that is. */
export function plansTable({ optimisation, draws, freshDraws }: OptimiseReport): TextTable {
  const rows = namedPlans(optimisation);
  const { regions } = optimisation.prepared.problem.source.economy;
  const sums = rows.flatMap(({ plan }) => [plan.cost, plan.draws!.mean, plan.fresh!.mean]);
  const { unit, of } = moneyOf(optimisation, sums);
  const decimals = columnDecimals(sums.map(of));
  const number = (value: number): string => formatFixed(of(value), decimals);
  return {
    title: `Plans for at most ${number(optimisation.prepared.problem.constraints.budget)}: gain over no policy (discounted output, ${unit})`,
    columns: [
      { heading: 'plan', whole: true },
      numberHeading('cost'),
      numberHeading('gain', `${groupThousands(String(draws))} draws`),
      numberHeading('gain', `${groupThousands(String(freshDraws))} fresh`),
      numberHeading('80% of fresh', 'from … to'),
      numberHeading('beats given', 'of fresh'),
      numberHeading('worst region', '% of output'),
      numberHeading('lose', `of ${regions.length}`),
    ],
    rows: rows.map(({ name, plan: { cost, draws: picked, fresh } }): TextCell[] => [
      name,
      number(cost),
      number(picked!.mean),
      { text: number(fresh!.mean), style: 'strong' },
      `${number(fresh!.p10)} … ${number(fresh!.p90)}`,
      fresh!.better === null ? '' : formatPercent(fresh!.better.share, 0),
      toned(formatSigned(fresh!.worst * 100, 2), fresh!.worst),
      String(fresh!.losers.length),
    ]),
  };
}

/** The policies of each of these plans. */
export function choicesTable({ optimisation }: OptimiseReport): TextTable {
  const named = namedPlans(optimisation).filter(({ plan }) => plan.assignments !== null);
  const words = named.map(({ plan }) =>
    policyWords(plan.assignments!, optimisation.prepared.problem.source.scenario.policies),
  );
  const policies = words[0]?.map(({ policy }) => policy) ?? [];
  return {
    title: 'What they do: part of each policy that is carried out, and what differs from the file',
    columns: [{ heading: 'policy' }, ...named.map(({ name }) => ({ heading: name }))],
    rows: policies.map((policy, p) => [policy, ...words.map((own) => policyCell(own[p]!))]),
  };
}

/** The ground of the best plan: its lead with each kind left out of both, under each belief. */
export function exploitedTable({ optimisation, exploited }: OptimiseReport): TextTable | null {
  const [first] = exploited;
  if (first === undefined) return null;
  const all = exploited.flatMap(({ kinds: { total, kinds } }) => [total, ...kinds.map(({ without }) => without)]);
  const { unit, of } = moneyOf(optimisation, all);
  const decimals = columnDecimals(all.map(of));
  const signed = (value: number): TextCell => toned(formatSigned(of(value), decimals), value);
  return {
    title: `What it exploits: lead over the given plan without each kind of policy (${unit})`,
    columns: [{ heading: 'left out' }, ...exploited.map(({ belief }) => numberHeading(belief))],
    rows: [
      ['nothing', ...exploited.map(({ kinds }) => signed(kinds.total))],
      'rule',
      ...first.kinds.kinds.map(({ kind }): TextCell[] => [
        policyKind(kind)?.title ?? kind,
        ...exploited.map(({ kinds }) => signed(kinds.kinds.find((each) => each.kind === kind)?.without ?? kinds.total)),
      ]),
    ],
  };
}

/** The best plan against the given one under each belief, on draws; null where none was asked for. */
export function beliefsOf({ optimisation, beliefs }: OptimiseReport): TextTable | null {
  return beliefs === null || beliefs.length === 0
    ? null
    : beliefsTable(beliefs, 'given', (values) => moneyOf(optimisation, values));
}

/** The search that found the answer, in a sentence. */
export function methodSentence({ optimisation, draws, freshDraws }: OptimiseReport): string {
  const { prepared, evaluations, frontier, seeds, plans } = optimisation;
  const { searchDraws, objectives } = prepared.problem;
  const grouped = (value: number): string => groupThousands(String(value));
  const how =
    prepared.job.method === 'exhaustive'
      ? `All ${grouped(evaluations)} plans were tried`
      : `${grouped(evaluations)} plans were tried by an evolutionary search`;
  const on = searchDraws === 0 ? 'at central values' : `on ${searchDraws} draws`;
  const after =
    plans.length === 0
      ? ''
      : `. ${plans.length} of the ${grouped(frontier)} on the frontier met ${grouped(draws)} draws (seed ${seeds.draws}). The picks met ${grouped(freshDraws)} fresh ones (seed ${seeds.fresh})`;
  return `${how} ${on} for ${objectives.map(({ name }) => name).join(', ')}${after}.`;
}

/** The whole answer on one screen. */
export function optimiseText(report: OptimiseReport, layout: Layout): string {
  const lines = (text: string): string => wrapWords(text, layout.width).join('\n');
  const tables =
    report.optimisation.plans.length === 0
      ? []
      : [plansTable(report), choicesTable(report), exploitedTable(report), beliefsOf(report)].filter(
          (table) => table !== null,
        );
  // What each belief says stands in its file and on the page.
  return [
    `${[...optimiseAnswer(report), methodSentence(report)].map(lines).join('\n')}\n`,
    ...tables.map((table) => renderTextTable({ ...table, notes: [], tight: true }, layout)),
  ].join('\n');
}
