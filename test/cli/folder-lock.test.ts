import { spawnSync } from 'node:child_process';
import * as disk from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isUsageError } from '../../cli/errors.js';
import { lockFolder } from '../../cli/folder-lock.js';
import { checkOutputFolder, writeResult } from '../../cli/output/output-folder.js';

const FACTS = { tandem: '0.1.0', command: ['run'], seed: null, inputs: [] };

let folder: string;
let out: string;
let path: string;
beforeEach(() => {
  folder = disk.mkdtempSync(join(tmpdir(), 'tandem-test-'));
  out = join(folder, 'out');
  path = join(out, '.tandem/lock');
});
afterEach(() => disk.rmSync(folder, { recursive: true, force: true }));

/** The lock of a process that holds it now, changed in some parts. */
function plant(parts: object): void {
  lockFolder(out);
  disk.writeFileSync(path, JSON.stringify({ ...JSON.parse(disk.readFileSync(path, 'utf8')), ...parts }));
}

/** Lets the last sign of life of a lock lie so many minutes back. */
function age(minutes: number): void {
  const then = Date.now() / 1000 - minutes * 60;
  disk.utimesSync(path, then, then);
}

/** A process number that no process has. */
function endedProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

describe('The lock on a folder', () => {
  it('is held once, and leaves nothing when it is given back', () => {
    const lock = lockFolder(join(out, 'deep'));
    expect(() => lockFolder(join(out, 'deep'))).toThrow(/another tandem is writing here \(process \d+\)$/);
    lock.confirm();
    lock.release();
    lock.release();
    expect(disk.readdirSync(folder)).toEqual([]);
    lockFolder(join(out, 'deep')).release();
  });

  it('refuses whoever else would write, as wrong usage, before and when they write', () => {
    const lock = lockFolder(out);
    for (const write of [() => checkOutputFolder(out), () => writeResult(out, new Map([['a.csv', 'x']]), FACTS)]) {
      expect(write).toThrow(/another tandem is writing here/);
      try {
        write();
      } catch (error) {
        expect(isUsageError(error)).toBe(true);
      }
    }
    expect(disk.readdirSync(out)).toEqual(['.tandem']);
    writeResult(out, new Map([['a.csv', 'x']]), FACTS, { lock });
    lock.release();
    expect(disk.readdirSync(out).sort()).toEqual(['a.csv', 'manifest.json']);
  });

  it('is taken over at once where its process has ended', () => {
    plant({ process: endedProcess() });
    const lock = lockFolder(out);
    lock.confirm();
    expect(disk.readdirSync(join(out, '.tandem')).sort()).toEqual(['README.txt', 'lock']);
  });

  it('is not taken for held because another process has got the number of the one that held it', () => {
    plant({ started: '1' });
    lockFolder(out).release();
    plant({ boot: 'before the power failed' });
    lockFolder(out).release();
  });

  it('of another machine is respected until it has been silent for long, and says what to do', () => {
    plant({ host: 'elsewhere', process: endedProcess() });
    age(14);
    expect(() => lockFolder(out)).toThrow(
      new RegExp(`another tandem is writing here \\(process \\d+ on elsewhere\\)\\nIf it has ended, delete ${path}\\.`),
    );
    age(16);
    lockFolder(out).release();
  });

  it('of a container on this machine, whose processes cannot be seen, is respected likewise', () => {
    plant({ namespace: 'pid:[1]', process: endedProcess() });
    expect(() => lockFolder(out)).toThrow(/another tandem is writing here/);
    age(16);
    lockFolder(out).release();
  });

  it('gives signs of life, so that a long study keeps it', () => {
    const lock = lockFolder(out);
    age(20);
    lock.confirm();
    // Within a minute of the last sign no other is given.
    expect(Date.now() - disk.statSync(path).mtimeMs).toBeGreaterThan(60_000);
    const now = Date.now;
    try {
      Date.now = () => now() + 61_000;
      lock.confirm();
    } finally {
      Date.now = now;
    }
    expect(now() - disk.statSync(path).mtimeMs).toBeLessThan(0);
  });

  it('that was being written when its process ended is taken over after a while', () => {
    for (const torn of ['', '{"id":"', 'null', '{}', '{"id":"../../../x","process":1}']) {
      plant({});
      disk.writeFileSync(path, torn);
      expect(() => lockFolder(out)).toThrow(/another tandem is writing here/);
      age(1);
      lockFolder(out).release();
    }
    expect(disk.readdirSync(folder, { recursive: true })).toEqual(['out']);
  });

  it('is taken over although a process was killed while it took it over', () => {
    plant({ process: endedProcess() });
    const { id } = JSON.parse(disk.readFileSync(path, 'utf8'));
    const claim = join(out, `.tandem/claim-${id}`);
    disk.copyFileSync(path, claim);
    disk.writeFileSync(claim, disk.readFileSync(path, 'utf8').replace(id, '00000000-0000-0000-0000-000000000000'));
    const lock = lockFolder(out);
    expect(disk.readdirSync(join(out, '.tandem')).sort()).toEqual(['README.txt', 'lock']);
    lock.release();
  });

  it('is left alone while another process takes it over', () => {
    plant({ process: endedProcess() });
    const { id } = JSON.parse(disk.readFileSync(path, 'utf8'));
    const self = lockFolder(join(folder, 'other'));
    disk.copyFileSync(join(folder, 'other/.tandem/lock'), join(out, `.tandem/claim-${id}`));
    expect(() => lockFolder(out)).toThrow(/another tandem is writing here/);
    expect(JSON.parse(disk.readFileSync(path, 'utf8')).id).toBe(id);
    self.release();
  });

  it('names this machine in no message about it', () => {
    const lock = lockFolder(out);
    expect(() => lockFolder(out)).not.toThrow(hostname());
    lock.release();
  });
});
