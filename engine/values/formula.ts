import { exp, log, log10, pow } from '../exact-math/index.js';

export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | 'and' | 'or';
export type ComparisonOperator = '<' | '<=' | '>' | '>=' | '==' | '!=';

/** A checked expression as plain data: what is left of a text after parsing, fit to be stored, compared and sent to a worker. */
export type Formula =
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'unary'; readonly operator: '-' | 'not'; readonly operand: Formula }
  | { readonly type: 'binary'; readonly operator: BinaryOperator; readonly left: Formula; readonly right: Formula }
  /** `a < b <= c`: every neighbouring pair holds. */
  | {
      readonly type: 'comparison';
      readonly operators: readonly ComparisonOperator[];
      readonly operands: readonly Formula[];
    }
  | { readonly type: 'condition'; readonly test: Formula; readonly then: Formula; readonly otherwise: Formula }
  | { readonly type: 'call'; readonly name: string; readonly args: readonly Formula[] };

/** A compiled formula or part of one. */
export type Evaluate<Scope> = (scope: Scope) => number;

/**
 * The meaning of a vocabulary's names and functions: a function that takes a name's value from a scope, and one that builds a call from its
 * compiled arguments (texts as they are). Whatever a call can look up once, it looks up when it is built.
 */
export interface Bindings<Scope> {
  readonly names: Readonly<Record<string, Evaluate<Scope>>>;
  readonly functions: Readonly<Record<string, (...args: readonly (string | Evaluate<Scope>)[]) => Evaluate<Scope>>>;
}

interface BuiltIn {
  readonly arity: readonly [number, number];
  readonly apply: (...args: number[]) => number;
}

/** Functions every expression may use, with the fewest and most arguments they take. */
export const BUILT_IN_FUNCTIONS: Readonly<Record<string, BuiltIn>> = {
  min: { arity: [1, Infinity], apply: Math.min },
  max: { arity: [1, Infinity], apply: Math.max },
  abs: { arity: [1, 1], apply: Math.abs },
  sqrt: { arity: [1, 1], apply: Math.sqrt },
  exp: { arity: [1, 1], apply: exp },
  log: { arity: [1, 1], apply: log },
  ln: { arity: [1, 1], apply: log },
  log10: { arity: [1, 1], apply: log10 },
  pow: { arity: [2, 2], apply: pow },
  round: { arity: [1, 2], apply: (x, digits = 0) => Math.round(x * pow(10, digits)) / pow(10, digits) },
  floor: { arity: [1, 1], apply: Math.floor },
  ceil: { arity: [1, 1], apply: Math.ceil },
  clamp: { arity: [3, 3], apply: (x, lo, hi) => Math.min(Math.max(x!, lo!), hi!) },
};

const COMPARISONS: Readonly<Record<ComparisonOperator, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
};

/** True where a formula says yes or no (1 or 0) rather than a number, as a goal must. */
export function isCondition(formula: Formula): boolean {
  if (formula.type === 'comparison') return true;
  if (formula.type === 'unary') return formula.operator === 'not';
  if (formula.type === 'binary') return formula.operator === 'and' || formula.operator === 'or';
  return formula.type === 'condition' && isCondition(formula.then) && isCondition(formula.otherwise);
}

/**
 * Compiles a formula to nested closures. Comparisons, `and`, `or` and `not` give 1 or 0; any number but 0 counts as yes.
 * The result may be infinite or NaN, as arithmetic is. Names and functions must be those the text was parsed with.
 *
 * @example
 * compileFormula({ type: 'name', name: 'year' }, { names: { year: (year) => year }, functions: {} })(2011); // → 2011
 */
export function compileFormula<Scope>(formula: Formula, bindings: Bindings<Scope>): Evaluate<Scope> {
  const compile = (part: Formula) => compileFormula(part, bindings);
  switch (formula.type) {
    case 'number': {
      const { value } = formula;
      return () => value;
    }
    case 'name':
      return own(bindings.names, formula.name);
    case 'text':
      throw new Error('a text has no value of its own');
    case 'unary': {
      const operand = compile(formula.operand);
      return formula.operator === '-' ? (scope) => -operand(scope) : (scope) => (operand(scope) === 0 ? 1 : 0);
    }
    case 'binary':
      return compileBinary(formula.operator, compile(formula.left), compile(formula.right));
    case 'comparison':
      return compileComparison(formula.operators, formula.operands.map(compile));
    case 'condition': {
      const [test, then, otherwise] = [compile(formula.test), compile(formula.then), compile(formula.otherwise)];
      return (scope) => (test(scope) !== 0 ? then(scope) : otherwise(scope));
    }
    case 'call': {
      const args = formula.args.map((arg) => (arg.type === 'text' ? arg.value : compile(arg)));
      if (Object.hasOwn(bindings.functions, formula.name)) return bindings.functions[formula.name]!(...args);
      return compileBuiltIn(own(BUILT_IN_FUNCTIONS, formula.name).apply, args as Evaluate<Scope>[]);
    }
  }
}

function compileBinary<Scope>(
  operator: BinaryOperator,
  left: Evaluate<Scope>,
  right: Evaluate<Scope>,
): Evaluate<Scope> {
  switch (operator) {
    case '+':
      return (scope) => left(scope) + right(scope);
    case '-':
      return (scope) => left(scope) - right(scope);
    case '*':
      return (scope) => left(scope) * right(scope);
    case '/':
      return (scope) => left(scope) / right(scope);
    case '^':
      return (scope) => pow(left(scope), right(scope));
    case 'and':
      return (scope) => (left(scope) !== 0 && right(scope) !== 0 ? 1 : 0);
    case 'or':
      return (scope) => (left(scope) !== 0 || right(scope) !== 0 ? 1 : 0);
  }
}

function compileComparison<Scope>(
  operators: readonly ComparisonOperator[],
  operands: readonly Evaluate<Scope>[],
): Evaluate<Scope> {
  const tests = operators.map((operator) => COMPARISONS[operator]);
  if (tests.length === 1) {
    const [test, left, right] = [tests[0]!, operands[0]!, operands[1]!];
    return (scope) => (test(left(scope), right(scope)) ? 1 : 0);
  }
  return (scope) => {
    let left = operands[0]!(scope);
    for (const [k, test] of tests.entries()) {
      const right = operands[k + 1]!(scope);
      if (!test(left, right)) return 0;
      left = right;
    }
    return 1;
  };
}

function compileBuiltIn<Scope>(
  apply: (...args: number[]) => number,
  args: readonly Evaluate<Scope>[],
): Evaluate<Scope> {
  const [first, second] = args;
  if (args.length === 1) return (scope) => apply(first!(scope));
  if (args.length === 2) return (scope) => apply(first!(scope), second!(scope));
  return (scope) => apply(...args.map((arg) => arg(scope)));
}

function own<Value>(record: Readonly<Record<string, Value>>, name: string): Value {
  if (!Object.hasOwn(record, name)) throw new Error(`"${name}" is not bound`);
  return record[name]!;
}
