import type { Formula } from '../values/formula.js';

/** Functions of outcomes that say the same in every year. */
const OVER_ALL_YEARS: ReadonlySet<string> = new Set([
  'first',
  'last',
  'mean',
  'sum',
  'lowest',
  'highest',
  'discounted',
]);

/**
 * Whether an outcome may differ from year to year; one that runs over all years has one value.
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
      if (OVER_ALL_YEARS.has(formula.name)) return false;
      if (formula.name === 'at') return variesByYear(formula.args[1]!);
      return formula.args.length === 0 || formula.args.some((arg) => arg.type === 'text' || variesByYear(arg));
  }
}
