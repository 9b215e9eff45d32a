import { knownNames, nearestName } from '../mistakes.js';
import { BUILT_IN_FUNCTIONS } from './formula.js';
import { syntaxMistake } from './syntax.js';
import type { TextMistake } from './text-mistake.js';
import { type Token, tokenise } from './tokens.js';

/** A parameter of a function: any number, or a quoted name, of those listed where a list is given. */
export type Parameter = 'number' | { readonly what: string; readonly known?: readonly string[] };

/** A function of a vocabulary. */
export interface FunctionSignature {
  readonly parameters: readonly Parameter[];
  /** Number of the last parameters that may be left out; 0 if not given. */
  readonly optional?: number;
  /** True where the last parameter may be repeated any number of times. */
  readonly repeated?: boolean;
}

/** The names and functions an expression may use besides the built-in functions. */
export interface Vocabulary {
  readonly names: readonly string[];
  readonly functions: Readonly<Record<string, FunctionSignature>>;
}

/** Operators that are written as words. */
export const OPERATOR_WORDS: ReadonlySet<string> = new Set(['and', 'or', 'not']);

/**
 * Splits a text into tokens and finds the mistakes that show without a parser: signs, order, brackets, unknown names.
 *
 * @param alsoKnown functions that the caller handles itself, for hints
 */
export function checkTokens(
  text: string,
  vocabulary: Vocabulary,
  alsoKnown: readonly string[] = [],
): { readonly tokens: readonly Token[]; readonly mistakes: readonly TextMistake[] } {
  const { tokens, mistakes } = tokenise(text);
  if (mistakes.length > 0) return { tokens, mistakes };
  const syntax = syntaxMistake(tokens);
  const names = nameMistakes(tokens, vocabulary, alsoKnown);
  if (syntax === null) return { tokens, mistakes: names };
  // One mistake for one place.
  return { tokens, mistakes: [...names.filter(({ offset }) => offset !== syntax.offset), syntax] };
}

function nameMistakes(tokens: readonly Token[], vocabulary: Vocabulary, alsoKnown: readonly string[]): TextMistake[] {
  const functions = [...Object.keys(vocabulary.functions), ...Object.keys(BUILT_IN_FUNCTIONS)];
  return tokens.flatMap((token, k): TextMistake[] => {
    if (token.kind !== 'name' || OPERATOR_WORDS.has(token.text)) return [];
    const { text, offset } = token;
    const called = tokens[k + 1]?.text === '(';
    const isName = vocabulary.names.includes(text);
    const isFunction = functions.includes(text);
    if (called ? isFunction : isName) return [];
    if (called && isName)
      return [{ message: `"${text}" is not a function`, hint: `write ${text} * (…) to multiply`, offset }];
    if (isFunction)
      return [{ message: `the function ${text} stands without its arguments`, hint: `write ${text}(…)`, offset }];
    if (!called && isListedArgument(tokens, k, vocabulary)) {
      return [{ message: `the name ${text} is not in quotes`, hint: `write "${text}"`, offset }];
    }
    const callable = [...functions, ...alsoKnown];
    const known = called ? callable : vocabulary.names;
    const other = called ? vocabulary.names : callable;
    const hint =
      text.length > 2 && nearestName(text, known) === undefined && nearestName(text, other) !== undefined
        ? other
        : known;
    return [{ message: `unknown ${called ? 'function' : 'name'} "${text}"`, hint: knownNames(text, hint), offset }];
  });
}

/** True where the k-th token stands directly after the bracket or comma of a function that takes quoted names. */
function isListedArgument(tokens: readonly Token[], k: number, vocabulary: Vocabulary): boolean {
  const before = tokens[k - 1]?.text;
  if (before !== '(' && before !== ',') return false;
  let open = k - 1;
  while (open > 0 && tokens[open]!.text !== '(') open--;
  const name = tokens[open - 1]?.text ?? '';
  return (
    Object.hasOwn(vocabulary.functions, name) && vocabulary.functions[name]!.parameters.some((p) => p !== 'number')
  );
}
