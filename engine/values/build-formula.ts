import { knownNames } from '../mistakes.js';
import type { ExpressionParser } from './expression-parser.js';
import { type BinaryOperator, BUILT_IN_FUNCTIONS, type ComparisonOperator, type Formula } from './formula.js';
import { arityOf, callHint, countText } from './signature.js';
import type { TextMistake } from './text-mistake.js';
import type { Token } from './tokens.js';
import { OPERATOR_WORDS, type Parameter, type Vocabulary } from './vocabulary.js';

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

/** A formula while it is built. */
interface Building {
  readonly vocabulary: Vocabulary;
  /** Numbers, names and texts come out of the tree in the order of the text, which gives each its place, and numbers their value. */
  readonly leaves: readonly Token[];
  /** The leaf that the tree comes to next. */
  next: number;
  readonly mistakes: TextMistake[];
}

/** Builds the formula of tokens without mistakes: mathjs says how they group, and only known kinds of groups pass. */
export function buildFormula(
  tokens: readonly Token[],
  vocabulary: Vocabulary,
  parser: ExpressionParser,
): ParsedFormula {
  const leaves = tokens.filter((token) => token.kind !== 'symbol' && !OPERATOR_WORDS.has(token.text));
  const building: Building = { vocabulary, leaves, next: 0, mistakes: [] };
  try {
    const formula = convert(building, parser.parse(bracketNot(tokens)));
    if (building.next !== leaves.length) throw unreadable();
    return building.mistakes.length > 0 ? { mistakes: building.mistakes } : { formula };
  } catch (error) {
    // Only what the tokens cannot show: a rule of mathjs's grammar, or an expression too deep for its stack.
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    const hint = 'brackets make clear what belongs together';
    return { mistakes: [{ message: 'this expression cannot be read', hint, offset: tokens[0]?.offset ?? 0 }] };
  }
}

function nextLeaf(building: Building): Token | undefined {
  return building.leaves[building.next++];
}

/** The formula of a node of mathjs's tree. */
function convert(building: Building, value: unknown): Formula {
  const node = value as SyntaxNode;
  switch (node.type) {
    case 'ParenthesisNode':
      return convert(building, node.content);
    case 'ConstantNode':
      return convertLeaf(building, nextLeaf(building));
    case 'SymbolNode':
      return convertLeaf(building, nextLeaf(building));
    case 'OperatorNode':
      if (node.implicit === true) throw unreadable();
      return convertOperator(building, node.fn, node.args as readonly unknown[]);
    case 'RelationalNode': {
      const operators = (node.conditionals as readonly unknown[]).map((name) => known(COMPARISON_OPERATORS, name));
      return {
        type: 'comparison',
        operators,
        operands: (node.params as readonly unknown[]).map((operand) => convert(building, operand)),
      };
    }
    case 'ConditionalNode': {
      const test = convert(building, node.condition);
      const then = convert(building, node.trueExpr);
      return { type: 'condition', test, then, otherwise: convert(building, node.falseExpr) };
    }
    case 'FunctionNode':
      return convertCall(building, node.args as readonly unknown[]);
    default:
      throw unreadable();
  }
}

/** The formula of a number, a name or a text that stands where a number should. */
function convertLeaf({ vocabulary, mistakes }: Building, token: Token | undefined): Formula {
  if (token?.kind === 'number') return { type: 'number', value: token.value };
  if (token?.kind === 'name' && vocabulary.names.includes(token.text)) return { type: 'name', name: token.text };
  if (token?.kind !== 'text') throw unreadable();
  const hint = 'quotes go around names inside a function';
  mistakes.push({ message: `the text ${token.text} is not a number`, hint, offset: token.offset });
  return { type: 'text', value: token.value };
}

function convertOperator(building: Building, fn: unknown, args: readonly unknown[]): Formula {
  if (fn === 'unaryPlus') return convert(building, args[0]);
  if (fn === 'unaryMinus') return { type: 'unary', operator: '-', operand: convert(building, args[0]) };
  if (fn === 'not') return { type: 'unary', operator: 'not', operand: convert(building, args[0]) };
  const comparison = COMPARISON_OPERATORS.get(fn);
  const operator = comparison ?? known(BINARY_OPERATORS, fn);
  const [left, right] = [convert(building, args[0]), convert(building, args[1])];
  if (comparison !== undefined) return { type: 'comparison', operators: [comparison], operands: [left, right] };
  return { type: 'binary', operator: operator as BinaryOperator, left, right };
}

function convertCall(building: Building, values: readonly unknown[]): Formula {
  const { vocabulary, mistakes } = building;
  const token = nextLeaf(building);
  if (token?.kind !== 'name') throw unreadable();
  const name = token.text;
  const signature = Object.hasOwn(vocabulary.functions, name) ? vocabulary.functions[name]! : null;
  if (signature === null && !Object.hasOwn(BUILT_IN_FUNCTIONS, name)) throw unreadable();
  const [fewest, most] = arityOf(name, signature);
  if (values.length < fewest || values.length > most) {
    const message = `${name} takes ${countText(fewest, most)}, not ${values.length}`;
    mistakes.push({ message, hint: callHint(name, signature), offset: token.offset });
  }
  const checked = mistakes.length;
  const args = values.map((value, k): Formula => {
    const parameter = signature?.parameters[k] ?? (signature?.repeated ? signature.parameters.at(-1)! : 'number');
    return parameter === 'number' ? convert(building, value) : convertName(building, value, parameter);
  });
  // The kinds of surplus arguments do not matter any more.
  if (values.length > most) mistakes.length = checked;
  return { type: 'call', name, args };
}

/** The quoted name that a parameter asks for. */
function convertName(building: Building, value: unknown, { what, known: list }: Exclude<Parameter, 'number'>): Formula {
  const { leaves, mistakes } = building;
  const token = leaves[building.next];
  if (token?.kind !== 'text' || (value as SyntaxNode).type !== 'ConstantNode') {
    const hint = `such as "${list?.[0] ?? what}"`;
    mistakes.push({ message: `a ${what} in quotes is needed here`, hint, offset: token?.offset ?? 0 });
    const checked = mistakes.length;
    const formula = convert(building, value);
    // One mistake for one place.
    mistakes.length = checked;
    return formula;
  }
  building.next++;
  if (list !== undefined && !list.includes(token.value)) {
    const message = `unknown ${what} ${token.text}`;
    mistakes.push({ message, hint: knownNames(token.value, list), offset: token.offset });
  }
  return { type: 'text', value: token.value };
}

/** A node of mathjs's tree, nothing taken for granted. */
type SyntaxNode = Readonly<Record<string, unknown>>;

/** Words and signs at which what `not` refers to ends, besides a closing bracket. */
const AFTER_NOT: ReadonlySet<string> = new Set(['and', 'or', '?', ':', ',']);

/**
 * The text of tokens with brackets around what each `not` refers to: the whole comparison, as in Python, SQL and R. In mathjs it would bind closer
 * than any other operator.
 */
function bracketNot(tokens: readonly Token[]): string {
  /** Brackets that were opened after a `not`, at each depth of the text's own brackets. */
  const open = [0];
  const words: string[] = [];
  const close = () => {
    words.push(...Array<string>(open.at(-1)!).fill(')'));
    open[open.length - 1] = 0;
  };
  for (const token of tokens) {
    if (token.kind !== 'text' && (AFTER_NOT.has(token.text) || token.text === ')')) close();
    if (token.text === ')') open.pop();
    words.push(normalised(token));
    if (token.text === '(') open.push(0);
    if (token.kind !== 'text' && token.text === 'not') {
      words.push('(');
      open[open.length - 1]! += 1;
    }
  }
  close();
  return words.join(' ');
}

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

/** Thrown to leave the tree, never to leave this module; the same as mathjs throws for what it cannot read. */
function unreadable(): SyntaxError {
  return new SyntaxError('not an expression of this language');
}
