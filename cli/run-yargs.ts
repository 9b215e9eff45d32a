import yargs, { type Argv } from 'yargs';
import type { Command, OptionDefinition } from './command.js';
import { GLOBAL_OPTIONS } from './options.js';

/** Has yargs parse the words of a command line; `output` is the help or the version where these are asked for. */
export async function runYargs(words: readonly string[], commands: readonly Command[], version: string, width: number) {
  let output = '';
  // yargs writes the help of every command that it reads, and breaking its lines takes longer than all the rest.
  const helping = words.includes('--help') || words.includes('-h');
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
    .wrap(helping ? width : null);
  declareOptions(parser, GLOBAL_OPTIONS);
  for (const command of commands) {
    parser.command({
      command: [command.name, ...command.positionals.map(positionalPattern)].join(' '),
      describe: command.summary,
      builder: (each) => declareCommand(each, command, width),
      // Yargs sets the help of a command in type before it runs it, too: with its options hidden that takes a few milliseconds instead of twenty.
      handler: () => {
        for (const name of Object.keys({ ...command.options, ...GLOBAL_OPTIONS })) parser.hide(name);
      },
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
