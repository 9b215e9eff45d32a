/** mathjs, loaded: turns well-formed text into a syntax tree and evaluates nothing. Has no use but as an argument. */
export interface ExpressionParser {
  /** The tree as mathjs builds it; every part is checked before it is used. */
  readonly parse: (text: string) => unknown;
}

/** Loads mathjs; the first call takes about a quarter of a second, later ones nothing. */
export async function loadExpressionParser(): Promise<ExpressionParser> {
  const { default: mathjs } = await import('mathjs/lib/browser/math.js');
  return { parse: (text) => mathjs.parse(text) };
}
