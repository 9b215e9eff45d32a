import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Arguments, Command } from '../../cli/command.js';
import { COMMANDS } from '../../cli/commands/index.js';
import { runTool } from '../../cli/shell/run-tool.js';
import { readVersion } from '../../cli/version.js';
import { MistakesError } from '../../engine/mistakes.js';
import { call, command, result } from './run-in-memory.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A command that tells what it was given. */
function listening(parts: Partial<Command> = {}): {
  commands: Command[];
  given: () => Arguments;
  settings: () => readonly string[];
} {
  let given: Arguments | undefined;
  let settings: readonly string[] = [];
  const listener = command({
    name: 'listen',
    positionals: [{ name: 'file', description: 'a file', repeatable: true, path: true }],
    options: { year: { description: 'a year', value: 'year' }, fast: { description: 'fast' } },
    run: async (args, context) => {
      given = args;
      settings = context.settings;
      return result({});
    },
    ...parts,
  });
  return { commands: [listener], given: () => given!, settings: () => settings };
}

describe('A command line', () => {
  it('gives a command its arguments and options as text, however they are mixed', async () => {
    const { commands, given, settings } = listening();
    const { code } = await call(
      ['listen', '--set', 'a=b', '007', '--year=2011', '--set', 'x.y=1e5', '1e3', '--fast', '--', '-odd'],
      commands,
    );
    expect(code).toBe(0);
    expect(given().positionals).toEqual(['007', '1e3', '-odd']);
    expect(given().options).toMatchObject({ year: '2011', fast: true });
    expect(settings()).toEqual(['a=b', 'x.y=1e5']);
  });

  const wrong: readonly (readonly [string, readonly string[], string])[] = [
    ['an unknown command, naming the nearest', ['lisen', 'a'], 'unknown command "lisen" (did you mean "listen"?)'],
    [
      'an unknown option, naming the nearest',
      ['listen', 'a', '--yaer', '3'],
      'unknown option --yaer (did you mean --year?)',
    ],
    ['a short option', ['listen', 'a', '-q'], 'unknown option -q'],
    [
      'an option that names what every object has',
      ['listen', 'a', '--constructor', 'x'],
      'unknown option --constructor',
    ],
    ['an option that would reach a prototype', ['listen', 'a', '--__proto__', 'x'], 'unknown option --__proto__'],
    ['a negated switch', ['listen', 'a', '--no-fast'], 'unknown option --no-fast'],
    ['a missing argument', ['listen'], 'listen: <file> is missing'],
    ['an option without its value', ['listen', 'a', '--year'], '--year needs a value: --year <year>'],
    ['an option followed by another in place of its value', ['listen', 'a', '--out', '--fast'], '--out needs a value'],
    ['an empty value', ['listen', 'a', '--out='], '--out needs a value'],
    ['a repeated option', ['listen', 'a', '--out', 'x', '--out', 'y'], '--out is given 2 times'],
    [
      'a value that is no choice, naming the nearest',
      ['listen', 'a', '--format', 'jsn'],
      '--format: "jsn" is none of table, csv, json; did you mean "json"?',
    ],
    ['a setting without a value', ['listen', 'a', '--set', 'rivalry'], '--set rivalry: not of the form path=value'],
    ['a seed that is no whole number', ['listen', 'a', '--seed', '1.5'], '--seed 1.5: not a whole number from 0'],
  ];
  for (const [what, argv, message] of wrong) {
    it(`refuses ${what} with exit code 2 and points to the help`, async () => {
      const { code, stdout, stderr } = await call(argv, listening().commands);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(`tandem: ${message}`);
      expect(stderr.trim().split('\n')).toHaveLength(/seed/.test(message) ? 1 : 2);
    });
  }

  it('refuses more arguments than a command takes', async () => {
    const { code, stderr } = await call(['completion', 'bash', 'zsh']);
    expect(code).toBe(2);
    expect(stderr).toContain('completion: too many arguments: zsh');
  });

  it('shows the help on stderr with exit code 2 where nothing is asked for', async () => {
    const { code, stdout, stderr } = await call([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Commands:');
  });
});

describe('The help', () => {
  it('lists every command', async () => {
    const { code, stdout } = await call(['--help']);
    expect(code).toBe(0);
    for (const { name, summary } of COMMANDS)
      expect(stdout).toMatch(new RegExp(`tandem ${name}.*${summary.slice(0, 20)}`));
  });

  for (const each of COMMANDS) {
    it(`of ${each.name} shows its options and examples within 100 columns`, async () => {
      const { code, stdout } = await call([each.name, '--help']);
      expect(code).toBe(0);
      expect(each.examples.length).toBeGreaterThan(0);
      const copied = stdout.replaceAll(/ \\\n\s+/g, ' ');
      for (const [line] of each.examples) expect(copied).toContain(`tandem ${line}`);
      for (const name of [...Object.keys(each.options), 'out', 'format', 'set', 'seed', 'quiet', 'debug'])
        expect(stdout).toContain(`--${name}`);
      expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    });
  }

  it('is also given by "help" and its command', async () => {
    expect(await call(['help', 'policies'])).toEqual(await call(['policies', '--help']));
  });

  it('gives the version of the package', async () => {
    const { stdout } = await call(['--version']);
    expect(stdout.trim()).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
  });
});

describe('Completion', () => {
  it('offers commands, and options after a command', async () => {
    const commands = (await call(['--get-yargs-completions', 'tandem', 'pol'])).stdout.split('\n');
    expect(commands).toContain('policies');
    const options = (await call(['--get-yargs-completions', 'tandem', 'policies', '--f'])).stdout;
    expect(options).toContain('--format');
  });

  it('has a script for each shell', async () => {
    for (const shell of ['bash', 'zsh', 'fish']) {
      const { code, stdout } = await call(['completion', shell]);
      expect(code).toBe(0);
      expect(stdout).toContain('--get-yargs-completions');
    }
  });
});

describe('A result', () => {
  const commands = [command({})];

  it('is printed in the format asked for, on stdout and alone', async () => {
    expect(await call(['work'], commands)).toEqual({ code: 0, stdout: 'text\n', stderr: '' });
    expect(await call(['work', '--format', 'csv'], commands)).toEqual({ code: 0, stdout: 'a\n1\n', stderr: '' });
    expect((await call(['work', '--format', 'json'], commands)).stdout).toBe('{\n  "a": 1\n}\n');
  });

  it('has its messages on stderr, and none with --quiet', async () => {
    const run: Command['run'] = async (_, context) => {
      context.inform('ties are off');
      return result({});
    };
    const talking = [command({ run })];
    expect((await call(['work'], talking)).stderr).toBe('ties are off\n');
    expect((await call(['work', '--quiet'], talking)).stderr).toBe('');
  });

  it('is written as files with --out, and printed as well', async () => {
    const out = join(folder, 'result');
    const { code, stdout, stderr } = await call(['work', '--out', out], commands);
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'text\n' });
    expect(stderr).toBe(`Written to ${out}: work.txt, work.csv, work.json, manifest.json\n`);
    expect(readFileSync(join(out, 'work.csv'), 'utf8')).toBe('a\n1\n');
  });

  it('is not even computed where --out cannot be written to', async () => {
    writeFileSync(join(folder, 'own.txt'), 'mine');
    let computed = false;
    const run = async () => {
      computed = true;
      return result({});
    };
    const busy = [command({ run })];
    const { code, stderr } = await call(['work', '--out', folder], busy);
    expect({ code, computed }).toEqual({ code: 2, computed: false });
    expect(stderr).toContain('own.txt');
    expect(readdirSync(folder)).toEqual(['own.txt']);
  });

  it('that is mistakes asked for prints them, writes nothing and has exit code 2', async () => {
    const checking = [command({ run: async () => result({ mistakes: ['case.yaml:1:1  wrong'] }) })];
    const out = join(folder, 'result');
    expect(await call(['work', '--out', out], checking)).toEqual({
      code: 2,
      stdout: 'text\n',
      stderr: 'case.yaml:1:1  wrong\n',
    });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('A manifest', () => {
  async function manifestOf(input: string, out: string): Promise<string> {
    const reading = [
      command({
        positionals: [{ name: 'file', description: 'a file', path: true }],
        options: { year: { description: 'a year', value: 'year' } },
        run: async (args, context) => {
          context.read(args.positionals[0]!);
          context.read(join(args.positionals[0]!, '..', 'tables/outputs.csv'));
          return result({ seed: 7 });
        },
      }),
    ];
    const argv = [
      'work',
      input,
      '--format',
      'csv',
      '--out',
      out,
      '--seed',
      '7',
      '--set',
      `case=${input}`,
      '--quiet',
      '--year',
      '2011',
    ];
    expect((await call(argv, reading)).code).toBe(0);
    return readFileSync(join(out, 'manifest.json'), 'utf8');
  }

  function caseFolder(name: string): string {
    mkdirSync(join(folder, name, 'tables'), { recursive: true });
    writeFileSync(join(folder, name, 'case.yaml'), 'title: T\n');
    writeFileSync(join(folder, name, 'tables/outputs.csv'), 'abc');
    return join(folder, name, 'case.yaml');
  }

  it('names version, command, seed, and every input and file with its SHA-256, but no absolute path', async () => {
    const text = await manifestOf(caseFolder('one'), join(folder, 'out'));
    const manifest = JSON.parse(text);
    expect(manifest).toMatchObject({
      tandem: readVersion(),
      command: ['work', 'case.yaml', '--set', 'case=case.yaml', '--seed', '7', '--year', '2011'],
      seed: 7,
      inputs: [
        { file: 'case.yaml' },
        { file: 'tables/outputs.csv', sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' },
      ],
    });
    expect(manifest.files.map((each: { file: string }) => each.file)).toEqual(['work.txt', 'work.csv', 'work.json']);
    expect(text).not.toContain(folder);
  });

  it('is the same wherever the inputs lie and the result goes', async () => {
    const first = await manifestOf(caseFolder('one'), join(folder, 'out'));
    const second = await manifestOf(caseFolder('elsewhere'), join(folder, 'deeper/out'));
    expect(second).toBe(first);
  });
});

describe('An error', () => {
  function failing(error: unknown): Command[] {
    return [command({ run: async () => Promise.reject(error) })];
  }

  it('in the input shows every mistake on a line of its own, with exit code 2', async () => {
    const mistakes = [
      { file: 'case.yaml', line: 3, column: 1, message: 'unknown key "tabel"', hint: 'did you mean "table"?' },
      { file: 'outputs.csv', line: 12, column: 4, message: 'not a number: "1,5"' },
    ];
    const { code, stdout, stderr } = await call(['work', '--quiet'], failing(new MistakesError(mistakes)));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(
      'case.yaml:3:1  unknown key "tabel"  (did you mean "table"?)\noutputs.csv:12:4  not a number: "1,5"\n',
    );
  });

  it('of the program is one line with exit code 1, and its stack only with --debug', async () => {
    const plain = await call(['work'], failing(new Error('it broke')));
    expect(plain).toEqual({ code: 1, stdout: '', stderr: 'tandem: it broke\n' });
    const debug = await call(['work', '--debug'], failing(new Error('it broke')));
    expect(debug.code).toBe(1);
    expect(debug.stderr).toContain('shell.test.ts');
  });

  it('cannot steer the terminal with what a file says', async () => {
    const mistake = { file: 'case.yaml', line: 1, column: 1, message: 'unknown key "\u001b[2J"' };
    const { stderr } = await call(['work'], failing(new MistakesError([mistake])));
    expect(stderr).not.toContain('\u001b');
  });

  const sink = (code: string) => ({ write: () => Promise.reject(Object.assign(new Error(code), { code })) });
  const silent = { write: async () => {} };
  const surroundings = { stderr: silent, width: 100, colour: false, unfinished: new Set<() => void>() };

  it('is none where the reader of the output has read enough', async () => {
    expect(await runTool(['work'], { ...surroundings, stdout: sink('EPIPE') }, [command({})])).toBe(0);
  });

  it('is one where the output goes to a full disk', async () => {
    expect(await runTool(['work'], { ...surroundings, stdout: sink('ENOSPC') }, [command({})])).toBe(1);
  });
});
