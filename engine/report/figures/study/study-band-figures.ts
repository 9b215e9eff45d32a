import type { OutcomeAnswer } from '../../../montecarlo/answers/answers.js';
import { BAND_NAMES, type Summary } from '../../../statistics/summary.js';
import { chance, signed } from '../../study/study-answer.js';
import { formatFixed, formatNumber, formatPercent } from '../../text/number-format.js';
import { capital } from '../../text/sentence.js';
import { numberHeading } from '../../text/text-columns.js';
import type { TextTable } from '../../text/text-table.js';
import { amount, outcomeUnit, unitWords } from '../../text/unit-words.js';
import type { Figure, LegendEntry, Panel } from '../drawing/figure.js';
import { linePanel } from '../drawing/line-panel.js';
import { fan, fanLegend, lineYears, type StudyView, tableYears } from './study-view.js';

/** Outcomes that are drawn; the tables in files have all. */
const MOST = { output: 5, others: 4, differences: 6 };

/** Outcomes by year that are output, and those that are something else. */
function movingOutcomes({ result }: StudyView): { readonly output: OutcomeAnswer[]; readonly others: OutcomeAnswer[] } {
  const moving = result.outcomes.filter((outcome) => outcome.years.length > 1);
  const isOutput = ({ expression }: OutcomeAnswer): boolean => /^output\((?:"[^"]*"|'[^']*')?\)$/.test(expression);
  return {
    output: moving.filter(isOutput).slice(0, MOST.output),
    others: moving.filter((outcome) => !isOutput(outcome)).slice(0, MOST.others),
  };
}

/** Output, then every other outcome by year: the last future's bands against no policy in the same draws. */
export function bandFigures(view: StudyView): Figure[] {
  const { output, others } = movingOutcomes(view);
  const { names, last, noPolicy, from, to, result } = view;
  const told = (outcome: OutcomeAnswer, run: number): string => {
    const { p50, p10, p90 } = outcome.runs[run]!.at(-1)!;
    return `${quantityText(view, outcome, formatNumber(p50))} (${formatNumber(p10, 3)} to ${formatNumber(p90, 3)} in 80% of the draws)`;
  };
  const figure = (
    id: string,
    title: string,
    outcomes: readonly OutcomeAnswer[],
    yTitle: string | null,
    caption: string,
  ): Figure => ({
    id,
    title,
    finding: `In ${to} ${outcomes
      .slice(0, 2)
      .map(
        (outcome) =>
          `${outcome.name} is ${told(outcome, last)} under ${names[last]} and ${told(outcome, noPolicy)} without policy`,
      )
      .join('; ')}.`,
    caption,
    legend: [
      { name: 'no policy: median', mark: 'dashed', colour: (paint) => paint.noPolicy },
      { name: 'no policy: 5–95% of the draws', mark: 'square', colour: (paint) => paint.noPolicy, opacity: 0.16 },
      ...fanLegend(names[last]!, (paint) => paint.future(last)),
      ...otherRuns(view).map(
        (run): LegendEntry => ({ name: `${names[run]}: median`, mark: 'line', colour: (paint) => paint.future(run) }),
      ),
    ],
    panels: outcomes.map((outcome) => levelPanel(view, outcome, yTitle)),
    columns: 3,
    tables: outcomes.map((outcome) => bandTable(view, outcome)),
  });
  return [
    ...(output.length === 0
      ? []
      : [
          figure(
            'bands-output',
            `Output, ${from} to ${to}, in ${formatNumber(result.study.draws, 1)} draws`,
            output,
            view.money,
            `Each band holds so many of the draws in its year; a single draw wanders through them. How wide they are is mostly the same with and without policy, since growth, noise and parameters move both alike. ${last === 0 ? 'What the policies change in the same draw is the gain shown above.' : 'What changes in the same draw is shown further below.'}`,
          ),
        ]),
    ...(others.length === 0
      ? []
      : [
          figure(
            'bands-outcomes',
            'Other outcomes in the same draws',
            others,
            null,
            'Bands as above. Over each picture stands the expression that is drawn.',
          ),
        ]),
  ];
}

/** A number of an outcome with its unit where it is money. */
function quantityText({ result }: StudyView, { expression }: OutcomeAnswer, number: string): string {
  const unit = outcomeUnit(expression, result.study.futures[0]!.economy.currency);
  return unit === null ? number : amount(number, unit);
}

/** The unit of an outcome in words after a comma, or nothing. */
function inUnit({ result }: StudyView, { expression }: OutcomeAnswer): string {
  const unit = outcomeUnit(expression, result.study.futures[0]!.economy.currency);
  return unit === null ? '' : `, ${unitWords(unit)}`;
}

/** Futures between no policy and the last, of which the median is drawn. */
function otherRuns({ last }: StudyView): number[] {
  return Array.from({ length: Math.min(last, 2) }, (_, run) => run);
}

function levelPanel(view: StudyView, outcome: OutcomeAnswer, yTitle: string | null): Panel {
  const { names, last, noPolicy } = view;
  const rows = lineYears(outcome);
  const withoutPolicy = fan('no policy', (paint) => paint.noPolicy, outcome.runs[noPolicy]!, rows, [
    { name: '5–95%', low: 'p05', high: 'p95' },
  ]);
  const { p50, p05, p95 } = outcome.runs[last]!.at(-1)!;
  return linePanel({
    title: capital(outcome.name),
    description: `${outcome.name} by year; in ${view.to} under ${names[last]} ${formatNumber(p50)} in the median, ${formatNumber(p05)} to ${formatNumber(p95)} in 90% of the draws; without policy ${formatNumber(outcome.runs[noPolicy]!.at(-1)!.p50)}.`,
    x: rows.map((y) => outcome.years[y]!),
    yTitle: yTitle ?? `${outcome.expression}${inUnit(view, outcome)}`,
    series: [
      { ...withoutPolicy, dashed: true },
      ...otherRuns(view).map((run) => fan(names[run]!, (paint) => paint.future(run), outcome.runs[run]!, rows, [])),
      fan(names[last]!, (paint) => paint.future(last), outcome.runs[last]!, rows),
    ],
    ...(yTitle === null ? {} : { reach: [0] }),
    format: (value) => formatNumber(value, 4),
    tick: formatFixed,
    width: 340,
    height: 250,
  });
}

/** The difference of the last future to the first by year, in the same draws, and how often it is for the better. */
export function differenceFigure(view: StudyView): Figure | null {
  const { names, last, against } = view;
  if (last === 0) return null;
  const { output, others } = movingOutcomes(view);
  const outcomes = [...output, ...others].slice(0, MOST.differences);
  if (outcomes.length === 0) return null;
  const [head] = outcomes;
  const final = head!.differences[last]!.at(-1)!;
  const better = final.probabilityBetter === null ? '' : `, better in ${chance(final.probabilityBetter)} of the draws`;
  // Each difference has its chance beside it; those without one come last.
  const rows = outcomes.map((outcome) => [differencePanel(view, outcome), chancePanel(view, outcome) ?? []].flat());
  const panels: Panel[] = [...rows.filter((row) => row.length > 1), ...rows.filter((row) => row.length === 1)].flat();
  const rated = outcomes.every((outcome) => outcome.better !== 'none');
  return {
    id: 'differences',
    title: `What ${names[last]} changes against ${against} in the same draw, year by year`,
    finding: `In ${view.to} ${head!.name} under ${names[last]} differs by ${quantityText(view, head!, signed(final.p50))} in the median (${signed(final.p05)} to ${signed(final.p95)} in 90% of the draws)${better}.`,
    caption: `Both futures see the same growth, noise and parameters in a draw, so what is common to them drops out and the difference is far surer than either level. The share of draws counts those in which ${names[last]} is strictly better${rated ? '' : '; of an outcome of which neither more nor less is better there is none'}.`,
    legend: fanLegend('difference', (paint) => paint.future(last)),
    panels,
    columns: 2,
    tables: outcomes.map((outcome) => differenceTable(view, outcome)),
  };
}

function differencePanel(view: StudyView, outcome: OutcomeAnswer): Panel {
  const { last } = view;
  const rows = lineYears(outcome);
  const summaries = outcome.differences[last]!;
  const { p50, p05, p95 } = summaries.at(-1)!;
  return linePanel({
    title: `${capital(outcome.name)}: difference`,
    description: `Difference of ${outcome.name} by year; in ${view.to} ${signed(p50)} in the median, ${signed(p05)} to ${signed(p95)} in 90% of the draws.`,
    x: rows.map((y) => outcome.years[y]!),
    yTitle: `${view.names[last]} less ${view.against}${inUnit(view, outcome)}`,
    series: [fan('difference', (paint) => paint.future(last), summaries, rows)],
    reach: [0],
    format: signed,
    tick: formatFixed,
    width: 400,
    height: 200,
  });
}

/** The share of draws in which the last future is better, by year; null where neither more nor less is, or nothing ever changes. */
function chancePanel(view: StudyView, outcome: OutcomeAnswer): Panel | null {
  const { last } = view;
  const rows = lineYears(outcome);
  const summaries = outcome.differences[last]!;
  if (outcome.better === 'none') return null;
  const shares = rows.map((y) => {
    const { probabilityBetter, probabilitySame } = summaries[y]!;
    return probabilitySame.share === 1 ? null : (probabilityBetter?.share ?? null);
  });
  if (shares.every((share) => share === null)) return null;
  return linePanel({
    title: `${capital(outcome.name)}: better in so many draws`,
    description: `Share of draws in which ${outcome.name} (${outcome.better} is better) is better under ${view.names[last]}, by year; in ${view.to} ${formatPercent(shares.at(-1)!, 1)}.`,
    x: rows.map((y) => outcome.years[y]!),
    yTitle: `share of draws (${outcome.better} is better)`,
    series: [{ name: 'better in', colour: (paint) => paint.future(last), values: shares }],
    reach: [0, 1],
    format: shareText,
    tick: (value) => formatPercent(value, 0),
    width: 400,
    height: 200,
  });
}

function bandTable(view: StudyView, outcome: OutcomeAnswer): TextTable {
  const runs = [view.noPolicy, view.last];
  return {
    title: `${outcome.name} (${outcome.expression}) in the draws, by year`,
    columns: [
      { heading: 'year' },
      ...runs.flatMap((run) => BAND_NAMES.map((level) => numberHeading(level, undefined, view.names[run]!))),
    ],
    rows: tableYears(outcome).map((y) => [
      String(outcome.years[y]),
      ...runs.flatMap((run) => bandCells(outcome.runs[run]![y]!, (value) => formatNumber(value))),
    ]),
    notes: ['bands.csv has every future and every year.'],
  };
}

function differenceTable(view: StudyView, outcome: OutcomeAnswer): TextTable {
  const summaries = outcome.differences[view.last]!;
  return {
    title: `${outcome.name}: ${view.names[view.last]} less ${view.against} in the same draw, by year`,
    columns: [
      { heading: 'year' },
      ...BAND_NAMES.map((level) => numberHeading(level)),
      ...(outcome.better === 'none' ? [] : [numberHeading('better in')]),
    ],
    rows: tableYears(outcome).map((y) => [
      String(outcome.years[y]),
      ...bandCells(summaries[y]!, signed),
      ...(outcome.better === 'none' ? [] : [chance(summaries[y]!.probabilityBetter!)]),
    ]),
  };
}

function bandCells(summary: Summary, format: (value: number | null) => string): string[] {
  return BAND_NAMES.map((level) => format(summary[level]));
}

/** A share that is never 0 or 100 % of what is not quite. */
function shareText(share: number): string {
  if (share === 0 || share === 1) return formatPercent(share, 0);
  return formatPercent(Math.max(0.001, Math.min(0.999, share)), 1);
}
