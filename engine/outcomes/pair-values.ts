import { economicTie, type TieEnd } from '../indicators/economic-tie.js';
import { overlapQualityOf } from '../indicators/overlap-quality.js';
import { commonProductGrowth, regionalProduct } from '../indicators/regional-product.js';
import { similarityOf } from '../indicators/similarity.js';
import { barrierOfPair, distanceOfPair } from '../projection/between.js';
import { sum } from '../statistics/sum.js';
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
  const { cells } = view.output;
  const [a, b] = [y * regions + r, y * regions + s];
  let product = 0;
  let twiceShared = 0;
  let squaresOfA = 0;
  let squaresOfB = 0;
  // As `pairStructures` and `structureLength` have it, without arrays of shares: this runs for every year of every draw.
  for (let i = 0; i < industries; i++) {
    const x = cells[a * industries + i]! / totals[a]!;
    const z = cells[b * industries + i]! / totals[b]!;
    product += x * z;
    twiceShared += x + z - Math.abs(x - z);
    squaresOfA += x * x;
    squaresOfB += z * z;
  }
  const lengths = Math.sqrt(squaresOfA) * Math.sqrt(squaresOfB);
  return { similarity: similarityOf(product, lengths), overlap: twiceShared / 2 };
}

/** Economic tie of two regions in a year, as `measurePairs` has it; NaN where ties are off, and of a region with itself. */
export function pairTie(view: OutcomeView, r: number, s: number, y: number): number {
  const { plan } = view;
  const { gdp, population } = plan.initial;
  const between = distanceOfPair(plan, r * plan.regions.length + s, y);
  if (Number.isNaN(between) || gdp === null || population === null || r === s) return Number.NaN;
  const regions = plan.regions.length;
  const totals = view.output.byRegion();
  const { outputPassThrough } = plan.parameters;
  const now = y * regions;
  const common = commonProductGrowth(sum(totals, now, now + regions) / sum(totals, 0, regions), outputPassThrough);
  const end = (k: number): TieEnd => ({
    product: regionalProduct(gdp[k]!, totals[now + k]! / totals[k]!, common, outputPassThrough),
    population: population[k]!,
  });
  return economicTie(end(r), end(s), between, plan.tieExponent) ?? Number.NaN;
}
