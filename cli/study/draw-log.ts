import * as disk from 'node:fs';
import { endianness } from 'node:os';
import { join, resolve } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Batch, BatchRange } from '../../engine/montecarlo/draws/batch.js';
import { errorCode, reason, usageError } from '../errors.js';
import { type FolderLock, WORK_FOLDER } from '../folder-lock.js';

/** The hidden part of a result's folder in which a study keeps its batches until it is done. */
export const STUDY_FOLDER = join(WORK_FOLDER, 'study');

const FACTS = 'study.json';
const DRAWS = 'draws.bin';
/** First four bytes of a record: "tdb1". */
const MARK = 0x31626474;
/** Bytes of a record before its rows: mark, check sum of all that follows, number of the first row (8), rows, bytes of failures. */
const HEADER = 24;

/** Identity of the rows in a log: numbered draws of a study, points of a design, whatever a job yields. */
export interface LogFacts {
  /** Version of the engine that computes the rows. */
  readonly version: string;
  /** Hash of everything else that decides the numbers. */
  readonly study: string;
  /** Rows in all, of which a log holds any part. */
  readonly rows: number;
  /** Numbers in a row. */
  readonly width: number;
}

/** Batches of rows on the disk, so that a study can go on after whatever ended it. */
export interface DrawLog {
  /** Batches that were there when the log was opened, whole and right. */
  earlier(): Generator<Batch>;
  readonly earlierDraws: number;
  append(batch: Batch): void;
  /** Rows of all draws in their order, batch by batch. */
  ordered(): Generator<Batch>;
  close(): void;
}

/** Rows that another call has kept in a folder, to be read only. */
export interface KeptRows {
  /** Rows of the whole records, in their order. */
  readonly ranges: readonly BatchRange[];
  /** Place in the file of the first record that is not whole, where one is: neither it nor what follows is taken. */
  readonly torn: number | null;
  batches(): Generator<Batch>;
  close(): void;
}

/** Bytes of an unfinished study in a folder; 0 where there is none. */
export function unfinishedBytes(dir: string): number {
  return disk.statSync(join(resolve(dir), STUDY_FOLDER, DRAWS), { throwIfNoEntry: false })?.size ?? 0;
}

/**
 * Opens the log of a study in the hidden part of a result's folder: an append-only file of batches, each with a check sum. A torn
 * record at its end, as a kill leaves it, is cut off and its rows are done again.
 *
 * @param lock the right to write in the folder, confirmed before every record
 * @param resume true to go on with what is there; else it is thrown away
 * @throws a usage error where rows of another study or version are to be gone on with, or where the log holds rows twice
 */
export function openDrawLog(lock: FolderLock, facts: LogFacts, resume: boolean): DrawLog {
  const { dir } = lock;
  const descriptor = openFile(lock, facts, resume);
  const places = scan(descriptor, facts);
  let end = endOf(places);
  try {
    refuseOverlap(dir, places);
    disk.ftruncateSync(descriptor, end);
  } catch (error) {
    disk.closeSync(descriptor);
    throw error;
  }
  const earlier = [...places];
  const read = (place: Place): Batch => readBatch(descriptor, place, facts, dir);
  return {
    earlierDraws: earlier.reduce((sum, { count }) => sum + count, 0),
    *earlier() {
      for (const place of earlier) yield read(place);
    },
    append(batch) {
      lock.confirm();
      const bytes = encode(batch);
      try {
        for (let start = 0; start < bytes.length; ) {
          start += disk.writeSync(descriptor, bytes, start, bytes.length - start, end + start);
        }
      } catch (error) {
        throw cannotKeep(dir, error);
      }
      places.push({ at: end, bytes: bytes.length, from: batch.from, count: batch.count });
      end += bytes.length;
    },
    *ordered() {
      for (const place of inOrder(places)) yield read(place);
    },
    close: () => disk.closeSync(descriptor),
  };
}

/**
 * Opens what another call has kept in a folder, changing nothing there.
 *
 * @throws a usage error where it holds rows twice, and Error where it cannot be read
 */
export function readKeptRows(dir: string, facts: LogFacts): KeptRows {
  let descriptor: number;
  try {
    descriptor = disk.openSync(join(resolve(dir), STUDY_FOLDER, DRAWS), 'r');
  } catch (error) {
    throw new Error(`cannot read the draws in ${dir}: ${reason(error)}`, { cause: error });
  }
  const places = scan(descriptor, facts);
  const twice = rowsTwice(places);
  const end = endOf(places);
  const torn = disk.fstatSync(descriptor).size > end ? end : null;
  if (twice !== null) {
    disk.closeSync(descriptor);
    throw usageError(`${dir} holds draws ${twice} twice`, 'Compute this part anew, without --resume.');
  }
  return {
    ranges: inOrder(places).map(({ from, count }) => ({ from, count })),
    torn,
    *batches() {
      for (const place of inOrder(places)) yield readBatch(descriptor, place, facts, dir);
    },
    close: () => disk.closeSync(descriptor),
  };
}

/** The identity of the rows that a folder keeps; null where it keeps none, or nothing that can be read. */
export function readLogFacts(dir: string): LogFacts | null {
  const facts = readFacts(join(resolve(dir), STUDY_FOLDER));
  if (typeof facts !== 'object' || facts === null || facts.endianness !== endianness()) return null;
  const counts = Number.isSafeInteger(facts.rows) && Number.isSafeInteger(facts.width);
  return counts && typeof facts.version === 'string' && typeof facts.study === 'string' ? facts : null;
}

/** Opens the file of records, of an earlier call where it is to be gone on with, else an empty one. */
function openFile(lock: FolderLock, facts: LogFacts, resume: boolean): number {
  const folder = join(lock.folder, STUDY_FOLDER);
  const own = { ...facts, endianness: endianness() };
  try {
    const known = resume ? readFacts(folder) : null;
    if (known !== null) refuseOther(lock.dir, known, own);
    else {
      disk.rmSync(folder, { recursive: true, force: true });
      disk.mkdirSync(folder, { recursive: true });
      // The facts come whole and last: a folder without them is no study.
      disk.writeFileSync(join(folder, DRAWS), '');
      disk.writeFileSync(join(folder, `${FACTS}.new`), JSON.stringify(own));
      disk.renameSync(join(folder, `${FACTS}.new`), join(folder, FACTS));
    }
    return disk.openSync(join(folder, DRAWS), 'r+');
  } catch (error) {
    throw errorCode(error) === undefined ? error : cannotKeep(lock.dir, error);
  }
}

function refuseOther(dir: string, known: KnownFacts, own: KnownFacts): void {
  if (known.version !== own.version) {
    throw usageError(
      `--resume: ${dir} holds an unfinished study of tandem ${known.version}, and this is ${own.version}`,
      'Finish it with that version, or start anew without --resume.',
    );
  }
  const keys = ['study', 'rows', 'width', 'endianness'] as const;
  if (keys.some((key) => known[key] !== own[key])) {
    throw usageError(
      `--resume: ${dir} holds an unfinished study of other inputs or options`,
      'Repeat them as they were, or start anew without --resume.',
    );
  }
}

/** Refuses a log in which rows stand twice: it was not written by one process after the other, and nothing in it can be trusted. */
function refuseOverlap(dir: string, places: readonly Place[]): void {
  const twice = rowsTwice(places);
  if (twice === null) return;
  throw usageError(
    `--resume: the unfinished study in ${dir} holds draws ${twice} twice`,
    'Start anew without --resume.',
  );
}

/** Rows that stand in two records, in words; null where there are none. */
function rowsTwice(places: readonly Place[]): string | null {
  let next = 0;
  for (const { from, count } of inOrder(places)) {
    if (from < next) return `${from} to ${Math.min(next, from + count) - 1}`;
    next = from + count;
  }
  return null;
}

function cannotKeep(dir: string, error: unknown): Error {
  return new Error(`cannot keep the draws in ${dir}: ${reason(error)}`, { cause: error });
}

/** A record of the file: its offset and bytes, and the rows it holds. */
interface Place {
  readonly at: number;
  readonly bytes: number;
  readonly from: number;
  readonly count: number;
}

/** Byte after the last of the whole records. */
function endOf(places: readonly Place[]): number {
  const last = places.at(-1);
  return last === undefined ? 0 : last.at + last.bytes;
}

function inOrder(places: readonly Place[]): Place[] {
  return [...places].sort((a, b) => a.from - b.from);
}

type KnownFacts = LogFacts & { readonly endianness: string };

function readFacts(folder: string): KnownFacts | null {
  try {
    return JSON.parse(disk.readFileSync(join(folder, FACTS), 'utf8'));
  } catch {
    return null;
  }
}

/** Finds the whole records from the start; whatever follows the first that is not is lost. */
function scan(descriptor: number, facts: LogFacts): Place[] {
  const places: Place[] = [];
  const { size } = disk.fstatSync(descriptor);
  const header = Buffer.alloc(HEADER);
  for (let at = 0; at + HEADER <= size; ) {
    disk.readSync(descriptor, header, 0, HEADER, at);
    const from = header.readDoubleLE(8);
    const count = header.readUInt32LE(16);
    const bytes = HEADER + count * facts.width * 8 + header.readUInt32LE(20);
    const possible = Number.isInteger(from) && from >= 0 && count > 0 && from + count <= facts.rows;
    if (!possible || at + bytes > size) break;
    const place = { at, bytes, from, count };
    if (readRecord(descriptor, place) === null) break;
    places.push(place);
    at += bytes;
  }
  return places;
}

/** The bytes of a record, or null where they are not as they were written. */
function readRecord(descriptor: number, { at, bytes, from, count }: Place): Buffer | null {
  const record = Buffer.alloc(bytes);
  if (disk.readSync(descriptor, record, 0, bytes, at) !== bytes) return null;
  const same = record.readDoubleLE(8) === from && record.readUInt32LE(16) === count;
  const whole = record.readUInt32LE(0) === MARK && record.readUInt32LE(4) === crc32(record.subarray(8));
  return same && whole ? record : null;
}

function encode(batch: Batch): Buffer {
  const rows = Buffer.from(batch.rows.buffer, batch.rows.byteOffset, batch.rows.byteLength);
  const failures = batch.failures.length === 0 ? Buffer.alloc(0) : Buffer.from(JSON.stringify(batch.failures));
  const record = Buffer.concat([Buffer.alloc(HEADER), rows, failures]);
  record.writeUInt32LE(MARK, 0);
  record.writeDoubleLE(batch.from, 8);
  record.writeUInt32LE(batch.count, 16);
  record.writeUInt32LE(failures.length, 20);
  record.writeUInt32LE(crc32(record.subarray(8)), 4);
  return record;
}

/** Reads a record back. Throws where it has changed since it was written: a result must not be made of it. */
function readBatch(descriptor: number, place: Place, { width }: LogFacts, dir: string): Batch {
  const record = readRecord(descriptor, place);
  if (record === null) throw new Error(`the draws kept in ${dir} were changed by something else while they were used`);
  const { from, count, bytes } = place;
  const rows = new Float64Array(count * width);
  const end = HEADER + rows.byteLength;
  new Uint8Array(rows.buffer).set(record.subarray(HEADER, end));
  return { from, count, rows, failures: bytes > end ? JSON.parse(record.toString('utf8', end)) : [] };
}
