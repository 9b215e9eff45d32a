import { compileFormula, type Formula } from '../values/formula.js';
import type { OutcomeScope, OutcomeValue } from './outcome-function.js';
import type { OutcomeView } from './view.js';
import { type OutcomeNames, outcomeBindings } from './vocabulary.js';

/** An outcome compiled over the names of a case. */
export interface CompiledOutcome {
  readonly name: string;
  readonly evaluate: OutcomeValue;
}

/** Compiles the formulas of outcomes or goals once, for many projections. */
export function compileOutcomes(formulas: Readonly<Record<string, Formula>>, names: OutcomeNames): CompiledOutcome[] {
  const bindings = outcomeBindings(names);
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
