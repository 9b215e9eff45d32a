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

/** Starts one of the page's own workers. */
export function startWorker(script: '/engine-worker.js' | '/background-worker.js'): Worker {
  const url = guard === undefined ? script : guard.createScriptURL(script);
  return new Worker(url, { type: 'module' });
}
