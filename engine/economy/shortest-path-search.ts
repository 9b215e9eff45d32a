/** The part of a network that a search needs: how many nodes it has and which two each link joins. */
interface Graph {
  readonly nodes: { readonly length: number };
  readonly links: readonly { readonly from: number; readonly to: number }[];
}

/** Links at each node: those of node `n` are entries `first[n]` to `first[n + 1]` of `links` and `ends`. */
export interface Adjacency {
  readonly first: Int32Array;
  readonly links: Int32Array;
  readonly ends: Int32Array;
}

/** Lists the links at each node once, for any number of searches. */
export function adjacencyOf(network: Graph): Adjacency {
  const first = new Int32Array(network.nodes.length + 1);
  for (const link of network.links) {
    first[link.from + 1]! += 1;
    first[link.to + 1]! += 1;
  }
  for (let n = 0; n < network.nodes.length; n++) first[n + 1]! += first[n]!;
  const next = first.slice();
  const links = new Int32Array(2 * network.links.length);
  const ends = new Int32Array(2 * network.links.length);
  network.links.forEach((link, i) => {
    for (const [start, end] of [
      [link.from, link.to],
      [link.to, link.from],
    ] as const) {
      const slot = next[start]!++;
      links[slot] = i;
      ends[slot] = end;
    }
  });
  return { first, links, ends };
}

/**
 * Dijkstra's search (1959) from one node, with a binary heap that may hold outdated entries: the path length to each node, Infinity where no path
 * leads.
 *
 * @param lengths of each link, 0 or more; Infinity or NaN for a link that cannot be used.
 */
export function searchFrom(
  adjacency: Adjacency,
  lengths: ArrayLike<number>,
  from: number,
  nodeCount: number,
): Float64Array {
  const distance = new Float64Array(nodeCount).fill(Number.POSITIVE_INFINITY);
  const heap: HeapEntry[] = [];
  distance[from] = 0;
  push(heap, { node: from, distance: 0 });
  while (heap.length > 0) {
    const nearest = pop(heap);
    const { node } = nearest;
    if (nearest.distance > distance[node]!) continue;
    for (let k = adjacency.first[node]!; k < adjacency.first[node + 1]!; k++) {
      const end = adjacency.ends[k]!;
      const through = nearest.distance + lengths[adjacency.links[k]!]!;
      if (!(through < distance[end]!)) continue;
      distance[end] = through;
      push(heap, { node: end, distance: through });
    }
  }
  return distance;
}

interface HeapEntry {
  readonly node: number;
  readonly distance: number;
}

function push(heap: HeapEntry[], entry: HeapEntry): void {
  let i = heap.length;
  heap.push(entry);
  while (i > 0) {
    const parent = (i - 1) >> 1;
    if (heap[parent]!.distance <= entry.distance) break;
    heap[i] = heap[parent]!;
    i = parent;
  }
  heap[i] = entry;
}

function pop(heap: HeapEntry[]): HeapEntry {
  const top = heap[0]!;
  const last = heap.pop()!;
  if (heap.length === 0) return top;
  let i = 0;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && heap[child + 1]!.distance < heap[child]!.distance) child += 1;
    if (heap[child]!.distance >= last.distance) break;
    heap[i] = heap[child]!;
    i = child;
  }
  heap[i] = last;
  return top;
}
