import { formatSignedPercent } from '../../text/number-format.js';
import type { Panel } from '../drawing/figure.js';
import { element, label } from '../drawing/svg.js';
import { wrapText } from '../drawing/text-measure.js';
import { gainScale } from './gain-scale.js';
import type { Drawing, MapPanel } from './map-drawing.js';
import { drawKey, KEY_HEIGHT } from './map-key.js';
import { drawLabels, labelsOf, MOST_NAMES } from './map-labels.js';
import { layOutMap, MAP_WIDTH } from './map-layout.js';
import { drawRegions, drawSeats, linesOf } from './map-marks.js';
import { drawPlaces } from './map-places.js';

/** Size of the words that a source asks for. */
const CREDIT = { size: 9, height: 11.5 };

/** A map with the names of what it does not show. */
export interface MapPicture extends Panel {
  /** Regions and places that stand nowhere. */
  readonly missing: readonly string[];
  /** Regions of which parts lie beyond the picture. */
  readonly cut: readonly string[];
}

/** A map of a case with what changes in each region by colour, with its links, places, a scale of length and one of colours; null where nothing tells where the regions are. */
export function mapPanel(spec: MapPanel): MapPicture | null {
  const layout = (spec.layOut ?? layOutMap)(spec.economy, spec.output);
  if (layout === null) return null;
  const scale = gainScale(spec.changes.flat());
  const credit = wrapText(spec.economy.boundaries?.attribution ?? '', MAP_WIDTH - 16, CREDIT.size);
  return {
    title: spec.title,
    width: MAP_WIDTH,
    height: layout.fitted.height + KEY_HEIGHT + credit.length * CREDIT.height,
    description: describe(spec),
    missing: layout.missing,
    cut: layout.cut,
    draw: (paint) => drawMap({ spec, layout, scale, paint, last: spec.changes[0]!.length - 1 }, credit),
  };
}

function drawMap(drawing: Drawing, credit: readonly string[]): string {
  const { spec, layout, paint } = drawing;
  const areas = spec.economy.boundaries !== undefined;
  const lines = linesOf(drawing);
  const stretches = lines.map(({ line }) => line);
  const { labels, taken } = labelsOf(drawing, stretches);
  return [
    ...layout.ground.map((d) => element('path', { d, fill: paint.ground, stroke: paint.grid, 'stroke-width': 0.6 })),
    ...(areas ? drawRegions(drawing) : []),
    ...lines.map(({ markup }) => markup),
    ...(areas ? [] : drawRegions(drawing)),
    ...drawSeats(drawing),
    ...drawPlaces(drawing, taken, stretches),
    ...drawLabels(drawing, labels),
    drawKey(drawing),
    ...credit.map((line, k) =>
      label(8, layout.fitted.height + KEY_HEIGHT + (k + 0.7) * CREDIT.height, line, {
        size: CREDIT.size,
        fill: paint.muted,
      }),
    ),
  ].join('');
}

function describe(spec: MapPanel): string {
  const told = spec.economy.regions.slice(0, MOST_NAMES).map((name, r) => {
    return `${name} ${formatSignedPercent(spec.changes[r]!.at(-1)!, 1)}`;
  });
  const more = spec.economy.regions.length - told.length;
  return `Map of the regions by ${spec.what}: ${told.join('; ')}${more > 0 ? ` and ${more} more` : ''}.`;
}
