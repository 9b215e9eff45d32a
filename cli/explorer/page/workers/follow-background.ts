import type { ReadFile } from '../../../../engine/files/read-file.js';
import { bandHtml, reasonsHtml } from '../../what-if/background-sections.js';
import { runBand } from '../../what-if/band.js';
import { parseFutures } from '../../what-if/compute.js';
import { keepParsed, type Parser } from '../../what-if/session.js';
import type { BackgroundAnswer, BackgroundQuestion } from './messages.js';
import { followQuestions } from './worker-scope.js';

/** Answers the questions that may take a while; what is under way for an earlier one stops at the next batch of draws. */
export function followBackground(read: ReadFile): void {
  const parse = keepParsed(read);
  let latest: BackgroundQuestion = null;
  followQuestions<BackgroundQuestion, BackgroundAnswer>((question, answer) => {
    latest = question;
    if (question !== null) void work({ read, parse }, question, answer, () => latest === question);
  });
}

/** @param wanted false once a newer question came */
async function work(
  { read, parse }: { readonly read: ReadFile; readonly parse: Parser },
  question: NonNullable<BackgroundQuestion>,
  answer: (message: BackgroundAnswer) => void,
  wanted: () => boolean,
): Promise<void> {
  const stopped = new Error('a newer question came');
  const pause = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve));
    if (!wanted()) throw stopped;
  };
  try {
    const futures = await parseFutures(read, question.whatIf, parse);
    if ('mistakes' in futures) return;
    await pause();
    answer({ reasons: reasonsHtml(futures.sources, question.whatIf.equalCost) });
    await pause();
    if (question.draws === 0) return;
    const result = await runBand(futures.sources, question, async (done) => {
      answer({ done });
      await pause();
    });
    answer({ band: bandHtml(result) });
  } catch (error) {
    if (error !== stopped) answer({ failure: error instanceof Error ? error.message : String(error) });
  }
}
