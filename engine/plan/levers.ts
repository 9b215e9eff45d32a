import type { Effect } from '../policies/kind.js';
import type { Arrays } from '../projection/arrays.js';
import type { Levers, Plan } from '../projection/plan.js';

/**
 * Adds up what all effects do to each lever in each year; path lengths are worked out apart, over the network.
 * Pushes, shared pushes and land add in log points; openings multiply, so that no order of policies matters.
 *
 * @param drift what is left of each pair's base-year openness in each year, years × regions × regions; null where no border closes
 */
export function assembleLevers(
  plan: Plan,
  effects: readonly Effect[],
  drift: Float64Array | null,
  arrays: Arrays,
): Omit<Levers, 'distance' | 'shock'> {
  const years = plan.years.length;
  const regions = plan.regions.length;
  const industries = plan.industries.length;
  const cells = regions * industries;
  const push = arrays(years * cells);
  const spill = arrays(years * cells);
  const logLand = arrays(years * regions);
  const barrier = plan.reference.barrier === null ? null : repeat(plan.reference.barrier, years, arrays);
  if (barrier !== null && drift !== null) {
    for (let k = 0; k < barrier.length; k++) if (drift[k] !== 1) barrier[k] = 1 - (1 - barrier[k]!) * drift[k]!;
  }
  for (const effect of effects) {
    if (effect.amount === 0) continue;
    switch (effect.lever) {
      case 'push':
      case 'spill': {
        const lever = effect.lever === 'push' ? push : spill;
        addYearly(lever, cells, effect.region * industries + effect.industry, effect.amount, effect.profile);
        break;
      }
      case 'land':
        addYearly(logLand, regions, effect.region, effect.amount, effect.profile);
        break;
      case 'barrier':
        if (barrier === null) break;
        for (let y = 0; y < years; y++) {
          const kept = 1 - effect.amount * effect.profile[y]!;
          const row = y * regions * regions;
          barrier[row + effect.a * regions + effect.b] = barrier[row + effect.a * regions + effect.b]! * kept;
          barrier[row + effect.b * regions + effect.a] = barrier[row + effect.b * regions + effect.a]! * kept;
        }
        break;
      case 'distance':
        break;
    }
  }
  return { push, spill, barrier, land: logLand.map((log) => (log === 0 ? 1 : Math.exp(log))) };
}

function addYearly(lever: Float64Array, stride: number, index: number, amount: number, profile: Float64Array): void {
  for (let y = 0; y < profile.length; y++) {
    const at = y * stride + index;
    lever[at] = lever[at]! + amount * profile[y]!;
  }
}

function repeat(row: Float64Array, times: number, arrays: Arrays): Float64Array {
  const rows = arrays(row.length * times);
  for (let k = 0; k < times; k++) rows.set(row, k * row.length);
  return rows;
}
