import { nearestName } from '../engine/mistakes.js';
import { allOptions, checkWords, helpFor, oneValueEach } from './check-words.js';
import type { Arguments, Command, OptionDefinition, OptionValue } from './command.js';
import { usageError } from './errors.js';
import { GLOBAL_OPTIONS } from './options.js';
import { runYargs } from './run-yargs.js';

/** The request of a command line: a command, or a text to print such as the help. */
export type Request =
  | { readonly kind: 'command'; readonly command: Command; readonly args: Arguments }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'nothing'; readonly help: string };

/**
 * Reads a command line. Throws a usage error for an unknown command or option (naming the nearest), a value that is missing or not among
 * the choices, and arguments too few or too many.
 *
 * @param argv arguments after `node main.js`.
 */
export async function parseCommandLine(
  argv: readonly string[],
  commands: readonly Command[],
  version: string,
  width: number,
): Promise<Request> {
  const asked = argv[0] === 'help' ? [...argv.slice(1), '--help'] : argv;
  const completing = asked[0] === '--get-yargs-completions';
  const words = completing ? asked : oneValueEach(asked, allOptions(commands));
  const command = completing ? undefined : checkWords(words, commands);
  const { parsed, output } = await runYargs(words, commands, version, width);
  if (completing || parsed.help === true || parsed.version === true) return { kind: 'text', text: `${output}\n` };
  if (command === undefined) {
    const { output: help } = await runYargs(['--help'], commands, version, width);
    return { kind: 'nothing', help: `${help}\n` };
  }
  return { kind: 'command', command, args: collectArguments(words, parsed, command) };
}

function collectArguments(
  words: readonly string[],
  parsed: Readonly<Record<string, unknown>>,
  command: Command,
): Arguments {
  const options: Record<string, OptionValue | undefined> = {};
  const definitions: Readonly<Record<string, OptionDefinition>> = { ...GLOBAL_OPTIONS, ...command.options };
  const end = words.indexOf('--');
  const optionWords = end < 0 ? words : words.slice(0, end);
  for (const [name, definition] of Object.entries(definitions)) {
    const value = parsed[name];
    const written = optionWords.filter((word) => word === `--${name}` || word.startsWith(`--${name}=`)).length;
    if (written === 0) continue;
    const values = (Array.isArray(value) ? value : [value]).map((each) => (typeof each === 'string' ? each : ''));
    if (definition.value === undefined) options[name] = true;
    else if (values.length < written || values.some((each) => each === '')) {
      throw usageError(`--${name} needs a value: --${name} <${definition.value}>`, helpFor(command));
    } else if (definition.repeatable || definition.many) options[name] = values;
    else if (written > 1) throw usageError(`--${name} is given ${written} times`, 'Give it once.');
    else options[name] = oneOf(`--${name}`, values[0]!, definition.choices, command);
  }
  return { positionals: collectPositionals(parsed, command), options };
}

function collectPositionals(parsed: Readonly<Record<string, unknown>>, command: Command): string[] {
  const named = command.positionals.flatMap(({ name }) => parsed[name] ?? []);
  const given = [...named, ...(parsed._ as readonly unknown[]).slice(1)].map(String);
  for (const [index, { name, choices, optional }] of command.positionals.entries()) {
    const value = given[index];
    if (value === undefined && optional !== true)
      throw usageError(`${command.name}: <${name}> is missing`, takenBy(parsed, command) ?? helpFor(command));
    if (value !== undefined) oneOf(command.name, value, choices, command);
  }
  const extra = command.positionals.at(-1)?.repeatable === true ? [] : given.slice(command.positionals.length);
  if (extra.length > 0) throw usageError(`${command.name}: too many arguments: ${extra.join(' ')}`, helpFor(command));
  return given;
}

/** A hint that an option of many values may have taken what was meant as arguments; undefined where none has. */
function takenBy(parsed: Readonly<Record<string, unknown>>, { options }: Command): string | undefined {
  const taking = Object.keys(options).find((name) => options[name]!.many === true && Array.isArray(parsed[name]));
  return taking === undefined ? undefined : `All files after --${taking} are its own: scenarios come first.`;
}

function oneOf(what: string, value: string, choices: readonly string[] | undefined, command: Command): string {
  if (choices === undefined || choices.includes(value)) return value;
  const nearest = nearestName(value, choices);
  const meant = nearest === undefined ? '' : `; did you mean "${nearest}"?`;
  throw usageError(`${what}: "${value}" is none of ${choices.join(', ')}${meant}`, helpFor(command));
}
