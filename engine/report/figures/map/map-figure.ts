import { listed } from '../../text/sentence.js';
import type { TextTable } from '../../text/text-table.js';
import type { Figure } from '../drawing/figure.js';
import type { MapPanel } from './map-drawing.js';
import { mapPanel } from './map-panel.js';

/** A map as a figure. */
export interface MapSpec extends Omit<MapPanel, 'title'> {
  readonly id: string;
  readonly title: string;
  /** Title of the picture, under that of the figure. */
  readonly panelTitle: string;
  readonly finding: string;
  /** Years of the slider; absent where the picture is of no single year. */
  readonly years?: readonly number[];
  readonly table: TextTable;
}

/** A map of a case, its regions shaded by what they gain or lose: for pages, for files and for the page of `explore`. Null where nothing tells where the regions lie. */
export function mapFigure(spec: MapSpec): Figure | null {
  const panel = mapPanel({ ...spec, title: spec.panelTitle });
  if (panel === null) return null;
  const areas = spec.economy.boundaries !== undefined;
  const changes = spec.links.some(({ changed }) => changed.includes(true));
  const road = spec.links.some(({ rail }) => !rail);
  const caption = [
    areas ? 'Blue: more, brown: less.' : 'Circle: output. Blue: more, brown: less.',
    ...(spec.links.length === 0
      ? []
      : [
          `Lines: ${road ? 'railways, broken ones roads' : 'railways'}${changes ? '; thick ones are made faster or new' : ''}.`,
        ]),
    ...(spec.years === undefined ? [] : ['One run at central values.']),
    ...(spec.open?.includes(true) ? ['Open: it gains in more than 1 and fewer than 9 of 10 draws.'] : []),
    ...(panel.cut.length === 0 ? [] : [`Parts of ${listed(panel.cut)} lie beyond the map.`]),
    ...(panel.missing.length === 0 ? [] : [`Not on the map, for want of coordinates: ${listed(panel.missing)}.`]),
  ];
  return {
    id: spec.id,
    title: spec.title,
    finding: spec.finding,
    caption: caption.join(' '),
    legend: [],
    panels: [panel],
    columns: 1,
    ...(spec.years === undefined ? {} : { years: spec.years }),
    tables: [spec.table],
  };
}
