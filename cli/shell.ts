import { resolve } from 'node:path';
import type { WriteStream } from 'node:tty';
import { printable } from '../engine/files/hidden-characters.js';
import { formatMistake, MistakesError } from '../engine/mistakes.js';
import { jsonText } from '../engine/report/data/json.js';
import type { Arguments, Command, CommandResult, Context, FileContent } from './command.js';
import { parseCommandLine } from './command-line.js';
import { COMMANDS } from './commands/index.js';
import { EXIT, errorCode, isUsageError, reason, usageError } from './errors.js';
import type { FolderLock } from './folder-lock.js';
import { GLOBAL_OPTIONS, listOption, switchOption, textOption, wholeOption } from './options.js';
import { writeCaseFolder } from './output/case-folder.js';
import type { ManifestFacts } from './output/manifest.js';
import { checkOutputFolder, takeLock, type Unfinished, writeResult } from './output/output-folder.js';
import { replaceFile } from './output/write-file.js';
import { portable, sharedFolder } from './paths.js';
import { createFileReader, type FileReader } from './read-file.js';
import { readVersion } from './version.js';

/** Where a command prints to. `write` settles when the text has been handed on, and rejects with the system's error. */
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
  /** What whoever cleans up after an interruption has to undo. */
  readonly unfinished: Unfinished;
  /** Standard error, where it is a terminal that can show a bar. */
  readonly terminal?: WriteStream | null;
  /** What is to be said on stderr if a signal ends the call. */
  readonly lastWords?: Set<() => string>;
  /** Asks the user, where both ends of the conversation are a terminal. */
  readonly ask?: ((question: string) => Promise<string>) | null;
  /** Takes signals into the shell's own hands until the returned function is called. */
  holdSignals?(): () => void;
}

/**
 * Runs the tool on one command line and returns its exit code: 0 done, 1 failed, 2 wrong usage or input. Never throws.
 *
 * @param argv arguments after `node main.js`.
 * @param commands default: all.
 */
export async function runTool(
  argv: readonly string[],
  shell: Shell,
  commands: readonly Command[] = COMMANDS,
): Promise<number> {
  try {
    return await dispatch(argv, shell, commands);
  } catch (error) {
    return await reportError(error, argv, shell);
  }
}

async function dispatch(argv: readonly string[], shell: Shell, commands: readonly Command[]): Promise<number> {
  const version = readVersion();
  const request = await parseCommandLine(argv, commands, version, Math.min(shell.width, 100));
  if (request.kind === 'text') {
    await shell.stdout.write(request.text);
    return EXIT.done;
  }
  if (request.kind === 'nothing') {
    await shell.stderr.write(request.help);
    return EXIT.wrongInput;
  }
  const { command, args } = request;
  const out = textOption(args, 'out');
  if (out !== undefined) checkOutputFolder(out);
  const figures = textOption(args, 'figures');
  if (figures !== undefined) {
    if (out !== undefined && resolve(figures) === resolve(out))
      throw usageError(`--figures ${figures}: is the folder of --out`, 'Name another folder.');
    checkOutputFolder(figures, 'figures');
  }
  const reader = createFileReader();
  let lock: FolderLock | null = null;
  const context = createContext(args, shell, reader, (dir) => {
    lock ??= takeLock(dir);
    shell.unfinished.add(lock.release);
    return lock;
  });
  // A signal is heard only between two turns of the event loop, so while a long computation blocks it the system must be left to act.
  const release = command.blocking ? undefined : shell.holdSignals?.();
  let result: CommandResult | undefined;
  try {
    result = await command.run(args, context);
    return await finish(command, args, result, shell, context, reader, version, release === undefined, lock);
  } finally {
    result?.close?.();
    releaseLock(lock, shell);
  }
}

function releaseLock(lock: FolderLock | null, shell: Shell): void {
  if (lock === null) return;
  lock.release();
  shell.unfinished.delete(lock.release);
}

/** Writes and prints a result. */
async function finish(
  command: Command,
  args: Arguments,
  result: CommandResult,
  shell: Shell,
  context: Context,
  reader: FileReader,
  version: string,
  hold: boolean,
  lock: FolderLock | null,
): Promise<number> {
  const out = textOption(args, 'out');
  const figures = textOption(args, 'figures');
  const { unfinished } = shell;
  // Lets signals that came during a long computation be heard before anything is written.
  await turn();
  if (hold) shell.holdSignals?.();
  const format = textOption(args, 'format') ?? 'table';
  if (result.mistakes !== undefined && result.mistakes.length > 0) {
    await print(shell.stdout, formatted(result, format, context));
    await say(shell, result.mistakes);
    return EXIT.wrongInput;
  }
  const written: string[] = [];
  const facts = manifestFacts(command, args, result, reader, version);
  // Both are drawn before either is written, so that a failure leaves nothing behind.
  const page = out === undefined ? undefined : await result.page?.({ ...facts, version });
  const charts = figures === undefined ? undefined : await result.figures?.();
  if (out !== undefined) {
    const files = result.files?.() ?? defaultFiles(command, result);
    const all = page === undefined ? files : new Map<string, FileContent>([...files, [PAGE, page]]);
    written.push(`${out}: ${writeResult(out, all, facts, { unfinished, lock }).join(', ')}`);
  }
  if (result.caseFolder !== undefined) {
    const { dir, files } = result.caseFolder;
    written.push(`${dir}: ${writeCaseFolder(dir, files(), facts, { unfinished }).join(', ')}`);
  }
  if (figures !== undefined && charts !== undefined)
    written.push(`${figures}: ${writeResult(figures, charts, facts, { unfinished }).join(', ')}`);
  await print(shell.stdout, formatted(result, format, context));
  if (!switchOption(args, 'quiet'))
    await say(
      shell,
      written.map((each) => `Written to ${each}`),
    );
  return EXIT.done;
}

function createContext(
  args: Arguments,
  shell: Shell,
  reader: FileReader,
  lockFolder: (dir: string) => FolderLock,
): Context {
  const settings = listOption(args, 'set');
  for (const setting of settings) {
    if (!/^[^=\s][^=]*=/.test(setting))
      throw usageError(`--set ${setting}: not of the form path=value`, 'As in --set coordination=0.5.');
  }
  const quiet = switchOption(args, 'quiet');
  // Scenarios of one case share its notes.
  const said = new Set<string>();
  return {
    read: reader.read,
    settings,
    seed: wholeOption(args, 'seed') ?? null,
    layout: { width: shell.width, colour: shell.colour },
    inform: (message) => {
      if (!quiet && !said.has(message)) void say(shell, [message]);
      said.add(message);
    },
    writeFile: (path, text) => replaceFile(path, text),
    out: textOption(args, 'out') ?? null,
    lockFolder,
    ask: quiet ? null : (shell.ask ?? null),
    progressPlace: { quiet, terminal: shell.terminal ?? null, line: (text) => void say(shell, [text]) },
    onInterrupt: (line) => {
      if (!quiet) shell.lastWords?.add(line);
      return () => shell.lastWords?.delete(line);
    },
    inputs: () => {
      const inputs = reader.inputs();
      const folder = sharedFolder(inputs.map((input) => input.path));
      return inputs.map(({ path, sha256 }) => ({ file: portable(path, folder), sha256 }));
    },
    portablePath: (path) => portable(path, sharedFolder(reader.inputs().map((input) => input.path))),
  };
}

function formatted(result: CommandResult, format: string, context: Context): Iterable<string> {
  if (format === 'json') return jsonText(result.json());
  return format === 'csv' ? result.csv() : [result.text(context.layout)];
}

/** The three forms under the command's name, for a command that has no files of its own. */
function defaultFiles(command: Command, result: CommandResult): ReadonlyMap<string, FileContent> {
  return new Map<string, FileContent>([
    [`${command.name}.txt`, result.text({ width: 100, colour: false })],
    [`${command.name}.csv`, result.csv()],
    [`${command.name}.json`, jsonText(result.json())],
  ]);
}

/** Name of the report. */
const PAGE = 'report.html';

/** Options that change what is printed or how fast, but no file. */
const WITHOUT_EFFECT = ['out', 'figures', 'format', 'quiet', 'debug', 'workers', 'resume'];

function manifestFacts(
  command: Command,
  args: Arguments,
  result: CommandResult,
  reader: FileReader,
  version: string,
): ManifestFacts {
  const inputs = reader.inputs();
  const folder = sharedFolder(inputs.map((input) => input.path));
  const words: string[] = [command.name];
  for (const [index, word] of args.positionals.entries()) {
    const definition = command.positionals[Math.min(index, command.positionals.length - 1)];
    words.push(definition?.path === true ? portable(word, folder) : word);
  }
  for (const [name, definition] of Object.entries({ ...GLOBAL_OPTIONS, ...command.options })) {
    const value = args.options[name];
    if (value === undefined || WITHOUT_EFFECT.includes(name)) continue;
    if (value === true) words.push(`--${name}`);
    else
      for (const each of [value].flat())
        words.push(`--${name}`, definition.path === true ? portable(each, folder) : portableSetting(each, folder));
  }
  return {
    tandem: version,
    command: words,
    seed: result.seed ?? null,
    inputs: inputs.map(({ path, sha256 }) => ({ file: portable(path, folder), sha256 })),
  };
}

/** `case=/home/…/case.yaml` without the way to it, which differs between computers. */
function portableSetting(text: string, folder: string | undefined): string {
  const [, path, value] = /^([^=]*=)?((?:[A-Za-z]:)?[\\/].*)$/.exec(text) ?? [];
  return value === undefined ? text : (path ?? '') + portable(value, folder);
}

/** Prints pieces of text, joined to larger ones, waiting where the reader is slow. */
async function print(sink: Sink, pieces: Iterable<string>): Promise<void> {
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

async function say(shell: Shell, messages: readonly string[]): Promise<void> {
  const lines = messages.flatMap((message) => message.split('\n')).map((line) => `${printable(line)}\n`);
  if (lines.length === 0) return;
  // Nobody listening is no reason to fail.
  await shell.stderr.write(lines.join('')).catch(() => {});
}

/** One turn of the event loop. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

async function reportError(error: unknown, argv: readonly string[], shell: Shell): Promise<number> {
  // Whoever read the output has read enough, as `head` does.
  if (errorCode(error) === 'EPIPE') return EXIT.done;
  if (error instanceof MistakesError) {
    await say(shell, error.mistakes.map(formatMistake));
    return EXIT.wrongInput;
  }
  const what = error instanceof Error ? error.message || error.name : String(error);
  await say(shell, [`tandem: ${what}`]);
  if (argv.includes('--debug') && error instanceof Error) await say(shell, [error.stack ?? '']);
  return isUsageError(error) ? EXIT.wrongInput : EXIT.failed;
}
