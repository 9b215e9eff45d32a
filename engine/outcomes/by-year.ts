import type { Formula } from '../values/formula.js';
import { OUTCOME_FUNCTIONS } from './functions/index.js';

/**
 * True where an outcome may differ from year to year; one that runs over all years has one value.
 *
 * @example
 * variesByYear({ type: 'call', name: 'discounted', args: [{ type: 'call', name: 'output', args: [] }] }); // → false
 * variesByYear({ type: 'call', name: 'output', args: [] }); // → true
 */
export function variesByYear(formula: Formula): boolean {
  switch (formula.type) {
    case 'number':
    case 'text':
      return false;
    case 'name':
      return true;
    case 'unary':
      return variesByYear(formula.operand);
    case 'binary':
      return variesByYear(formula.left) || variesByYear(formula.right);
    case 'comparison':
      return formula.operands.some(variesByYear);
    case 'condition':
      return [formula.test, formula.then, formula.otherwise].some(variesByYear);
    case 'call':
      switch (OUTCOME_FUNCTIONS[formula.name]?.over) {
        case 'year':
          return true;
        case 'years':
          // The first argument is evaluated in the years that the others say.
          return formula.args.slice(1).some(variesByYear);
        default:
          return formula.args.some(variesByYear);
      }
  }
}
