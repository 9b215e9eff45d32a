import type { OutcomeAnswer } from '../../../montecarlo/answers/answers.js';
import { SHOWN_LEVELS } from '../../../statistics/summary.js';
import { chance, signed } from '../../study/study-answer.js';
import { formatFixed, formatPercent } from '../../text/number-format.js';
import { capital } from '../../text/sentence.js';
import { withUnit } from '../../text/table-money.js';
import { numberHeading } from '../../text/text-columns.js';
import type { TextTable } from '../../text/text-table.js';
import type { Figure, Panel } from '../drawing/figure.js';
import { linePanel } from '../drawing/line-panel.js';
import { bandCells, differenceScale, MOST, movingOutcomes, outcomeAmount, outcomeRange } from './shown-outcomes.js';
import { fan, fanLegend, inUnitOf, lineYears, type StudyView, tableYears } from './study-view.js';

/** The difference of the last future to the first by year, in the same draws, and how often it is for the better. */
export function differenceFigure(view: StudyView): Figure | null {
  const { names, last, against } = view;
  if (last === 0) return null;
  const { output, others } = movingOutcomes(view);
  const outcomes = [...output, ...others].slice(0, MOST.differences);
  if (outcomes.length === 0) return null;
  const [head] = outcomes;
  const final = head!.differences[last]!.at(-1)!;
  const better =
    final.probabilityBetter === null ? '' : ` It is better in ${chance(final.probabilityBetter)} of the draws.`;
  // Each difference has its chance beside it; those without one come last.
  const rows = outcomes.map((outcome) => [differencePanel(view, outcome), chancePanel(view, outcome) ?? []].flat());
  const panels: Panel[] = [...rows.filter((row) => row.length > 1), ...rows.filter((row) => row.length === 1)].flat();
  const rated = outcomes.every((outcome) => outcome.better !== 'none');
  return {
    id: 'differences',
    title: `What ${names[last]} changes beside ${against} in the same draw, year by year`,
    finding: `In ${view.to} ${head!.name} under ${names[last]} differs by ${outcomeAmount(view, head!, final.p50)} in the median. In 8 of 10 draws it differs by ${outcomeRange(view, head!, final.p10, final.p90)}.${better}`,
    caption: `Both futures see the same chance in a draw. So what is common to them drops out, and the difference is far surer than either level. The share of draws counts those in which ${names[last]} is strictly better.${rated ? '' : ' An outcome of which neither more nor less is better has none.'}`,
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
  const { unit, of } = differenceScale(view, outcome);
  const { p50, p10, p90 } = summaries.at(-1)!;
  const said = (value: number | null) => signed(of(value));
  return linePanel({
    title: `${capital(outcome.name)}: difference`,
    description: `Difference of ${outcome.name} in ${view.to}: ${said(p50)} in the median, ${said(p10)} to ${said(p90)} in 80% of the draws.`,
    x: rows.map((y) => outcome.years[y]!),
    yTitle: withUnit(`${view.names[last]} less ${view.against}`, unit),
    series: [
      inUnitOf(
        fan('difference', (paint) => paint.future(last), summaries, rows),
        of,
      ),
    ],
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
    description: `Share of draws in which ${outcome.name} (${outcome.better} is better) is better under ${view.names[last]}. In ${view.to} it is ${formatPercent(shares.at(-1)!, 1)}.`,
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

function differenceTable(view: StudyView, outcome: OutcomeAnswer): TextTable {
  const summaries = outcome.differences[view.last]!;
  const { unit, of } = differenceScale(view, outcome);
  return {
    title: withUnit(`${outcome.name}: ${view.names[view.last]} less ${view.against} in the same draw, by year`, unit),
    columns: [
      { heading: 'year' },
      ...SHOWN_LEVELS.map((level) => numberHeading(level)),
      ...(outcome.better === 'none' ? [] : [numberHeading('better in')]),
    ],
    rows: tableYears(outcome).map((y) => [
      String(outcome.years[y]),
      ...bandCells(summaries[y]!, (value) => signed(of(value))),
      ...(outcome.better === 'none' ? [] : [chance(summaries[y]!.probabilityBetter!)]),
    ]),
  };
}

/** A share that is never 0 or 100 % of what is not quite. */
function shareText(share: number): string {
  if (share === 0 || share === 1) return formatPercent(share, 0);
  return formatPercent(Math.max(0.001, Math.min(0.999, share)), 1);
}
