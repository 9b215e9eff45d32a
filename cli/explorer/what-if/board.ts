import type { ComparisonReport } from '../../../engine/report/comparison/comparison-report.js';
import { comparisonFigures } from '../../../engine/report/figures/comparison/comparison-figures.js';
import { change, changePanel } from '../../../engine/report/figures/comparison/output-change.js';
import { futureLegend, type View, viewOf } from '../../../engine/report/figures/comparison/view.js';
import type { Figure, Panel } from '../../../engine/report/figures/drawing/figure.js';
import { picturesHtml } from '../../../engine/report/page/figure-html.js';
import { BOARD_PICTURES, type Board } from './board-pictures.js';

/** Size of a picture of one region’s years. */
const LINES = { width: 270, height: 190 };

/** The pictures of a comparison that say most: where it gains, who gains, and when. */
export function boardOf(report: ComparisonReport): Board {
  const view = viewOf(report);
  const figures = comparisonFigures(report, undefined, (id) => id === 'map' || id === 'who-gains');
  const map = figures.find(({ id }) => id === 'map');
  const regions = figures.find(({ id }) => id === 'who-gains');
  return {
    map: map === undefined ? '' : boardHtml('map', map, map.panels.slice(0, 1)),
    regions: regions === undefined ? '' : boardHtml('regions', regions, regions.panels.slice(-1)),
    years: regions === undefined ? '' : boardHtml('years', { legend: futureLegend(view, 'line', false) }, lines(view)),
  };
}

/** The way of all regions and of the two that are compared, all on one scale. */
function lines(view: View): Panel[] {
  const places = view.regions.length === 1 ? [0] : [null, ...new Set(view.shown.pair)];
  const reach = places.flatMap((r) => view.names.flatMap((_, k) => view.years.map((_, y) => change(view, k, r, y))));
  return places.map((r) => changePanel(view, r, reach, LINES));
}

function boardHtml(
  id: keyof Board,
  { legend, years }: Pick<Figure, 'legend' | 'years'>,
  panels: readonly Panel[],
): string {
  const figure = { id: `board-${id}`, title: BOARD_PICTURES[id], legend, panels, columns: panels.length };
  return `<figure data-figure="${figure.id}">${picturesHtml(years === undefined ? figure : { ...figure, years })}</figure>`;
}
