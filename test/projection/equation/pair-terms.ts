import { similarityOfInverse } from '../../../engine/indicators/similarity.js';
import type { ChannelSetup, Channels } from './channels.js';

/** The pairs of regions of one year. */
export interface PairTerms {
  readonly channels: Channels;
  readonly setup: ChannelSetup;
  /** R × R. */
  readonly barrier: Float64Array;
}

/** Far below any share; four of them multiplied are still far above the smallest number. */
const TINY = 1e-70;

/**
 * Computes the similarity of every pair of regions and the rivalry of every cell, V_ri = Σ_s ω_rs·b_rs·S_rs·u_rs,i.
 *
 * The time of a projection is spent here: this costs regions² × industries, everything else regions × industries. So a region is paired with its
 * neighbours four at a time: four sums run side by side where one would wait for itself, and four quotients share one division.
 * 2·min(x, y)/(x + y) is computed as (x + y − |x − y|)/(x + y), which needs no branch.
 */
export function computePairTerms(pairs: PairTerms): void {
  const { regions } = pairs.setup;
  pairs.channels.rivalry.fill(0);
  for (let r = 0; r < regions; r++) {
    let s = r + 1;
    for (; s + 3 < regions; s += 4) addFourPairs(pairs, r, s);
    for (; s < regions; s++) addPair(pairs, r, s);
  }
}

/** ω·b of an ordered pair, the part of its likeness that is rivalry. */
function closedness({ channels, barrier }: PairTerms, pair: number): number {
  return channels.tieShare[pair]! * barrier[pair]!;
}

/** Keeps S of a pair of regions in both directions, from the sum of products of their shares. */
function keepSimilarity({ channels, setup }: PairTerms, r: number, s: number, product: number): number {
  const { similarity, inverseNorm } = channels;
  const value = similarityOfInverse(product, inverseNorm[r]!, inverseNorm[s]!);
  similarity[r * setup.regions + s] = value;
  similarity[s * setup.regions + r] = value;
  return value;
}

/** Adds the terms of region r with region s. */
function addPair(pairs: PairTerms, r: number, s: number): void {
  const { share, rivalry } = pairs.channels;
  const { regions, industries } = pairs.setup;
  const a = r * industries;
  const b = s * industries;
  let dot = 0;
  for (let i = 0; i < industries; i++) dot += share[a + i]! * share[b + i]!;
  const similarity = keepSimilarity(pairs, r, s, dot);
  const onR = closedness(pairs, r * regions + s) * similarity;
  const onS = closedness(pairs, s * regions + r) * similarity;
  for (let i = 0; i < industries; i++) {
    const x = share[a + i]!;
    const y = share[b + i]!;
    const sum = x + y;
    const overlap = (sum - Math.abs(x - y)) / (sum + TINY);
    rivalry[a + i] = rivalry[a + i]! + onR * overlap;
    rivalry[b + i] = rivalry[b + i]! + onS * overlap;
  }
}

/** Adds the terms of region r with regions s, s + 1, s + 2 and s + 3. */
function addFourPairs(pairs: PairTerms, r: number, s: number): void {
  const { share, rivalry } = pairs.channels;
  const { regions, industries } = pairs.setup;
  const a = r * industries;
  const b0 = s * industries;
  const b1 = b0 + industries;
  const b2 = b1 + industries;
  const b3 = b2 + industries;
  let dot0 = 0;
  let dot1 = 0;
  let dot2 = 0;
  let dot3 = 0;
  for (let i = 0; i < industries; i++) {
    const x = share[a + i]!;
    dot0 += x * share[b0 + i]!;
    dot1 += x * share[b1 + i]!;
    dot2 += x * share[b2 + i]!;
    dot3 += x * share[b3 + i]!;
  }
  const similarity0 = keepSimilarity(pairs, r, s, dot0);
  const similarity1 = keepSimilarity(pairs, r, s + 1, dot1);
  const similarity2 = keepSimilarity(pairs, r, s + 2, dot2);
  const similarity3 = keepSimilarity(pairs, r, s + 3, dot3);
  const row = r * regions + s;
  const onR0 = closedness(pairs, row) * similarity0;
  const onR1 = closedness(pairs, row + 1) * similarity1;
  const onR2 = closedness(pairs, row + 2) * similarity2;
  const onR3 = closedness(pairs, row + 3) * similarity3;
  const onS0 = closedness(pairs, s * regions + r) * similarity0;
  const onS1 = closedness(pairs, (s + 1) * regions + r) * similarity1;
  const onS2 = closedness(pairs, (s + 2) * regions + r) * similarity2;
  const onS3 = closedness(pairs, (s + 3) * regions + r) * similarity3;
  for (let i = 0; i < industries; i++) {
    const x = share[a + i]!;
    const y0 = share[b0 + i]!;
    const y1 = share[b1 + i]!;
    const y2 = share[b2 + i]!;
    const y3 = share[b3 + i]!;
    const sum0 = x + y0 + TINY;
    const sum1 = x + y1 + TINY;
    const sum2 = x + y2 + TINY;
    const sum3 = x + y3 + TINY;
    const sum01 = sum0 * sum1;
    const sum23 = sum2 * sum3;
    const inverse = 1 / (sum01 * sum23);
    const inverse01 = inverse * sum23;
    const inverse23 = inverse * sum01;
    const overlap0 = (x + y0 - Math.abs(x - y0)) * sum1 * inverse01;
    const overlap1 = (x + y1 - Math.abs(x - y1)) * sum0 * inverse01;
    const overlap2 = (x + y2 - Math.abs(x - y2)) * sum3 * inverse23;
    const overlap3 = (x + y3 - Math.abs(x - y3)) * sum2 * inverse23;
    rivalry[a + i] = rivalry[a + i]! + (onR0 * overlap0 + onR1 * overlap1) + (onR2 * overlap2 + onR3 * overlap3);
    rivalry[b0 + i] = rivalry[b0 + i]! + onS0 * overlap0;
    rivalry[b1 + i] = rivalry[b1 + i]! + onS1 * overlap1;
    rivalry[b2 + i] = rivalry[b2 + i]! + onS2 * overlap2;
    rivalry[b3 + i] = rivalry[b3 + i]! + onS3 * overlap3;
  }
}
