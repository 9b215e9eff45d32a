import type { ReadFile } from '../../../engine/files/read-file.js';
import { showWhatIf } from '../what-if/compute.js';
import type { Start, StartState } from '../what-if/start.js';

/** A start with its first answer: that of the page’s own engine, computed here, before a browser is there to do it. */
export async function withFirstAnswer(state: StartState, read: ReadFile): Promise<Start> {
  const computed = await showWhatIf(read, state.whatIf, []);
  return { ...state, first: 'mistakes' in computed ? null : computed.shown };
}

/**
 * Prepares the start of a page as JSON: computed when it is first asked for, and anew after a file has changed.
 *
 * @param read reads a file as it is now
 */
export function startText(state: StartState, read: ReadFile): () => Promise<string> {
  let known: { readonly files: ReadonlyMap<string, Uint8Array>; readonly text: Promise<string> } | null = null;
  return () => {
    if (known !== null && unchanged(known.files, read)) return known.text;
    const files = new Map<string, Uint8Array>();
    const noting: ReadFile = (path) => {
      const bytes = read(path);
      files.set(path, bytes);
      return bytes;
    };
    known = { files, text: withFirstAnswer(state, noting).then((start) => JSON.stringify(start)) };
    return known.text;
  };
}

function unchanged(files: ReadonlyMap<string, Uint8Array>, read: ReadFile): boolean {
  return [...files].every(([path, bytes]) => {
    try {
      return Buffer.compare(read(path), bytes) === 0;
    } catch {
      return false;
    }
  });
}
