import type { EffectPattern } from '../policies/kind.js';
import { pairLevel } from './coordination.js';
import type { ActingPolicy, PolicyInputs } from './policy-inputs.js';

/**
 * Pushes as they come out where regions acting apart push the same industry: a part of them is wasted on building twice, and rivals try harder.
 * A positive push of region r in industry i is multiplied by 1 − d·max_s (1−c_rs)·u_rs,i over the policy’s other regions s that push the industry,
 * with c_rs the smaller of the two regions’ c, and by 1 + contest·(1−c_r) where there is such a region. Undisputed pushes stay as they are and
 * rival nobody.
 *
 * @returns a function that changes the amounts of a draw, one for each pattern, in place
 */
export function amongRivals(
  patterns: readonly EffectPattern[],
  { coordination: { levels } }: ActingPolicy,
  { baseYear, magnitudes }: PolicyInputs,
): (amounts: Float64Array) => void {
  const { share, industries } = baseYear;
  const count = industries.length;
  const disputed = disputedPushes(patterns, count, share.length);
  /** 1 for each cell that the policy pushes in this draw. */
  const pushing = new Uint8Array(share.length);
  return (amounts) => {
    if (disputed.length === 0 || levels.values.every((level) => level >= 1)) return;
    for (let n = 0; n < disputed.length; n++) pushing[disputed[n]!.cell] = 0;
    for (let n = 0; n < disputed.length; n++) if (amounts[disputed[n]!.place]! > 0) pushing[disputed[n]!.cell] = 1;
    const [waste, contest] = [magnitudes.duplicationWaste(), magnitudes.contest()];
    for (let n = 0; n < disputed.length; n++) {
      const { place, cell, region, others } = disputed[n]!;
      if (!(amounts[place]! > 0)) continue;
      let wasted = 0;
      let rivals = 0;
      for (let k = 0; k < others.length; k++) {
        const s = others[k]!;
        const other = s * count + (cell % count);
        if (s === region || pushing[other] === 0) continue;
        rivals++;
        const [x, y] = [share[cell]!, share[other]!];
        const apart = 1 - pairLevel(levels, region, s);
        if (x + y > 0) wasted = Math.max(wasted, (waste * apart * 2 * Math.min(x, y)) / (x + y));
      }
      const spurred = rivals === 0 ? 0 : contest * (1 - levels.values[levels.placeOf[region]!]!);
      if (wasted !== 0 || spurred !== 0) amounts[place] = amounts[place]! * (1 - wasted) * (1 + spurred);
    }
  };
}

/** A push that rivals can waste or spur. */
interface DisputedPush {
  /** Its place among the patterns. */
  readonly place: number;
  readonly cell: number;
  readonly region: number;
  /** Regions that the policy may push the industry in, itself included. */
  readonly others: readonly number[];
}

/** @param cells regions × industries */
function disputedPushes(patterns: readonly EffectPattern[], industries: number, cells: number): DisputedPush[] {
  const regionsOf: number[][] = Array.from({ length: industries }, () => []);
  const listed = new Uint8Array(cells);
  const pushes: DisputedPush[] = [];
  for (let place = 0; place < patterns.length; place++) {
    const pattern = patterns[place]!;
    if (pattern.lever !== 'push' || pattern.undisputed === true) continue;
    const { region, industry } = pattern;
    const cell = region * industries + industry;
    const others = regionsOf[industry]!;
    if (listed[cell] === 0) others.push(region);
    listed[cell] = 1;
    pushes.push({ place, cell, region, others });
  }
  for (const others of regionsOf) others.sort((a, b) => a - b);
  return pushes;
}
