import { keepParsed, type ShownChapter, showWhatIf, withoutMistakes } from '../../what-if/compute.js';
import { numbersFile, scenarioFile } from '../../what-if/files.js';
import type { Answer, Question } from './messages.js';
import { createServedReader } from './read-served-file.js';
import { followQuestions } from './worker-scope.js';

const read = createServedReader();
const parse = keepParsed(read);
/** Time for what is looked at to be drawn, in milliseconds. */
const REST_PAUSE = 80;
/** Times that a first future is computed once more, so that the browser has compiled the engine before anything is changed. */
const WARM_UPS = 3;

let latest = 0;
let asked = 0;
/** Chapters of what was last shown in whole. */
let chapters: readonly ShownChapter[] | null = null;

followQuestions<Question, Answer>((question, answer) => {
  asked += 1;
  void respond(question, asked, answer).catch((error: unknown) =>
    answer({ failure: error instanceof Error ? error.message : String(error) }),
  );
});

async function respond(question: Question, number: number, answer: (message: Answer) => void): Promise<void> {
  switch (question.task) {
    case 'show':
      latest = number;
      await show(question, number, answer);
      return;
    case 'scenario':
      answer(await scenarioFile(read, question.whatIf, question.future));
      return;
    case 'numbers':
      answer(await numbersFile(read, question.whatIf));
  }
}

/** First what somebody looks at; then, unless something newer is asked, the other figures. */
async function show(
  { whatIf, near }: Extract<Question, { task: 'show' }>,
  number: number,
  answer: (message: Answer) => void,
): Promise<void> {
  let computed = await showWhatIf(read, whatIf, near, { parse, chapters });
  if ('mistakes' in computed) {
    const { mistakes } = computed;
    const sound = chapters !== null ? null : await withoutMistakes(read, whatIf, mistakes);
    if (sound !== null) computed = await showWhatIf(read, sound, near, { parse, chapters });
    if (sound === null || 'mistakes' in computed) {
      answer({ mistakes });
      return;
    }
    answer({ mistakes, instead: { shown: computed.shown, whatIf: sound } });
  } else answer({ shown: computed.shown });
  chapters ??= computed.shown.chapters;
  const rest: Record<string, string> = {};
  await pause(REST_PAUSE);
  if (latest !== number) return;
  const others = computed.rest();
  for (const { id, draw } of others.figures) {
    if (latest !== number) return;
    rest[id] = draw();
    await pause(0);
  }
  if (latest !== number) return;
  chapters = others.chapters;
  answer({ rest, chapters });
  for (let k = 0; k < WARM_UPS && number === 1 && latest === number; k++) {
    await showWhatIf(read, whatIf, near, { parse, chapters });
    await pause(0);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
