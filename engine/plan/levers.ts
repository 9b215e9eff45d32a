import type { Levers } from '../kernel/inputs.js';
import type { Effect } from '../policies/kind.js';
import type { Arrays } from '../projection/arrays.js';
import type { Plan } from '../projection/plan.js';

/**
 * Adds up what all effects do to each lever of cells and regions in each year; what lies between regions is worked out apart.
 * Pushes, shared pushes and land add in log points, so that no order of policies matters.
 */
export function assembleLevers(
  plan: Plan,
  effects: readonly Effect[],
  arrays: Arrays,
): Pick<Levers, 'push' | 'spill' | 'land'> {
  const years = plan.years.length;
  const regions = plan.regions.length;
  const industries = plan.industries.length;
  const cells = regions * industries;
  const push = arrays(years * cells);
  const spill = arrays(years * cells);
  const logLand = arrays(years * regions);
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
      case 'distance':
        break;
    }
  }
  return { push, spill, land: logLand.map((log) => (log === 0 ? 1 : Math.exp(log))) };
}

function addYearly(lever: Float64Array, stride: number, index: number, amount: number, profile: Float64Array): void {
  for (let y = 0; y < profile.length; y++) {
    const at = y * stride + index;
    lever[at] = lever[at]! + amount * profile[y]!;
  }
}
