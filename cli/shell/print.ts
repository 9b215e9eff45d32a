import { printable } from '../../engine/files/hidden-characters.js';
import { errorCode, reason } from '../errors.js';
import type { Shell, Sink } from './surroundings.js';

/** Prints pieces of text, joined to larger ones, waiting where the reader is slow. */
export async function print(sink: Sink, pieces: Iterable<string>): Promise<void> {
  let text = '';
  const flush = async () => {
    try {
      await sink.write(text);
    } catch (error) {
      throw errorCode(error) === 'EPIPE'
        ? error
        : new Error(`cannot print the result: ${reason(error)}`, { cause: error });
    }
    text = '';
  };
  for (const piece of pieces) {
    text += piece;
    if (text.length >= 65536) await flush();
  }
  if (text !== '') await flush();
}

/** Says lines on stderr, with what a terminal would take for commands made visible. */
export async function say(shell: Shell, messages: readonly string[]): Promise<void> {
  const lines = messages.flatMap((message) => message.split('\n')).map((line) => `${printable(line)}\n`);
  if (lines.length === 0) return;
  // Nobody listening is no reason to fail.
  await shell.stderr.write(lines.join('')).catch(() => {});
}
