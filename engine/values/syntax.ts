import type { TextMistake } from './text-mistake.js';
import { LIMITS, type Token } from './tokens.js';

const BINARY_SYMBOLS: ReadonlySet<string> = new Set(['+', '-', '*', '/', '^', '<', '>', '<=', '>=', '==', '!=']);

/** Words that stand between two values. */
const BINARY_WORDS: ReadonlySet<string> = new Set(['and', 'or']);

/** Words that mean something to mathjs and nothing here. */
const REFUSED_WORDS: ReadonlySet<string> = new Set(['mod', 'xor', 'in', 'to']);

/** The message about a bracket that stays open, as it does where YAML split a value at its commas. */
export const UNCLOSED_BRACKET = 'the bracket is not closed';

interface Bracket {
  readonly offset: number;
  /** The function it belongs to; null for one that only groups. */
  readonly call: string | null;
  /** `?` that wait for their `:`. */
  questions: number;
}

/** The state of a text that is checked token by token. */
interface Progress {
  /** Brackets around the innermost one. */
  readonly brackets: Bracket[];
  level: Bracket;
  valueExpected: boolean;
  questions: number;
}

/** A token between its neighbours. */
interface Neighbours {
  readonly previous: Token | undefined;
  readonly token: Token;
  readonly next: Token | undefined;
}

/**
 * The first thing wrong with the order of tokens, or null: values and signs take turns, brackets match, commas separate
 * arguments, every `?` has its `:`. What passes is well formed, so that nothing implicit is left to a parser's taste.
 *
 * @example
 * syntaxMistake([]); // → { message: 'a number is missing', offset: 0 }
 */
export function syntaxMistake(tokens: readonly Token[]): TextMistake | null {
  if (tokens.length === 0) return { message: 'a number is missing', offset: 0 };
  const progress: Progress = {
    brackets: [],
    level: { offset: 0, call: null, questions: 0 },
    valueExpected: true,
    questions: 0,
  };
  for (const [k, token] of tokens.entries()) {
    const mistake = step(progress, { previous: tokens[k - 1], token, next: tokens[k + 1] });
    if (mistake !== null) return mistake;
  }
  return endMistake(progress, tokens.at(-1)!);
}

/** Goes on by one token; the mistake, if it cannot stand here. */
function step(progress: Progress, at: Neighbours): TextMistake | null {
  const { previous, token } = at;
  const { text, offset, kind } = token;
  const isWord = kind === 'name' && (BINARY_WORDS.has(text) || text === 'not');
  if (kind === 'name' && REFUSED_WORDS.has(text)) return { message: `there is no operator "${text}"`, offset };
  if (kind === 'number' || kind === 'text' || (kind === 'name' && !isWord)) {
    if (!progress.valueExpected) return adjacent(previous!, token);
    progress.valueExpected = false;
    return null;
  }
  if (text === '(') return openBracket(progress, at);
  if (text === 'not') return progress.valueExpected ? null : adjacent(previous!, token);
  if ((text === '+' || text === '-') && progress.valueExpected) return null;
  const emptyCall = text === ')' && progress.level.call !== null && previous?.text === '(';
  if (progress.valueExpected && !emptyCall) return { message: `a value is missing before "${text}"`, offset };
  return followValue(progress, at);
}

function openBracket(progress: Progress, { previous, token }: Neighbours): TextMistake | null {
  const { offset } = token;
  const call = previous?.kind === 'name' && !progress.valueExpected ? previous.text : null;
  if (!progress.valueExpected && call === null) return adjacent(previous!, token);
  if (progress.brackets.length >= LIMITS.depth) {
    return { message: `more than ${LIMITS.depth} brackets inside each other`, offset };
  }
  progress.brackets.push(progress.level);
  progress.level = { offset, call, questions: 0 };
  progress.valueExpected = true;
  return null;
}

/** Takes a sign that stands behind a value. */
function followValue(progress: Progress, { previous, token, next }: Neighbours): TextMistake | null {
  const { text, offset } = token;
  const { level } = progress;
  if (text === '?') {
    if (++progress.questions > LIMITS.depth) return { message: `more than ${LIMITS.depth} conditions`, offset };
    level.questions++;
  } else if (text === ':') {
    if (level.questions-- === 0) {
      return { message: 'a colon without "?" before it', hint: 'condition ? this : that', offset };
    }
  } else if (!BINARY_SYMBOLS.has(text) && !BINARY_WORDS.has(text)) {
    if (level.questions > 0) return { message: '"?" without its colon', hint: 'condition ? this : that', offset };
    if (text !== ',') return closeBracket(progress, offset);
    if (level.call === null) return strayComma(previous!, next, offset);
  }
  progress.valueExpected = true;
  return null;
}

function closeBracket(progress: Progress, offset: number): TextMistake | null {
  const outer = progress.brackets.pop();
  if (outer === undefined) {
    const hint = 'inside { } or [ ] YAML splits a value at its commas: quote it';
    return { message: 'a closing bracket without an opening one', hint, offset };
  }
  progress.level = outer;
  progress.valueExpected = false;
  return null;
}

/** A bracket, a condition or a value that is missing at the end of the text. */
function endMistake({ brackets, level, valueExpected }: Progress, last: Token): TextMistake | null {
  if (brackets.length > 0) return { message: UNCLOSED_BRACKET, offset: level.offset };
  const end = last.offset + last.text.length;
  if (valueExpected) return { message: `a value is missing after "${last.text}"`, offset: end };
  return level.questions > 0
    ? { message: '"?" without its colon', hint: 'condition ? this : that', offset: end }
    : null;
}

/** Two values side by side. */
function adjacent(left: Token, right: Token): TextMistake {
  const { offset } = right;
  if (left.kind === 'number' && left.text.endsWith('%')) {
    return { message: '% means per cent; there is no remainder', hint: `after ${left.text} a sign is missing`, offset };
  }
  if (left.kind === 'number' && right.kind === 'number') {
    const hint = /^\d{3}(\.\d*)?$/.test(right.text)
      ? `write ${left.text}${right.text}`
      : 'a sign such as * between them';
    return { message: `two numbers side by side, ${left.text} and ${right.text}`, hint, offset };
  }
  if (left.kind === 'number' && right.kind === 'name') {
    const digits = right.text.replace(/_/g, '');
    if (/^\d+$/.test(digits))
      return { message: '_ cannot stand in a number', hint: `write ${left.text}${digits}`, offset };
    const message = `"${right.text}" follows the number ${left.text}`;
    return { message, hint: `a number without its unit; ${left.text} * ${right.text} to multiply`, offset };
  }
  return { message: `a sign is missing before ${quoted(right)}`, hint: 'such as * for times', offset };
}

function strayComma(left: Token, right: Token | undefined, offset: number): TextMistake {
  const decimal = left.kind === 'number' && right?.kind === 'number' && right.offset === offset + 1;
  if (!decimal) return { message: 'a comma outside a function', offset };
  if (/^[1-9]\d{0,2}$/.test(left.text) && /^\d{3}$/.test(right.text)) {
    return { message: 'a comma inside a number', hint: `write ${left.text}${right.text}`, offset };
  }
  return { message: 'a comma inside a number', hint: `decimals with a point: ${left.text}.${right.text}`, offset };
}

function quoted(token: Token): string {
  return token.kind === 'text' ? token.text : `"${token.text}"`;
}
