import { pow } from '../../../exact-math/index.js';
import type { GainSummary, OutcomeAnswer } from '../../../montecarlo/answers/answers.js';
import type { BandLevel, Summary } from '../../../statistics/summary.js';
import type { StudyFindings } from '../../study/study-findings.js';
import { type TableMoney, tableMoney } from '../../text/table-money.js';
import type { Paint } from '../drawing/colours.js';
import { evenly } from '../drawing/evenly.js';
import type { LegendEntry } from '../drawing/figure.js';
import { BAND_OPACITY, type LineBand, type LineSeries } from '../drawing/line-panel.js';

const MOST = { regions: 12, lineYears: 26, tableYears: 21 };

/** A study with what all its figures need. */
export interface StudyView extends StudyFindings {
  /** Index of the future that the page is about, the last; and of the run without policies. */
  readonly last: number;
  readonly noPolicy: number;
  /** Labels of the runs. */
  readonly names: readonly string[];
  /** The future or path that the last future is compared with, and its gain over that. */
  readonly against: string;
  readonly gain: GainSummary;
  /** The unit that suits some sums of money. */
  readonly money: (values: readonly (number | null)[]) => TableMoney;
  /** Regions that are drawn: those that change most. */
  readonly shownRegions: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** Prepares a study for drawing. */
export function studyViewOf(findings: StudyFindings): StudyView {
  const { study, gains, regions } = findings.result;
  const last = study.futures.length - 1;
  const own = gains[last]!;
  const gain = own.overFirst ?? own.overNoPolicy;
  const size = (r: number): number => Math.abs(gain.regions[r]!.p50 ?? 0);
  const { from, to } = study.futures[0]!.scenario.years;
  return {
    ...findings,
    last,
    noPolicy: study.runs.length - 1,
    names: study.runs.map(({ scenario }) => scenario.label),
    against: own.overFirst === null ? study.runs.at(-1)!.scenario.label : study.futures[0]!.scenario.label,
    gain,
    money: (values) => tableMoney(study.futures[0]!.economy.currency, values),
    shownRegions: regions
      .map((_, r) => r)
      .sort((a, b) => size(b) - size(a) || a - b)
      .slice(0, MOST.regions)
      .sort((a, b) => a - b),
    from,
    to,
  };
}

/** Bands around a median, the wider first, by the names that they are printed with: one, the same in every sentence and picture. */
const BANDS: readonly { readonly name: string; readonly low: BandLevel; readonly high: BandLevel }[] = [
  { name: '10–90%', low: 'p10', high: 'p90' },
];

/** Rows of years that a line of an outcome is drawn through. */
export function lineYears(outcome: OutcomeAnswer): number[] {
  return evenly(outcome.years.length, MOST.lineYears);
}

/** Rows of years of a table behind a picture. */
export function tableYears(outcome: OutcomeAnswer): number[] {
  return evenly(outcome.years.length, MOST.tableYears);
}

/** The median of some years with its bands. */
export function fan(
  name: string,
  colour: LineSeries['colour'],
  summaries: readonly Summary[],
  rows: readonly number[],
  bands = BANDS,
): LineSeries {
  const at = (level: BandLevel): (number | null)[] => rows.map((y) => summaries[y]![level]);
  return {
    name,
    colour,
    values: at('p50'),
    bands: bands.map((band): LineBand => ({ name: band.name, low: at(band.low), high: at(band.high) })),
  };
}

/** Legend of a fan: its median, then each band as dark as it is drawn. */
export function fanLegend(name: string, colour: (paint: Paint) => string, bands = BANDS): LegendEntry[] {
  return [
    { name: `${name}: median of the draws (50%)`, mark: 'line', colour },
    ...bands.map(
      (band, k): LegendEntry => ({
        name: `${band.name} of the draws`,
        mark: 'square',
        colour,
        // Narrow bands lie on the wider ones.
        opacity: 1 - pow(1 - BAND_OPACITY, k + 1),
      }),
    ),
  ];
}

/** A line and its bands in another unit. */
export function inUnitOf(series: LineSeries, of: TableMoney['of']): LineSeries {
  const scaled = (values: readonly (number | null)[]) => values.map((value) => of(value));
  return {
    ...series,
    values: scaled(series.values),
    bands: (series.bands ?? []).map(({ name, low, high }) => ({ name, low: scaled(low), high: scaled(high) })),
  };
}
