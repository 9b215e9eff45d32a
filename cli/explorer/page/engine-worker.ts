import { type Computed, showWhatIf } from '../what-if/compute.js';
import { numbersFile, scenarioFile } from '../what-if/files.js';
import type { Answer, Question } from './messages.js';
import { createServedReader } from './read-served-file.js';
import { followQuestions } from './worker-scope.js';

const read = createServedReader();
/** Time for what is looked at to be drawn, in milliseconds. */
const REST_PAUSE = 60;

let latest = 0;
let asked = 0;

followQuestions<Question, Answer>((question, answer) => {
  asked += 1;
  void respond(question, asked, answer).catch((error: unknown) =>
    answer({ failure: error instanceof Error ? error.message : String(error) }),
  );
});

async function respond(question: Question, number: number, answer: (message: Answer) => void): Promise<void> {
  switch (question.task) {
    case 'show': {
      latest = number;
      const computed = await showWhatIf(read, question.whatIf, question.near);
      if ('mistakes' in computed) answer(computed);
      else await answerInParts(computed, number, answer);
      return;
    }
    case 'scenario':
      answer(await scenarioFile(read, question.whatIf, question.future));
      return;
    case 'numbers':
      answer(await numbersFile(read, question.whatIf));
  }
}

/** First what somebody looks at; the other figures only if nothing newer was asked in the meantime. */
async function answerInParts(computed: Computed, number: number, answer: (message: Answer) => void): Promise<void> {
  answer({ shown: computed.shown });
  await new Promise((resolve) => setTimeout(resolve, REST_PAUSE));
  if (latest === number) answer({ rest: computed.rest() });
}
