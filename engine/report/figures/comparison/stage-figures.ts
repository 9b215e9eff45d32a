import { STAGES } from '../../../indicators/stage.js';
import { relativeGrowth } from '../../../projection/relative-growth.js';
import { formatFixed, formatNumber, formatSigned } from '../../text/number-format.js';
import { numberHeading } from '../../text/text-columns.js';
import type { TextTable } from '../../text/text-table.js';
import { evenly } from '../drawing/evenly.js';
import type { Figure, LegendEntry } from '../drawing/figure.js';
import { type MovingIndustry, planePanel } from './plane-panel.js';
import { STAGE_NAMES, stagePanel } from './stage-panel.js';
import type { View } from './view.js';

const MOST_INDUSTRIES = 40;

const STAGE_LEGEND: readonly LegendEntry[] = STAGES.flatMap((stage, code): LegendEntry[] =>
  stage === null ? [] : [{ name: stage, mark: 'square', colour: (paint) => paint.stage(code) }],
);

/** The stage of every industry in every region: the first year, then the futures. */
export function stagesFigure(view: View): Figure {
  const { years, regions, industries, names, comparison, shown } = view;
  const [R, I] = [regions.length, industries.length];
  const last = years.length - 1;
  const largest = largestIndustries(view);
  const code = (k: number, r: number, i: number, y: number): number =>
    comparison.measures[k]!.stage[(y * R + r) * I + i]!;
  const count = (k: number, y: number, wanted: number): number =>
    shown.pair[0] === shown.pair[1]
      ? largest.filter((i) => code(k, shown.pair[0], i, y) === wanted).length
      : shown.pair.reduce((sum, r) => sum + largest.filter((i) => code(k, r, i, y) === wanted).length, 0);
  const pair = [...new Set(shown.pair)].map((r) => regions[r]).join(' and ');
  const counted = (k: number, y: number): string =>
    STAGES.flatMap((stage, c) => (stage === null ? [] : [`${count(k, y, c)} ${stage}`])).join(', ');
  const panel = (title: string, k: number, at: readonly number[]) => ({
    ...stagePanel({
      title,
      description: `${title}: stages of ${largest.length} industries in ${shown.regions.length} regions; in ${pair} ${counted(k, at.at(-1)!)}.`,
      regions: shown.regions.map((r) => regions[r]!),
      industries: largest.map((i) => industries[i]!),
      codes: (r, i) => at.map((y) => code(k, shown.regions[r]!, largest[i]!, y)),
    }),
    still: at.length === 1,
  });
  const table = (k: number): TextTable => ({
    title: `Stages in ${years[last]}, ${names[k]}`,
    columns: [{ heading: 'industry' }, ...shown.regions.map((r) => ({ heading: regions[r]! }))],
    rows: largest.map((i) => [industries[i]!, ...shown.regions.map((r) => STAGES[code(k, r, i, last)!] ?? '–')]),
  });
  return {
    id: 'stages',
    title: 'Stages of comparative advantage, industry by region',
    finding: `Industries of ${pair} in ${years[0]}: ${counted(0, 0)}. In ${years[last]} ${shown.futures.map((k) => `under ${names[k]} ${counted(k, last)}`).join('; ')}.`,
    caption: `Formative: small here, growing faster than in the whole. Growing: large and faster. Mature: large, slower. Recession: small and slower. Growth is counted over ${comparison.futures[0]!.economy.window} years.`,
    legend: [...STAGE_LEGEND, { name: 'none: no output', mark: 'square', colour: (paint) => paint.stage(0) }],
    panels: [
      panel(`${years[0]}, as observed`, 0, [0]),
      ...shown.futures.map((k) => panel(names[k]!, k, shown.sliderYears)),
    ],
    columns: 3,
    years: shown.sliderYears.map((y) => years[y]!),
    tables: shown.futures.map(table),
  };
}

/** Industries moving over the plane of location quotient and relative growth. */
export function planeFigure(view: View): Figure | null {
  const { years, regions, industries, names, comparison, shown } = view;
  const [R, I] = [regions.length, industries.length];
  // Two panels a future are enough of them: the first and the last.
  const drawnFutures = [...new Set([shown.futures[0]!, shown.futures.at(-1)!])];
  const measured = drawnFutures.map((k) => years.map((_, y) => relativeGrowth(comparison.futures[k]!.projection, y)));
  // Years before which the window has no data are left out.
  const slider = shown.sliderYears.filter((y) => measured[0]![y]!.some((value) => !Number.isNaN(value)));
  if (slider.length === 0) return null;
  const pair = [...new Set(shown.pair)];
  const moving = (at: number, r: number): MovingIndustry[] => {
    const k = drawnFutures[at]!;
    const cell = (y: number, i: number): number => (y * R + r) * I + i;
    const measures = comparison.measures[k]!;
    return largestIndustries(view).flatMap((i): MovingIndustry[] => {
      const growth = slider.map((y) => measured[at]![y]![r * I + i]!);
      const quotient = slider.map((y) => measures.locationQuotient[cell(y, i)]!);
      if ([...growth, ...quotient].some((value) => !Number.isFinite(value)) || quotient.some((value) => value <= 0))
        return [];
      return [
        {
          name: industries[i]!,
          quotient,
          growth,
          share: slider.map(
            (y) => comparison.futures[k]!.projection.output[cell(y, i)]! / measures.regionOutput[y * R + r]!,
          ),
          stage: slider.map((y) => measures.stage[cell(y, i)]!),
        },
      ];
    });
  };
  const drawn = drawnFutures.flatMap((_, at) => pair.map((r) => ({ at, r, industries: moving(at, r) })));
  const every = drawn.flatMap((each) => each.industries);
  if (every.length === 0) return null;
  const reach = Math.max(
    0.01,
    quantile(
      every.flatMap((each) => each.growth.map(Math.abs)),
      0.96,
    ),
  );
  const growths = [-Math.ceil(reach * 100) / 100, Math.ceil(reach * 100) / 100] as const;
  const [first, last] = [slider[0]!, slider.at(-1)!];
  const named = (at: number): string => names[drawnFutures[at]!]!;
  const table = (each: (typeof drawn)[number]): TextTable => ({
    title: `${regions[each.r]}, ${named(each.at)}: location quotient, growth against the whole and stage`,
    columns: [
      { heading: 'industry' },
      ...[first, last].flatMap((y) => [
        numberHeading('LQ', undefined, String(years[y])),
        numberHeading('growth, % a year', undefined, String(years[y])),
        { heading: 'stage', group: String(years[y]) },
      ]),
    ],
    rows: each.industries.map((industry) => [
      industry.name,
      ...[0, slider.length - 1].flatMap((y) => [
        formatFixed(industry.quotient[y]!, 2),
        formatSigned(industry.growth[y]! * 100, 2),
        STAGE_NAMES[industry.stage[y]!]!,
      ]),
    ]),
  });
  const faster = (each: (typeof drawn)[number], y: number): number =>
    each.industries.filter((industry) => industry.growth[y]! >= 0).length;
  return {
    id: 'stage-plane',
    title: `Industries on their way through the four stages`,
    finding: `${drawn.map((each) => `${regions[each.r]} under ${named(each.at)}: ${faster(each, slider.length - 1)} of ${each.industries.length} industries grow at least as fast as in the whole in ${years[last]}, ${faster(each, 0)} in ${years[first]}`).join('. ')}.`,
    caption: `To the right an industry is larger here than in the whole; above the line it grows faster. Discs are as large as the industry’s share of the region’s output; thin lines show the way the largest have come since ${years[first]}. Discs on the edge lie beyond ±${formatNumber(growths[1] * 100, 1)}% a year or the quotients shown.`,
    legend: STAGE_LEGEND,
    panels: drawn.map((each) =>
      planePanel({
        title: `${regions[each.r]}, ${named(each.at)}`,
        description: `${regions[each.r]}, ${named(each.at)}: ${faster(each, slider.length - 1)} of ${each.industries.length} industries grow at least as fast as in the whole in ${years[last]}.`,
        industries: each.industries,
        quotients: [0.08, 8],
        growths,
        named: 5,
      }),
    ),
    columns: 2,
    years: slider.map((y) => years[y]!),
    tables: drawn.map(table),
  };
}

/** The industries with most output in the pair's regions, in the case's order. */
function largestIndustries({ comparison, industries, regions, shown }: View): number[] {
  if (industries.length <= MOST_INDUSTRIES) return evenly(industries.length, industries.length);
  const { output } = comparison.futures.at(-1)!.projection;
  const size = (i: number): number =>
    shown.pair.reduce((sum, r) => sum + output[output.length - (regions.length - r) * industries.length + i]!, 0);
  return industries
    .map((_, i) => i)
    .sort((i, j) => size(j) - size(i) || i - j)
    .slice(0, MOST_INDUSTRIES)
    .sort((i, j) => i - j);
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
}
