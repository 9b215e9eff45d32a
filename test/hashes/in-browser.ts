/** Makes the hashes reachable from a page that is bundled from this. */
import { resultHashes } from './result-hashes.js';

Object.assign(globalThis, { resultHashes });
