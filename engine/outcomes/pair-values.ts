import { economicTie } from '../indicators/economic-tie.js';
import type { OutcomeView } from './view.js';

/** UNIDO similarity of two regions in a year, as `measurePairs` has it for all pairs; NaN where one has no output. */
export function pairSimilarity(view: OutcomeView, r: number, s: number, y: number): number {
  return r === s ? 1 : likenessOf(view, r, s, y).similarity;
}

/** Overlap quality of two regions in a year, as `measurePairs` has it for all pairs; NaN where barriers are off or a region has no output. */
export function pairOverlap(view: OutcomeView, r: number, s: number, y: number): number {
  const { barrier } = view.plan.levers;
  if (barrier === null) return Number.NaN;
  if (r === s) return 0;
  const regions = view.plan.regions.length;
  const { similarity, shared } = likenessOf(view, r, s, y);
  return barrier[(y * regions + r) * regions + s]! * (similarity * shared);
}

/** How alike the structures of two different regions are: their similarity, and the part of output that they have in common. */
function likenessOf(view: OutcomeView, r: number, s: number, y: number): { similarity: number; shared: number } {
  const output = view.output.cells;
  const regions = view.plan.regions.length;
  const industries = view.plan.industries.length;
  const totals = view.output.byRegion();
  const [totalR, totalS] = [totals[y * regions + r]!, totals[y * regions + s]!];
  const [a, b] = [(y * regions + r) * industries, (y * regions + s) * industries];
  let dot = 0;
  let squaresR = 0;
  let squaresS = 0;
  let twiceShared = 0;
  for (let i = 0; i < industries; i++) {
    const x = output[a + i]! / totalR;
    const z = output[b + i]! / totalS;
    dot += x * z;
    squaresR += x * x;
    squaresS += z * z;
    // 2·min(x, z), without a branch.
    twiceShared += x + z - Math.abs(x - z);
  }
  return { similarity: Math.min(1, dot / (Math.sqrt(squaresR) * Math.sqrt(squaresS))), shared: twiceShared / 2 };
}

/** Economic tie of two regions in a year, as `measurePairs` has it; NaN where ties are off, and of a region with itself. */
export function pairTie(view: OutcomeView, r: number, s: number, y: number): number {
  const { plan } = view;
  const { gdp, population } = plan.initial;
  const { distance } = plan.levers;
  if (distance === null || gdp === null || population === null || r === s) return Number.NaN;
  const regions = plan.regions.length;
  const totals = view.output.byRegion();
  const pass = plan.parameters.outputPassThrough;
  let before = 0;
  let now = 0;
  for (let k = 0; k < regions; k++) {
    before += totals[k]!;
    now += totals[y * regions + k]!;
  }
  const common = (now / before) ** (1 - pass);
  const product = (k: number): number => gdp[k]! * (totals[y * regions + k]! / totals[k]!) ** pass * common;
  const between = distance[(y * regions + r) * regions + s]!;
  return economicTie(product(r), population[r]!, product(s), population[s]!, between, plan.tieExponent) ?? Number.NaN;
}
