import type { Command, CommandResult } from '../../cli/command.js';
import { runTool } from '../../cli/shell/run-tool.js';

/** What a call of the tool printed, and its exit code. */
export interface Call {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the tool within the test's process. */
export async function call(
  argv: readonly string[],
  commands?: readonly Command[],
  ask?: (question: string) => Promise<string>,
  width = 100,
): Promise<Call> {
  let stdout = '';
  let stderr = '';
  const code = await runTool(
    argv,
    {
      stdout: {
        async write(text) {
          stdout += text;
        },
      },
      stderr: {
        async write(text) {
          stderr += text;
        },
      },
      width,
      colour: false,
      unfinished: new Set(),
      ask: ask ?? null,
    },
    commands,
  );
  return { code, stdout, stderr };
}

/** A command with everything left out that a test does not care about. */
export function command(parts: Partial<Command>): Command {
  return {
    name: 'work',
    summary: 'Works',
    positionals: [],
    options: {},
    examples: [],
    run: async () => result({}),
    ...parts,
  };
}

/** A result of a few letters. */
export function result(parts: Partial<CommandResult>): CommandResult {
  return { text: () => 'text\n', csv: () => ['a\n', '1\n'], json: () => ({ a: 1 }), ...parts };
}
