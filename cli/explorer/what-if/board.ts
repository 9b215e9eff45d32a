import type { ComparisonReport } from '../../../engine/report/comparison/comparison-report.js';
import { comparisonMap } from '../../../engine/report/figures/comparison/map-figure.js';
import { change, changePanel } from '../../../engine/report/figures/comparison/output-change.js';
import { futureLegend, type View, viewOf } from '../../../engine/report/figures/comparison/view.js';
import { whoGainsFigure } from '../../../engine/report/figures/comparison/who-gains-figure.js';
import type { Figure, Panel } from '../../../engine/report/figures/drawing/figure.js';
import type { LayOutMap } from '../../../engine/report/figures/map/map-layout.js';
import { picturesHtml } from '../../../engine/report/page/figure-html.js';
import { richText } from '../../../engine/report/page/html.js';
import type { Board } from './board-pictures.js';

/** Size of a picture of one region’s years. */
const LINES = { width: 270, height: 190 };

/** The pictures of a comparison that say most: where it gains, who gains, and when. */
export function boardOf(report: ComparisonReport, layOut?: LayOutMap): Board {
  const view = viewOf(report);
  // Without policies and events anywhere every difference is 0.
  const acting = report.comparison.futures.some(
    ({ compiled }) => compiled.policies.length + compiled.events.length > 0,
  );
  const map = acting ? comparisonMap(view, layOut) : null;
  const regions = acting ? whoGainsFigure(view) : null;
  const legend = futureLegend(view, 'line', false);
  return {
    map: map === null ? '' : boardHtml('map', map, map.panels.slice(0, 1)),
    regions: regions === null ? '' : boardHtml('regions', regions, regions.panels),
    years: acting ? boardHtml('years', { legend }, lines(view)) : '',
  };
}

/** The way of all regions and of the two that are compared, all on one scale. */
function lines(view: View): Panel[] {
  const places = view.regions.length === 1 ? [0] : [null, ...new Set(view.shown.pair)];
  const reach = places.flatMap((r) => view.names.flatMap((_, k) => view.years.map((_, y) => change(view, k, r, y))));
  return places.map((r) => changePanel(view, r, reach, LINES));
}

/** Panels of a figure, under its title where they have none of their own. */
function boardHtml(
  name: keyof Board,
  { title, legend, years }: Pick<Figure, 'legend' | 'years'> & { readonly title?: string },
  panels: readonly Panel[],
): string {
  const id = `board-${name}`;
  const heading =
    title !== undefined && panels.every((panel) => panel.title === '')
      ? `<p class="panel-title" id="${id}-title">${richText(title)}</p>`
      : '';
  const figure = { id, legend, panels, columns: panels.length };
  const pictures = picturesHtml(years === undefined ? figure : { ...figure, years });
  return `<figure data-figure="${id}">${heading}${pictures}</figure>`;
}
