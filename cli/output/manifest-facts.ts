import type { Arguments, Command } from '../command.js';
import { GLOBAL_OPTIONS } from '../options.js';
import { portable, sharedFolder } from '../paths.js';
import type { FileReader } from '../read-file.js';
import type { ManifestFacts } from './manifest.js';

/** Options that change what is printed or how fast, but no file. */
const WITHOUT_EFFECT = ['out', 'figures', 'format', 'quiet', 'debug', 'workers', 'resume', 'shard', 'estimate'];

/** A call of the tool and what came of it, as far as a manifest tells of them. */
export interface ManifestCall {
  readonly command: Command;
  readonly args: Arguments;
  readonly reader: FileReader;
  readonly version: string;
  /** The seed of what was drawn; null where nothing was. */
  readonly seed: number | null;
}

/** The version, the command as one would type it, the seed and the files that were read, without the way to them. */
export function manifestFacts({ command, args, reader, version, seed }: ManifestCall): ManifestFacts {
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
    seed,
    inputs: inputs.map(({ path, sha256 }) => ({ file: portable(path, folder), sha256 })),
  };
}

/** `case=/home/…/case.yaml` without the way to it, which differs between computers. */
function portableSetting(text: string, folder: string | undefined): string {
  const [, path, value] = /^([^=]*=)?((?:[A-Za-z]:)?[\\/].*)$/.exec(text) ?? [];
  return value === undefined ? text : (path ?? '') + portable(value, folder);
}
