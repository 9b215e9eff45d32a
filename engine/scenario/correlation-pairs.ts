/** A rank correlation between two numbers, by their names. */
export type NamedCorrelation = readonly [string, string, number];

/** A mistake of one correlation of a list, regardless of whether all of them are possible together. */
export interface PairProblem {
  /** Index of the correlation, from 0. */
  readonly index: number;
  readonly message: string;
  readonly hint: string;
  readonly names: readonly string[];
}

/**
 * Correlations outside −1 … 1, of a number with itself, or stated twice.
 *
 * @example
 * pairProblems([['a', 'b', 0.4], ['b', 'a', 0.3]])[0].message; // → 'the correlation of "b" and "a" twice'
 */
export function pairProblems(correlations: readonly NamedCorrelation[]): PairProblem[] {
  const problems: PairProblem[] = [];
  const seen = new Map<string, NamedCorrelation>();
  correlations.forEach((correlation, index) => {
    const [a, b, rank] = correlation;
    const report = (message: string, hint: string) => problems.push({ index, message, hint, names: [a, b] });
    if (!(Math.abs(rank) <= 1)) report(`a rank correlation of ${rank}`, 'from -1 to 1');
    if (a === b) report(`"${a}" correlated with itself`, 'two different names');
    const pair = JSON.stringify([a, b].sort());
    const earlier = seen.get(pair);
    if (a !== b && earlier !== undefined) {
      report(`the correlation of "${a}" and "${b}" twice`, `it is ${earlier[2]} above`);
    }
    seen.set(pair, earlier ?? correlation);
  });
  return problems;
}
