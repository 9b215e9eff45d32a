import type { DrawnNoise } from '../kernel/inputs.js';
import { type Arrays, freshArrays } from './arrays.js';
import type { Plan, Projection } from './plan.js';
import { projectReference, type ReferencePath } from './reference.js';

/**
 * Projects a plan: steps the growth equation, (1)–(5), from the first year to the last, all cells at once.
 *
 * @param plan every number the equation uses
 * @param noise the noise of one draw; none in a single run
 * @param reference the plan's reference path, where the caller has it already
 * @param arrays where the projection is written; default new arrays
 * @returns output by year on this path and on the reference path, in the case's currency
 */
export function project(
  plan: Plan,
  noise?: DrawnNoise,
  reference: ReferencePath = projectReference(plan),
  arrays: Arrays = freshArrays,
): Projection {
  const { equation } = reference;
  equation.writeFuture(plan);
  equation.projectFuture(noise);
  const output = equation.read('output', arrays(reference.output.length));
  const higherLevel = plan.higherLevel === null ? null : equation.read('whole', arrays(plan.higherLevel.length));
  return { plan, output, reference: reference.output, higherLevel };
}
