import yargs, { type Argv } from 'yargs';
import { nearestName } from '../engine/mistakes.js';
import type { Arguments, Command, OptionDefinition, OptionValue } from './command.js';
import { usageError } from './errors.js';
import { GLOBAL_OPTIONS } from './options.js';

/** The request of a command line: a command, or a text to print such as the help. */
export type Request =
  | { readonly kind: 'command'; readonly command: Command; readonly args: Arguments }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'nothing'; readonly help: string };

const BUILT_IN = ['help', 'version', 'get-yargs-completions'];
const SEE_HELP = 'See tandem --help.';

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

/** Finds the command and every option on the line, before yargs sees them: its own messages name neither the dashes nor the nearest name. */
function checkWords(words: readonly string[], commands: readonly Command[]): Command | undefined {
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
function oneValueEach(words: readonly string[], options: ReadonlyMap<string, OptionDefinition>): string[] {
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

function allOptions(commands: readonly Command[]): Map<string, OptionDefinition> {
  return new Map(
    [GLOBAL_OPTIONS, ...commands.map((command) => command.options)].flatMap((options) => Object.entries(options)),
  );
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

function helpFor(command: Command | undefined): string {
  return command === undefined ? SEE_HELP : `See tandem ${command.name} --help.`;
}

async function runYargs(words: readonly string[], commands: readonly Command[], version: string, width: number) {
  let output = '';
  const parser = yargs([])
    .scriptName('tandem')
    .locale('en')
    .usage(
      'Simulates the industries of a region under policy: acting together against acting apart.\n\nUsage: tandem <command>',
    )
    .parserConfiguration({
      'boolean-negation': false,
      'camel-case-expansion': false,
      'dot-notation': false,
      'greedy-arrays': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
    })
    .help('help', 'Show this help')
    .alias('help', 'h')
    .version(version)
    .describe('version', 'Show the version')
    .epilogue(
      'tandem <command> --help shows its options and examples. Exit codes: 0 done, 1 failed, 2 wrong usage or input, 130 interrupted.',
    )
    .exitProcess(false)
    .showHelpOnFail(false)
    .wrap(width);
  declareOptions(parser, GLOBAL_OPTIONS);
  for (const command of commands) {
    parser.command({
      command: [command.name, ...command.positionals.map(positionalPattern)].join(' '),
      describe: command.summary,
      builder: (each) => declareCommand(each, command, width),
      handler: () => {},
    });
  }
  const parsed: Record<string, unknown> = await parser.parseAsync([...words], {}, (_error, _argv, text) => {
    output = text;
  });
  return { parsed, output };
}

function positionalPattern({ name, optional, repeatable }: Command['positionals'][number]): string {
  const inner = name + (repeatable ? '...' : '');
  return optional ? `[${inner}]` : `<${inner}>`;
}

function declareCommand(parser: Argv, command: Command, width: number): Argv {
  for (const { name, description, choices } of command.positionals) {
    parser.positional(name, { type: 'string', describe: description, ...(choices === undefined ? {} : { choices }) });
  }
  declareOptions(parser, command.options);
  // As an epilogue, because yargs would break long command lines where they cannot be copied.
  const examples = command.examples.flatMap(([line, meaning]) => [
    ...shellLines(`tandem ${line}`, width),
    `      ${meaning}`,
  ]);
  return parser.epilogue(['Examples:', ...examples].join('\n'));
}

/** A command line indented, and where it is too long continued as a shell reads it. */
function shellLines(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = ' ';
  for (const word of line.split(' ')) {
    if (current.length + word.length + 3 > width) {
      lines.push(`${current} \\`);
      current = '   ';
    }
    current += ` ${word}`;
  }
  return [...lines, current];
}

function declareOptions(parser: Argv, options: Readonly<Record<string, OptionDefinition>>): void {
  for (const [name, { description, value, choices, repeatable, many }] of Object.entries(options)) {
    if (value === undefined) parser.option(name, { type: 'boolean', describe: description });
    else if (repeatable || many) parser.option(name, { type: 'array', string: true, nargs: 1, describe: description });
    else parser.option(name, { type: 'string', describe: description, ...(choices === undefined ? {} : { choices }) });
  }
}
