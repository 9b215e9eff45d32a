import type { ReadFile } from '../../../../engine/files/read-file.js';
import { showWhatIf, withoutMistakes } from '../../what-if/compute.js';
import { numbersFile, scenarioFile } from '../../what-if/files.js';
import { beginSession, type Session } from '../../what-if/session.js';
import type { Answer, Question } from './messages.js';
import { followQuestions } from './worker-scope.js';

/** Quiet before the figures are worked out that nobody looks at, in milliseconds: longer than it takes to draw a move and to make the next one. */
const REST_PAUSE = 250;
/** Times that a first future is computed once more, so that the browser has compiled the engine before anything is changed. */
const WARM_UPS = 3;

type ShowQuestion = Extract<Question, { task: 'show' }>;

/** The means of the worker that computes, and what it keeps from one question to the next. */
interface Work {
  readonly read: ReadFile;
  readonly session: Session;
}

/** Answers the questions of the page, each at once. */
export function followEngine(read: ReadFile): void {
  const work: Work = { read, session: beginSession(read) };
  let latest: Question | null = null;
  let asked = 0;
  const respond = async (question: Question, answer: (message: Answer) => void): Promise<void> => {
    if (question.task === 'scenario') return answer(await scenarioFile(read, question.whatIf, question.future));
    if (question.task === 'numbers') return answer(await numbersFile(read, question.whatIf));
    latest = question;
    asked += 1;
    const first = asked === 1;
    const wanted = (): boolean => latest === question;
    await show(work, question, answer, wanted);
    for (let k = 0; first && k < WARM_UPS && wanted(); k++) {
      await showWhatIf(read, question.whatIf, question.near, work.session);
      await pause(0);
    }
  };
  followQuestions<Question, Answer>((question, answer) => {
    void respond(question, answer).catch((error: unknown) =>
      answer({ failure: error instanceof Error ? error.message : String(error) }),
    );
  });
}

/**
 * First what somebody looks at; then, unless something newer is asked, the other figures.
 *
 * @param wanted false once something newer was asked
 */
async function show(
  work: Work,
  { whatIf, near }: ShowQuestion,
  answer: (message: Answer) => void,
  wanted: () => boolean,
): Promise<void> {
  const computed = await showSound(work, whatIf, near, answer);
  if (computed === null) return;
  work.session.chapters ??= computed.shown.chapters;
  const rest: Record<string, string> = {};
  await pause(REST_PAUSE);
  if (!wanted()) return;
  const others = computed.rest();
  for (const { id, draw } of others.figures) {
    if (!wanted()) return;
    rest[id] = draw();
    await pause(0);
  }
  if (!wanted()) return;
  work.session.chapters = others.chapters;
  answer({ rest, chapters: others.chapters });
}

/** Shows a what-if or its mistakes; at the very beginning also the same without the settings that are mistaken. */
async function showSound(
  work: Work,
  whatIf: ShowQuestion['whatIf'],
  near: ShowQuestion['near'],
  answer: (message: Answer) => void,
) {
  const computed = await showWhatIf(work.read, whatIf, near, work.session);
  if (!('mistakes' in computed)) {
    answer({ shown: computed.shown });
    return computed;
  }
  const { mistakes } = computed;
  const sound = work.session.chapters !== null ? null : await withoutMistakes(work.read, whatIf, mistakes);
  const instead = sound === null ? computed : await showWhatIf(work.read, sound, near, work.session);
  if (sound === null || 'mistakes' in instead) {
    answer({ mistakes });
    return null;
  }
  answer({ mistakes, instead: { shown: instead.shown, whatIf: sound } });
  return instead;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
