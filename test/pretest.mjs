/**
 * What `npm test` does before the tests, at once where one does not wait for another: types, lint, and the build, whose compiler leaves types to the
 * check beside it. Each step prints what it has to say when it ends; all are run to their end, and any that fails fails all.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
/** The commands of a script of package.json. */
const commandsOf = (name) => scripts[name].split(' && ');

const STEPS = [
  commandsOf('typecheck'),
  commandsOf('lint'),
  commandsOf('build').map((command) => (command.startsWith('tsc ') ? `${command} --noCheck` : command)),
];

/** Runs a command in a shell; its exit code. */
function run(command) {
  return new Promise((resolve) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => said.push(bytes));
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(said));
      if (code !== 0) console.error(`failed: ${command}`);
      resolve(code);
    });
  });
}

const ends = await Promise.all(
  STEPS.map(async (commands) => {
    for (const command of commands) if ((await run(command)) !== 0) return false;
    return true;
  }),
);
if (ends.includes(false)) process.exitCode = 1;
