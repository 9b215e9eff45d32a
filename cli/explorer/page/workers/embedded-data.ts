import { BLOCKS, type EmbeddedData } from '../../what-if/start.js';

/** One of the blocks of data of a page that is one file; null where the page is served and asks its server instead. */
export function embeddedData<Name extends keyof EmbeddedData>(name: Name): EmbeddedData[Name] | null {
  const text = document.getElementById(BLOCKS[name])?.textContent;
  return text == null ? null : (JSON.parse(text) as EmbeddedData[Name]);
}
