import type { Effect } from '../policies/kind.js';
import { jointLevel } from './coordination.js';
import type { ActingPolicy, PolicyInputs } from './policy-inputs.js';

/**
 * Pushes as they come out where regions acting apart push the same industry: a part of them is wasted on building twice, and rivals try harder.
 * A positive push of region r in industry i is multiplied by 1 − d·max_s (1−c_rs)·u_rs,i over the policy’s other regions s that push the industry,
 * with c_rs the smaller of the two regions’ c, and by 1 + contest·(1−c_r) where there is such a region. Undisputed pushes stay as they are and
 * rival nobody.
 */
export function amongRivals(
  effects: readonly Effect[],
  { coordination }: ActingPolicy,
  { baseYear, magnitudes }: PolicyInputs,
): readonly Effect[] {
  const { share, industries, regions } = baseYear;
  const pushing = new Uint8Array(share.length);
  for (const effect of effects) {
    if (isDisputed(effect)) pushing[effect.region * industries.length + effect.industry] = 1;
  }
  return effects.map((effect) => {
    if (!isDisputed(effect)) return effect;
    let waste = 0;
    let rivals = 0;
    for (let s = 0; s < regions.length; s++) {
      if (s === effect.region || pushing[s * industries.length + effect.industry] === 0) continue;
      rivals++;
      const x = share[effect.region * industries.length + effect.industry]!;
      const y = share[s * industries.length + effect.industry]!;
      const apart = 1 - jointLevel(coordination, [effect.region, s]);
      if (x + y > 0) waste = Math.max(waste, (magnitudes.duplicationWaste * apart * 2 * Math.min(x, y)) / (x + y));
    }
    const spurred = rivals === 0 ? 0 : magnitudes.contest * (1 - coordination.level[effect.region]!);
    return waste === 0 && spurred === 0 ? effect : { ...effect, amount: effect.amount * (1 - waste) * (1 + spurred) };
  });
}

function isDisputed(effect: Effect): effect is Extract<Effect, { readonly lever: 'push' | 'spill' }> {
  return effect.lever === 'push' && effect.amount > 0 && effect.undisputed !== true;
}
