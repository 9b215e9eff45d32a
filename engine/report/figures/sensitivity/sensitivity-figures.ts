import type { SensitivityResult } from '../../../montecarlo/sensitivity/analyse-sensitivity.js';
import {
  effectUnit,
  type Measured,
  measured,
  rankedInputs,
  sensitivitySubject,
  sensitivityTable,
} from '../../sensitivity/sensitivity-report.js';
import { inputWords } from '../../text/key-words.js';
import { columnDecimals, formatFixed, formatNumber } from '../../text/number-format.js';
import { numberHeading } from '../../text/text-columns.js';
import { unitWords } from '../../text/unit-words.js';
import { type Bar, barPanel } from '../drawing/bar-panel.js';
import { evenly } from '../drawing/evenly.js';
import type { Figure, Panel } from '../drawing/figure.js';
import { linePanel } from '../drawing/line-panel.js';
import { effectsPanel } from './effects-panel.js';

/** Inputs that are drawn as bars, and as lines by year. */
const MOST = { bars: 15, lines: 6, named: 8, years: 41 };

const CAPTIONS = {
  sobol:
    'Total order: the part of the variance that is left while all other inputs are known, what works only together with others counted in. First order: the part that goes once the input alone is known. Whiskers are 95% intervals, from a bootstrap; an index whose interval holds zero tells nothing.',
  morris:
    'Each input is moved through half of its range at many places, all others standing still; an effect is twice what that changes, as if it went through the whole range. mu* is the mean size of the effects, mu their mean with its sign, sigma how much they differ from place to place; whiskers are two standard errors. Above the dashed line an effect depends more on the place than it is large on average: it works together with others, or bends.',
  rank: 'Standardised rank regression coefficients with 95% intervals: by how many standard deviations the outcome moves in rank where the input moves by one and all others stay.',
} as const;

/** Every figure of a sensitivity analysis: what the last year hinges on, and how that changes by year. None where there is no answer. */
export function sensitivityFigures(result: SensitivityResult): Figure[] {
  return [inputsFigure(result), yearsFigure(result)].filter((figure) => figure !== null);
}

function inputsFigure(result: SensitivityResult): Figure | null {
  const ranked = rankedInputs(result);
  const table = sensitivityTable(result);
  if (ranked === null || table === null) return null;
  const shown = ranked.slice(0, MOST.bars);
  const some =
    shown.length < ranked.length ? ` The ${shown.length} largest of ${ranked.length} inputs; the table has all.` : '';
  return {
    id: 'sensitivity',
    title: `What ${sensitivitySubject(result).replace(/^The/, 'the')} hinges on`,
    finding: findingOf(result, ranked),
    caption: `${CAPTIONS[result.method]}${some}`,
    legend: [],
    panels: panelsOf(result, ranked, shown),
    columns: 2,
    tables: [table],
  };
}

/** The number of inputs that matter, in a sentence; the answer has named the first. */
function findingOf({ method }: SensitivityResult, ranked: readonly Measured[]): string {
  const all = ranked.length;
  const [first] = ranked;
  switch (method) {
    case 'sobol': {
      const sure = ranked.filter(({ values }) => (values.totalLow ?? 0) > 0.01).length;
      return `${sure} of ${all} inputs surely hold more than a hundredth of the variance, interactions counted.`;
    }
    case 'morris': {
      const large = ranked.filter(({ values }) => values.muStar! >= 0.1 * first!.values.muStar!);
      const bent = large.filter(({ values }) => (values.sigma ?? 0) > values.muStar!).length;
      return `${large.length} of ${all} inputs have at least a tenth of the largest effect (${inputWords(first!.input)}); the effect of ${bent} of these depends more on the other inputs than it is large.`;
    }
    case 'rank': {
      const sure = ranked.filter(({ values }) => (values.low ?? 0) > 0 || (values.high ?? 0) < 0).length;
      return `${sure} of ${all} coefficients are told from zero.`;
    }
  }
}

/** Unit of the effects in words after a comma, or nothing. */
function inUnit(result: SensitivityResult): string {
  const unit = effectUnit(result);
  return unit === null ? '' : `, ${unitWords(unit)}`;
}

function panelsOf(result: SensitivityResult, ranked: readonly Measured[], shown: readonly Measured[]): Panel[] {
  switch (result.method) {
    case 'sobol': {
      const reach = shown.flatMap(({ values }) => [values.totalHigh ?? 0, values.firstHigh ?? 0]);
      const bars = (main: string, low: string, high: string): Bar[] =>
        shown.map(({ input, values }) => bar(input, values[main]!, [values[low] ?? null, values[high] ?? null], 2));
      return [
        panelOf('Total order', 'part of the variance', bars('total', 'totalLow', 'totalHigh'), reach),
        panelOf('First order', 'part of the variance', bars('first', 'firstLow', 'firstHigh'), reach),
      ];
    }
    case 'morris': {
      const decimals = columnDecimals(
        shown.map(({ values }) => values.muStar ?? null),
        3,
      );
      const format = (value: number): string => formatFixed(value, decimals);
      const bars = shown.map(({ input, values }) => {
        const error = 2 * (values.muStarError ?? 0);
        return bar(input, values.muStar!, [Math.max(0, values.muStar! - error), values.muStar! + error], decimals);
      });
      const inputs = ranked.flatMap(({ input, values }) =>
        values.sigma == null ? [] : [{ name: inputWords(input), size: values.muStar!, spread: values.sigma }],
      );
      return [
        panelOf('Mean size of the effect (mu*)', `mu*${inUnit(result)}`, bars, []),
        ...(inputs.length === 0
          ? []
          : [
              effectsPanel({
                title: 'Size against variation',
                unit: inUnit(result),
                description: inputs
                  .slice(0, MOST.named)
                  .map(({ name, size, spread }) => `${name}: mu* ${format(size)}, sigma ${format(spread)}`)
                  .join('; '),
                inputs,
                named: MOST.named,
                format,
                tick: formatFixed,
              }),
            ]),
      ];
    }
    case 'rank': {
      const bars = shown.flatMap(({ input, values }): Bar[] =>
        values.coefficient == null
          ? []
          : [bar(input, values.coefficient, [values.low ?? null, values.high ?? null], 2, true)],
      );
      return [panelOf('Rank coefficients', 'rank coefficient', bars, [])];
    }
  }
}

function bar(
  input: string,
  value: number,
  [low, high]: readonly [number | null, number | null],
  decimals: number,
  toned = false,
): Bar {
  return {
    name: inputWords(input),
    from: 0,
    to: value,
    text: formatFixed(value, decimals),
    ...(toned ? {} : { colour: (paint) => paint.future(1) }),
    ...(low === null || high === null ? {} : { interval: [low, high] as const }),
  };
}

function panelOf(title: string, xTitle: string, bars: readonly Bar[], reach: readonly number[]): Panel {
  return barPanel({
    title,
    description: bars.map(({ name, text }) => `${name} ${text}`).join(', '),
    xTitle,
    bars,
    reach,
    width: 430,
  });
}

/** The largest measures by year of the outcome; null of an outcome that runs over all of them. */
function yearsFigure(result: SensitivityResult): Figure | null {
  const ranked = rankedInputs(result);
  if (result.years.length < 2 || ranked === null) return null;
  const main = { sobol: 'total', morris: 'muStar', rank: 'coefficient' }[result.method];
  const name = { sobol: 'total order', morris: 'mu*', rank: 'rank coefficient' }[result.method];
  const rows = evenly(result.years.length, MOST.years);
  const byYear = rows.map((y) => measured(result.inputs, result.answers[y]!));
  const lines = ranked.slice(0, MOST.lines).map(({ input }) => ({
    input: inputWords(input),
    values: byYear.map((year) => year?.find((each) => each.input === input)?.values[main] ?? null),
  }));
  const still = rows.filter((_, k) => byYear[k] === null).map((y) => result.years[y]!);
  const format = (value: number): string => formatNumber(value, 3);
  const [first] = lines;
  const begins = first!.values.find((value) => value !== null) ?? null;
  return {
    id: 'sensitivity-years',
    title: `How that changes by year`,
    finding: `${first!.input} has ${name} ${formatFixed(begins, 2)} at first and ${formatFixed(first!.values.at(-1)!, 2)} in ${result.years.at(-1)}.${stillText(still, result.years)}`,
    caption: `The ${lines.length} inputs that tell most in the last year, by the year of the outcome.`,
    legend: lines.map(({ input }, k) => ({ name: input, mark: 'line', colour: (paint) => paint.future(k) })),
    panels: [
      linePanel({
        title: `${name}, by year`,
        description: lines
          .map(({ input, values }) => `${input} ${formatNumber(values.at(-1)!, 2)} in ${result.years.at(-1)}`)
          .join(', '),
        x: rows.map((y) => result.years[y]!),
        yTitle: `${name}${inUnit(result)}`,
        series: lines.map(({ input, values }, k) => ({ name: input, colour: (paint) => paint.future(k), values })),
        reach: [0],
        format,
        tick: formatFixed,
        width: 560,
        height: 280,
      }),
    ],
    columns: 1,
    tables: [
      {
        title: `${name} by year`,
        columns: [{ heading: 'year' }, ...lines.map(({ input }) => numberHeading(input))],
        rows: rows.map((y, k) => [String(result.years[y]), ...lines.map(({ values }) => formatNumber(values[k]!, 3))]),
      },
    ],
  };
}

/** Years in which nothing is to be told, in a sentence. */
function stillText(still: readonly number[], years: readonly number[]): string {
  if (still.length === 0) return '';
  const first = still.every((year, k) => year === years[k]);
  const when =
    still.length === 1 ? `In ${still[0]}` : first ? `Up to ${still.at(-1)}` : `In ${still.length} of the years`;
  return ` ${when} the outcome is the same at every point and hinges on nothing.`;
}
