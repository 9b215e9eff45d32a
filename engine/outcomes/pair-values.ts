import { economicTie, type TieEnd } from '../indicators/economic-tie.js';
import { overlapQualityOf } from '../indicators/overlap-quality.js';
import { regionalProducts } from '../indicators/regional-product.js';
import { similarityOf } from '../indicators/similarity.js';
import { pairStructures, structureLength } from '../indicators/structures.js';
import { barrierOfPair, distanceOfPair } from '../projection/between.js';
import { rowOf } from '../statistics/cells.js';
import type { OutcomeView } from './view.js';

/** UNIDO similarity of two regions in a year, as `measurePairs` has it for all pairs; NaN where one has no output. */
export function pairSimilarity(view: OutcomeView, r: number, s: number, y: number): number {
  return r === s ? 1 : likenessOf(view, r, s, y).similarity;
}

/** Overlap quality of two regions in a year, as `measurePairs` has it for all pairs; NaN where barriers are off or a region has no output. */
export function pairOverlap(view: OutcomeView, r: number, s: number, y: number): number {
  const { plan } = view;
  const barrier = barrierOfPair(plan, r * plan.regions.length + s, y);
  if (Number.isNaN(barrier)) return Number.NaN;
  if (r === s) return 0;
  const { similarity, overlap } = likenessOf(view, r, s, y);
  return overlapQualityOf(barrier, similarity, overlap);
}

/** The likeness of the structures of two different regions: their similarity, and the part of output that they have in common. */
function likenessOf(view: OutcomeView, r: number, s: number, y: number): { similarity: number; overlap: number } {
  const regions = view.plan.regions.length;
  const industries = view.plan.industries.length;
  const totals = view.output.byRegion();
  const shares = new Float64Array(2 * industries);
  [r, s].forEach((region, k) => {
    const row = y * regions + region;
    const own = rowOf(view.output.cells, industries, row);
    for (let i = 0; i < industries; i++) shares[k * industries + i] = own[i]! / totals[row]!;
  });
  const { product, overlap } = pairStructures(shares, 0, industries, industries);
  const lengths = structureLength(shares, 0, industries) * structureLength(shares, industries, industries);
  return { similarity: similarityOf(product, lengths), overlap };
}

/** Economic tie of two regions in a year, as `measurePairs` has it; NaN where ties are off, and of a region with itself. */
export function pairTie(view: OutcomeView, r: number, s: number, y: number): number {
  const { plan } = view;
  const { gdp, population } = plan.initial;
  const between = distanceOfPair(plan, r * plan.regions.length + s, y);
  if (Number.isNaN(between) || gdp === null || population === null || r === s) return Number.NaN;
  const regions = plan.regions.length;
  const totals = view.output.byRegion();
  const [before, now] = [rowOf(totals, regions, 0), rowOf(totals, regions, y)];
  const products = regionalProducts(gdp, before, now, plan.parameters.outputPassThrough);
  const end = (k: number): TieEnd => ({ product: products[k]!, population: population[k]! });
  return economicTie(end(r), end(s), between, plan.tieExponent) ?? Number.NaN;
}
