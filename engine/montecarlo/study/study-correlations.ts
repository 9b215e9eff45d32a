import type { FutureSource } from '../../compare/future.js';
import type { Mistake, Position } from '../../mistakes.js';
import { numericPaths, resolvePath } from '../../scenario/numeric-paths.js';
import type { RankCorrelation } from '../sampling/correlation-matrix.js';
import { correlationProblems } from '../sampling/correlation-problems.js';
import type { UncertainNumber } from './uncertain.js';

/** The position at which a correlation was written: the future by its index, then the correlation by its index in that future's scenario. */
export type CorrelationPosition = (future: number, correlation: number) => Position;

/**
 * The rank correlations of all futures together, by path, those left out that name a number which is not drawn.
 *
 * @param uncertain all uncertain numbers
 * @param drawn those of them that are drawn
 * @param mistakes gets what is wrong: correlations that are impossible together, or that two futures state differently
 */
export function readCorrelations(
  futures: readonly FutureSource[],
  uncertain: readonly UncertainNumber[],
  drawn: readonly UncertainNumber[],
  mistakes: Mistake[],
  position: CorrelationPosition = (future) => ({ file: futures[future]!.scenario.file, line: 1, column: 1 }),
): readonly RankCorrelation[] {
  const found: { readonly correlation: RankCorrelation; readonly at: Position }[] = [];
  const stated = new Map<string, number>();
  futures.forEach(({ scenario }, k) => {
    const paths = numericPaths(scenario);
    const before = new Set(stated.keys());
    scenario.correlations.forEach(([a, b, rank], index) => {
      const [pathA, pathB] = [resolvePath(paths, a), resolvePath(paths, b)];
      if (pathA === null || pathB === null) return;
      const pair = JSON.stringify([pathA, pathB].sort());
      const at = position(k, index);
      if (before.has(pair)) {
        if (stated.get(pair) === rank) return;
        const message = `"${a}" and "${b}" are correlated by ${rank} here, by ${stated.get(pair)} in another future`;
        mistakes.push({ ...at, message, hint: 'futures share their draws, so their correlations must be the same' });
        return;
      }
      stated.set(pair, rank);
      found.push({ correlation: [pathA, pathB, rank], at });
    });
  });
  const known = new Set(uncertain.map(({ path }) => path));
  const possible = found.filter(({ correlation: [a, b] }) => known.has(a) && known.has(b));
  for (const { index, message, hint } of correlationProblems(possible.map(({ correlation }) => correlation))) {
    mistakes.push({ ...possible[index]!.at, message: short(message), hint: short(hint) });
  }
  const kept = new Set(drawn.map(({ path }) => path));
  return possible.flatMap(({ correlation: [a, b, rank] }): RankCorrelation[] =>
    kept.has(a) && kept.has(b) ? [[a, b, rank]] : [],
  );
}

/** Parameters by the names that files give them. */
function short(text: string): string {
  return text.replaceAll('"parameters.', '"');
}
