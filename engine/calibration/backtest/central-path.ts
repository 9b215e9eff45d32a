import type { Economy } from '../../economy/economy.js';
import { compilePlan } from '../../plan/compile.js';
import { createResolver } from '../../plan/resolve.js';
import type { ExpressionParser } from '../../values/expressions.js';
import { type CaseNumbers, plainScenario } from '../calibrate/plain-scenario.js';
import type { Settings } from '../calibrate/settings.js';

/**
 * The projection of an economy without policies and noise, Y × R × I from its last observed year: the reference path.
 *
 * @param to last year projected
 * @param settings numbers in place of the model's defaults, if any
 */
export function centralPath(
  known: Economy,
  to: number,
  settings: Settings | CaseNumbers | null,
  expressions: ExpressionParser | null = null,
): Float64Array {
  return compilePlan(known, plainScenario(known, to, settings, expressions), createResolver()).reference.output;
}
