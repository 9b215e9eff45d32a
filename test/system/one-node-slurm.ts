import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Slurm on this machine alone, in a folder of its own, without accounting. */
export interface OneNodeSlurm {
  /** Environment in which its commands find it. */
  readonly env: NodeJS.ProcessEnv;
  /** Runs one of its commands and gives what it prints. */
  command(name: string, ...args: string[]): string;
  stop(): void;
}

/** Says why Slurm cannot be started here; null where it can. */
export function slurmMissing(): string | null {
  if (process.getuid?.() !== 0) return 'its daemons are started as root here, and this is not root';
  const programs = ['slurmctld', 'slurmd', 'munged', 'sbatch'];
  const missing = programs.filter((name) => !works('sh', ['-c', `PATH=$PATH:/usr/sbin command -v ${name}`]));
  return missing.length === 0 ? null : `${missing.join(', ')} not installed (Debian: slurm-wlm and munge)`;
}

function works(file: string, args: readonly string[]): boolean {
  try {
    execFileSync(file, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Starts the daemons and waits until the node is idle. Throws Error where it does not become so. */
export async function startSlurm(folder: string): Promise<OneNodeSlurm> {
  for (const name of ['', 'state', 'spool']) mkdirSync(join(folder, name), { recursive: true, mode: 0o755 });
  const key = join(folder, 'munge.key');
  writeFileSync(key, randomBytes(128), { mode: 0o600 });
  const file = join(folder, 'slurm.conf');
  const [host = 'localhost'] = hostname().split('.');
  writeFileSync(file, configuration(folder, host));
  const env = { ...process.env, SLURM_CONF: file, PATH: `${process.env.PATH}:/usr/sbin` };
  const daemons: ChildProcess[] = [];
  const start = (name: string, ...args: string[]) => daemons.push(spawn(name, args, { env, stdio: 'ignore' }));
  const own = ['pid-file', 'log-file', 'seed-file'].map((name) => `--${name}=${join(folder, `munge.${name}`)}`);
  start('munged', '--foreground', '--force', `--socket=${join(folder, 'munge.socket')}`, `--key-file=${key}`, ...own);
  start('slurmctld', '-D');
  start('slurmd', '-D', '-N', host);
  const command = (name: string, ...args: string[]) =>
    execFileSync(name, args, { env, encoding: 'utf8', stdio: 'pipe' });
  const stop = () => {
    for (const each of daemons.reverse()) each.kill('SIGKILL');
  };
  for (let tried = 0; tried < 120; tried++) {
    await wait(500);
    try {
      if (command('sinfo', '--noheader', '--format=%t').trim() === 'idle') return { env, command, stop };
    } catch {
      // The daemon does not answer yet.
    }
  }
  stop();
  throw new Error('Slurm did not become ready within a minute');
}

function configuration(folder: string, host: string): string {
  return `ClusterName=one
SlurmctldHost=${host}(127.0.0.1)
SlurmUser=root
SlurmdUser=root
SlurmctldPort=16817
SlurmdPort=16818
AuthType=auth/munge
AuthInfo=socket=${join(folder, 'munge.socket')}
StateSaveLocation=${join(folder, 'state')}
SlurmdSpoolDir=${join(folder, 'spool')}
SlurmctldPidFile=${join(folder, 'slurmctld.pid')}
SlurmdPidFile=${join(folder, 'slurmd.pid')}
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdParameters=config_overrides
NodeName=${host} NodeAddr=127.0.0.1 CPUs=2 RealMemory=16000
PartitionName=all Nodes=${host} Default=YES MaxTime=INFINITE
`;
}
