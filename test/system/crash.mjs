/**
 * Kills studies at random moments until they end, and lets two processes write in one folder; every result must have the bytes of a study that nobody
 * disturbed. `node test/system/crash.mjs [kills] [pairs]` after `npm run build`; prints what it found and exits 1 where a byte differs.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(fileURLToPath(import.meta.url), '../../..');
const MAIN = join(ROOT, 'dist/cli/main.js');
const FUTURES = ['baseline.yaml', 'open-border.yaml'].map((name) => join(ROOT, 'scenarios/tutorial', name));
const STUDIES = {
  montecarlo: ['montecarlo', ...FUTURES, '--draws', '400', '--all-draws'],
  sensitivity: ['sensitivity', ...FUTURES, '--samples', '48'],
  optimise: ['optimise', FUTURES[1], '--evaluations', '1600', '--draws', '40', '--fresh', '200'],
};

/** Starts the tool on a study and a folder; `delay` milliseconds later it is killed. */
function start(study, out, { resume = true, delay = null, workers = 1 } = {}) {
  const argv = [MAIN, ...STUDIES[study], '--quiet', '--out', out, '--workers', String(workers)];
  const child = spawn(process.execPath, [...argv, ...(resume ? ['--resume'] : [])], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  const timer = delay === null ? undefined : setTimeout(() => child.kill('SIGKILL'), delay);
  return new Promise((resolve) =>
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal, stderr });
    }),
  );
}

/** Hash of every file of a folder, hidden ones too. */
function bytesOf(dir) {
  const names = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  const hashes = names.map((each) => {
    const path = join(each.parentPath, each.name);
    return `${path.slice(dir.length)} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`;
  });
  return hashes.sort().join('\n');
}

/** The study undisturbed: its bytes, and how long it takes in milliseconds. */
async function reference(study, folder) {
  const out = join(folder, `${study}-whole`);
  const began = performance.now();
  const { code, stderr } = await start(study, out, { resume: false });
  if (code !== 0) throw new Error(`${study} failed: ${stderr}`);
  return { bytes: bytesOf(out), time: performance.now() - began };
}

/**
 * Kills a study at random moments so often, letting it go on each time; a study that ends is compared and begun anew.
 *
 * @returns how often it was killed, and what went wrong
 */
export async function killOften(study, kills, folder) {
  const { bytes, time } = await reference(study, folder);
  const found = { study, kills: 0, ended: 0, wrong: [] };
  const out = join(folder, study);
  while (found.kills < kills) {
    const { code, signal, stderr } = await start(study, out, {
      delay: Math.random() * time * 1.3,
      workers: 1 + (found.kills % 2),
    });
    if (signal === 'SIGKILL') found.kills += 1;
    else if (code !== 0) found.wrong.push(`exit ${code}: ${stderr}`);
    if (signal === 'SIGKILL') continue;
    found.ended += 1;
    if (code === 0 && bytesOf(out) !== bytes) found.wrong.push('other bytes');
    rmSync(out, { recursive: true, force: true });
  }
  const { code, stderr } = await start(study, out);
  if (code !== 0) found.wrong.push(`exit ${code}: ${stderr}`);
  else if (bytesOf(out) !== bytes) found.wrong.push('other bytes');
  rmSync(out, { recursive: true, force: true });
  return found;
}

/** Starts two processes in one folder, the second at a random moment of the first, so often. */
export async function twoAtOnce(study, pairs, folder) {
  const { bytes, time } = await reference(study, folder);
  const found = { study, pairs: 0, refused: 0, wrong: [] };
  for (; found.pairs < pairs; found.pairs++) {
    const out = join(folder, `${study}-pair`);
    const resume = Math.random() < 0.5;
    const first = start(study, out, { resume });
    await new Promise((resolve) => setTimeout(resolve, Math.random() * time * 1.2));
    const both = await Promise.all([first, start(study, out, { resume })]);
    const refused = both.filter(({ code }) => code === 2);
    if (both.every(({ code }) => code !== 0))
      found.wrong.push(`neither ended: ${both.map(({ stderr }) => stderr).join(' | ')}`);
    for (const { code, stderr } of both)
      if (
        code !== 0 &&
        !/^tandem: --out \S+: another tandem (?:is writing here \(process \d+\)|has written here meanwhile)\n$/.test(
          stderr,
        )
      )
        found.wrong.push(`exit ${code}: ${stderr}`);
    found.refused += refused.length;
    if (bytesOf(out) !== bytes) found.wrong.push('other bytes');
    rmSync(out, { recursive: true, force: true });
  }
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [kills = 200, pairs = 50] = process.argv.slice(2).map(Number);
  const folder = mkdtempSync(join(tmpdir(), 'tandem-crash-'));
  try {
    const results = [];
    for (const study of Object.keys(STUDIES)) {
      results.push(await killOften(study, kills / 2, folder), await twoAtOnce(study, pairs / 2, folder));
      console.info(JSON.stringify(results.slice(-2)));
    }
    process.exitCode = results.every(({ wrong }) => wrong.length === 0) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
