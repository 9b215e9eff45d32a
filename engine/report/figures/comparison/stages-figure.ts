import { STAGES } from '../../../indicators/stage.js';
import { likeTheWhole } from '../../../projection/like-the-whole.js';
import type { TextTable } from '../../text/text-table.js';
import { evenly } from '../drawing/evenly.js';
import type { Figure, LegendEntry } from '../drawing/figure.js';
import { drawnStage, stagePanel } from './stage-panel.js';
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
  const alike = comparison.futures.map(({ projection, compiled }) =>
    years.map((_, y) => likeTheWhole(projection, compiled.noise, y)),
  );
  const drawn = (k: number, r: number, i: number, y: number): number =>
    drawnStage(code(k, r, i, y), alike[k]![y]![r * I + i] === 1);
  const inPair = (k: number, y: number): number[] =>
    [...new Set(shown.pair)].flatMap((r) => largest.map((i) => drawn(k, r, i, y)));
  const pair = [...new Set(shown.pair)].map((r) => regions[r]).join(' and ');
  const counted = (k: number, y: number): string => {
    const codes = inPair(k, y);
    const sure = STAGES.flatMap((stage, c) =>
      stage === null ? [] : [`${codes.filter((each) => each === c).length} ${stage}`],
    );
    return `${sure.join(', ')}, ${codes.filter((each) => each >= STAGES.length).length} like the whole`;
  };
  const panel = (title: string, k: number, at: readonly number[]) => ({
    ...stagePanel({
      title,
      description: `${title}: stages of ${largest.length} industries in ${shown.regions.length} regions. In ${pair}: ${counted(k, at.at(-1)!)}.`,
      regions: shown.regions.map((r) => regions[r]!),
      industries: largest.map((i) => industries[i]!),
      codes: (r, i) => at.map((y) => drawn(k, shown.regions[r]!, largest[i]!, y)),
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
    caption: `Formative: small here, growing faster than in the whole. Growing: large and faster. Mature: large, slower. Recession: small and slower. Growth is counted over ${comparison.futures[0]!.economy.window} years. Pale: growth that differs from the industry’s by less than chance. It counts as like the whole.`,
    legend: [
      ...STAGE_LEGEND,
      { name: 'like the whole: pale', mark: 'square', colour: (paint) => paint.stage(6) },
      { name: 'none: no output', mark: 'square', colour: (paint) => paint.stage(0) },
    ],
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
