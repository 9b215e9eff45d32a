import { runFuture } from '../../../compare/future.js';
import type { StudyResult } from '../../../montecarlo/answers/answers.js';
import type { PairedSummary } from '../../../montecarlo/answers/pairs.js';
import type { Plan } from '../../../projection/plan.js';
import { discountFactor } from '../../../statistics/discount.js';
import { chance, signed } from '../../study/study-answer.js';
import { formatSignedPercent } from '../../text/number-format.js';
import { capital, naming, verb } from '../../text/sentence.js';
import { tableMoney } from '../../text/table-money.js';
import { numberHeading } from '../../text/text-columns.js';
import type { TextTable } from '../../text/text-table.js';
import { mapLinks } from '../comparison/map-figure.js';
import type { Figure } from '../drawing/figure.js';
import { mapFigure } from '../map/map-figure.js';

/** Shares of draws between which it is open whether a region gains. */
const OPEN = [0.1, 0.9] as const;

/** What a map of draws is of. */
export interface StudyMap {
  readonly id: string;
  /** Index of the future, and its name. */
  readonly future: number;
  readonly name: string;
  /** What it is held against: the study's first future, or no policy. */
  readonly over: 'first' | 'no policy';
  readonly against: string;
}

/**
 * The map of a study's draws: what each region gains in the median, as a part of its output at central values, and where it is open whether it
 * gains. Null where nothing tells where the regions lie, or no draw has a number.
 */
export function studyMap(result: StudyResult, { id, future, name, over, against }: StudyMap): Figure | null {
  const { study, gains, regions } = result;
  const own = gains[future]!;
  const gain = over === 'first' ? own.overFirst : own.overNoPolicy;
  if (gain === null || gain.total.count === 0) return null;
  const later = runFuture(study.futures[future]!);
  const first = over === 'first' ? runFuture(study.futures[0]!) : later;
  const { output, reference } = first.projection;
  const base = discountedByRegion(
    over === 'first' ? output : reference,
    later.compiled.plan,
    later.compiled.discountRate,
  );
  const parts = gain.regions.map(({ p50 }, r) => (base[r]! > 0 ? (p50 ?? 0) / base[r]! : 0));
  const { from, to } = later.scenario.years;
  const isOpen = ({ probabilityBetter, probabilitySame }: PairedSummary): boolean => {
    const share = probabilityBetter!.share ?? 0;
    return share > OPEN[0] && share < OPEN[1] && (probabilitySame.share ?? 0) < 1;
  };
  const open = gain.regions.filter(isOpen).length;
  const years = later.compiled.plan.years.length;
  const sizes = discountedByRegion(later.projection.output, later.compiled.plan, later.compiled.discountRate);
  return mapFigure({
    id,
    title: `Who gains, and how surely: output over ${from}–${to}, ${name} compared with ${against}`,
    panelTitle: `Median of the draws, ${name} compared with ${against}`,
    finding: findingOf(gain.regions, regions, open),
    economy: later.economy,
    changes: parts.map((part) => [part]),
    output: [...sizes].map((size) => [size]),
    links: mapLinks(later, [years - 1]),
    what: `output over ${from}–${to}, ${name} compared with ${against}`,
    less: `less than ${against}`,
    more: `more than ${against}`,
    first: regions
      .map((_, r) => r)
      .sort((a, b) => Math.abs(parts[b]!) - Math.abs(parts[a]!))
      .slice(0, 2),
    remarks: gain.regions.map((each) => `gains in ${chance(each.probabilityBetter!)} of the draws`),
    open: gain.regions.map(isOpen),
    table: tableOf(result, gain.regions, parts, `${name} compared with ${against}`),
  });
}

/** Output of each region over all years, discounted to the first. */
function discountedByRegion(output: Float64Array, { years, regions, industries }: Plan, rate: number): Float64Array {
  const sums = new Float64Array(regions.length);
  const cells = regions.length * industries.length;
  for (const y of years.keys())
    for (let cell = 0; cell < cells; cell++) {
      const r = Math.floor(cell / industries.length);
      sums[r] = sums[r]! + discountFactor(rate, y) * output[y * cells + cell]!;
    }
  return sums;
}

function findingOf(gains: readonly PairedSummary[], regions: readonly string[], open: number): string {
  const sure = (least: (share: number) => boolean): string[] =>
    regions.filter((_, r) => least(gains[r]!.probabilityBetter!.share ?? 0.5));
  const better = sure((share) => share >= OPEN[1]);
  const surely =
    better.length === 0
      ? 'No region gains in at least 9 of 10 draws.'
      : naming(better, 4, (who) => `${capital(who)} ${verb(better, 'gain')} in at least 9 of 10 draws.`);
  return open === 0 ? surely : `${surely} For ${open} of ${regions.length} regions it is open.`;
}

function tableOf(
  { study }: StudyResult,
  gains: readonly PairedSummary[],
  parts: readonly number[],
  what: string,
): TextTable {
  const { economy, scenario } = study.futures[0]!;
  const { unit, of } = tableMoney(
    economy.currency,
    gains.flatMap(({ p10, p90 }) => [p10, p90]),
  );
  return {
    title: `Discounted output of each region over ${scenario.years.from}–${scenario.years.to}, ${what} (${unit})`,
    columns: [
      { heading: 'region' },
      numberHeading('median'),
      numberHeading('part of its output'),
      numberHeading('p10 … p90'),
      numberHeading('gains in'),
    ],
    rows: gains.map((gain, r) => [
      economy.regions[r]!,
      signed(of(gain.p50)),
      formatSignedPercent(parts[r]!, 2),
      `${signed(of(gain.p10))} … ${signed(of(gain.p90))}`,
      chance(gain.probabilityBetter!),
    ]),
  };
}
