import type { FutureSource } from '../../engine/compare/future.js';
import { type Mistake, MistakesError, throwMistakes } from '../../engine/mistakes.js';
import type { BeliefAnswer } from '../../engine/montecarlo/answers/belief-answer.js';
import type { StudyRequest } from '../../engine/montecarlo/study/study.js';
import type { Belief } from '../../engine/scenario/belief.js';
import type { Context } from '../command.js';
import { futureLoader } from '../load-futures.js';

/** The futures of a question under a belief. */
export interface BelievedFutures {
  readonly belief: Belief;
  readonly futures: readonly FutureSource[];
  /** True where the belief leaves every future as it is. */
  readonly changesNothing: boolean;
}

/**
 * Parses beliefs and lays each over every future.
 *
 * @param files of the futures, in their order
 * @param written the futures as their files are written
 * @throws MistakesError with every mistake of every belief
 */
export async function loadBeliefs(
  paths: readonly string[],
  files: readonly string[],
  written: readonly FutureSource[],
  context: Context,
): Promise<BelievedFutures[]> {
  const { beliefLayer, parseBelief, unknownPolicies } = await import('../../engine/scenario/belief.js');
  const policies = written.map(({ scenario }) => scenario.policies.map(({ name }) => name));
  const mistakes: Mistake[] = [];
  const believed: BelievedFutures[] = [];
  for (const path of paths) {
    try {
      const belief = parseBelief(context.read, path);
      mistakes.push(...unknownPolicies(belief, policies));
      const futures: FutureSource[] = [];
      for (const [k, file] of files.entries()) {
        const load = futureLoader({ ...context, inform: () => {} }, [beliefLayer(belief, policies[k]!)]);
        const { id, economy, scenario } = await load(file, k, files);
        futures.push({ id, economy, scenario });
      }
      const changesNothing = futures.every(({ scenario }, k) => same(scenario, written[k]!.scenario));
      if (changesNothing) context.inform(`${path}: changes nothing in any of the futures`);
      believed.push({ belief, futures, changesNothing });
    } catch (error) {
      if (!(error instanceof MistakesError)) throw error;
      mistakes.push(...error.mistakes);
    }
  }
  // Futures of one case share the mistakes that a belief makes in it.
  throwMistakes([...new Map(mistakes.map((mistake) => [JSON.stringify(mistake), mistake])).values()]);
  return believed;
}

/**
 * Answers a question under each belief, with the same uniform numbers under all of them.
 *
 * @param written the futures as their files are written, where they are to be drawn too: they come first
 * @param request draws, seed, sampler and equal cost of every study
 * @returns answers in the order of the beliefs
 */
export async function answerBeliefs(
  written: readonly FutureSource[] | null,
  believed: readonly BelievedFutures[],
  request: StudyRequest & { readonly draws: number },
  workers: number | undefined,
  context: Context,
): Promise<BeliefAnswer[]> {
  const { beliefAnswer } = await import('../../engine/montecarlo/answers/belief-answer.js');
  const { runStudy } = await import('../../engine/montecarlo/answers/run-study.js');
  const { GAIN_ALONE } = await import('../../engine/montecarlo/answers/quick-study.js');
  const { createStudy } = await import('../../engine/montecarlo/study/study.js');
  const { startJob } = await import('./run-job.js');
  const { startProgress } = await import('../progress.js');
  const asked = [...(written === null ? [] : [{ belief: null, futures: written, changesNothing: false }]), ...believed];
  const progress = startProgress(request.draws * asked.length, 'draws', context.progressPlace, 0);
  const answers: BeliefAnswer[] = [];
  try {
    for (const [k, { belief, futures, changesNothing }] of asked.entries()) {
      const study = createStudy(futures, { ...request, outcomes: GAIN_ALONE, goals: {} });
      const job = startJob({ kind: 'draws', study }, study.draws, workers);
      try {
        const onBatch = (_batch: unknown, done: number) => progress.update(k * request.draws + done);
        answers.push(beliefAnswer(belief, await runStudy(study, { ...job, onBatch }), changesNothing));
      } finally {
        await job.close();
      }
    }
  } finally {
    progress.stop();
  }
  return answers;
}

/** True where two scenarios say the same. */
function same(a: FutureSource['scenario'], b: FutureSource['scenario']): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
