import { hypot } from '../../../exact-math/index.js';
import type { Box, Point } from '../drawing/boxes.js';
import type { Ring } from './area-path.js';

/** Side of a cell in pixels. */
const CELL = 4;

/** The regions of a map on a coarse grid: fast to ask what lies under a label. */
export interface RegionRaster {
  /** Middles of every fourth cell that a region covers, from its middle outwards. */
  spots(region: number): readonly Point[];
  /** The cell of a region that is furthest from its edge. */
  middle(region: number): { readonly at: Point; readonly room: number } | null;
  /** Parts of a box that lie on a region, and on others. */
  under(box: Box, region: number): { readonly own: number; readonly foreign: number };
}

/** Marks the cells of each region; where areas overlap the last one counts, and islands smaller than a cell may be missed. */
export function rasterOf(areas: readonly (readonly Ring[])[], width: number, height: number): RegionRaster {
  const [across, down] = [Math.ceil(width / CELL), Math.ceil(height / CELL)];
  const regionOf = new Int16Array(across * down).fill(-1);
  areas.forEach((rings, region) => {
    for (let row = 0; row < down; row++) {
      const crossings = crossingsOf(rings, (row + 0.5) * CELL);
      for (let k = 0; k + 1 < crossings.length; k += 2) {
        const from = Math.max(0, Math.ceil(crossings[k]! / CELL - 0.5));
        const to = Math.min(across - 1, Math.floor(crossings[k + 1]! / CELL - 0.5));
        for (let column = from; column <= to; column++) regionOf[row * across + column] = region;
      }
    }
  });
  const at = (cell: number): Point => ({
    x: ((cell % across) + 0.5) * CELL,
    y: (Math.floor(cell / across) + 0.5) * CELL,
  });
  const rooms = roomsOf(regionOf, across);
  const cells = areas.map((): number[] => []);
  regionOf.forEach((region, cell) => {
    if (region >= 0) cells[region]!.push(cell);
  });
  const middles = cells.map((own) =>
    own.length === 0 ? null : own.reduce((most, cell) => (rooms[cell]! > rooms[most]! ? cell : most)),
  );
  return {
    spots: (region) => {
      const middle = middles[region];
      if (middle == null) return [];
      const { x, y } = at(middle);
      const every = cells[region]!.filter(
        (cell) => cell === middle || ((cell % across) % 2 === 0 && Math.floor(cell / across) % 2 === 0),
      );
      return every.map(at).sort((p, q) => hypot(p.x - x, p.y - y) - hypot(q.x - x, q.y - y));
    },
    middle: (region) => {
      const middle = middles[region];
      return middle == null ? null : { at: at(middle), room: rooms[middle]! * CELL };
    },
    under: ({ left, right, top, bottom }, region) => {
      let [own, foreign, all] = [0, 0, 0];
      for (let y = top + CELL / 2; y < bottom; y += 2 * CELL)
        for (let x = left + CELL / 2; x < right; x += 2 * CELL) {
          all += 1;
          const [column, row] = [Math.floor(x / CELL), Math.floor(y / CELL)];
          if (column < 0 || column >= across || row < 0 || row >= down) continue;
          const found = regionOf[row * across + column]!;
          if (found === region) own += 1;
          else if (found >= 0) foreign += 1;
        }
      return { own: own / all, foreign: foreign / all };
    },
  };
}

/** Places at which a level line meets the edges of some rings, ascending: inside between every second pair. */
function crossingsOf(rings: readonly Ring[], y: number): number[] {
  const found: number[] = [];
  for (const ring of rings)
    for (let k = 0; k < ring.length; k++) {
      const [a, b] = [ring[k]!, ring[(k + 1) % ring.length]!];
      if (a.y > y !== b.y > y) found.push(a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x));
    }
  return found.sort((a, b) => a - b);
}

/** Distance of each cell from the nearest cell of another region or none, in cells: two passes over the grid. */
function roomsOf(regionOf: Int16Array, across: number): Float64Array {
  const rooms = new Float64Array(regionOf.length);
  const step = (cell: number, side: number, above: number): void => {
    const near = (other: number): number =>
      other >= 0 && other < regionOf.length && regionOf[other] === regionOf[cell] ? rooms[other]! + 1 : 1;
    const edge = cell % across === 0 || cell % across === across - 1;
    const room = edge ? 1 : Math.min(near(cell + side), near(cell + above));
    rooms[cell] = rooms[cell] === 0 ? room : Math.min(rooms[cell]!, room);
  };
  for (let cell = 0; cell < regionOf.length; cell++) step(cell, -1, -across);
  for (let cell = regionOf.length - 1; cell >= 0; cell--) step(cell, 1, across);
  return rooms;
}
