import type { RawArea } from './shape.js';

/** True where an area lies within the picture that the regions fill, or reaches into it. */
export function isNear(area: RawArea, regions: readonly RawArea[]): boolean {
  const [own, whole] = [boxOf([area]), boxOf(regions)];
  const [across, up] = [0.1 * (whole.east - whole.west), 0.1 * (whole.north - whole.south)];
  return (
    own.west < whole.east + across &&
    own.east > whole.west - across &&
    own.south < whole.north + up &&
    own.north > whole.south - up
  );
}

function boxOf(areas: readonly RawArea[]) {
  const box = { west: 180, east: -180, south: 90, north: -90 };
  for (const polygon of areas.flat())
    for (const [x, y] of polygon.flat()) {
      box.west = Math.min(box.west, x!);
      box.east = Math.max(box.east, x!);
      box.south = Math.min(box.south, y!);
      box.north = Math.max(box.north, y!);
    }
  return box;
}
