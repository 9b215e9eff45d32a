import { stream } from '../../values/streams.js';
import { completeGroups, groupIndices, type InputGroup } from './input-groups.js';

/** The points at which an outcome is wanted for elementary effects. */
export interface MorrisDesign {
  readonly method: 'morris';
  readonly seed: number | string;
  readonly inputs: readonly string[];
  readonly groups: readonly InputGroup[];
  readonly trajectories: number;
  /** Even number of levels that each input takes. */
  readonly levels: number;
  /** Points in all: trajectories × (groups + 1). Those of a trajectory follow each other, one group moved from each to the next. */
  readonly rows: number;
  /** Writes the uniform numbers of a point, each in (0, 1), in the order of `inputs`, from `from` on (default 0). */
  readonly fill: (row: number, target: Float64Array, from?: number) => void;
  /** The group that the trajectory moves on its step from this place (from 0) to the next. */
  readonly moved: (trajectory: number, step: number) => number;
  /** True where an input moves up on this trajectory, false where it moves down. */
  readonly upward: (trajectory: number, input: number) => boolean;
}

/** Length of a step, in probability. */
export const MORRIS_STEP = 0.5;

/**
 * Makes random trajectories through the middles of equally probable levels, (k + ½)/p for k = 0 … p − 1, on each of which every
 * group moves once by half the range. (Morris' own levels include probabilities 0 and 1, at which unbounded distributions
 * are infinite.) Any trajectory can be made alone.
 *
 * Source: M. D. Morris 1991, Factorial sampling plans for preliminary computational experiments, Technometrics 33.
 *
 * @example
 * morrisDesign({ inputs: ['a', 'b', 'c'], trajectories: 20, seed: 1 }).rows; // → 80
 */
export function morrisDesign(options: {
  readonly inputs: readonly string[];
  readonly groups?: readonly InputGroup[];
  readonly trajectories: number;
  readonly seed: number | string;
  readonly levels?: number;
}): MorrisDesign {
  const { inputs, trajectories, seed, levels = 4 } = options;
  if (levels < 2 || levels % 2 !== 0) throw new RangeError(`${levels} levels: an even number is needed`);
  const groups = completeGroups(inputs, options.groups);
  const groupOf = groupIndices(inputs, groups);
  const points = groups.length + 1;

  const starts = (trajectory: number) => {
    const { uniform } = stream(seed, trajectory, 'Morris start');
    return Int32Array.from(inputs, () => uniform() * levels);
  };
  const order = (trajectory: number) => {
    const { uniform } = stream(seed, trajectory, 'Morris order');
    const shuffled = Int32Array.from(groups, (_, g) => g);
    for (let k = shuffled.length - 1; k > 0; k--) {
      const other = Math.floor(uniform() * (k + 1));
      [shuffled[k], shuffled[other]] = [shuffled[other]!, shuffled[k]!];
    }
    return shuffled;
  };
  return {
    method: 'morris',
    seed,
    inputs,
    groups,
    trajectories,
    levels,
    rows: trajectories * points,
    fill(row, target, from = 0) {
      const trajectory = Math.floor(row / points);
      const done = order(trajectory).subarray(0, row - trajectory * points);
      starts(trajectory).forEach((level, j) => {
        const shift = done.includes(groupOf[j]!) ? (level < levels / 2 ? levels / 2 : -levels / 2) : 0;
        target[from + j] = (level + shift + 0.5) / levels;
      });
    },
    moved: (trajectory, step) => order(trajectory)[step]!,
    upward: (trajectory, input) => starts(trajectory)[input]! < levels / 2,
  };
}
