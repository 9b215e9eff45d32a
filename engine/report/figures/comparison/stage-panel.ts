import { COUNTED_STAGES, STAGES } from '../../../indicators/stage.js';
import type { Paint } from '../drawing/colours.js';
import type { Panel } from '../drawing/figure.js';
import { element, escapeText, label } from '../drawing/svg.js';
import { fitText, textWidth } from '../drawing/text-measure.js';

/** The stage of every industry in every region, by year. */
export interface StagePanel {
  readonly title: string;
  readonly description: string;
  readonly regions: readonly string[];
  readonly industries: readonly string[];
  /** Codes into `STAGES`: of region r and industry i, one a year. */
  codes(r: number, i: number): readonly number[];
}

const ROW = 14;
const WIDTH = 400;
/** Room for the names of industries. */
const NAMES = { least: 120, most: 236 };

/** Draws a grid, industries down and regions across, each cell in the colour of its stage. */
export function stagePanel(spec: StagePanel): Panel {
  const names = spec.regions.map((region) => fitText(region, 80, 11));
  const head = names.reduce((most, name) => Math.max(most, textWidth(name, 11)), 0) * 0.75 + 16;
  const height = Math.ceil(head + spec.industries.length * ROW + 6);
  return {
    title: spec.title,
    width: WIDTH,
    height,
    description: spec.description,
    draw: (paint) => drawStages(spec, names, head, paint),
  };
}

function drawStages(spec: StagePanel, names: readonly string[], head: number, paint: Paint): string {
  const longest = spec.industries.reduce((most, industry) => Math.max(most, textWidth(industry, 11)), 0);
  const left = Math.max(NAMES.least, Math.min(NAMES.most, Math.ceil(longest) + 9));
  const across = Math.min(34, (WIDTH - left - 26) / spec.regions.length);
  const parts = names.map((name, r) =>
    label(left + across * (r + 0.5) + 2, head - 5, name, { size: 11, fill: paint.ink, rotate: -48 }),
  );
  for (const [i, industry] of spec.industries.entries()) {
    const y = head + i * ROW;
    const shown = fitText(industry, left - 8, 11);
    const name = label(left - 6, y + 10.5, shown, { size: 11, fill: paint.ink, anchor: 'end' });
    parts.push(shown === industry ? name : element('g', {}, `${element('title', {}, escapeText(industry))}${name}`));
    for (const [r, region] of spec.regions.entries()) {
      const codes = spec.codes(r, i);
      parts.push(
        element('rect', {
          x: left + across * r,
          y,
          width: across - 1.5,
          height: ROW - 1.5,
          fill: paint.stage(codes.at(-1)!),
          'data-stages': paint.interactive ? codes.join('') : null,
          'data-name': paint.interactive ? `${industry}, ${region}` : null,
        }),
      );
    }
  }
  return parts.join('');
}

/** Names of the stages by code as they are drawn, as a legend and the page's script write them. */
export const STAGE_NAMES: readonly string[] = [
  ...STAGES.map((stage) => stage ?? 'no stage'),
  ...COUNTED_STAGES.map((stage) => `like the whole (${stage})`),
];

/**
 * The code of a stage as it is drawn: of a cell that grows like the whole that of the pale colour.
 *
 * @example
 * drawnStage(2, false); // → 2
 * drawnStage(2, true); // → 6
 */
export function drawnStage(code: number, alike: boolean): number {
  return alike && code > 0 ? code + COUNTED_STAGES.length : code;
}
