/**
 * Compares two built checkouts: runs every command of the tool over the bundled files in both, and lists what differs in exit code, stdout,
 * stderr and written files. A change that is not meant to change behaviour shows no difference.
 *
 *     npm run compare-checkouts -- ../older                     byte for byte
 *     npm run compare-checkouts -- ../older --tolerance 1e-9    numbers may differ by that
 *     npm run compare-checkouts -- ../older --only run,compare  only these commands
 *     npm run compare-checkouts -- ../older --own               each over its own scenarios; else both over those of ../older
 *
 * Version numbers and lines of progress are left out. Exits with 1 where something differs. Takes two minutes on two idle cores.
 */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { commandsOver } from './commands.mjs';
import { difference } from './differences.mjs';

const HERE = fileURLToPath(new URL('../..', import.meta.url));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { tolerance: { type: 'string', default: '0' }, only: { type: 'string' }, own: { type: 'boolean' } },
});
const tolerance = Number(values.tolerance);
if (positionals.length !== 1 || !(tolerance >= 0)) {
  process.stderr.write('npm run compare-checkouts -- OTHER [--tolerance 1e-9] [--only run,compare] [--own]\n');
  process.exit(2);
}
const other = resolve(positionals[0]);
const only = values.only?.split(',');

/** A checkout with a working folder of its own, in which the bundled scenarios lie. */
function prepare(checkout, scenarios) {
  const main = join(checkout, 'dist/cli/main.js');
  if (!existsSync(main)) {
    process.stderr.write(`${main} is missing: npm run build there\n`);
    process.exit(2);
  }
  const folder = mkdtempSync(join(tmpdir(), 'tandem-checkout-'));
  cpSync(join(scenarios, 'scenarios'), join(folder, 'scenarios'), { recursive: true });
  const { version } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8'));
  return { main, folder, version, commands: commandsOver(folder) };
}

function run({ main, folder }, argv) {
  return new Promise((done) => {
    const options = { cwd: folder, encoding: 'buffer', maxBuffer: 2 ** 30, env: { ...process.env, COLUMNS: '100' } };
    execFile(process.execPath, [main, ...argv], options, (error, stdout, stderr) => {
      done({ code: Buffer.from(String(error?.code ?? 0)), stdout, stderr });
    });
  });
}

/** An output without what changes from one run or one release to the next. */
function comparable(bytes, version) {
  if (bytes.includes(0)) return bytes;
  const text = bytes.toString('utf8').replaceAll(version, 'VERSION');
  return Buffer.from(text.replace(/^[\d,]+ of [\d,]+ (draws|points), .*\n/gm, ''));
}

/** Everything that the commands printed and wrote, by a name that says where it comes from. */
async function outputsOf(checkout) {
  const outputs = new Map();
  const keep = (name, bytes) => outputs.set(name, comparable(bytes, checkout.version));
  // Others read the cases that `new` makes.
  for (const argv of checkout.commands.filter(([name]) => name === 'new' || (only?.includes(name) ?? true))) {
    const command = `tandem ${argv.join(' ')}`;
    for (const [stream, bytes] of Object.entries(await run(checkout, argv))) keep(`${command} | ${stream}`, bytes);
  }
  for (const entry of readdirSync(checkout.folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = relative(checkout.folder, path);
    if (!name.startsWith('scenarios/')) keep(name, readFileSync(path));
  }
  rmSync(checkout.folder, { recursive: true });
  return outputs;
}

// An earlier version may not know keys that later files use, so both run over the other's files.
const sides = [prepare(other, other), prepare(HERE, values.own === true ? HERE : other)];
const [first, second] = await Promise.all(sides.map(outputsOf));
const names = [...new Set([...first.keys(), ...second.keys()])].sort();
let differences = 0;
for (const name of names) {
  const found = difference(first.get(name), second.get(name), tolerance);
  if (found === null) continue;
  differences++;
  process.stdout.write(`${name}: ${found}\n`);
}
process.stdout.write(`${names.length} outputs compared, ${differences} of them differ\n`);
process.exit(differences === 0 ? 0 : 1);
