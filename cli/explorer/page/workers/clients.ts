import type { Shown, ShownMistake } from '../../what-if/shown.js';
import type { WhatIf } from '../../what-if/what-if.js';
import { startWorker } from './markup.js';
import type { Answer, BackgroundAnswer, BackgroundQuestion, Numbered, Question } from './messages.js';

/** The worker that computes, as the page sees it. */
export interface EngineClient {
  /** Has a what-if computed: while one is under way only the latest of those asked for waits, and answers come in their order. */
  show(whatIf: WhatIf): void;
  /** Asks for anything that has one answer. */
  ask(question: Question): Promise<Answer>;
}

/** The page's functions that take answers. */
export interface ShowListener {
  shown(shown: Shown, whatIf: WhatIf): void;
  /** The figures that were not wanted at once. */
  rest(figures: Shown['figures'], chapters: Shown['chapters']): void;
  /** @param instead the first that is shown, where what was asked for cannot be */
  mistaken(mistakes: readonly ShownMistake[], instead?: { readonly shown: Shown; readonly whatIf: WhatIf }): void;
  failed(reason: string): void;
}

/**
 * Starts the worker that computes.
 *
 * @param near ids of the figures that somebody looks at now
 */
export function startEngine(listener: ShowListener, near: () => readonly string[]): EngineClient {
  const worker = startWorker('engine');
  const waiting = new Map<number, (answer: Answer) => void>();
  let number = 0;
  let busy = false;
  let next: WhatIf | null = null;
  let showing = 0;
  const ask = (question: Question): Promise<Answer> =>
    new Promise((resolve) => {
      number += 1;
      waiting.set(number, resolve);
      worker.postMessage({ number, message: question } satisfies Numbered<Question>);
    });
  worker.onmessage = ({ data }: MessageEvent<Numbered<Answer>>) => {
    if ('rest' in data.message) {
      // Of the latest question only: figures of an older one would undo newer ones.
      if (data.number === showing) listener.rest(data.message.rest, data.message.chapters);
      return;
    }
    waiting.get(data.number)?.(data.message);
    waiting.delete(data.number);
  };
  worker.onerror = (event) => listener.failed(event.message || 'the part of the page that computes could not start');
  const run = async (whatIf: WhatIf): Promise<void> => {
    busy = true;
    const asking = ask({ task: 'show', whatIf, near: near() });
    showing = number;
    const answer = await asking;
    busy = false;
    const newer = next;
    next = null;
    if (newer !== null) void run(newer);
    if ('shown' in answer) listener.shown(answer.shown, whatIf);
    else if ('mistakes' in answer) listener.mistaken(answer.mistakes, answer.instead);
    else if ('failure' in answer) listener.failed(answer.failure);
  };
  return {
    show(whatIf) {
      if (busy) next = whatIf;
      else void run(whatIf);
    },
    ask,
  };
}

/**
 * Prepares to ask the worker in the background, which starts with the first question; the returned function asks it or stops it. Answers to older
 * questions are dropped.
 */
export function startBackground(listener: (answer: BackgroundAnswer) => void): (question: BackgroundQuestion) => void {
  let worker: Worker | null = null;
  let number = 0;
  const start = (): Worker => {
    const started = startWorker('background');
    started.onmessage = ({ data }: MessageEvent<Numbered<BackgroundAnswer>>) => {
      if (data.number === number) listener(data.message);
    };
    return started;
  };
  return (question) => {
    number += 1;
    if (question !== null) worker ??= start();
    worker?.postMessage({ number, message: question } satisfies Numbered<BackgroundQuestion>);
  };
}
