import type { Plan } from './plan.js';
import { project } from './project.js';

/**
 * The path of a plan with its events and without its policies and noise, Y × R × I; null where nothing happens, so that it is the reference path.
 */
export function projectEvents(plan: Plan): Float64Array | null {
  const { levers, reference } = plan;
  if (levers.shock === null) return null;
  const years = plan.years.length;
  const everyYear = (row: Float64Array | null): Float64Array | null =>
    row === null ? null : Float64Array.from({ length: years * row.length }, (_, k) => row[k % row.length]!);
  return project({
    ...plan,
    levers: {
      push: new Float64Array(levers.push.length),
      spill: new Float64Array(levers.spill.length),
      distance: everyYear(reference.distance),
      barrier: everyYear(reference.barrier),
      land: new Float64Array(levers.land.length).fill(1),
      shock: levers.shock,
    },
  }).output;
}
