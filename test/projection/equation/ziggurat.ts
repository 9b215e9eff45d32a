/** Layers of equal area under the half bell; the lowest one includes the tail. */
const LAYERS = 128;
/** The beginning of the tail, and the area of every layer, for 128 layers. */
const TAIL = 3.442619855899;
const AREA = 9.91256303526217e-3;
/** 25 bits carry sign and place within a layer; the other 7 of a 32-bit number choose the layer. */
const PLACES = 2 ** 24;

const density = (x: number) => Math.exp(-0.5 * x * x);

/** Width of each layer for one place, the places that lie below the curve for sure, and the curve's height at its edge. */
function layers() {
  const edge = new Float64Array(LAYERS + 1);
  edge[0] = AREA / density(TAIL);
  edge[1] = TAIL;
  for (let k = 2; k < LAYERS; k++) edge[k] = Math.sqrt(-2 * Math.log(AREA / edge[k - 1]! + density(edge[k - 1]!)));
  return {
    width: edge.map((x) => x / PLACES),
    safe: Int32Array.from(edge.subarray(0, LAYERS), (x, k) => (edge[k + 1]! / x) * PLACES),
    height: edge.map(density),
  };
}

const { width, safe, height } = layers();

/**
 * A source of standard normal numbers made of one of uniform numbers in [0, 1) with 32 bits, of which it mostly takes one.
 *
 * Source: G. Marsaglia & W. W. Tsang 2000, The ziggurat method, Journal of Statistical Software 5(8); layer and place
 * from different bits as J. A. Doornik 2005 advises. Half the time of the polar method or of an inverse CDF.
 */
export function zigguratNormal(uniform: () => number): () => number {
  return () => {
    const bits = (uniform() * 4294967296) | 0;
    const layer = bits & 127;
    const place = bits >> 7;
    return place < safe[layer]! && -place < safe[layer]! ? place * width[layer]! : edgeOrTail(uniform, place, layer);
  };
}

/** Decides the hundredth part of cases: places that the curve cuts, and the tail. */
function edgeOrTail(uniform: () => number, firstPlace: number, firstLayer: number): number {
  let [place, layer] = [firstPlace, firstLayer];
  for (;;) {
    const x = place * width[layer]!;
    if (Math.abs(place) < safe[layer]!) return x;
    if (layer === 0) return place < 0 ? -tail(uniform) : tail(uniform);
    const y = height[layer]! + uniform() * (height[layer + 1]! - height[layer]!);
    if (y < density(x)) return x;
    const bits = (uniform() * 4294967296) | 0;
    layer = bits & 127;
    place = bits >> 7;
  }
}

/** A normal number known to exceed the tail's beginning. */
function tail(uniform: () => number): number {
  for (;;) {
    const x = -Math.log(1 - uniform()) / TAIL;
    const y = -Math.log(1 - uniform());
    if (2 * y > x * x) return TAIL + x;
  }
}
