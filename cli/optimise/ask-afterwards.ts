import type { BeliefAnswer } from '../../engine/montecarlo/answers/belief-answer.js';
import { exploited, plansUnder } from '../../engine/optimise/exploited.js';
import type { Optimisation } from '../../engine/optimise/optimisation.js';
import { bestPlan, type OptimiseReport } from '../../engine/report/optimise/optimise-report.js';
import type { Context } from '../command.js';
import type { BelievedFutures } from '../study/belief-answers.js';

/** Draws under each belief, and who computes them. */
export interface AfterwardsRequest {
  readonly draws: number;
  readonly workers: number | undefined;
  /** True where beliefs were given. */
  readonly asked: boolean;
}

/** Asks of the best plan what it exploits, as written and under each belief, and how it fares there on draws. */
export async function askAfterwards(
  optimisation: Optimisation,
  believed: readonly BelievedFutures[],
  { draws, workers, asked }: AfterwardsRequest,
  context: Context,
): Promise<Pick<OptimiseReport, 'exploited' | 'beliefs'>> {
  const best = bestPlan(optimisation);
  if (best === null) return { exploited: [], beliefs: null };
  const { prepared } = optimisation;
  const { source, seed } = prepared.problem;
  const { factor } = prepared.given;
  const written = plansUnder(source, factor, best);
  const under = believed.map((each) => ({ ...each, futures: plansUnder(each.futures[0]!, factor, best) }));
  const leads = [
    exploited('as written', written),
    ...under.map(({ belief, futures }) => exploited(belief.id, futures)),
  ];
  if (!asked) return { exploited: leads, beliefs: null };
  const { answerBeliefs } = await import('../study/belief-answers.js');
  const beliefs: BeliefAnswer[] = await answerBeliefs(
    written,
    under,
    { draws, seed, equalCost: false },
    workers,
    context,
  );
  return { exploited: leads, beliefs };
}
