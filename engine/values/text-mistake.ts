/** One thing wrong with a number or an expression, before it is known where in a file the text stands. */
export interface TextMistake {
  readonly message: string;
  /** The text that would be right, or advice toward it. */
  readonly hint?: string;
  /** Characters of the text before the place that is wrong. */
  readonly offset?: number;
}

/** One mistake as the result of a parse. */
export function mistake(message: string, hint: string, offset = 0): { readonly mistakes: readonly TextMistake[] } {
  return { mistakes: [{ message, hint, offset }] };
}
