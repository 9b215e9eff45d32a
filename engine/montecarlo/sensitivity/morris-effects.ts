import { square } from '../../exact-math/index.js';
import { sum } from '../../statistics/sum.js';
import { MORRIS_STEP, type MorrisDesign } from '../sampling/morris-design.js';

/** Elementary effects of each group of inputs on an outcome, their mean and their spread. Arrays are by group of the design. */
export type MorrisEffects =
  | {
      readonly status: 'ok';
      readonly groups: readonly string[];
      /** Mean effect of a move by the whole range of probability; null for a group of several, whose members move in different directions. */
      readonly mu: readonly (number | null)[];
      /** Mean size of the effects (F. Campolongo, J. Cariboni & A. Saltelli 2007), and its standard error. */
      readonly muStar: readonly number[];
      readonly muStarError: readonly number[];
      /** Standard deviation of the effects: large beside mu* where the group interacts or works nonlinearly. Null as mu. */
      readonly sigma: readonly (number | null)[];
      /** Trajectories used, and left out because a point of theirs has no finite outcome. */
      readonly trajectories: number;
      readonly dropped: number;
    }
  | {
      readonly status: 'no-variance' | 'too-few';
      readonly groups: readonly string[];
      readonly trajectories: number;
      readonly dropped: number;
    };

/**
 * Elementary effects of an outcome from its values at the points of a design.
 *
 * @param values of the outcome, by row of the design
 */
export function morrisEffects(design: MorrisDesign, values: ArrayLike<number>): MorrisEffects {
  const { inputs } = design;
  const groups = design.groups.map(({ name }) => name);
  const points = groups.length + 1;
  const effects = groups.map((): number[] => []);
  const usable: number[] = [];
  let [min, max] = [Infinity, -Infinity];
  for (let trajectory = 0; trajectory < design.trajectories; trajectory++) {
    const own = Array.from({ length: points }, (_, k) => values[trajectory * points + k]!);
    if (!own.every(Number.isFinite)) continue;
    usable.push(trajectory);
    min = Math.min(min, ...own);
    max = Math.max(max, ...own);
    for (let step = 0; step + 1 < points; step++) {
      const g = design.moved(trajectory, step);
      const members = design.groups[g]!.inputs;
      const sign = design.upward(trajectory, inputs.indexOf(members[0]!)) ? 1 : -1;
      effects[g]!.push(((own[step + 1]! - own[step]!) * sign) / MORRIS_STEP);
    }
  }
  const counts = { groups, trajectories: usable.length, dropped: design.trajectories - usable.length };
  if (usable.length < 2) return { status: 'too-few', ...counts };
  if (max - min <= 1e-12 * Math.max(Math.abs(min), Math.abs(max))) return { status: 'no-variance', ...counts };
  const single = design.groups.map((group) => group.inputs.length === 1);
  const sizes = effects.map((list) => list.map(Math.abs));
  return {
    status: 'ok',
    ...counts,
    mu: effects.map((list, g) => (single[g] ? mean(list) : null)),
    muStar: sizes.map(mean),
    muStarError: sizes.map((list) => deviation(list) / Math.sqrt(list.length)),
    sigma: effects.map((list, g) => (single[g] ? deviation(list) : null)),
  };
}

function mean(list: readonly number[]): number {
  return sum(list) / list.length;
}

function deviation(list: readonly number[]): number {
  const centre = mean(list);
  return Math.sqrt(list.reduce((sum, x) => sum + square(x - centre), 0) / (list.length - 1));
}
