import { choiceIds, type OutcomeAnswer, type StudyResult } from '../../montecarlo/answers/answers.js';
import type { Convergence } from '../../montecarlo/answers/convergence.js';
import type { PairedSummary } from '../../montecarlo/answers/pairs.js';
import { BAND_NAMES, type BandLevel, type Summary } from '../../statistics/summary.js';
import { formatFixed, formatNumber, formatPercent, NO_NUMBER } from '../text/number-format.js';
import { sparkline } from '../text/sparkline.js';
import { numberHeading } from '../text/text-columns.js';
import type { TextCell, TextColumn, TextTable } from '../text/text-table.js';
import { chance, count, signed } from './study-answer.js';

/** With more futures than this the table of regions has fewer columns. */
const ROOMY_FUTURES = 3;

/** The headline's sum as an outcome. */
export const GAIN = 'discounted(output() - noPolicy())';

/** Failed draws that are listed one by one; the files list all. */
const FAILURES_SHOWN = 5;

/**
 * The headline: discounted output that each future gains over no policy and over the first, as bands, with how surely and how badly at worst.
 *
 * @param withRegret whether regret stands beside it
 */
export function gainsTable(
  result: StudyResult,
  levels: readonly BandLevel[] = BAND_NAMES,
  withRegret = false,
): TextTable {
  const { study, gains } = result;
  const { from, to } = study.futures[0]!.scenario.years;
  const noPolicy = study.runs.at(-1)!.id;
  const first = study.futures[0]!.id;
  const regret = withRegret ? regretOf(result, GAIN) : null;
  const row = (future: string, against: string, total: PairedSummary, f: number | null): TextCell[] => [
    future,
    against,
    ...levels.map((level) => signed(total[level])),
    signed(total.lowestTenth),
    chance(total.probabilityBetter!),
    ...(regret === null ? [] : ['p90' as const, 'max' as const].map((of) => (f === null ? '' : regret.text(f, of)))),
  ];
  return {
    title: `Discounted output gained over ${from}–${to} (${study.futures[0]!.economy.currency})`,
    columns: [
      { heading: 'future' },
      { heading: 'against' },
      ...levels.map((level) => numberHeading(level)),
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
      ...gains.map(({ future, overNoPolicy }, f) => row(future.id, noPolicy, overNoPolicy.total, f)),
      ...gains.flatMap(({ future, overFirst }) =>
        overFirst === null ? [] : [row(future.id, first, overFirst.total, null)],
      ),
    ],
  };
}

/** Regret in an outcome, or in the first one that has any. */
function regretOf({ study, outcomes }: StudyResult, expression?: string) {
  const regretted = outcomes.find(
    (outcome) => outcome.regret !== null && (expression === undefined || outcome.expression === expression),
  );
  if (regretted === undefined) return null;
  const ids = choiceIds(study);
  return {
    name: regretted.name,
    text: (run: number, of: 'p90' | 'max'): string =>
      formatNumber(run < ids.length ? regretted.regret![run]![of] : null, 3),
  };
}

/** Outcomes of the last year: medians, and what the last future changes. */
export function outcomesTable(result: StudyResult, outcomes: readonly OutcomeAnswer[] = result.outcomes): TextTable {
  const { study } = result;
  const { to } = study.futures[0]!.scenario.years;
  const last = study.futures.length - 1;
  const compared = last > 0;
  const noPolicy = study.runs.length - 1;
  const shown = compared ? [noPolicy, 0, last] : [noPolicy, 0];
  const ids = study.runs.map((run) => run.id);
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
            numberHeading(heading, undefined, `${ids[last]} against ${ids[0]}`),
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

/** Whether an outcome is one number for all years, such as a sum over them. */
function isOfAllYears({ years }: OutcomeAnswer): boolean {
  return years.length === 1;
}

function range({ p10, p90 }: Summary): string {
  return `${formatNumber(p10, 3)} … ${formatNumber(p90, 3)}`;
}

/** Every region: how often it gains under each future, and what the last future changes for it. */
export function regionsTable(result: StudyResult): TextTable {
  const { study, gains, regions } = result;
  const { from, to } = study.futures[0]!.scenario.years;
  const { currency } = study.futures[0]!.economy;
  const last = gains.at(-1)!;
  const first = gains[0]!;
  const difference = last.overFirst;
  const roomy = gains.length <= ROOMY_FUTURES;
  const row = (name: string, of: (gain: typeof last.overNoPolicy) => (typeof last.overNoPolicy)['total']): string[] => {
    const shown = difference === null ? last.overNoPolicy : difference;
    const summary = of(shown);
    return [
      name,
      ...gains.map(({ overNoPolicy }) => chance(of(overNoPolicy).probabilityBetter!)),
      ...(difference === null ? [] : [chance(summary.probabilityBetter!)]),
      signed(summary.p50),
      `${signed(summary.p10)} … ${signed(summary.p90)}`,
      ...(roomy ? [signed(summary.lowestTenth)] : []),
    ];
  };
  const against = difference === null ? 'no policy' : first.future.id;
  return {
    title: `Who gains: share of draws with more output over ${from}–${to} (discounted, ${currency})`,
    columns: [
      { heading: 'region' },
      ...(difference === null
        ? [numberHeading('gains in', undefined, `${last.future.id} against ${against}`)]
        : gains.map(({ future }) => numberHeading(future.id, undefined, 'against no policy in'))),
      ...(difference === null ? [] : [numberHeading('gains in', undefined, `${last.future.id} against ${against}`)]),
      numberHeading('median', undefined, `${last.future.id} against ${against}`),
      numberHeading('p10 … p90', undefined, `${last.future.id} against ${against}`),
      ...(roomy ? [numberHeading('worst 10%', undefined, `${last.future.id} against ${against}`)] : []),
    ],
    rows: [
      ...regions.map((region, r) => row(region, (gain) => gain.regions[r]!)),
      'rule',
      row('all', (gain) => gain.total),
    ],
  };
}

/** How often each future meets each goal; null where there are none. */
export function goalsTable({ study, goals }: StudyResult): TextTable | null {
  if (goals.length === 0) return null;
  return {
    title: 'Goals: share of draws that meet them',
    columns: [{ heading: 'goal' }, ...study.runs.map(({ id }) => numberHeading(id))],
    rows: goals.map(({ name, runs }) => [name ?? 'all of them', ...runs.map((share) => chance(share))]),
  };
}

/** How safe each future is: regret, and swings from year to year. */
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
      run.id,
      ...(regret === null ? [] : [regret.text(f, 'max'), regret.text(f, 'p90')]),
      formatPercent(volatility[f]!.p50, 2),
    ]),
    notes: ['Regret: what is missed in a draw against the best of the futures. Volatility: median over the draws.'],
  };
}

/** What the last future changes by year, as bands, for every outcome that runs by year; null for one future alone. */
export function yearlyTable({ study, outcomes, years }: StudyResult): TextTable | null {
  const last = study.futures.length - 1;
  const moving = outcomes.filter((outcome) => outcome.years.length > 1);
  if (last === 0 || moving.length === 0) return null;
  const column = (year: number): TextColumn => ({ heading: String(year), align: 'right', series: true });
  return {
    title: `By year: ${study.futures[last]!.id} less ${study.futures[0]!.id} in the same draws`,
    columns: [{ heading: 'outcome' }, { heading: '' }, ...years.map(column), { heading: 'path' }],
    keys: 2,
    rows: moving.flatMap(({ name, differences }): TextCell[][] => {
      const summaries = differences[last]!;
      const line = (label: string, values: readonly (number | null)[], texts: readonly string[]): TextCell[] => [
        '',
        label,
        ...texts,
        sparkline(values),
      ];
      const of = (level: BandLevel): TextCell[] => {
        const values = summaries.map((summary) => summary[level]);
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
      rows[0]![0] = name;
      return rows;
    }),
  };
}

/** What else has to be said: how costs were made equal, whether the draws suffice, what failed. */
export function studyNotes(result: StudyResult): string[] {
  const { study, failures } = result;
  const scaled = (study.equalCost ?? []).flatMap((equal, f) =>
    equal.factor === 1 ? [] : [`${study.futures[f]!.id} × ${formatFixed(equal.factor, 4)}`],
  );
  const impossible = (study.equalCost ?? []).flatMap((equal, f) => (equal.possible ? [] : [study.futures[f]!.id]));
  return [
    ...(scaled.length > 0
      ? [`Intensities scaled to equal cost at central values, the same in all draws: ${scaled.join(', ')}.`]
      : study.equalCost === null && study.futures.length > 1
        ? ['Costs are as they come (--no-equal-cost).']
        : []),
    ...impossible.map((id) => `No factor makes ${id} as cheap as the cheapest at central values.`),
    sufficiency(result),
    ...(result.relativeError > 0
      ? [`Quantiles are within ${formatPercent(result.relativeError, 2)} of exact: too many numbers to keep them all.`]
      : []),
    ...failureNotes(result),
    ...undefinedNotes(result),
    ...(failures.length === 0 ? [] : [`tandem montecarlo … --draw N shows a draw's inputs.`]),
  ];
}

/** Whether the draws suffice for the headline: the last future's gain over the first, or over no policy. */
export function sufficiency({ gains, study }: StudyResult): string {
  const last = gains.at(-1)!;
  const { total, convergence, probability } = last.overFirst ?? last.overNoPolicy;
  const drawn = `${count(study.draws)} draws (${study.sampler}, seed ${study.seed}, ${study.uncertain.length} uncertain numbers)`;
  if (convergence.status === 'no-variance') return `${drawn}: the gain is the same in all of them.`;
  if (convergence.status === 'too-few') return `${drawn} are too few to say how sure this is.`;
  // Draws of latin hypercubes and Sobol sequences are spread more evenly than the formulas of independent draws know.
  const most = study.sampler === 'random' ? '' : 'at most ';
  const { hits, count: counted, standardError, low, high } = total.probabilityBetter!;
  const chances =
    hits === counted
      ? `probability at least ${formatPercent(low, 1)} (95%)`
      : hits === 0
        ? `probability at most ${formatPercent(high, 1)} (95%)`
        : `of the probability ${most}${formatPercent(standardError, 2)}`;
  const errors = `standard error of the median ${most}${formatNumber(total.errors.p50, 2)}, ${chances}`;
  return `${drawn}; ${errors}; ${verdict(convergence, probability.drawsNeeded, most)}.`;
}

function verdict(convergence: Convergence, needed: number | null, most: string): string {
  if (convergence.status === 'suffices') return 'the draws suffice';
  const draws = Math.max(convergence.drawsNeeded ?? 0, needed ?? 0);
  if (!Number.isSafeInteger(draws)) return 'no number of draws makes such a spread sure';
  return `for errors within 2% of p05 … p95 take ${most}${count(draws)} draws`;
}

/** Outcomes that are no number in some draws, such as the logarithm of a loss: their figures are of the other draws alone. */
function undefinedNotes({ outcomes, study, failures }: StudyResult): string[] {
  return outcomes.flatMap(({ name, runs }) => {
    const missing = runs.flatMap((summaries, f) => {
      const count = summaries.at(-1)!.missing - failures.length;
      return count > 0 ? [`${formatNumber(count, 1)} (${study.runs[f]!.id})`] : [];
    });
    if (missing.length === 0) return [];
    return [
      `${name} is no number in ${missing.join(', ')} of ${count(study.draws)} draws, which are in none of its figures; differences are of draws where both are numbers.`,
    ];
  });
}

function failureNotes({ failures, study }: StudyResult): string[] {
  if (failures.length === 0) return [];
  const shown = failures.slice(0, FAILURES_SHOWN).map(({ draw, message }) => `draw ${draw}: ${message}`);
  const rest = failures.length > FAILURES_SHOWN ? `; and ${count(failures.length - FAILURES_SHOWN)} more` : '';
  return [
    `${count(failures.length)} of ${count(study.draws)} draws failed and are in no number above: ${shown.join('; ')}${rest}.`,
  ];
}
