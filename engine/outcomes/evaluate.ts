import { compileFormula, type Formula } from '../values/formula.js';
import type { OutcomeScope, OutcomeValue } from './outcome-function.js';
import type { OutcomeView } from './view.js';
import { outcomeBindings } from './vocabulary.js';

/** An outcome compiled over given regions and industries. */
export interface CompiledOutcome {
  readonly name: string;
  readonly evaluate: OutcomeValue;
}

/** Compiles the formulas of outcomes or goals once, for many projections. */
export function compileOutcomes(
  formulas: Readonly<Record<string, Formula>>,
  regions: readonly string[],
  industries: readonly string[],
): CompiledOutcome[] {
  const bindings = outcomeBindings(regions, industries);
  return Object.entries(formulas).map(([name, formula]) => ({ name, evaluate: compileFormula(formula, bindings) }));
}

/** Value of an outcome in every year; NaN where it is undefined. */
export function outcomeSeries(outcome: CompiledOutcome, view: OutcomeView): Float64Array {
  const scope: OutcomeScope = { view, y: 0 };
  return Float64Array.from(view.plan.years, (_, y) => {
    scope.y = y;
    return outcome.evaluate(scope);
  });
}
