import type { Effect } from '../policies/kind.js';
import { jointLevel } from './coordination.js';
import type { ActingPolicy, PolicyInputs } from './policy-inputs.js';

/**
 * Reduces positive pushes by the part that is wasted where regions acting apart push the same industry: d·max_s (1−c_rs)·u_rs,i over
 * the policy’s other regions s that push industry i, with c_rs the smaller of the two regions’ c.
 */
export function withoutWaste(
  effects: readonly Effect[],
  { coordination }: ActingPolicy,
  { baseYear, magnitudes }: PolicyInputs,
): readonly Effect[] {
  const { share, industries, regions } = baseYear;
  const pushing = new Uint8Array(share.length);
  for (const effect of effects) {
    if (effect.lever === 'push' && effect.amount > 0) pushing[effect.region * industries.length + effect.industry] = 1;
  }
  return effects.map((effect) => {
    if (effect.lever !== 'push' || effect.amount <= 0 || effect.moved) return effect;
    let waste = 0;
    for (let s = 0; s < regions.length; s++) {
      if (s === effect.region || pushing[s * industries.length + effect.industry] === 0) continue;
      const x = share[effect.region * industries.length + effect.industry]!;
      const y = share[s * industries.length + effect.industry]!;
      const apart = 1 - jointLevel(coordination, [effect.region, s]);
      if (x + y > 0) waste = Math.max(waste, (magnitudes.duplicationWaste * apart * 2 * Math.min(x, y)) / (x + y));
    }
    return waste === 0 ? effect : { ...effect, amount: effect.amount * (1 - waste) };
  });
}
