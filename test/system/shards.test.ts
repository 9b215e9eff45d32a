import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../source-files.js';
import { slurmMissing, startSlurm } from './one-node-slurm.js';

const MAIN = join(ROOT, 'dist/cli/main.js');
const STUDY = ['montecarlo', 'tutorial/baseline.yaml', 'tutorial/open-border.yaml', '--draws', '3000', '--all-draws'];
const PARTS = 4;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-shards-'));
  cpSync(join(ROOT, 'scenarios/tutorial'), join(folder, 'tutorial'), { recursive: true });
  tandem(...STUDY, '--out', 'whole');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function tandem(...argv: string[]): void {
  execFileSync(process.execPath, [MAIN, ...argv, '--quiet'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Names of a folder's files that differ from those of the study on one machine, and of those that only one of them has. */
function differing(dir: string): string[] {
  const names = new Set([...readdirSync(join(folder, dir)), ...readdirSync(join(folder, 'whole'))]);
  const bytes = (of: string, name: string) => {
    try {
      return readFileSync(join(folder, of, name), 'latin1');
    } catch {
      return null;
    }
  };
  return [...names].filter((name) => bytes(dir, name) !== bytes('whole', name));
}

/** Waits until a part has kept some draws, and kills its process. */
async function killPart(dir: string): Promise<void> {
  for (;;) {
    const kept = statSync(join(dir, '.tandem/study/draws.bin'), { throwIfNoEntry: false })?.size ?? 0;
    if (kept > 0) break;
    await wait(10);
  }
  process.kill(JSON.parse(readFileSync(join(dir, '.tandem/lock'), 'utf8')).process, 'SIGKILL');
}

function ended(child: ChildProcess): Promise<string | number | null> {
  return new Promise((resolve) => child.on('close', (code, signal) => resolve(signal ?? code)));
}

describe('A study in parts, one of them killed and done again, ends in the bytes of one machine', () => {
  it('by processes side by side', async () => {
    const start = (k: number, ...more: string[]) =>
      spawn(
        process.execPath,
        [MAIN, ...STUDY, '--shard', `${k}/${PARTS}`, '--out', `parts/${k}`, '--workers', '1', '--quiet', ...more],
        { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
      );
    const parts = Array.from({ length: PARTS }, (_, k) => ended(start(k)));
    await killPart(join(folder, 'parts/2'));
    expect(await Promise.all(parts)).toEqual([0, 0, 'SIGKILL', 0]);
    expect(await ended(start(2, '--resume'))).toBe(0);
    tandem('merge', ...[2, 0, 3, 1].map((k) => `parts/${k}`), '--out', 'merged');
    expect(differing('merged')).toEqual([]);
  });

  const missing = slurmMissing();
  if (missing !== null) console.info(`The test on Slurm is skipped: ${missing}`);
  it.skipIf(missing !== null)('by an array of tasks and a dependent job on Slurm', async () => {
    const slurm = await startSlurm(join(folder, 'slurm'));
    try {
      const script = (name: string) => join(ROOT, 'cli/deploy', name);
      const env = {
        ...slurm.env,
        TANDEM: `${process.execPath} ${MAIN}`,
        N: String(PARTS),
        PARTS: 'parts',
        RESULT: 'merged',
      };
      const shell = (file: string, ...args: string[]) =>
        execFileSync(file, args, { cwd: folder, env, encoding: 'utf8' }).trim();
      const [, array, merge] = /^parts (\d+), merge (\d+)$/.exec(shell('sh', script('slurm-submit.sh'), ...STUDY))!;
      const state = (job: string) =>
        [...slurm.command('scontrol', 'show', 'job', job).matchAll(/JobState=(\w+)/g)].map(([, each]) => each).sort();
      const end = async (job: string) => {
        while (state(job).some((each) => /PENDING|RUNNING|COMPLETING|CONFIGURING/.test(each!))) await wait(200);
        return state(job);
      };
      await killPart(join(folder, 'parts/2'));
      expect(await end(array!)).toEqual(['COMPLETED', 'COMPLETED', 'COMPLETED', 'FAILED']);
      // The merge waits for what never comes; the task alone is submitted again, with N as before.
      expect(readdirSync(folder)).not.toContain('merged');
      slurm.command('scancel', merge!);
      const again = shell('sbatch', '--parsable', '--array=2', script('slurm-part.sh'), ...STUDY);
      const last = shell('sbatch', '--parsable', `--dependency=afterok:${again}`, script('slurm-merge.sh'));
      expect([await end(again), await end(last)]).toEqual([['COMPLETED'], ['COMPLETED']]);
      expect(differing('merged')).toEqual([]);
    } finally {
      slurm.stop();
    }
  });
});
