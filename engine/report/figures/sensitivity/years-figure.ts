import type { SensitivityResult } from '../../../montecarlo/sensitivity/analyse-sensitivity.js';
import { effectScale } from '../../sensitivity/sensitivity-answer.js';
import { measured, rankedInputs } from '../../sensitivity/sensitivity-measures.js';
import { inputWords } from '../../text/key-words.js';
import { formatFixed, formatNumber } from '../../text/number-format.js';
import { capital } from '../../text/sentence.js';
import { withUnit } from '../../text/table-money.js';
import { numberHeading } from '../../text/text-columns.js';
import { evenly } from '../drawing/evenly.js';
import type { Figure } from '../drawing/figure.js';
import { linePanel } from '../drawing/line-panel.js';

/** Inputs that are drawn as lines, and years that they go through. */
const MOST = { lines: 6, years: 41 };

/** The largest measures by year of the outcome; null of an outcome that runs over all of them. */
export function yearsFigure(result: SensitivityResult): Figure | null {
  const ranked = rankedInputs(result);
  if (result.years.length < 2 || ranked === null) return null;
  const main = { sobol: 'total', morris: 'muStar', rank: 'coefficient' }[result.method];
  const name = { sobol: 'total order', morris: 'mean size of the effect', rank: 'rank coefficient' }[result.method];
  const rows = evenly(result.years.length, MOST.years);
  const byYear = rows.map((y) => measured(result.inputs, result.answers[y]!));
  const lines = ranked.slice(0, MOST.lines).map(({ input }) => ({
    input: inputWords(input),
    values: byYear.map((year) => year?.find((each) => each.input === input)?.values[main] ?? null),
  }));
  const { unit, of } = effectScale(result);
  const still = rows.filter((_, k) => byYear[k] === null).map((y) => result.years[y]!);
  const format = (value: number): string => formatNumber(value, 3);
  const [first] = lines;
  const begins = of(first!.values.find((value) => value !== null) ?? null);
  return {
    id: 'sensitivity-years',
    title: `How that changes by year`,
    finding: `${capital(first!.input)}: ${name} ${formatFixed(begins, 2)} at first and ${formatFixed(of(first!.values.at(-1)!), 2)} in ${result.years.at(-1)}.${stillText(still, result.years)}`,
    caption: `The ${lines.length} inputs that tell most in the last year, by the year of the outcome.`,
    legend: lines.map(({ input }, k) => ({ name: input, mark: 'line', colour: (paint) => paint.future(k) })),
    panels: [
      linePanel({
        title: `${capital(name)}, by year`,
        description: lines
          .map(({ input, values }) => `${input} ${formatNumber(of(values.at(-1)!), 2)} in ${result.years.at(-1)}`)
          .join('; '),
        x: rows.map((y) => result.years[y]!),
        yTitle: withUnit(name, unit),
        series: lines.map(({ input, values }, k) => ({
          name: input,
          colour: (paint) => paint.future(k),
          values: values.map((value) => of(value)),
        })),
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
        title: withUnit(`${capital(name)} by year`, unit),
        columns: [{ heading: 'year' }, ...lines.map(({ input }) => numberHeading(input))],
        rows: rows.map((y, k) => [
          String(result.years[y]),
          ...lines.map(({ values }) => formatNumber(of(values[k]!), 3)),
        ]),
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
