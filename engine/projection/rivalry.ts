import type { ChannelSetup, Channels } from './channels.js';

/** Far below any share; four of them multiplied are still far above the smallest number. */
const TINY = 1e-70;

/**
 * Similarity of every pair of regions and rivalry of every cell, V_ri = Σ_s ω_rs·b_rs·S_rs·u_rs,i.
 *
 * This is where the time goes: it costs regions² × industries, everything else regions × industries. So a region meets its
 * neighbours four at a time: four sums run side by side where one would wait for itself, and four quotients share one division.
 * 2·min(x, y)/(x + y) is computed as (x + y − |x − y|)/(x + y), which needs no branch.
 */
export function readRivalry(channels: Channels, setup: ChannelSetup, barrier: Float64Array, pairOffset: number): void {
  const { regions } = setup;
  channels.rivalry.fill(0);
  for (let r = 0; r < regions; r++) {
    let s = r + 1;
    for (; s + 3 < regions; s += 4) meetFour(channels, setup, barrier, pairOffset, r, s);
    for (; s < regions; s++) meetOne(channels, setup, barrier, pairOffset, r, s);
  }
}

/** ω·b·S for region r against s, without S. */
function closedness(channels: Channels, barrier: Float64Array, pairOffset: number, pair: number): number {
  return channels.tieShare[pair]! * barrier[pairOffset + pair]!;
}

function keepLikeness(channels: Channels, regions: number, r: number, s: number, dot: number): number {
  const likeness = dot * channels.inverseNorm[r]! * channels.inverseNorm[s]!;
  channels.similarity[r * regions + s] = likeness;
  channels.similarity[s * regions + r] = likeness;
  return likeness;
}

function meetOne(
  channels: Channels,
  setup: ChannelSetup,
  barrier: Float64Array,
  pairOffset: number,
  r: number,
  s: number,
): void {
  const { share, rivalry } = channels;
  const { regions, industries } = setup;
  const a = r * industries;
  const b = s * industries;
  let dot = 0;
  for (let i = 0; i < industries; i++) dot += share[a + i]! * share[b + i]!;
  const likeness = keepLikeness(channels, regions, r, s, dot);
  const onR = closedness(channels, barrier, pairOffset, r * regions + s) * likeness;
  const onS = closedness(channels, barrier, pairOffset, s * regions + r) * likeness;
  for (let i = 0; i < industries; i++) {
    const x = share[a + i]!;
    const y = share[b + i]!;
    const sum = x + y;
    const overlap = (sum - Math.abs(x - y)) / (sum + TINY);
    rivalry[a + i] = rivalry[a + i]! + onR * overlap;
    rivalry[b + i] = rivalry[b + i]! + onS * overlap;
  }
}

/** The same for region r against s, s + 1, s + 2 and s + 3. */
function meetFour(
  channels: Channels,
  setup: ChannelSetup,
  barrier: Float64Array,
  pairOffset: number,
  r: number,
  s: number,
): void {
  const { share, rivalry } = channels;
  const { regions, industries } = setup;
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
  const likeness0 = keepLikeness(channels, regions, r, s, dot0);
  const likeness1 = keepLikeness(channels, regions, r, s + 1, dot1);
  const likeness2 = keepLikeness(channels, regions, r, s + 2, dot2);
  const likeness3 = keepLikeness(channels, regions, r, s + 3, dot3);
  const row = r * regions + s;
  const onR0 = closedness(channels, barrier, pairOffset, row) * likeness0;
  const onR1 = closedness(channels, barrier, pairOffset, row + 1) * likeness1;
  const onR2 = closedness(channels, barrier, pairOffset, row + 2) * likeness2;
  const onR3 = closedness(channels, barrier, pairOffset, row + 3) * likeness3;
  const onS0 = closedness(channels, barrier, pairOffset, s * regions + r) * likeness0;
  const onS1 = closedness(channels, barrier, pairOffset, (s + 1) * regions + r) * likeness1;
  const onS2 = closedness(channels, barrier, pairOffset, (s + 2) * regions + r) * likeness2;
  const onS3 = closedness(channels, barrier, pairOffset, (s + 3) * regions + r) * likeness3;
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
