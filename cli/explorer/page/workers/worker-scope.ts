import type { Numbered } from './messages.js';

/** The functions of a worker's own scope, which the types of a page do not know. */
interface WorkerScope<In, Out> {
  onmessage: ((event: { readonly data: In }) => void) | null;
  postMessage(message: Out): void;
}

/** Hands every question to a function that answers as often as it likes. */
export function followQuestions<Question, Answer>(
  follow: (question: Question, answer: (message: Answer) => void) => void,
): void {
  const scope = globalThis as unknown as WorkerScope<Numbered<Question>, Numbered<Answer>>;
  scope.onmessage = ({ data: { number, message } }) => {
    follow(message, (answer) => scope.postMessage({ number, message: answer }));
  };
}
