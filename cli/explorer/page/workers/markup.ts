import { embeddedData } from './embedded-data.js';
import type { WorkerRole } from './messages.js';

/** The browser's guard of places where text becomes markup or code, where it has one. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML(text: string): string; createScriptURL(text: string): string },
  ): { createHTML(text: string): string; createScriptURL(text: string): string };
}

const guard = (globalThis as unknown as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('tandem', {
  createHTML: (text) => text,
  createScriptURL: (text) => text,
});

/** Puts markup that the engine made, every text in it escaped, into an element: the only place of the page that does. */
export function setMarkup(element: Element, html: string): void {
  element.innerHTML = guard === undefined ? html : guard.createHTML(html);
}

/** The workers' script and how a browser takes it: a file of the server, or the block of the page that holds it. */
interface WorkerScript {
  readonly url: string;
  readonly type: WorkerType;
}

let script: WorkerScript | null = null;

function workerScript(): WorkerScript {
  const text = embeddedData('worker');
  return text === null
    ? { url: '/worker.js', type: 'module' }
    : { url: URL.createObjectURL(new Blob([text], { type: 'text/javascript' })), type: 'classic' };
}

/** Starts a worker for a part of the work, with the files that it may read where they are inside the page. */
export function startWorker(role: WorkerRole): Worker {
  script ??= workerScript();
  const { url, type } = script;
  const worker = new Worker(guard === undefined ? url : guard.createScriptURL(url), { type, name: role });
  worker.postMessage(embeddedData('files'));
  return worker;
}
