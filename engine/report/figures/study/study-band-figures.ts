import type { OutcomeAnswer } from '../../../montecarlo/answers/answers.js';
import { SHOWN_LEVELS } from '../../../statistics/summary.js';
import { formatFixed, formatNumber } from '../../text/number-format.js';
import { outcomeLabel } from '../../text/outcome-label.js';
import { capital } from '../../text/sentence.js';
import { withUnit } from '../../text/table-money.js';
import { numberHeading } from '../../text/text-columns.js';
import type { TextTable } from '../../text/text-table.js';
import type { Figure, LegendEntry, Panel } from '../drawing/figure.js';
import { BAND_OPACITY, linePanel } from '../drawing/line-panel.js';
import { bandCells, levelScale, movingOutcomes, outcomeAmount, outcomeRange } from './shown-outcomes.js';
import { fan, fanLegend, inUnitOf, lineYears, type StudyView, tableYears } from './study-view.js';

/** Output, then every other outcome by year: the last future's bands against no policy in the same draws. */
export function bandFigures(view: StudyView): Figure[] {
  const { output, others } = movingOutcomes(view);
  const { last, from, to, result } = view;
  const changed =
    last === 0
      ? 'What the policies change in the same draw is the gain shown above.'
      : 'What changes in the same draw is shown further below.';
  const figures: Figure[] = [];
  if (output.length > 0) {
    figures.push({
      id: 'bands-output',
      title: `Output, ${from} to ${to}, in ${formatNumber(result.study.draws, 1)} draws`,
      caption: `Each band holds 8 of 10 draws in its year. A single draw wanders through it. It is about as wide with policy as without, since chance moves both alike. ${changed}`,
      ...contentOf(view, output, true),
    });
  }
  if (others.length > 0) {
    figures.push({
      id: 'bands-outcomes',
      title: 'Other outcomes in the same draws',
      caption: 'Bands as above.',
      ...contentOf(view, others, false),
    });
  }
  return figures;
}

/**
 * Finding, legend, panels and tables of some outcomes.
 *
 * @param levels true where all are levels of output, which share the zero and need no name on their axes
 */
function contentOf(
  view: StudyView,
  outcomes: readonly OutcomeAnswer[],
  levels: boolean,
): Omit<Figure, 'id' | 'title' | 'caption'> {
  const { names, last, noPolicy, to } = view;
  const findings = outcomes
    .slice(0, 2)
    .map(
      (outcome) =>
        `${capital(outcome.name)} in ${to} under ${names[last]}: ${bandText(view, outcome, last)}. Without policy: ${bandText(view, outcome, noPolicy)}.`,
    );
  return {
    finding: findings.join(' '),
    legend: [
      { name: 'no policy: median', mark: 'dashed', colour: (paint) => paint.noPolicy },
      {
        name: 'no policy: 10–90% of the draws',
        mark: 'square',
        colour: (paint) => paint.noPolicy,
        opacity: BAND_OPACITY,
      },
      ...fanLegend(names[last]!, (paint) => paint.future(last)),
      ...otherRuns(view).map(
        (run): LegendEntry => ({ name: `${names[run]}: median`, mark: 'line', colour: (paint) => paint.future(run) }),
      ),
    ],
    panels: outcomes.map((outcome) => levelPanel(view, outcome, levels)),
    columns: 3,
    tables: outcomes.map((outcome) => bandTable(view, outcome)),
  };
}

/** An outcome of a run in the last year: its median with the band that holds 80% of the draws. */
function bandText(view: StudyView, outcome: OutcomeAnswer, run: number): string {
  const { p50, p10, p90 } = outcome.runs[run]!.at(-1)!;
  return `${outcomeAmount(view, outcome, p50)}, ${outcomeRange(view, outcome, p10, p90)} in 8 of 10 draws`;
}

/** Futures between no policy and the last, of which the median is drawn. */
function otherRuns({ last }: StudyView): number[] {
  return Array.from({ length: Math.min(last, 2) }, (_, run) => run);
}

function levelPanel(view: StudyView, outcome: OutcomeAnswer, levels: boolean): Panel {
  const { names, last, noPolicy } = view;
  const { unit, of } = levelScale(view, outcome);
  const said = (value: number | null) => formatNumber(of(value));
  const rows = lineYears(outcome);
  const withoutPolicy = fan('no policy', (paint) => paint.noPolicy, outcome.runs[noPolicy]!, rows, [
    { name: '10–90%', low: 'p10', high: 'p90' },
  ]);
  const { p50, p10, p90 } = outcome.runs[last]!.at(-1)!;
  return linePanel({
    title: capital(outcome.name),
    description: `${capital(outcome.name)} in ${view.to}: under ${names[last]} ${said(p50)} in the median, ${said(p10)} to ${said(p90)} in 80% of the draws. Without policy: ${said(outcome.runs[noPolicy]!.at(-1)!.p50)}.`,
    x: rows.map((y) => outcome.years[y]!),
    yTitle: levels && unit !== '' ? unit : withUnit(outcomeLabel(outcome), unit),
    series: [
      { ...withoutPolicy, dashed: true },
      ...otherRuns(view).map((run) => fan(names[run]!, (paint) => paint.future(run), outcome.runs[run]!, rows, [])),
      fan(names[last]!, (paint) => paint.future(last), outcome.runs[last]!, rows),
    ].map((series) => inUnitOf(series, of)),
    ...(levels ? { reach: [0] } : {}),
    format: (value) => formatNumber(value, 4),
    tick: formatFixed,
    width: 340,
    height: 250,
  });
}

function bandTable(view: StudyView, outcome: OutcomeAnswer): TextTable {
  const runs = [view.noPolicy, view.last];
  const { unit, of } = levelScale(view, outcome);
  return {
    title: withUnit(`${capital(outcome.name)} in the draws, by year`, unit),
    columns: [
      { heading: 'year' },
      ...runs.flatMap((run) => SHOWN_LEVELS.map((level) => numberHeading(level, undefined, view.names[run]!))),
    ],
    rows: tableYears(outcome).map((y) => [
      String(outcome.years[y]),
      ...runs.flatMap((run) => bandCells(outcome.runs[run]![y]!, (value) => formatNumber(of(value)))),
    ]),
    notes: ['bands.csv has every future and every year.'],
  };
}
