import { count } from '../../study/study-answer.js';
import { sufficiency } from '../../study/study-notes.js';
import { columnDecimals, formatFixed, formatPercent, formatSigned } from '../../text/number-format.js';
import type { TableMoney } from '../../text/table-money.js';
import { numberHeading } from '../../text/text-columns.js';
import type { Figure, Panel } from '../drawing/figure.js';
import { type LineBand, type LinePanel, linePanel } from '../drawing/line-panel.js';
import type { StudyView } from './study-view.js';

/** The headline after more and more draws, which shows whether they suffice; null where too few tell. */
export function convergenceFigure(view: StudyView): Figure | null {
  const { gain, result } = view;
  if (gain.total.count < 20 || gain.total.standardDeviation === 0) return null;
  const scaled = view.money([gain.total.p50]);
  const steps = convergenceSteps(result.aligned.map((value) => scaled.of(value)));
  const decimals = columnDecimals(
    steps.map(({ median }) => median),
    4,
  );
  const format = (value: number): string => formatSigned(value, decimals);
  return {
    id: 'convergence',
    title: 'The headline as draws come in',
    finding: sufficiency(result),
    caption: `The median and the probability after so many draws, with two standard errors to both sides. Where the lines have become level, more draws would change nothing that is said here. For latin hypercube and Sobol draws the errors are mostly smaller than shown.`,
    legend: [],
    panels: [medianPanel(view, steps, scaled, format), chancePanel(view, steps)],
    columns: 2,
    tables: [
      {
        title: 'The headline after so many draws',
        columns: [
          numberHeading('draws'),
          numberHeading('median of the difference', scaled.unit),
          numberHeading('probability better'),
        ],
        rows: steps.map(({ draws, median, share }) => [count(draws), format(median), formatPercent(share, 2)]),
      },
    ],
  };
}

/** The headline as it stood after the first draws. */
interface Step {
  readonly draws: number;
  readonly median: number;
  /** The share of draws in which the later future brings more, with two standard errors to both sides. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** The headline after the first draws, more and more of them, from the differences by draw. */
function convergenceSteps(differences: Float64Array): Step[] {
  return stepCounts(differences.length).map((draws) => {
    const seen = differences.subarray(0, draws).filter(Number.isFinite).sort();
    const share = seen.filter((value) => value > 0).length / seen.length;
    const reach = 2 * Math.sqrt((share * (1 - share)) / seen.length);
    return {
      draws,
      median: middle(seen),
      share,
      low: Math.max(0, share - reach),
      high: Math.min(1, share + reach),
    };
  });
}

function medianPanel(
  view: StudyView,
  steps: readonly Step[],
  { unit, of }: TableMoney,
  format: (value: number) => string,
): Panel {
  const { names, last, against } = view;
  const { total } = view.gain;
  const medians = steps.map(({ median }) => median);
  const errors = steps.map(({ draws }) => 2 * of(total.errors.p50!) * Math.sqrt(total.count / draws));
  return stepsPanel(
    view,
    steps,
    {
      title: 'Median of the difference',
      yTitle: `${names[last]} less ${against}, ${unit}`,
      format,
      tick: formatFixed,
    },
    {
      name: 'median',
      values: medians,
      low: medians.map((value, k) => value - errors[k]!),
      high: medians.map((value, k) => value + errors[k]!),
    },
  );
}

function chancePanel(view: StudyView, steps: readonly Step[]): Panel {
  return stepsPanel(
    view,
    steps,
    {
      title: `Probability that ${view.names[view.last]} brings more`,
      yTitle: 'share of the draws so far',
      reach: [0.5, 1],
      format: (value) => formatPercent(value, 1),
      tick: (value, places) => formatPercent(value, Math.max(0, places - 2)),
    },
    {
      name: 'share',
      values: steps.map(({ share }) => share),
      low: steps.map(({ low }) => low),
      high: steps.map(({ high }) => high),
    },
  );
}

/** A line over the number of draws, in the colour of the last future, with its band. */
function stepsPanel(
  { last }: StudyView,
  steps: readonly Step[],
  words: Pick<LinePanel, 'title' | 'yTitle' | 'reach' | 'format' | 'tick'>,
  line: Omit<LineBand, 'name'> & { readonly name: string; readonly values: readonly number[] },
): Panel {
  const [first, final] = [steps[0]!, steps.at(-1)!];
  const { name, values, low, high } = line;
  return linePanel({
    ...words,
    description: `After ${count(first.draws)} draws ${words.format(values[0]!)}, after ${count(final.draws)} ${words.format(values.at(-1)!)}.`,
    x: steps.map(({ draws }) => draws),
    xTitle: 'draws',
    series: [
      { name, colour: (paint) => paint.future(last), values, bands: [{ name: 'two standard errors', low, high }] },
    ],
    width: 400,
    height: 230,
  });
}

/** Up to 25 counts, evenly spread up to all. */
function stepCounts(all: number): number[] {
  const steps = Math.min(25, Math.floor(all / 10));
  return Array.from({ length: steps }, (_, k) => Math.round((all * (k + 1)) / steps));
}

export function middle(sorted: Float64Array): number {
  const half = (sorted.length - 1) / 2;
  return (sorted[Math.floor(half)]! + sorted[Math.ceil(half)]!) / 2;
}
