import type { Arguments, Context } from '../command.js';
import { usageError } from '../errors.js';
import type { FolderLock } from '../folder-lock.js';
import { listOption, switchOption, textOption, wholeOption } from '../options.js';
import { replaceFile } from '../output/write-file.js';
import { portable, sharedFolder } from '../paths.js';
import type { FileReader } from '../read-file.js';
import { say } from './print.js';
import type { Shell } from './surroundings.js';

/**
 * The surroundings of a command: how it reads, writes, asks and tells how far it is.
 *
 * @throws UsageError where a `--set` is not of the form path=value
 */
export function createContext(
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
