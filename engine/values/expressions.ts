import { knownNames, nearestName } from '../mistakes.js';
import { type BinaryOperator, BUILT_IN_FUNCTIONS, type ComparisonOperator, type Formula } from './formula.js';
import { syntaxMistake } from './syntax.js';
import type { TextMistake } from './text-mistake.js';
import { type Token, tokenise } from './tokens.js';

/** What an argument of a function may be: any number, or a quoted name, of those listed where a list is given. */
export type Parameter = 'number' | { readonly what: string; readonly known?: readonly string[] };

/** A function of a vocabulary. */
export interface FunctionSignature {
  readonly parameters: readonly Parameter[];
  /** How many of the last parameters may be left out; 0 if not given. */
  readonly optional?: number;
}

/** The names and functions an expression may use besides the built-in functions. */
export interface Vocabulary {
  readonly names: readonly string[];
  readonly functions: Readonly<Record<string, FunctionSignature>>;
}

/** mathjs, loaded: turns well-formed text into a syntax tree and evaluates nothing. Has no use but as an argument. */
export interface ExpressionParser {
  /** The tree as mathjs builds it; every part is checked before it is used. */
  readonly parse: (text: string) => unknown;
}

/** Result of parsing an expression. */
export type ParsedFormula = { readonly formula: Formula } | { readonly mistakes: readonly TextMistake[] };

/** Operators by mathjs's name of their function. */
const BINARY_OPERATORS: ReadonlyMap<unknown, BinaryOperator> = new Map([
  ['add', '+'],
  ['subtract', '-'],
  ['multiply', '*'],
  ['divide', '/'],
  ['pow', '^'],
  ['and', 'and'],
  ['or', 'or'],
]);
const COMPARISON_OPERATORS: ReadonlyMap<unknown, ComparisonOperator> = new Map([
  ['smaller', '<'],
  ['smallerEq', '<='],
  ['larger', '>'],
  ['largerEq', '>='],
  ['equal', '=='],
  ['unequal', '!='],
]);
const OPERATOR_WORDS: ReadonlySet<string> = new Set(['and', 'or', 'not']);

/** Loads mathjs; the first call takes about a quarter of a second, later ones nothing. */
export async function loadExpressionParser(): Promise<ExpressionParser> {
  const { default: mathjs } = await import('mathjs/lib/browser/math.js');
  return { parse: (text) => mathjs.parse(text) };
}

/**
 * Parses an expression: `output("Changchun") / output("Jilin")`, given a vocabulary with a function `output`.
 *
 * What may occur is what {@link Formula} can say: numbers (25% is 0.25), the vocabulary's names, + - * / ^, comparisons,
 * `and`, `or`, `not`, `test ? this : that`, the built-in functions and the vocabulary's, and quoted names directly as
 * arguments of functions that take them. Everything else is a mistake with its offset.
 */
export function parseFormula(text: string, vocabulary: Vocabulary, parser: ExpressionParser): ParsedFormula {
  const { tokens, mistakes } = readTokens(text, vocabulary);
  return mistakes.length > 0 ? { mistakes } : buildFormula(tokens, vocabulary, parser);
}

/**
 * Tokens of a text and whatever can be found wrong with them without a parser: signs, order, brackets, unknown names.
 * `alsoKnown` are functions that the caller handles itself, for hints.
 */
export function readTokens(
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

/** Whether the k-th token stands directly after the bracket or comma of a function that takes quoted names. */
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

/** Builds the formula of tokens without mistakes: mathjs says how they group, and only known kinds of groups pass. */
export function buildFormula(
  tokens: readonly Token[],
  vocabulary: Vocabulary,
  parser: ExpressionParser,
): ParsedFormula {
  const mistakes: TextMistake[] = [];
  // Leaves come out of the tree in the order of the text, which gives each its place, and numbers their value.
  const leaves = tokens.filter((token) => token.kind !== 'symbol' && !OPERATOR_WORDS.has(token.text));
  let leaf = 0;

  function convert(value: unknown): Formula {
    const node = value as SyntaxNode;
    switch (node.type) {
      case 'ParenthesisNode':
        return convert(node.content);
      case 'ConstantNode':
        return convertLeaf(leaves[leaf++]);
      case 'SymbolNode':
        return convertLeaf(leaves[leaf++]);
      case 'OperatorNode':
        if (node.implicit === true) throw unreadable();
        return convertOperator(node.fn, node.args as readonly unknown[]);
      case 'RelationalNode': {
        const operators = (node.conditionals as readonly unknown[]).map((name) => known(COMPARISON_OPERATORS, name));
        return { type: 'comparison', operators, operands: (node.params as readonly unknown[]).map(convert) };
      }
      case 'ConditionalNode': {
        const test = convert(node.condition);
        const then = convert(node.trueExpr);
        return { type: 'condition', test, then, otherwise: convert(node.falseExpr) };
      }
      case 'FunctionNode':
        return convertCall(node.args as readonly unknown[]);
      default:
        throw unreadable();
    }
  }

  function convertLeaf(token: Token | undefined): Formula {
    if (token?.kind === 'number') return { type: 'number', value: token.value };
    if (token?.kind === 'name' && vocabulary.names.includes(token.text)) return { type: 'name', name: token.text };
    if (token?.kind !== 'text') throw unreadable();
    const hint = 'quotes go around names inside a function';
    mistakes.push({ message: `the text ${token.text} is not a number`, hint, offset: token.offset });
    return { type: 'text', value: token.value };
  }

  function convertOperator(fn: unknown, args: readonly unknown[]): Formula {
    if (fn === 'unaryPlus') return convert(args[0]);
    if (fn === 'unaryMinus') return { type: 'unary', operator: '-', operand: convert(args[0]) };
    if (fn === 'not') return { type: 'unary', operator: 'not', operand: convert(args[0]) };
    const comparison = COMPARISON_OPERATORS.get(fn);
    const operator = comparison ?? known(BINARY_OPERATORS, fn);
    const [left, right] = [convert(args[0]), convert(args[1])];
    if (comparison !== undefined) return { type: 'comparison', operators: [comparison], operands: [left, right] };
    return { type: 'binary', operator: operator as BinaryOperator, left, right };
  }

  function convertCall(values: readonly unknown[]): Formula {
    const token = leaves[leaf++];
    if (token?.kind !== 'name') throw unreadable();
    const name = token.text;
    const signature = Object.hasOwn(vocabulary.functions, name) ? vocabulary.functions[name]! : null;
    if (signature === null && !Object.hasOwn(BUILT_IN_FUNCTIONS, name)) throw unreadable();
    const [fewest, most] =
      signature === null
        ? BUILT_IN_FUNCTIONS[name]!.arity
        : [signature.parameters.length - (signature.optional ?? 0), signature.parameters.length];
    if (values.length < fewest || values.length > most) {
      const count = fewest === most ? `${most}` : most === Infinity ? `at least ${fewest}` : `${fewest} to ${most}`;
      const message = `${name} takes ${count} argument${(most === Infinity ? fewest : most) === 1 ? '' : 's'}, not ${values.length}`;
      mistakes.push({ message, hint: callHint(name, signature), offset: token.offset });
    }
    const checked = mistakes.length;
    const args = values.map((value, k): Formula => {
      const parameter = signature?.parameters[k] ?? 'number';
      return parameter === 'number' ? convert(value) : convertName(value, parameter);
    });
    // What surplus arguments are does not matter any more.
    if (values.length > most) mistakes.length = checked;
    return { type: 'call', name, args };
  }

  function convertName(value: unknown, { what, known: list }: Exclude<Parameter, 'number'>): Formula {
    const token = leaves[leaf];
    if (token?.kind !== 'text' || (value as SyntaxNode).type !== 'ConstantNode') {
      mistakes.push({
        message: `a ${what} in quotes is needed here`,
        hint: `such as "${list?.[0] ?? what}"`,
        offset: token?.offset ?? 0,
      });
      const checked = mistakes.length;
      const formula = convert(value);
      // One mistake for one place.
      mistakes.length = checked;
      return formula;
    }
    leaf++;
    if (list !== undefined && !list.includes(token.value)) {
      mistakes.push({
        message: `unknown ${what} ${token.text}`,
        hint: knownNames(token.value, list),
        offset: token.offset,
      });
    }
    return { type: 'text', value: token.value };
  }

  try {
    const formula = convert(parser.parse(tokens.map(normalised).join(' ')));
    if (leaf !== leaves.length) throw unreadable();
    return mistakes.length > 0 ? { mistakes } : { formula };
  } catch (error) {
    // Only what the tokens cannot show: a rule of mathjs's grammar, or an expression too deep for its stack.
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    const offset = tokens[0]?.offset ?? 0;
    return {
      mistakes: [
        { message: 'this expression cannot be read', hint: 'brackets make clear what belongs together', offset },
      ],
    };
  }
}

/** A node of mathjs's tree, nothing taken for granted. */
type SyntaxNode = Readonly<Record<string, unknown>>;

function normalised(token: Token): string {
  if (token.kind === 'number') return String(token.value);
  // The name itself travels beside the tree.
  return token.kind === 'text' ? '"text"' : token.text;
}

function known<Value>(map: ReadonlyMap<unknown, Value>, key: unknown): Value {
  const value = map.get(key);
  if (value === undefined) throw unreadable();
  return value;
}

function callHint(name: string, signature: FunctionSignature | null): string {
  if (signature === null) return `${name}(…)`;
  const required = signature.parameters.length - (signature.optional ?? 0);
  const names = signature.parameters.map(
    (p, k) => `${p === 'number' ? 'number' : `"${p.what}"`}${k < required ? '' : '?'}`,
  );
  return `${name}(${names.join(', ')})`;
}

/** Thrown to leave the tree, never to leave this module; the same as mathjs throws for what it cannot read. */
function unreadable(): SyntaxError {
  return new SyntaxError('not an expression of this language');
}
