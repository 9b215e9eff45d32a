import { runBand } from '../what-if/band.js';
import { bandHtml } from '../what-if/band-section.js';
import type { BandAnswer, BandQuestion } from './messages.js';
import { createServedReader } from './read-served-file.js';
import { followQuestions } from './worker-scope.js';

const read = createServedReader();
/** The latest question: draws of an earlier one stop at their next batch. */
let latest: BandQuestion = null;

followQuestions<BandQuestion, BandAnswer>((question, answer) => {
  latest = question;
  if (question !== null) void draw(question, answer);
});

async function draw(question: NonNullable<BandQuestion>, answer: (message: BandAnswer) => void): Promise<void> {
  const stopped = new Error('a newer question came');
  try {
    const result = await runBand(read, question, async (done) => {
      answer({ done });
      // Lets a newer question be heard.
      await new Promise((resolve) => setTimeout(resolve));
      if (latest !== question) throw stopped;
    });
    answer(result === null ? { mistakes: true } : { html: bandHtml(result) });
  } catch (error) {
    if (error !== stopped) answer({ failure: error instanceof Error ? error.message : String(error) });
  }
}
