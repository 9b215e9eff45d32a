import { evaluateArithmetic, isArithmetic } from './arithmetic.js';
import { DISTRIBUTION_SIGNATURES, type Distribution, distributionMistake, isFamily } from './distribution.js';
import { syntaxMistake, UNCLOSED_BRACKET } from './syntax.js';
import { mistake, type TextMistake } from './text-mistake.js';
import type { Token } from './tokens.js';

/** True where the k-th token begins a distribution. */
export function isDistributionCall(tokens: readonly Token[], k: number): boolean {
  return tokens[k]!.kind === 'name' && isFamily(tokens[k]!.text) && tokens[k + 1]?.text === '(';
}

/**
 * Parses a text that holds a distribution.
 *
 * @param tokens of the text, one of them a distribution's name before a bracket
 */
export function parseDistribution(
  input: string,
  tokens: readonly Token[],
): { readonly distribution: Distribution; readonly offset: number } | { readonly mistakes: readonly TextMistake[] } {
  const at = tokens.findIndex((_, k) => isDistributionCall(tokens, k));
  const { text: family, offset } = tokens[at]!;
  if (!isFamily(family)) throw new Error('no distribution');
  const text = input.trim();
  const syntax = syntaxMistake(tokens);
  if (syntax !== null) {
    const split = syntax.message === UNCLOSED_BRACKET || /[,(]$/.test(text);
    const hint = `if commas of { } or [ ] split it, quote it: "${text.replace(/,$/, '')}, …)"`;
    return { mistakes: [split ? { ...syntax, hint } : syntax] };
  }
  const args = splitArguments(tokens);
  if (args === null) {
    return mistake('a distribution stands alone, not inside an expression', DISTRIBUTION_SIGNATURES[family], offset);
  }
  const unusable = argumentMistake(args);
  if (unusable !== null) return mistake(unusable.message, DISTRIBUTION_SIGNATURES[family], unusable.offset);
  const values = args.filter((arg) => arg.length > 0).map(evaluateArithmetic);
  const found = distributionMistake(family, values);
  if (found !== null) {
    const { argument, ...rest } = found;
    return { mistakes: [{ ...rest, offset: args[argument]?.[0]?.offset ?? offset }] };
  }
  return { distribution: { kind: 'distribution', family, args: values.map((value) => value + 0), text }, offset };
}

/** The first argument that is no plain, finite number, or null. */
function argumentMistake(args: readonly (readonly Token[])[]): { message: string; offset: number } | null {
  const wrong = args.find((arg) => arg.length > 0 && !isArithmetic(arg));
  if (wrong !== undefined) {
    const stray = wrong.find((token) => !isArithmetic([token]))!;
    const message = `the arguments of a distribution are plain numbers, not ${stray.text}`;
    return { message, offset: stray.offset };
  }
  const infinite = args.find((arg) => arg.length > 0 && !Number.isFinite(evaluateArithmetic(arg)));
  if (infinite === undefined) return null;
  return { message: 'this argument is not a finite number', offset: infinite[0]!.offset };
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
