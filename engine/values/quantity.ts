import { evaluateArithmetic, isArithmetic } from './arithmetic.js';
import { buildFormula } from './build-formula.js';
import { type Distribution, FAMILIES } from './distribution.js';
import type { ExpressionParser } from './expression-parser.js';
import { compileFormula, type Formula } from './formula.js';
import { isDistributionCall, parseDistribution } from './parse-distribution.js';
import { ANY_NUMBER, plainMistake } from './plain-number.js';
import { mistake, type TextMistake } from './text-mistake.js';
import { tokenise } from './tokens.js';
import { checkTokens, type Vocabulary } from './vocabulary.js';

export type { Distribution, Family } from './distribution.js';
export type { TextMistake } from './text-mistake.js';

/** An expression in `year`, checked against the whitelist. */
export interface Expression {
  readonly kind: 'expression';
  /** Text as the user wrote it. */
  readonly text: string;
  /** The same as plain data, so that nothing needs the parser again. */
  readonly formula: Formula;
}

/**
 * A number as people write it, parsed: `0.25` and `25%` are constants, `0.05 - 0.001 * (year - 2011)` is an expression,
 * `triangular(0.05, 0.30, 0.60)` a distribution. Plain data, so that it can be derived, compared and sent to a worker.
 */
export type Quantity = { readonly kind: 'constant'; readonly value: number } | Expression | Distribution;

/**
 * A quantity as text that parses to the same; distributions and expressions as they were written.
 *
 * @example
 * quantityText({ kind: 'constant', value: 0.25 }); // → '0.25'
 */
export function quantityText(quantity: Quantity): string {
  return quantity.kind === 'constant' ? String(quantity.value) : quantity.text;
}

/** The kinds of numbers that a place takes, and the parser for expressions. */
export interface QuantityOptions {
  /** Needed only for texts of which {@link needsExpressions} is true. */
  readonly parser?: ExpressionParser | null;
  /** False where no expression in `year` may stand; true if not given. */
  readonly yearly?: boolean;
  /** False where no distribution may stand; true if not given. */
  readonly uncertain?: boolean;
}

/** Result of parsing a number; offsets count from the start of the text. */
export type ParsedQuantity = { readonly quantity: Quantity } | { readonly mistakes: readonly TextMistake[] };

const YEAR: Vocabulary = { names: ['year'], functions: {} };

/**
 * Parses a number as people write it. Plain numbers, percents, constant arithmetic and distributions need no parser;
 * for anything else {@link needsExpressions} is true, and `options.parser` must have been loaded.
 *
 * @example
 * parseQuantity('25%'); // → { quantity: { kind: 'constant', value: 0.25 } }
 * parseQuantity('1,000'); // → { mistakes: [{ message: 'a separator inside the number 1,000', hint: 'write 1000', offset: 0 }] }
 * parseQuantity('triangular(5%, 10%, 20%)'); // → { quantity: { kind: 'distribution', family: 'triangular', args: [0.05, 0.1, 0.2], text: 'triangular(5%, 10%, 20%)' } }
 */
export function parseQuantity(input: unknown, options: QuantityOptions = {}): ParsedQuantity {
  if (typeof input === 'number') {
    if (Number.isFinite(input)) return constant(input);
    return mistake(Number.isNaN(input) ? 'NaN is not a number' : `${input} is not a finite number`, ANY_NUMBER);
  }
  if (typeof input !== 'string') return mistake(`a number is needed, not ${describe(input)}`, ANY_NUMBER);
  const plain = plainMistake(input);
  if (plain !== null) return { mistakes: [plain] };
  const { tokens, mistakes } = tokenise(input);
  if (mistakes.length > 0) return { mistakes };
  if (tokens.some((_, k) => isDistributionCall(tokens, k))) {
    const parsed = parseDistribution(input, tokens);
    if ('mistakes' in parsed) return parsed;
    if (options.uncertain !== false) return { quantity: parsed.distribution };
    return mistake('one number is needed here, not a distribution', 'such as 0.25 or 25%', parsed.offset);
  }
  return parseNumber(input, options);
}

/**
 * True where a text can only be read with `loadExpressionParser`: it holds `year`, a function, a power or a comparison.
 * False for texts whose mistakes show without it.
 *
 * @example
 * needsExpressions('1/3'); // → false
 * needsExpressions('0.05 * (year - 2011)'); // → true
 */
export function needsExpressions(input: unknown): boolean {
  if (typeof input !== 'string' || plainMistake(input) !== null) return false;
  const { tokens, mistakes } = checkTokens(input, YEAR);
  return mistakes.length === 0 && !isArithmetic(tokens);
}

function constant(value: number): ParsedQuantity {
  // −0 would print and compare as another number.
  return { quantity: { kind: 'constant', value: value === 0 ? 0 : value } };
}

function describe(input: unknown): string {
  if (input === null || input === undefined) return 'nothing';
  if (Array.isArray(input)) return 'a list';
  return typeof input === 'object' ? 'a mapping' : String(input);
}

function parseNumber(input: string, options: QuantityOptions): ParsedQuantity {
  const { tokens, mistakes } = checkTokens(input, YEAR, FAMILIES);
  if (mistakes.length > 0) return { mistakes };
  const text = input.trim();
  const { offset } = tokens[0]!;
  if (isArithmetic(tokens)) {
    const value = evaluateArithmetic(tokens);
    return Number.isFinite(value) ? constant(value) : mistake(`${text} is not a finite number`, ANY_NUMBER, offset);
  }
  if (options.parser == null) throw new Error(`"${text}" needs the expression parser: call loadExpressionParser first`);
  const parsed = buildFormula(tokens, YEAR, options.parser);
  if ('mistakes' in parsed) return parsed;
  const yearToken = tokens.find((token) => token.text === 'year');
  if (yearToken === undefined) {
    const value = compileFormula<null>(parsed.formula, { names: {}, functions: {} })(null);
    return Number.isFinite(value) ? constant(value) : mistake(`${text} is not a finite number`, ANY_NUMBER, offset);
  }
  if (options.yearly === false) {
    return mistake('this number is the same in all years', 'a number or distribution without "year"', yearToken.offset);
  }
  return { quantity: { kind: 'expression', text, formula: parsed.formula } };
}
