import { exp } from '../exact-math/index.js';
import type { Levers } from '../kernel/inputs.js';
import type { EffectPattern } from '../policies/kind.js';
import type { Series } from '../values/scalar.js';
import type { PolicyPattern } from './policy-pattern.js';

/** Memory that the levers of cells and regions are written to, draw after draw. */
export interface LeverMemory extends Pick<Levers, 'push' | 'spill' | 'land'> {
  /** Numbers from one region of push and spill to the next: as many as industries, or more where rows are padded. */
  readonly rowStride: number;
}

/** Lever memory of its own for a plan. */
export function leverMemory(years: number, regions: number, industries: number): LeverMemory {
  const cells = years * regions * industries;
  return {
    push: new Float64Array(cells),
    spill: new Float64Array(cells),
    land: new Float64Array(years * regions),
    rowStride: industries,
  };
}

/**
 * Compiles what policies do to the levers of cells and regions: pushes, shared pushes and land add in log points, so that no order of policies matters.
 *
 * @returns a function that writes the levers of the draw under way
 */
export function leverWriter(
  policies: readonly PolicyPattern[],
  memory: LeverMemory,
  { years, regions }: { readonly years: number; readonly regions: number },
): () => void {
  const { push, spill, land, rowStride } = memory;
  const cell = ({ region, industry }: { readonly region: number; readonly industry: number }) =>
    region * rowStride + industry;
  const width = regions * rowStride;
  const pushes = addends(policies, (pattern) => (pattern.lever === 'push' ? cell(pattern) : null));
  const spills = addends(policies, (pattern) => (pattern.lever === 'spill' ? cell(pattern) : null));
  const lands = addends(policies, (pattern) => (pattern.lever === 'land' ? pattern.region : null));
  return () => {
    addUp(pushes, push, years, width);
    addUp(spills, spill, years, width);
    addUp(lands, land, years, regions);
    for (let k = 0; k < land.length; k++) land[k] = land[k] === 0 ? 1 : exp(land[k]!);
  };
}

/** Amounts that are added to places of one lever, those of one profile side by side. */
interface Addends {
  readonly groups: readonly {
    readonly profile: Series;
    readonly amounts: Float64Array;
    /** Index of each amount, and the place in a year that it is added to. */
    readonly from: Int32Array;
    readonly to: Int32Array;
  }[];
  /** Amounts that are not 0 in the draw under way, and their places, group after group. */
  readonly amount: Float64Array;
  readonly place: Int32Array;
  /** End of each group among them. */
  readonly ends: Int32Array;
}

function addends(policies: readonly PolicyPattern[], placeOf: (pattern: EffectPattern) => number | null): Addends {
  const groups: { profile: Series; amounts: Float64Array; from: number[]; to: number[] }[] = [];
  for (const { patterns, amounts } of policies) {
    let group: (typeof groups)[number] | null = null;
    patterns.forEach((pattern, k) => {
      const place = placeOf(pattern);
      if (place === null) return;
      if (group === null || group.profile !== pattern.profile) {
        group = { profile: pattern.profile, amounts, from: [], to: [] };
        groups.push(group);
      }
      group.from.push(k);
      group.to.push(place);
    });
  }
  const total = groups.reduce((sum, { from }) => sum + from.length, 0);
  return {
    groups: groups.map(({ from, to, ...rest }) => ({ ...rest, from: Int32Array.from(from), to: Int32Array.from(to) })),
    amount: new Float64Array(total),
    place: new Int32Array(total),
    ends: new Int32Array(groups.length),
  };
}

/** Writes the sums of all years, `width` places each; where nothing is added they are 0. */
function addUp(list: Addends, lever: Float64Array, years: number, width: number): void {
  lever.fill(0);
  if (keepNonZero(list) === 0) return;
  const { groups, amount, place, ends } = list;
  for (let y = 0; y < years; y++) {
    const row = y * width;
    for (let g = 0, k = 0; g < groups.length; g++) {
      const end = ends[g]!;
      const strength = groups[g]!.profile[y]!;
      if (strength === 0) k = end;
      for (; k < end; k++) {
        const at = row + place[k]!;
        lever[at] = lever[at]! + amount[k]! * strength;
      }
    }
  }
}

/** Lists the amounts of a draw that are not 0; most policies do nothing in most places. */
function keepNonZero({ groups, amount, place, ends }: Addends): number {
  let kept = 0;
  for (let g = 0; g < groups.length; g++) {
    const { amounts, from, to } = groups[g]!;
    for (let k = 0; k < from.length; k++) {
      const value = amounts[from[k]!]!;
      if (value === 0) continue;
      amount[kept] = value;
      place[kept] = to[k]!;
      kept++;
    }
    ends[g] = kept;
  }
  return kept;
}
