import type { Token } from './tokens.js';

/** True where tokens are nothing but numbers with + - * / and brackets, which need no parser to be loaded. */
export function isArithmetic(tokens: readonly Token[]): boolean {
  return tokens.every((token) => token.kind === 'number' || (token.kind === 'symbol' && '+-*/()'.includes(token.text)));
}

/**
 * Value of well-formed constant arithmetic; division by zero gives an infinite value or NaN for the caller to refuse.
 *
 * Kept beside mathjs because most files hold nothing more than `1/3`, and loading mathjs costs a quarter of a second.
 */
export function evaluateArithmetic(tokens: readonly Token[]): number {
  let position = 0;
  const peek = () => tokens[position]?.text;

  function sum(): number {
    let value = product();
    while (peek() === '+' || peek() === '-')
      value = tokens[position++]!.text === '+' ? value + product() : value - product();
    return value;
  }

  function product(): number {
    let value = operand();
    while (peek() === '*' || peek() === '/')
      value = tokens[position++]!.text === '*' ? value * operand() : value / operand();
    return value;
  }

  function operand(): number {
    const token = tokens[position++]!;
    if (token.kind === 'number') return token.value;
    if (token.text === '-') return -operand();
    if (token.text === '+') return operand();
    const value = sum();
    position++;
    return value;
  }

  return sum();
}
