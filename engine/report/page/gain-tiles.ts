import type { ComparisonReport } from '../comparison/comparison-report.js';
import { costs, losersOf, mainGains, type PlaceGain, type RangedGain } from '../comparison/place-gains.js';
import { returnsOf } from '../comparison/returns.js';
import { money, moneyRange, oneUnit, signedMoney } from '../text/money.js';
import { formatFixed } from '../text/number-format.js';
import { capital } from '../text/sentence.js';
import type { Tile } from './page-content.js';

/**
 * The gain of the two regions that a comparison is about, of the others, and the cost, each with its range: of the last future over the first, or of
 * a single one over no policy. None where nothing acts.
 */
export function gainTiles(report: ComparisonReport): Tile[] {
  const { futures } = report.comparison;
  if (futures.every(({ compiled: { policies, events } }) => policies.length + events.length === 0)) return [];
  const { places } = mainGains(report);
  return [...places.map((place) => placeTile(report, place)), ...costTiles(report)];
}

function placeTile(report: ComparisonReport, { name, regions, overFirst, overNoPolicy }: PlaceGain): Tile {
  const { futures } = report.comparison;
  const last = futures.length - 1;
  const { currency } = futures[0]!.economy;
  const gain = overFirst[last] ?? overNoPolicy[last]!;
  const first = last === 0 ? 'no policy' : futures[0]!.scenario.label;
  const compared = `${futures[last]!.scenario.label} compared with ${first}`;
  const meaning = `${compared}${rangeWords(gain, currency)}${losersWords(report, regions)}`;
  return { name, number: signedMoney(gain.middle, currency), meaning };
}

/** The number of several regions that lose beside no policy, which their sum does not tell; nothing where none does. */
function losersWords(report: ComparisonReport, regions: readonly number[]): string {
  if (regions.length < 2) return '';
  const losers = losersOf(report, regions, report.comparison.futures.length - 1).length;
  return losers === 0 ? '' : ` ${losers} of the ${regions.length} fall below no policy.`;
}

/** The interval of a gain and how often it is one. */
function rangeWords({ low, high, better }: RangedGain, currency: string): string {
  if (low === null || high === null) return ', at central values.';
  const often = better?.share == null ? '' : ` A gain in ${tenths(better.share)} of 10.`;
  return `. ${moneyRange(low, high, currency)} in 8 of 10 draws.${often}`;
}

/** A share in whole tenths, “under 1” and “over 9” where it is neither none nor all. */
function tenths(share: number): string {
  if (share === 0 || share === 1) return String(10 * share);
  const rounded = Math.round(10 * share);
  return rounded === 0 ? 'under 1' : rounded === 10 ? 'over 9' : String(rounded);
}

/** The cost of the last future, its range, and what each future brings for it; none where nothing is spent. */
function costTiles(report: ComparisonReport): Tile[] {
  const { futures, gains } = report.comparison;
  const { currency } = futures[0]!.economy;
  const last = futures.length - 1;
  const { middle, low, high } = costs(report)[last]!;
  const planned = gains.map(({ cost }) => cost);
  if (middle === 0 && planned[last] === 0) return [];
  const range =
    low === null || high === null || high - low < 1e-6 * middle
      ? []
      : [`${moneyRange(low, high, currency).replaceAll('+', '')} in 8 of 10 draws`];
  const same = planned.every((cost) => Math.abs(cost - planned[last]!) <= 1e-6 * planned[last]!);
  const plan = same
    ? `planned ${money(planned[last]!, currency)}${last === 0 ? '' : ' in each future'}`
    : `planned ${futures
        .map(({ scenario }, k) => `${money(planned[k]!, currency)} ${scenario.label}`)
        .toReversed()
        .join(', ')}`;
  const ratios = returnsOf(report.study, report.comparison)!.flatMap(({ label, perUnit }) =>
    perUnit === null ? [] : [`${formatFixed(perUnit, 2)}${last === 0 ? '' : ` ${label}`}`],
  );
  const brings =
    ratios.length === 0 ? [] : [`value added for each ${oneUnit(currency)} spent: ${ratios.toReversed().join(', ')}`];
  return [
    {
      name: 'Cost',
      number: money(middle, currency),
      meaning: [...range, capital(plan), ...brings.map(capital)].join('. '),
    },
  ];
}
