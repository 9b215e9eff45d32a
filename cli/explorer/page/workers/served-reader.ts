import type { ReadFile } from '../../../../engine/files/read-file.js';

/** Reads files from the page's server, each once. For workers: the engine reads as it goes, so the request waits for its answer. */
export function createServedReader(): ReadFile {
  const files = new Map<string, Uint8Array>();
  return (path) => {
    const known = files.get(path);
    if (known !== undefined) return known;
    const request = new XMLHttpRequest();
    request.open('GET', `/file?path=${encodeURIComponent(path)}`, false);
    request.responseType = 'arraybuffer';
    try {
      request.send();
    } catch {
      throw unreadable('the server of this page does not answer: is tandem explore still running?');
    }
    if (request.status === 404) throw unreadable('ENOENT');
    if (request.status !== 200) {
      throw unreadable(new TextDecoder().decode(request.response as ArrayBuffer).trim() || String(request.status));
    }
    const bytes = new Uint8Array(request.response as ArrayBuffer);
    files.set(path, bytes);
    return bytes;
  };
}

function unreadable(code: string): Error {
  return Object.assign(new Error(code), { code });
}
