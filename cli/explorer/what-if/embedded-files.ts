import type { ReadFile } from '../../../engine/files/read-file.js';

/** A file inside a page: as text where it is text, else in base64. */
export type EmbeddedFile =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly base64: string };

/** A file as it is put into a page, so that the very same bytes come out again. */
export function embedFile(path: string, bytes: Uint8Array): EmbeddedFile {
  try {
    return { path, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { path, base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) };
  }
}

/** Reads the files inside a page and no other. */
export function embeddedReader(files: readonly EmbeddedFile[]): ReadFile {
  const known = new Map(files.map((file) => [file.path, bytesOf(file)]));
  return (path) => {
    const bytes = known.get(path);
    if (bytes === undefined) throw Object.assign(new Error(`${path} is not in this page`), { code: 'ENOENT' });
    return bytes;
  };
}

function bytesOf(file: EmbeddedFile): Uint8Array {
  if ('text' in file) return new TextEncoder().encode(file.text);
  return Uint8Array.from(atob(file.base64), (letter) => letter.charCodeAt(0));
}
