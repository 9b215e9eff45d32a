import { relativeGrowth } from '../../../projection/relative-growth.js';
import { formatFixed, formatNumber, formatSigned } from '../../text/number-format.js';
import { numberHeading } from '../../text/text-columns.js';
import type { TextTable } from '../../text/text-table.js';
import type { Figure } from '../drawing/figure.js';
import { type MovingIndustry, planePanel } from './plane-panel.js';
import { STAGE_NAMES } from './stage-panel.js';
import { largestIndustries, STAGE_LEGEND } from './stages-figure.js';
import type { View } from './view.js';

/** Industries of a region in a future. */
interface Plane {
  readonly region: string;
  readonly future: string;
  readonly industries: readonly MovingIndustry[];
}

/** Industries moving over the plane of location quotient and relative growth; null where no year has both. */
export function planeFigure(view: View): Figure | null {
  const { years, comparison, shown } = view;
  // Two panels a future are enough of them: the first and the last.
  const futures = [...new Set([shown.futures[0]!, shown.futures.at(-1)!])];
  const growth = futures.map((k) => years.map((_, y) => relativeGrowth(comparison.futures[k]!.projection, y)));
  // Years before which the window has no data are left out.
  const slider = shown.sliderYears.filter((y) => growth[0]![y]!.some((value) => !Number.isNaN(value)));
  if (slider.length === 0) return null;
  const planes = futures.flatMap((k, f) =>
    [...new Set(shown.pair)].map((r) => planeOf(view, slider, growth[f]!, { k, r })),
  );
  if (planes.every(({ industries }) => industries.length === 0)) return null;
  const growths = growthBounds(planes);
  const [first, last] = [years[slider[0]!]!, years[slider.at(-1)!]!];
  const told = planes.map(
    (plane) =>
      `${plane.region}, ${plane.future}: in ${last} ${faster(plane, slider.length - 1)} of ${plane.industries.length} industries keep up with the whole, ${faster(plane, 0)} in ${first}`,
  );
  return {
    id: 'stage-plane',
    title: `Industries on their way through the four stages`,
    finding: `${told.join('. ')}.`,
    caption: `To the right an industry is larger here than in the whole; above the line it grows faster. Discs are as large as the industry’s share of the region’s output. Thin lines show the way the largest have come since ${first}. Discs on the edge lie beyond ±${formatNumber(growths[1] * 100, 1)}% a year or the quotients shown.`,
    legend: STAGE_LEGEND,
    panels: planes.map((plane) =>
      planePanel({
        title: `${plane.region}, ${plane.future}`,
        description: `${plane.region}, ${plane.future}: in ${last} ${faster(plane, slider.length - 1)} of ${plane.industries.length} industries keep up with the whole.`,
        industries: plane.industries,
        quotients: [0.08, 8],
        growths,
        named: 5,
      }),
    ),
    columns: 2,
    years: slider.map((y) => years[y]!),
    tables: planes.map((plane) => planeTable(plane, first, last)),
  };
}

/**
 * Industries of region r in future k that have a location quotient and a growth in every year of the slider.
 *
 * @param growth by year, regions × industries
 */
function planeOf(
  view: View,
  slider: readonly number[],
  growth: readonly Float64Array[],
  { k, r }: { readonly k: number; readonly r: number },
): Plane {
  const { regions, industries, comparison, names } = view;
  const [R, I] = [regions.length, industries.length];
  const measures = comparison.measures[k]!;
  const { output } = comparison.futures[k]!.projection;
  const moving = largestIndustries(view).flatMap((i): MovingIndustry[] => {
    const cell = (y: number): number => (y * R + r) * I + i;
    const own = slider.map((y) => growth[y]![r * I + i]!);
    const quotient = slider.map((y) => measures.locationQuotient[cell(y)]!);
    if ([...own, ...quotient].some((value) => !Number.isFinite(value)) || quotient.some((value) => value <= 0))
      return [];
    const share = slider.map((y) => output[cell(y)]! / measures.regionOutput[y * R + r]!);
    return [{ name: industries[i]!, quotient, growth: own, share, stage: slider.map((y) => measures.stage[cell(y)]!) }];
  });
  return { region: regions[r]!, future: names[k]!, industries: moving };
}

/** Bounds of the axis of growth that all but a few industries lie within, in whole percent. */
function growthBounds(planes: readonly Plane[]): readonly [number, number] {
  const sizes = planes.flatMap(({ industries }) => industries.flatMap(({ growth }) => growth.map(Math.abs)));
  const bound = Math.ceil(Math.max(0.01, quantile(sizes, 0.96)) * 100) / 100;
  return [-bound, bound];
}

function faster({ industries }: Plane, y: number): number {
  return industries.filter((industry) => industry.growth[y]! >= 0).length;
}

function planeTable({ region, future, industries }: Plane, first: number, last: number): TextTable {
  return {
    title: `${region}, ${future}: location quotient, growth beside the whole and stage`,
    columns: [
      { heading: 'industry' },
      ...[first, last].flatMap((year) => [
        numberHeading('LQ', undefined, String(year)),
        numberHeading('growth, % a year', undefined, String(year)),
        { heading: 'stage', group: String(year) },
      ]),
    ],
    rows: industries.map(({ name, quotient, growth, stage }) => [
      name,
      ...[0, quotient.length - 1].flatMap((y) => [
        formatFixed(quotient[y]!, 2),
        formatSigned(growth[y]! * 100, 2),
        STAGE_NAMES[stage[y]!]!,
      ]),
    ]),
  };
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
}
