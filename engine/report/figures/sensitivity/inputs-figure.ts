import type { SensitivityResult } from '../../../montecarlo/sensitivity/analyse-sensitivity.js';
import { effectScale, sensitivitySubject } from '../../sensitivity/sensitivity-answer.js';
import { type Measured, rankedInputs } from '../../sensitivity/sensitivity-measures.js';
import { sensitivityTable } from '../../sensitivity/sensitivity-table.js';
import { inputWords } from '../../text/key-words.js';
import { columnDecimals, formatFixed } from '../../text/number-format.js';
import { withUnit } from '../../text/table-money.js';
import { type Bar, barPanel } from '../drawing/bar-panel.js';
import type { Figure, Panel } from '../drawing/figure.js';
import { effectsPanel } from './effects-panel.js';

/** Inputs that are drawn as bars, and those that are named beside the dots of effects. */
const MOST = { bars: 15, named: 8 };

const CAPTIONS = {
  sobol:
    'Total order: the part of the variance that is left while all other inputs are known. It counts what works only together with others. First order: the part that goes once the input alone is known. Whiskers are 95% intervals, from a bootstrap. A bar whose interval holds zero tells nothing.',
  morris:
    'Each input moves through half of its range at many places, while all others stand still. An effect is twice what that changes, as if it went through the whole range. Left: the mean size of the effect, with two standard errors. Right: how much it varies from place to place. Above the dashed line it varies more than it is large: it works together with others, or bends.',
  rank: 'Bars are rank regression coefficients with 95% intervals. They say by how many standard deviations the outcome moves in rank where the input moves by one.',
} as const;

/** The inputs that an outcome hinges on in the last year; null where there is no answer. */
export function inputsFigure(result: SensitivityResult): Figure | null {
  const ranked = rankedInputs(result);
  const table = sensitivityTable(result);
  if (ranked === null || table === null) return null;
  const shown = ranked.slice(0, MOST.bars);
  const some =
    shown.length < ranked.length
      ? ` The ${shown.length} largest of ${ranked.length} inputs are shown. The table has all.`
      : '';
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
      return `${large.length} of ${all} inputs have at least a tenth of the largest effect. For ${bent} of these it varies more with the other inputs than it is large.`;
    }
    case 'rank': {
      const sure = ranked.filter(({ values }) => (values.low ?? 0) > 0 || (values.high ?? 0) < 0).length;
      return `${sure} of ${all} coefficients are told from zero.`;
    }
  }
}

function panelsOf(result: SensitivityResult, ranked: readonly Measured[], shown: readonly Measured[]): Panel[] {
  switch (result.method) {
    case 'sobol':
      return sobolPanels(shown);
    case 'morris':
      return morrisPanels(result, ranked, shown);
    case 'rank':
      return [rankPanel(shown)];
  }
}

function sobolPanels(shown: readonly Measured[]): Panel[] {
  const reach = shown.flatMap(({ values }) => [values.totalHigh ?? 0, values.firstHigh ?? 0]);
  const bars = (main: string, low: string, high: string): Bar[] =>
    shown.map(({ input, values }) => bar(input, values[main]!, [values[low] ?? null, values[high] ?? null], 2));
  return [
    panelOf('Total order', 'part of the variance', bars('total', 'totalLow', 'totalHigh'), reach),
    panelOf('First order', 'part of the variance', bars('first', 'firstLow', 'firstHigh'), reach),
  ];
}

function morrisPanels(result: SensitivityResult, ranked: readonly Measured[], shown: readonly Measured[]): Panel[] {
  const { unit, of } = effectScale(result);
  const decimals = columnDecimals(
    shown.map(({ values }) => of(values.muStar ?? null)),
    3,
  );
  const format = (value: number): string => formatFixed(value, decimals);
  const bars = shown.map(({ input, values }) => {
    const error = of(2 * (values.muStarError ?? 0));
    const size = of(values.muStar!);
    return bar(input, size, [Math.max(0, size - error), size + error], decimals);
  });
  const sizes = panelOf('Mean size of the effect', withUnit('mean size of the effect', unit), bars, []);
  const inputs = ranked.flatMap(({ input, values }) =>
    values.sigma == null ? [] : [{ name: inputWords(input), size: of(values.muStar!), spread: of(values.sigma) }],
  );
  if (inputs.length === 0) return [sizes];
  const effects = effectsPanel({
    title: 'Size against variation',
    unit: withUnit('', unit),
    description: inputs
      .slice(0, MOST.named)
      .map(({ name, size, spread }) => `${name}: mean size ${format(size)}, varies by ${format(spread)}`)
      .join('; '),
    inputs,
    named: MOST.named,
    format,
    tick: formatFixed,
  });
  return [sizes, effects];
}

function rankPanel(shown: readonly Measured[]): Panel {
  const bars = shown.flatMap(({ input, values }): Bar[] =>
    values.coefficient == null
      ? []
      : [bar(input, values.coefficient, [values.low ?? null, values.high ?? null], 2, true)],
  );
  return panelOf('Rank coefficients', 'rank coefficient', bars, []);
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
    description: bars.map(({ name, text }) => `${name} ${text}`).join('; '),
    xTitle,
    bars,
    reach,
    width: 430,
  });
}
