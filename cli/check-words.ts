import { nearestName } from '../engine/mistakes.js';
import type { Command, OptionDefinition } from './command.js';
import { usageError } from './errors.js';
import { GLOBAL_OPTIONS } from './options.js';

const BUILT_IN = ['help', 'version', 'get-yargs-completions'];
const SEE_HELP = 'See tandem --help.';

/** Finds the command and every option on the line, before yargs sees them: its own messages name neither the dashes nor the nearest name. */
export function checkWords(words: readonly string[], commands: readonly Command[]): Command | undefined {
  const plain: string[] = [];
  const given: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    if (word === '--') break;
    if (!word.startsWith('-') || word === '-') {
      plain.push(word);
      continue;
    }
    const [name = ''] = word.split('=');
    given.push(name);
    const known = allOptions(commands).get(name.slice(2));
    if (name.startsWith('--') && known?.value !== undefined && !word.includes('=')) index += 1;
  }
  const asked = plain[0];
  const command = commands.find((each) => each.name === asked);
  const wantsHelp = given.includes('--help') || given.includes('-h');
  if (asked !== undefined && command === undefined && !wantsHelp) {
    const nearest = nearestName(
      asked,
      commands.map((each) => each.name),
    );
    const meant = nearest === undefined ? '' : ` (did you mean "${nearest}"?)`;
    throw usageError(`unknown command "${asked}"${meant}`, SEE_HELP);
  }
  const known = [...Object.keys({ ...GLOBAL_OPTIONS, ...command?.options }), ...BUILT_IN];
  for (const name of given) {
    if (name === '-h' || (name.startsWith('--') && known.includes(name.slice(2)))) continue;
    const nearest = nearestName(
      name.replace(/^-+/, ''),
      known.filter((each) => each !== 'get-yargs-completions'),
    );
    const meant = nearest === undefined ? '' : ` (did you mean --${nearest}?)`;
    throw usageError(`unknown option ${name}${meant}`, helpFor(command));
  }
  return command;
}

/** Words in which an option of many values is repeated before each of them, `--beliefs a b` as `--beliefs a --beliefs b`. */
export function oneValueEach(words: readonly string[], options: ReadonlyMap<string, OptionDefinition>): string[] {
  const isOption = (word: string | undefined): boolean => word === undefined || (word.startsWith('-') && word !== '-');
  const spread: string[] = [];
  let open: string | null = null;
  for (const [k, word] of words.entries()) {
    if (isOption(word)) {
      const [name = ''] = word.split('=');
      const many = options.get(name.slice(2))?.many === true;
      open = many ? name : null;
      // One without any value stays, so that its lack is named.
      if (!many || word.includes('=') || isOption(words[k + 1])) spread.push(word);
    } else if (open === null) spread.push(word);
    else spread.push(open, word);
  }
  return spread;
}

/** Every option that some command has, by name. */
export function allOptions(commands: readonly Command[]): Map<string, OptionDefinition> {
  return new Map(
    [GLOBAL_OPTIONS, ...commands.map((command) => command.options)].flatMap((options) => Object.entries(options)),
  );
}

/** A hint where to find help: that of a command, or all of it. */
export function helpFor(command: Command | undefined): string {
  return command === undefined ? SEE_HELP : `See tandem ${command.name} --help.`;
}
