import { type Comparison, compare } from '../../compare/compare.js';
import { type Proportion, proportion } from '../../statistics/proportion.js';
import type { StudyResult } from './answers.js';

/** One run at central values beside the draws: the discounted output that the last future gains, and its place among theirs. */
export interface CentralRun {
  readonly gain: number;
  /** Draws, of the first 100,000 at most, in which the gain is smaller. */
  readonly above: Proportion;
}

/**
 * Runs the futures of a study once, every uncertain number at its central value and without noise. The gain need not be near the median of the
 * draws: central values are not the middles of their distributions (a weight of 1 is the end of its range), and noise does not cancel out where the
 * equation bends.
 *
 * @param comparison of the futures at central values, where the caller has it already
 */
export function centralRun(
  { study: { futures, equalCost }, aligned }: StudyResult,
  comparison: Pick<Comparison, 'gains' | 'differences'> = compare(futures, {
    equalCost: equalCost !== null && futures.length > 1,
  }),
): CentralRun {
  const { gains, differences } = comparison;
  const gain = futures.length > 1 ? differences.at(-1)!.total : gains[0]!.total - gains[0]!.events;
  const finite = aligned.filter((each) => Number.isFinite(each));
  return { gain, above: proportion(finite.filter((each) => each < gain).length, finite.length) };
}
