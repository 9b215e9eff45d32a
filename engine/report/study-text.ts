import { choiceIds, type OutcomeAnswer, type StudyResult } from '../montecarlo/answers.js';
import type { Convergence } from '../montecarlo/summaries/convergence.js';
import type { Summary } from '../montecarlo/summaries/summary.js';
import { formatFixed, formatNumber, formatPercent, NO_NUMBER } from './number-format.js';
import { chance, count, signed, studyAnswer } from './study-answer.js';
import { type Layout, paint, renderTextTable, type TextColumn, type TextTable } from './text-table.js';
import { wrapWords } from './text-width.js';

/** With more futures than this the table of regions has fewer columns. */
const ROOMY_FUTURES = 3;

/** Failed draws that are listed one by one; the files list all. */
const FAILURES_SHOWN = 5;

/** A study for a terminal: the answer in a few sentences, then the tables behind it, on one screen. */
export function studyText(result: StudyResult, layout: Layout): string {
  const sentences = studyAnswer(result).map((sentence) => wrapWords(sentence, layout.width));
  const answer = sentences.flatMap((lines, k) =>
    k === 0 ? lines.map((line) => paint(line, 'strong', layout)) : lines,
  );
  const tables = [outcomesTable(result), regionsTable(result), futuresTable(result)];
  return [`${answer.join('\n')}\n`, ...tables.map((table) => `\n${renderTextTable(table, layout)}`)].join('');
}

const number = (heading: string, unit?: string, group?: string): TextColumn => ({
  heading,
  align: 'right',
  ...(unit === undefined ? {} : { unit }),
  ...(group === undefined ? {} : { group }),
});

function outcomesTable(result: StudyResult): TextTable {
  const { study, outcomes } = result;
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
    title: `Outcomes in ${to}: medians of ${count(study.draws)} draws, and the range that holds 80 % of them`,
    columns: [
      { heading: 'outcome' },
      ...shown.map((f) => number(ids[f]!, undefined, 'median')),
      ...(compared
        ? ['median', 'p10 … p90', 'better in'].map((heading) =>
            number(heading, undefined, `${ids[last]} against ${ids[0]}`),
          )
        : [number('p10 … p90', undefined, ids[0]!)]),
    ],
    rows: outcomes.map((outcome) => [
      outcome.name,
      ...shown.map((f) => formatNumber(outcome.runs[f]!.at(-1)!.p50)),
      ...(compared ? difference(outcome) : [range(outcome.runs[0]!.at(-1)!)]),
    ]),
    notes:
      study.futures.length > 2 ? [`The first future and the last; --format json has all ${study.futures.length}.`] : [],
  };
}

function range({ p10, p90 }: Summary): string {
  return `${formatNumber(p10, 3)} … ${formatNumber(p90, 3)}`;
}

function regionsTable(result: StudyResult): TextTable {
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
        ? [number('gains in', undefined, `${last.future.id} against ${against}`)]
        : gains.map(({ future }) => number(future.id, undefined, 'against no policy in'))),
      ...(difference === null ? [] : [number('gains in', undefined, `${last.future.id} against ${against}`)]),
      number('median', undefined, `${last.future.id} against ${against}`),
      number('p10 … p90', undefined, `${last.future.id} against ${against}`),
      ...(roomy ? [number('worst tenth', undefined, `${last.future.id} against ${against}`)] : []),
    ],
    rows: [
      ...regions.map((region, r) => row(region, (gain) => gain.regions[r]!)),
      'rule',
      row('all', (gain) => gain.total),
    ],
  };
}

function futuresTable(result: StudyResult): TextTable {
  const { study, outcomes, goals, volatility } = result;
  const ids = choiceIds(study);
  const gain = outcomes.find((outcome) => outcome.regret !== null && outcome.name === 'gain');
  const regretted = gain ?? outcomes.find((outcome) => outcome.regret !== null);
  return {
    title: 'How safe each future is',
    columns: [
      { heading: 'future' },
      ...(regretted === undefined
        ? []
        : [number('largest', regretted.name, 'regret'), number('p90', regretted.name, 'regret')]),
      number('volatility', 'of growth'),
      ...goals.map(({ name }) => number(name ?? 'all goals', 'met in')),
    ],
    rows: study.runs.map((run, f) => [
      run.id,
      ...(regretted === undefined
        ? []
        : [
            formatNumber(ids[f] === run.id ? regretted.regret![f]!.max : null, 3),
            formatNumber(ids[f] === run.id ? regretted.regret![f]!.p90 : null, 3),
          ]),
      formatPercent(volatility[f]!.p50, 2),
      ...goals.map(({ runs }) => chance(runs[f]!)),
    ]),
    notes: notesOf(result),
  };
}

function notesOf(result: StudyResult): string[] {
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
    ...(failures.length === 0 ? [] : [`tandem montecarlo … --draw N shows a draw's inputs.`]),
  ];
}

/** Whether the draws suffice for the headline: the last future's gain over the first, or over no policy. */
function sufficiency({ gains, study }: StudyResult): string {
  const last = gains.at(-1)!;
  const { total, convergence, probability } = last.overFirst ?? last.overNoPolicy;
  const drawn = `${count(study.draws)} draws (${study.sampler}, seed ${study.seed}, ${study.uncertain.length} uncertain numbers)`;
  if (convergence.status === 'no-variance') return `${drawn}: the gain is the same in all of them.`;
  if (convergence.status === 'too-few') return `${drawn} are too few to say how sure this is.`;
  const errors = `standard errors: median ${formatNumber(total.errors.p50, 2)}, probability ${formatPercent(total.probabilityBetter!.standardError, 2)}`;
  return `${drawn}; ${errors}: ${verdict(convergence, probability.drawsNeeded)}.`;
}

function verdict(convergence: Convergence, needed: number | null): string {
  if (convergence.status === 'suffices') return 'the draws suffice';
  const draws = Math.max(convergence.drawsNeeded ?? 0, needed ?? 0);
  if (!Number.isSafeInteger(draws)) return 'no number of draws makes such a spread sure';
  return `for errors within 2 % of the band take about ${count(draws)} draws`;
}

function failureNotes({ failures, study }: StudyResult): string[] {
  if (failures.length === 0) return [];
  const shown = failures.slice(0, FAILURES_SHOWN).map(({ draw, message }) => `draw ${draw}: ${message}`);
  const rest = failures.length > FAILURES_SHOWN ? `; and ${count(failures.length - FAILURES_SHOWN)} more` : '';
  return [
    `${count(failures.length)} of ${count(study.draws)} draws failed and are in no number above: ${shown.join('; ')}${rest}.`,
  ];
}
