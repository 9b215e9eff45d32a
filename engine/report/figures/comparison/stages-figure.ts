import { STAGES } from '../../../indicators/stage.js';
import type { TextTable } from '../../text/text-table.js';
import { evenly } from '../drawing/evenly.js';
import type { Figure, LegendEntry } from '../drawing/figure.js';
import { stagePanel } from './stage-panel.js';
import type { View } from './view.js';

const MOST_INDUSTRIES = 40;

/** Legend of the stages. */
export const STAGE_LEGEND: readonly LegendEntry[] = STAGES.flatMap((stage, code): LegendEntry[] =>
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
      description: `${title}: stages of ${largest.length} industries in ${shown.regions.length} regions. In ${pair}: ${counted(k, at.at(-1)!)}.`,
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
    finding: `Industries of ${pair} in ${years[0]}: ${counted(0, 0)}. ${shown.futures.map((k) => `In ${years[last]} under ${names[k]}: ${counted(k, last)}.`).join(' ')}`,
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

/** The industries with most output in the pair's regions, in the case's order. */
export function largestIndustries({ comparison, industries, regions, shown }: View): number[] {
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
