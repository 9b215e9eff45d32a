import { buildFormula, type ParsedFormula } from './build-formula.js';
import type { ExpressionParser } from './expression-parser.js';
import { checkTokens, type Vocabulary } from './vocabulary.js';

export { type ExpressionParser, loadExpressionParser } from './expression-parser.js';

/**
 * Parses an expression: `output("Changchun") / output("Jilin")`, given a vocabulary with a function `output`.
 *
 * Expressions consist of what {@link Formula} can hold: numbers (25% is 0.25), the vocabulary's names, + - * / ^, comparisons,
 * `and`, `or`, `not`, `test ? this : that`, the built-in functions and the vocabulary's, and quoted names directly as
 * arguments of functions that take them. Everything else is a mistake with its offset.
 */
export function parseFormula(text: string, vocabulary: Vocabulary, parser: ExpressionParser): ParsedFormula {
  const { tokens, mistakes } = checkTokens(text, vocabulary);
  return mistakes.length > 0 ? { mistakes } : buildFormula(tokens, vocabulary, parser);
}
