import { type GeoContext, type GeoPermissibleObjects, type GeoProjection, geoPath } from 'd3-geo';
import type { Area } from '../../../economy/boundaries/boundaries.js';

/** An area as d3-geo takes it. */
export function geometryOf(area: Area): GeoPermissibleObjects {
  return { type: 'MultiPolygon', coordinates: area as unknown as number[][][][] } as GeoPermissibleObjects;
}

/** The path of an area, to a tenth of a pixel: steps from point to point take half the letters of places. */
export function areaPath(area: Area, projection: GeoProjection): string {
  const writer = pathWriter();
  geoPath(projection, writer.context)(geometryOf(area));
  return writer.text();
}

/** A drawing context that writes path data with whole tenths of pixels, relative to the point before, which leaves no rounding to add up. */
function pathWriter() {
  const parts: string[] = [];
  let [x, y, command] = [0, 0, ''];
  const move = (name: 'm' | 'l', toX: number, toY: number): void => {
    const [nextX, nextY] = [Math.round(toX * 10), Math.round(toY * 10)];
    if (name === 'l' && nextX === x && nextY === y) return;
    const [across, down] = [short(nextX - x), short(nextY - y)];
    const lead = command === name ? (across.startsWith('-') ? '' : ' ') : name;
    parts.push(`${lead}${across}${down.startsWith('-') ? '' : ' '}${down}`);
    [x, y, command] = [nextX, nextY, name];
  };
  let [startX, startY] = [0, 0];
  const context: GeoContext = {
    beginPath: () => {},
    arc: () => {},
    moveTo: (toX, toY) => {
      move('m', toX, toY);
      // Pairs after a move are lines.
      command = 'l';
      [startX, startY] = [x, y];
    },
    lineTo: (toX, toY) => move('l', toX, toY),
    closePath: () => {
      parts.push('z');
      [x, y, command] = [startX, startY, 'z'];
    },
  };
  return { context, text: () => parts.join('') };
}

/** Tenths as a number without what can be left out: .3 for 0.3. */
function short(tenths: number): string {
  return String(tenths / 10).replace(/^(-?)0\./, '$1.');
}
