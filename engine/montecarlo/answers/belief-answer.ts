import { type Comparison, compare } from '../../compare/compare.js';
import type { Proportion } from '../../statistics/proportion.js';
import type { GainSummary, StudyResult } from './answers.js';

/** The answer to a question under one belief, or as its files are written. */
export interface BeliefAnswer {
  /** File name of the belief without extension; `as written` for none. */
  readonly id: string;
  readonly title: string;
  /** One line on why somebody may hold it; null as written. */
  readonly why: string | null;
  /** True where every future is the same with and without the belief. */
  readonly changesNothing: boolean;
  /** Each later future against the first; a single future against no policy. */
  readonly later: readonly LaterAnswer[];
}

/** The gain of a later future over the first, in discounted output in the case's currency. */
export interface LaterAnswer {
  readonly future: string;
  /** Its short name. */
  readonly label: string;
  /** The gain in one run with every uncertain number at its central value. */
  readonly central: number;
  /** Quantiles over draws; null where no draw has a finite number. */
  readonly median: number | null;
  readonly p10: number | null;
  readonly p90: number | null;
  /** Share of draws in which the later future brings more. */
  readonly better: Proportion;
  /** Value added gained over no policy per unit of cost, at central values; null where nothing is spent. */
  readonly benefitCost: number | null;
  /** Regions that lose against the first future in the median of the draws. */
  readonly losers: readonly string[];
}

/** The name of a question where no belief is laid over its files. */
export const AS_WRITTEN = 'as written';

/**
 * Reads the answer of a study that was run under a belief.
 *
 * @param belief null for the files as they are written
 * @param changesNothing true where the belief leaves every future as it is
 * @param comparison of the futures at central values, where the caller has it already
 */
export function beliefAnswer(
  belief: { readonly id: string; readonly title: string; readonly why: string } | null,
  result: StudyResult,
  changesNothing: boolean,
  comparison: Pick<Comparison, 'gains' | 'differences'> = compare(result.study.futures, {
    equalCost: result.study.equalCost !== null && result.study.futures.length > 1,
  }),
): BeliefAnswer {
  const { gains, regions } = result;
  const alone = gains.length === 1;
  const asked = alone ? gains : gains.slice(1);
  return {
    id: belief?.id ?? AS_WRITTEN,
    title: belief?.title ?? 'As the files are written',
    why: belief?.why ?? null,
    changesNothing,
    later: asked.map(({ future, overFirst, overNoPolicy }, k): LaterAnswer => {
      const summary = overFirst ?? overNoPolicy;
      const place = alone ? 0 : k + 1;
      return {
        future: future.id,
        label: future.scenario.label,
        central: alone ? comparison.gains[0]!.total : comparison.differences[place]!.total,
        median: summary.total.p50,
        p10: summary.total.p10,
        p90: summary.total.p90,
        better: summary.total.probabilityBetter!,
        benefitCost: comparison.gains[place]!.benefitCost,
        losers: losersOf(summary, regions),
      };
    }),
  };
}

function losersOf({ regions: summaries }: GainSummary, names: readonly string[]): string[] {
  return names.filter((_, r) => (summaries[r]!.p50 ?? 0) < 0);
}
