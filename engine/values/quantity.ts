import { nearestName } from '../mistakes.js';
import { evaluateArithmetic, isArithmetic } from './arithmetic.js';
import { DISTRIBUTION_SIGNATURES, type Distribution, distributionMistake, FAMILIES, isFamily } from './distribution.js';
import { buildFormula, type ExpressionParser, readTokens, type Vocabulary } from './expressions.js';
import { compileFormula, type Formula } from './formula.js';
import { syntaxMistake, UNCLOSED_BRACKET } from './syntax.js';
import type { TextMistake } from './text-mistake.js';
import { LIMITS, type Token, tokenise } from './tokens.js';

export type { Distribution, Family } from './distribution.js';
export type { TextMistake } from './text-mistake.js';

/** An expression in `year`, checked against the whitelist. */
export interface Expression {
  readonly kind: 'expression';
  /** As the user wrote it. */
  readonly text: string;
  /** The same as plain data, so that nothing needs the parser again. */
  readonly formula: Formula;
}

/**
 * A number as people write it, parsed: `0.25` and `25%` are constants, `0.05 - 0.001 * (year - 2011)` is an expression,
 * `triangular(0.05, 0.30, 0.60)` a distribution. Plain data, so that it can be derived, compared and sent to a worker.
 */
export type Quantity = { readonly kind: 'constant'; readonly value: number } | Expression | Distribution;

/** What may stand in a place for a number, and how to read an expression. */
export interface QuantityOptions {
  /** Needed only for texts of which {@link needsExpressions} is true. */
  readonly parser?: ExpressionParser | null;
  /** Whether an expression in `year` may stand here; yes if not given. */
  readonly yearly?: boolean;
  /** Whether a distribution may stand here; yes if not given. */
  readonly uncertain?: boolean;
}

/** Result of parsing a number; offsets count from the start of the text. */
export type ParsedQuantity = { readonly quantity: Quantity } | { readonly mistakes: readonly TextMistake[] };

const YEAR: Vocabulary = { names: ['year'], functions: {} };
const ANY_NUMBER = 'a number such as 0.25, 25%, or a distribution such as triangular(0.05, 0.30, 0.60)';

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
  if (tokens.some((_, k) => isDistributionCall(tokens, k))) return parseDistribution(input, tokens, options);
  return parseNumber(input, options);
}

/**
 * Whether a text can only be read with {@link loadExpressionParser}: it holds `year`, a function, a power or a comparison.
 * False for texts whose mistakes show without it.
 *
 * @example
 * needsExpressions('1/3'); // → false
 * needsExpressions('0.05 * (year - 2011)'); // → true
 */
export function needsExpressions(input: unknown): boolean {
  if (typeof input !== 'string' || plainMistake(input) !== null) return false;
  const { tokens, mistakes } = readTokens(input, YEAR);
  return mistakes.length === 0 && !isArithmetic(tokens);
}

function constant(value: number): ParsedQuantity {
  // −0 would print and compare as another number.
  return { quantity: { kind: 'constant', value: value === 0 ? 0 : value } };
}

function mistake(message: string, hint: string, offset = 0): { readonly mistakes: readonly TextMistake[] } {
  return { mistakes: [{ message, hint, offset }] };
}

function describe(input: unknown): string {
  if (input === null || input === undefined) return 'nothing';
  if (Array.isArray(input)) return 'a list';
  return typeof input === 'object' ? 'a mapping' : String(input);
}

/** Mistakes of texts that were meant as one plain number or are no number at all. */
function plainMistake(input: string): TextMistake | null {
  if (input.length > LIMITS.characters) return null;
  const text = input.trim();
  const offset = input.length - input.trimStart().length;
  if (text === '') return { message: 'a number is missing', hint: ANY_NUMBER, offset: 0 };
  if (/^[-+]?\.?(nan|inf|infinity|∞)$/i.test(text))
    return { message: `${text} is not a finite number`, hint: ANY_NUMBER, offset };
  const separated = /^([-+]?[1-9]\d{0,2})((?:[,_ '’\u00a0\u2009\u202f]\d{3})+)(\.\d+)?(\s*%)?$/.exec(text);
  if (separated !== null) {
    const [, head, groups, decimals = '', percent = ''] = separated;
    const hint = `write ${head}${groups!.replace(/\D/g, '')}${decimals}${percent}`;
    return { message: `a separator inside the number ${text}`, hint, offset };
  }
  const points = /^([-+]?\d{1,3}(?:\.\d{3})*|[-+]?\d*),(\d+)(\s*%)?$/.exec(text);
  if (points !== null) {
    const [, whole, decimals, percent = ''] = points;
    const hint = `write ${whole!.replace(/\./g, '') || '0'}.${decimals}${percent}`;
    return { message: `a decimal comma in ${text}`, hint, offset };
  }
  return /^[\p{L}_]+( [\p{L}_]+)*$/u.test(text) && text !== 'year' ? wordMistake(text, offset) : null;
}

function wordMistake(text: string, offset: number): TextMistake {
  if (isFamily(text)) {
    return {
      message: `the distribution ${text} stands without its numbers`,
      hint: DISTRIBUTION_SIGNATURES[text],
      offset,
    };
  }
  const meant = nearestName(text, ['year', ...FAMILIES]);
  const shown = JSON.stringify(text.length > 40 ? `${text.slice(0, 39)}…` : text);
  return {
    message: `${shown} is not a number`,
    hint: meant === undefined ? ANY_NUMBER : `did you mean "${meant}"?`,
    offset,
  };
}

function isDistributionCall(tokens: readonly Token[], k: number): boolean {
  return tokens[k]!.kind === 'name' && isFamily(tokens[k]!.text) && tokens[k + 1]?.text === '(';
}

function parseDistribution(input: string, tokens: readonly Token[], options: QuantityOptions): ParsedQuantity {
  const at = tokens.findIndex((_, k) => isDistributionCall(tokens, k));
  const { text: family, offset } = tokens[at]!;
  if (!isFamily(family)) throw new Error('no distribution');
  const text = input.trim();
  const syntax = syntaxMistake(tokens);
  if (syntax !== null) {
    const split = syntax.message === UNCLOSED_BRACKET || /[,(]$/.test(text);
    return {
      mistakes: [
        split
          ? { ...syntax, hint: `if commas of { } or [ ] split it, quote it: "${text.replace(/,$/, '')}, …)"` }
          : syntax,
      ],
    };
  }
  const args = splitArguments(tokens);
  if (args === null) {
    return mistake('a distribution stands alone, not inside an expression', DISTRIBUTION_SIGNATURES[family], offset);
  }
  const wrong = args.find((arg) => arg.length > 0 && !isArithmetic(arg));
  if (wrong !== undefined) {
    const stray = wrong.find((token) => !isArithmetic([token]))!;
    const message = `the arguments of a distribution are plain numbers, not ${stray.text}`;
    return mistake(message, DISTRIBUTION_SIGNATURES[family], stray.offset);
  }
  const values = args.filter((arg) => arg.length > 0).map(evaluateArithmetic);
  const infinite = values.findIndex((value) => !Number.isFinite(value));
  if (infinite >= 0)
    return mistake('this argument is not a finite number', DISTRIBUTION_SIGNATURES[family], args[infinite]![0]!.offset);
  const found = distributionMistake(family, values);
  if (found !== null) {
    const { argument, ...rest } = found;
    return { mistakes: [{ ...rest, offset: args[argument]?.[0]?.offset ?? offset }] };
  }
  if (options.uncertain === false)
    return mistake('one number is needed here, not a distribution', 'such as 0.25 or 25%', offset);
  return { quantity: { kind: 'distribution', family, args: values.map((value) => value + 0), text } };
}

/** Tokens of each argument of a call that is the whole text; null if it is not. Syntax is known to be right. */
function splitArguments(tokens: readonly Token[]): Token[][] | null {
  if (!isDistributionCall(tokens, 0)) return null;
  const args: Token[][] = [[]];
  let depth = 1;
  for (const [k, token] of tokens.entries()) {
    if (k < 2) continue;
    if (token.text === '(') depth++;
    if (token.text === ')' && --depth === 0) return k === tokens.length - 1 ? args : null;
    if (token.text === ',' && depth === 1) args.push([]);
    else args.at(-1)!.push(token);
  }
  return null;
}

function parseNumber(input: string, options: QuantityOptions): ParsedQuantity {
  const { tokens, mistakes } = readTokens(input, YEAR, FAMILIES);
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
