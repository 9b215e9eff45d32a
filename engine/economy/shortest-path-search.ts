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

/** Searches the path lengths from a node to each node, in an array that the next search overwrites; Infinity where no path leads. */
export type Search = (lengths: ArrayLike<number>, from: number) => Float64Array;

/**
 * Dijkstra's search (1959) from one node, with a binary heap that may hold outdated entries.
 *
 * @param lengths of each link, 0 or more; Infinity or NaN for a link that cannot be used.
 */
export function searchFrom(
  adjacency: Adjacency,
  lengths: ArrayLike<number>,
  from: number,
  nodeCount: number,
): Float64Array {
  return createSearch(adjacency, nodeCount)(lengths, from);
}

/** Prepares any number of searches over one network, in memory of its own. */
export function createSearch({ first, links, ends }: Adjacency, nodeCount: number): Search {
  const distance = new Float64Array(nodeCount);
  // Every link is followed once from each of its ends, so that many entries are the most.
  const heap: Heap = { nodes: new Int32Array(ends.length + 1), keys: new Float64Array(ends.length + 1), size: 0 };
  return (lengths, from) => {
    distance.fill(Number.POSITIVE_INFINITY);
    distance[from] = 0;
    push(heap, from, 0);
    while (heap.size > 0) {
      const node = heap.nodes[0]!;
      const reached = heap.keys[0]!;
      pop(heap);
      if (reached > distance[node]!) continue;
      for (let k = first[node]!; k < first[node + 1]!; k++) {
        const end = ends[k]!;
        const through = reached + lengths[links[k]!]!;
        if (!(through < distance[end]!)) continue;
        distance[end] = through;
        push(heap, end, through);
      }
    }
    return distance;
  };
}

interface Heap {
  readonly nodes: Int32Array;
  readonly keys: Float64Array;
  size: number;
}

function push(heap: Heap, node: number, key: number): void {
  const { nodes, keys } = heap;
  let i = heap.size++;
  while (i > 0) {
    const parent = (i - 1) >> 1;
    if (keys[parent]! <= key) break;
    nodes[i] = nodes[parent]!;
    keys[i] = keys[parent]!;
    i = parent;
  }
  nodes[i] = node;
  keys[i] = key;
}

/** Takes the first entry off. */
function pop(heap: Heap): void {
  const { nodes, keys } = heap;
  const size = --heap.size;
  const [node, key] = [nodes[size]!, keys[size]!];
  let i = 0;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= size) break;
    if (child + 1 < size && keys[child + 1]! < keys[child]!) child += 1;
    if (keys[child]! >= key) break;
    nodes[i] = nodes[child]!;
    keys[i] = keys[child]!;
    i = child;
  }
  nodes[i] = node;
  keys[i] = key;
}
