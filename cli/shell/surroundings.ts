import type { WriteStream } from 'node:tty';
import type { Unfinished } from '../output/output-folder.js';

/** A stream that a command prints to. `write` settles when the text has been handed on, and rejects with the system's error. */
export interface Sink {
  write(text: string): Promise<void>;
}

/** The surroundings of one call of the tool. */
export interface Shell {
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** Columns to fit tables into. */
  readonly width: number;
  readonly colour: boolean;
  /** The steps to undo after an interruption. */
  readonly unfinished: Unfinished;
  /** Standard error, where it is a terminal that can show a bar. */
  readonly terminal?: WriteStream | null;
  /** Lines to say on stderr if a signal ends the call. */
  readonly lastWords?: Set<() => string>;
  /** Asks the user, where both ends of the conversation are a terminal. */
  readonly ask?: ((question: string) => Promise<string>) | null;
  /** Takes signals into the shell's own hands until the returned function is called. */
  holdSignals?(): () => void;
}
