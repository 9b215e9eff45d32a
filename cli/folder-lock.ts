import { randomUUID } from 'node:crypto';
import * as disk from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { errorCode, usageError } from './errors.js';

/** The folder inside a result's folder that holds what is unfinished: the lock, the log of a study, files not yet in their places. */
export const WORK_FOLDER = '.tandem';

const LOCK = 'lock';
const CLAIM = 'claim-';
/** File that tells a work folder from a folder of the user's with the same name, and people what it is. */
const MARK = 'README.txt';
const MARK_TEXT = 'Unfinished work of tandem. --resume goes on with it; any other call with this --out replaces it.\n';

/** Milliseconds without a sign of life after which a lock held on another machine counts as abandoned. */
const SILENCE = 15 * 60_000;
/** Milliseconds after which a lock without content was left by a process that ended while it wrote it. */
const TORN = 10_000;
/** Milliseconds between two signs of life. */
const SIGN_EVERY = 60_000;
/** Times that taking a lock is begun anew where another process changes the folder at the same moment. */
const TRIES = 5;

/** The exclusive right to write in a folder, held by one process at a time on any machine that shares the folder. */
export interface FolderLock {
  /** The folder as the user names it. */
  readonly dir: string;
  /** The folder as an absolute path. */
  readonly folder: string;
  /**
   * Checks that the lock is still held, and gives a sign of life.
   *
   * @throws Error where another process has taken it over
   */
  confirm(): void;
  /** Gives the folder back, removing whatever of it was made for the lock alone. Does nothing the second time. */
  release(): void;
}

/** The process that holds a lock. */
interface Holder {
  readonly id: string;
  readonly process: number;
  /** Time at which the process started, as the system counts; empty where it does not say. */
  readonly started: string;
  readonly host: string;
  /** Identity of the run of the operating system since it was last started; empty where unknown. */
  readonly boot: string;
  /** Identity of the space in which process numbers count, as of a container; empty where unknown. */
  readonly namespace: string;
}

/**
 * Takes the exclusive right to write in a folder, which is made where it does not exist. A lock whose process has ended is taken over: one of this
 * machine at once, one of another machine (whose processes cannot be seen) after a quarter of an hour without a sign of life.
 *
 * @throws a usage error (exit 2) where another process holds it, and the system's error where the folder cannot be written to
 */
export function lockFolder(dir: string, option = 'out'): FolderLock {
  const folder = resolve(dir);
  const work = join(folder, WORK_FOLDER);
  const path = join(work, LOCK);
  const self = thisProcess();
  let made: string | undefined;
  for (let tried = 1; ; tried++) {
    try {
      made = disk.mkdirSync(folder, { recursive: true }) ?? made;
      if (!disk.existsSync(work)) disk.mkdirSync(work);
      else if (!isOwnWorkFolder(work)) throw foreignWorkFolder(dir, option);
      disk.writeFileSync(path, JSON.stringify(self), { flag: 'wx' });
      break;
    } catch (error) {
      const code = errorCode(error);
      const contended = (code === 'EEXIST' || code === 'ENOENT') && isFolder(folder);
      if (!contended || tried === TRIES) throw error;
      if (!removeAbandoned(path)) throw occupied(dir, option, path);
    }
  }
  disk.writeFileSync(join(work, MARK), MARK_TEXT);
  return heldLock(dir, folder, made, self.id);
}

function heldLock(dir: string, folder: string, made: string | undefined, id: string): FolderLock {
  const work = join(folder, WORK_FOLDER);
  const path = join(work, LOCK);
  let released = false;
  let signed = Date.now();
  const held = (): boolean => readHolder(path)?.id === id;
  return {
    dir,
    folder,
    confirm() {
      if (!held()) throw new Error(`${dir}: another tandem has taken over this folder; nothing more is written to it`);
      if (Date.now() - signed < SIGN_EVERY) return;
      signed = Date.now();
      disk.utimesSync(path, signed / 1000, signed / 1000);
    },
    release() {
      if (released) return;
      released = true;
      if (!held()) return;
      // The lock goes last: until then nobody else touches what lies beside it.
      const others = disk.readdirSync(work).filter((name) => name !== LOCK && name !== MARK && !name.startsWith(CLAIM));
      if (others.length === 0) disk.rmSync(join(work, MARK), { force: true });
      disk.unlinkSync(path);
      removeEmptyFolders(work, made ?? work);
    },
  };
}

/**
 * Tells that another process writes in a folder at this moment, without taking the lock.
 *
 * @throws a usage error where a process that still runs holds the folder
 */
export function refuseOccupied(dir: string, option: string): void {
  const path = join(resolve(dir), WORK_FOLDER, LOCK);
  let holder: ReturnType<typeof readHolder>;
  try {
    holder = readHolder(path);
  } catch {
    // A path that cannot be is told of by whoever writes to it.
    return;
  }
  if (holder !== null && isAlive(holder)) throw occupied(dir, option, path);
}

/** True for a folder named as the work folder that tandem made, not the user: it is empty, bears the mark, or holds nothing but locks. */
export function isOwnWorkFolder(work: string): boolean {
  const names = ifThere(() => disk.readdirSync(work)) ?? [];
  if (names.every((name) => name === LOCK || name.startsWith(CLAIM))) return true;
  // The mark may go at this moment, with the lock that its process gives back.
  return (
    names.includes(MARK) && (ifThere(() => disk.readFileSync(join(work, MARK), 'utf8')) ?? MARK_TEXT) === MARK_TEXT
  );
}

/** Removes everything unfinished from a work folder but the lock that is held on it. */
export function clearWorkFolder({ folder }: FolderLock): void {
  const work = join(folder, WORK_FOLDER);
  for (const name of disk.readdirSync(work)) {
    if (name !== LOCK && name !== MARK) disk.rmSync(join(work, name), { recursive: true, force: true });
  }
}

/** Takes back empty folders, from a deepest to a topmost one. */
export function removeEmptyFolders(deepest: string, topmost: string): void {
  for (let folder = deepest; folder.startsWith(topmost); folder = dirname(folder)) {
    try {
      disk.rmdirSync(folder);
    } catch {
      return;
    }
  }
}

function foreignWorkFolder(dir: string, option: string): Error {
  const where = option === '' ? dir : `--${option} ${dir}`;
  return usageError(`${where}: holds a folder ${WORK_FOLDER} that is not of tandem`, 'Name another folder.');
}

function occupied(dir: string, option: string, path: string): Error {
  const holder = readHolder(path);
  const here = holder?.host === hostname();
  const who =
    holder === null || holder.process === 0 ? '' : ` (process ${holder.process}${here ? '' : ` on ${holder.host}`})`;
  const message = `${option === '' ? '' : `--${option} `}${dir}: another tandem is writing here${who}`;
  return here ? usageError(message) : usageError(message, `If it has ended, delete ${path}.`);
}

/**
 * Removes a lock whose process has ended. Only one process may do so at a time, lest one of them remove the lock that another has just taken: the
 * one that holds the claim to it, which is a lock of the same kind.
 *
 * @returns false where its process still runs, or another process is removing it
 */
function removeAbandoned(path: string): boolean {
  const holder = readHolder(path);
  if (holder === null) return true;
  if (isAlive(holder)) return false;
  const claim = join(dirname(path), `${CLAIM}${holder.id}`);
  try {
    disk.writeFileSync(claim, JSON.stringify(thisProcess()), { flag: 'wx' });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    return removeAbandoned(claim) && removeAbandoned(path);
  }
  try {
    if (readHolder(path)?.id === holder.id) disk.unlinkSync(path);
  } finally {
    disk.unlinkSync(claim);
  }
  return true;
}

/** The holder of a lock with the time of its last sign of life, or null where there is no lock. */
function readHolder(path: string): (Holder & { readonly signed: number }) | null {
  const facts = ifThere(() => disk.statSync(path));
  const text = ifThere(() => disk.readFileSync(path, 'utf8'));
  if (facts === null || text === null) return null;
  const holder = parseHolder(text);
  if (holder !== null) return { ...holder, signed: facts.mtimeMs };
  const id = `torn-${facts.ino}-${Math.round(facts.mtimeMs)}`;
  return { id, process: 0, started: '', host: hostname(), boot: '', namespace: '', signed: facts.mtimeMs };
}

/** The holder that a lock names, or null where it holds anything else: nothing, where the process ended while it wrote it. */
function parseHolder(text: string): Holder | null {
  try {
    const holder = JSON.parse(text) as Holder;
    const { id, started, host, boot, namespace } = holder;
    const whole = [id, started, host, boot, namespace].every((part) => typeof part === 'string');
    // The id becomes part of a file's name.
    return whole && /^[0-9a-f-]{36}$/.test(id) && Number.isInteger(holder.process) && holder.process > 0
      ? holder
      : null;
  } catch {
    return null;
  }
}

function isAlive(holder: Holder & { readonly signed: number }): boolean {
  const silent = Date.now() - holder.signed;
  if (holder.process === 0) return silent < TORN;
  const self = thisProcess();
  const elsewhere = holder.host !== self.host || (holder.boot === self.boot && holder.namespace !== self.namespace);
  if (elsewhere) return silent < SILENCE;
  // The machine was started again since.
  if (holder.boot !== self.boot) return false;
  const started = startOf(holder.process);
  return started !== null && (started === '' || started === holder.started);
}

function thisProcess(): Holder {
  return {
    id: randomUUID(),
    process: process.pid,
    started: startOf(process.pid) ?? '',
    host: hostname(),
    boot: systemText(() => disk.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    namespace: systemText(() => disk.readlinkSync('/proc/self/ns/pid')),
  };
}

/** Time at which a process of this machine started, as the system counts; empty where the system does not say, null where there is none or it has ended. */
function startOf(pid: number): string | null {
  const facts = systemText(() => disk.readFileSync(`/proc/${pid}/stat`, 'utf8'));
  if (facts !== '') {
    // The name, in brackets, may hold anything; then come the state and, as the 20th field from there, the start.
    const fields = facts.slice(facts.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? null : fields[19]!;
  }
  try {
    process.kill(pid, 0);
    return '';
  } catch (error) {
    return errorCode(error) === 'EPERM' ? '' : null;
  }
}

/** The content or the names of a file or folder, or null where it is not there. */
function ifThere<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** The text of a file of the system, or nothing on a system without it. */
function systemText(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}

function isFolder(path: string): boolean {
  return disk.statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
