import { resolve } from 'node:path';
import { MistakesError, mistakeLines } from '../../engine/mistakes.js';
import type { Command, CommandResult } from '../command.js';
import { parseCommandLine } from '../command-line.js';
import { COMMANDS } from '../commands/index.js';
import { EXIT, errorCode, isUsageError, usageError } from '../errors.js';
import type { FolderLock } from '../folder-lock.js';
import { switchOption, textOption } from '../options.js';
import { checkOutputFolder, takeLock } from '../output/output-folder.js';
import { createFileReader } from '../read-file.js';
import { readVersion } from '../version.js';
import { createContext } from './context.js';
import { finish } from './finish.js';
import { say } from './print.js';
import type { Shell } from './surroundings.js';

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
  else if (switchOption(args, 'xlsx')) throw usageError('--xlsx needs --out', 'Name the folder of the result.');
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
    return await finish({ command, args, result, shell, context, reader, version, hold: release === undefined, lock });
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

async function reportError(error: unknown, argv: readonly string[], shell: Shell): Promise<number> {
  // Whoever read the output has read enough, as `head` does.
  if (errorCode(error) === 'EPIPE') return EXIT.done;
  if (error instanceof MistakesError) {
    await say(shell, mistakeLines(error.mistakes));
    return EXIT.wrongInput;
  }
  const what = error instanceof Error ? error.message || error.name : String(error);
  await say(shell, [`tandem: ${what}`]);
  if (argv.includes('--debug') && error instanceof Error) await say(shell, [error.stack ?? '']);
  return isUsageError(error) ? EXIT.wrongInput : EXIT.failed;
}
