type Point = readonly number[];

/** Pairs of edges that are compared at most: a ring made to take for ever is left unchecked. */
const MOST_PAIRS = 20_000_000;

/**
 * A place where a ring crosses itself, or null where it does not; touching at a point is no crossing. Edges are swept from west to east,
 * so that each meets only those beside it.
 *
 * @param ring its points, the last the same as the first
 *
 * @example
 * selfCrossing([[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]); // → [1, 1]
 * selfCrossing([[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]); // → null
 */
export function selfCrossing(ring: readonly Point[]): Point | null {
  const count = ring.length - 1;
  const west = (k: number): number => Math.min(ring[k]![0]!, ring[k + 1]![0]!);
  const east = (k: number): number => Math.max(ring[k]![0]!, ring[k + 1]![0]!);
  const order = Array.from({ length: count }, (_, k) => k).sort((a, b) => west(a) - west(b));
  let beside: number[] = [];
  let pairs = 0;
  for (const edge of order) {
    const from = west(edge);
    beside = beside.filter((other) => east(other) >= from);
    pairs += beside.length;
    if (pairs > MOST_PAIRS) return null;
    for (const other of beside) {
      const place = crossing(ring[edge]!, ring[edge + 1]!, ring[other]!, ring[other + 1]!);
      if (place !== null) return place;
    }
    beside.push(edge);
  }
  return null;
}

/** The place where two stretches cross within both; null where they do not, only touch, or run along each other. */
function crossing(a: Point, b: Point, c: Point, d: Point): Point | null {
  const [first, second] = [side(c, d, a), side(c, d, b)];
  const [third, fourth] = [side(a, b, c), side(a, b, d)];
  if (first * second >= 0 || third * fourth >= 0) return null;
  const part = first / (first - second);
  return [a[0]! + part * (b[0]! - a[0]!), a[1]! + part * (b[1]! - a[1]!)];
}

/** Twice the area of a triangle: above 0 where `point` lies left of the way from one place to another. */
function side(from: Point, to: Point, point: Point): number {
  return (to[0]! - from[0]!) * (point[1]! - from[1]!) - (to[1]! - from[1]!) * (point[0]! - from[0]!);
}
