/** One thing wrong with a number or an expression, before it is known where in a file the text stands. */
export interface TextMistake {
  readonly message: string;
  /** What would be right. */
  readonly hint?: string;
  /** Characters of the text before the place that is wrong. */
  readonly offset?: number;
}
