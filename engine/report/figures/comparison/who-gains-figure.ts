import { comparisonTables } from '../../comparison/comparison-tables.js';
import { mainGains, type PlaceGain, type Ranged, regionGains } from '../../comparison/place-gains.js';
import { listed } from '../../text/sentence.js';
import type { Figure } from '../drawing/figure.js';
import { type BarGroup, groupedBarPanel } from '../drawing/grouped-bar-panel.js';
import { futureColour, futureLegend, partFormat, percentTick, type View } from './view.js';

/** Output of every region over all years under each future, against no policy: the picture of the answer. */
export function whoGainsFigure(view: View): Figure {
  const { names, shown, study } = view;
  const regions = regionGains(view);
  const { places, all } = mainGains(view);
  const drawn = shown.regions.map((r) => regions[r]!);
  const groups = [...drawn, ...(regions.length > 1 ? [all] : [])].map((place) => groupOf(view, place));
  const format = partFormat(groups.flatMap(({ bars }) => bars.map(({ value }) => value)));
  const [from, to] = [view.years[0]!, view.years.at(-1)!];
  const last = names.length - 1;
  const told = [...places, all].map((place) => `${place.name} ${format(part(place, last).middle)}`);
  const range = study === null ? '' : ' The thin line holds 8 of 10 draws.';
  const left = regions.length > drawn.length ? ` The ${drawn.length} regions that change most are drawn.` : '';
  return {
    id: 'who-gains',
    title: `Each region compared with no policy, output ${from}–${to}`,
    finding: `Under ${names[last]} output over ${from}–${to} changes so much: ${listed(told)}.`,
    caption: `Left of zero a region produces less than without any policy.${range}${left}`,
    legend: futureLegend(view, 'square', false).toReversed(),
    panels: [
      groupedBarPanel({
        title: '',
        description: groups
          .map(
            ({ name, bars }) => `${name}: ${bars.map(({ series, value }) => `${series} ${format(value)}`).join(', ')}`,
          )
          .join('; '),
        xTitle: `output ${from}–${to}, discounted`,
        groups,
        format,
        tick: percentTick,
      }),
    ],
    columns: 1,
    // Worked out where it is asked for: the page of explore draws the bars alone, with every move of a slider.
    get tables() {
      return [comparisonTables(view).regions];
    },
  };
}

/** Bars of a place, the last future first, as the question names it first. */
function groupOf(view: View, place: PlaceGain): BarGroup {
  const bars = view.names.map((series, k) => {
    const { middle, low, high } = part(place, k);
    return { series, value: middle, low, high, colour: futureColour(view, k) };
  });
  return { name: place.name, bars: bars.toReversed(), bold: place.name === 'All regions' };
}

/** The gain of a place under a future as a part of what it would produce without policy. */
function part({ overNoPolicy, without }: PlaceGain, k: number): Ranged {
  const { middle, low, high } = overNoPolicy[k]!;
  const of = (value: number): number => (without === 0 ? 0 : value / without);
  return { middle: of(middle), low: low === null ? null : of(low), high: high === null ? null : of(high) };
}
