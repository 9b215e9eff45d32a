import type { EmbeddedFile } from '../../what-if/embedded-files.js';
import type { Numbered } from './messages.js';

/** The functions of a worker's own scope, which the types of a page do not know. */
interface WorkerScope {
  readonly name: string;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: unknown): void;
}

const scope = globalThis as unknown as WorkerScope;

/**
 * Waits for the first message to the worker: the files inside the page, or null where a server has them.
 *
 * @param begin given the worker's name and the files
 */
export function beginWorker<Name extends string>(
  begin: (name: Name, files: readonly EmbeddedFile[] | null) => void,
): void {
  scope.onmessage = ({ data }) => begin(scope.name as Name, data as readonly EmbeddedFile[] | null);
}

/** Hands every question to a function that answers as often as it likes. */
export function followQuestions<Question, Answer>(
  follow: (question: Question, answer: (message: Answer) => void) => void,
): void {
  scope.onmessage = ({ data }) => {
    const { number, message } = data as Numbered<Question>;
    follow(message, (answer) => scope.postMessage({ number, message: answer } satisfies Numbered<Answer>));
  };
}
