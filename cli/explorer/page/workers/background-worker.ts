import { bandHtml, reasonsHtml } from '../../what-if/background-sections.js';
import { runBand } from '../../what-if/band.js';
import { parseFutures } from '../../what-if/compute.js';
import type { BackgroundAnswer, BackgroundQuestion } from './messages.js';
import { createServedReader } from './read-served-file.js';
import { followQuestions } from './worker-scope.js';

const read = createServedReader();
/** The latest question: what is under way for an earlier one stops at the next batch of draws. */
let latest: BackgroundQuestion = null;

followQuestions<BackgroundQuestion, BackgroundAnswer>((question, answer) => {
  latest = question;
  if (question !== null) void work(question, answer);
});

async function work(
  question: NonNullable<BackgroundQuestion>,
  answer: (message: BackgroundAnswer) => void,
): Promise<void> {
  const stopped = new Error('a newer question came');
  const pause = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve));
    if (latest !== question) throw stopped;
  };
  try {
    const futures = await parseFutures(read, question.whatIf);
    if ('mistakes' in futures) return;
    await pause();
    answer({ reasons: reasonsHtml(futures.sources, question.whatIf.equalCost) });
    await pause();
    if (question.draws === 0) return;
    const result = await runBand(read, question, async (done) => {
      answer({ done });
      await pause();
    });
    if (result !== null) answer({ band: bandHtml(result) });
  } catch (error) {
    if (error !== stopped) answer({ failure: error instanceof Error ? error.message : String(error) });
  }
}
