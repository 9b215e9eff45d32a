import { UNCHANGED_PAIRS } from './between.js';
import type { Plan } from './plan.js';
import { project } from './project.js';

/**
 * The path of a plan with its events and without its policies and noise, Y × R × I; null where nothing happens, so that it is the reference path.
 */
export function projectEvents(plan: Plan): Float64Array | null {
  const { levers } = plan;
  if (levers.shock === null) return null;
  return project({
    ...plan,
    levers: {
      push: new Float64Array(levers.push.length),
      spill: new Float64Array(levers.spill.length),
      between: levers.between === null ? null : UNCHANGED_PAIRS,
      land: new Float64Array(levers.land.length).fill(1),
      shock: levers.shock,
    },
  }).output;
}
