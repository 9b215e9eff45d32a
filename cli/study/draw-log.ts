import * as disk from 'node:fs';
import { endianness } from 'node:os';
import { join, resolve } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Batch } from '../../engine/montecarlo/draws/batch.js';
import { errorCode, reason, usageError } from '../errors.js';

/** The hidden part of a result's folder in which a study keeps its batches until it is done. */
export const STUDY_FOLDER = '.tandem-study';

const FACTS = 'study.json';
const DRAWS = 'draws.bin';
/** First four bytes of a record: "tdb1". */
const MARK = 0x31626474;
/** Mark, check sum of all that follows, first draw (8), draws, bytes of failures. */
const HEADER = 24;

/** What a log must agree in with the study that goes on with it. */
export interface LogFacts {
  /** Hash of everything that decides the numbers. */
  readonly key: string;
  readonly draws: number;
  /** Numbers in a row. */
  readonly width: number;
}

/** The batches of a study on the disk, so that it can go on after whatever ended it. */
export interface DrawLog {
  /** Batches that were there when the log was opened, whole and right. */
  earlier(): Generator<Batch>;
  readonly earlierDraws: number;
  append(batch: Batch): void;
  /** Rows of all draws in their order, batch by batch. */
  ordered(): Generator<Batch>;
  close(): void;
}

/** Draws of an unfinished study in a folder, or null where there is none. */
export function unfinishedStudy(dir: string): { readonly facts: LogFacts; readonly bytes: number } | null {
  const folder = join(resolve(dir), STUDY_FOLDER);
  try {
    const facts = JSON.parse(disk.readFileSync(join(folder, FACTS), 'utf8')) as LogFacts;
    return { facts, bytes: disk.statSync(join(folder, DRAWS)).size };
  } catch {
    return null;
  }
}

/**
 * Opens the log of a study in the hidden part of a result's folder: an append-only file of batches, each with a check sum. A torn
 * record at its end, as a kill leaves it, is cut off and its draws are done again.
 *
 * @param resume whether to go on with what is there; else it is thrown away
 * @throws a usage error where another study is to be gone on with
 */
export function openDrawLog(dir: string, facts: LogFacts, resume: boolean): DrawLog {
  const folder = join(resolve(dir), STUDY_FOLDER);
  const own: LogFacts & { readonly endianness: string } = { ...facts, endianness: endianness() };
  let descriptor: number;
  try {
    const known = resume ? readFacts(folder) : null;
    if (known !== null && (known.key !== own.key || known.endianness !== own.endianness)) {
      throw usageError(
        `--resume: ${dir} holds an unfinished study of other inputs or options`,
        'Repeat them as they were, or start anew without --resume.',
      );
    }
    if (known === null) {
      disk.rmSync(folder, { recursive: true, force: true });
      disk.mkdirSync(folder, { recursive: true });
      // The facts come whole and last: a folder without them is no study.
      disk.writeFileSync(join(folder, DRAWS), '');
      disk.writeFileSync(join(folder, `${FACTS}.new`), JSON.stringify(own));
      disk.renameSync(join(folder, `${FACTS}.new`), join(folder, FACTS));
    }
    descriptor = disk.openSync(join(folder, DRAWS), 'r+');
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    throw new Error(`cannot keep the draws in ${dir}: ${reason(error)}`, { cause: error });
  }
  const places = scan(descriptor, facts);
  const last = places.at(-1);
  let end = last === undefined ? 0 : last.at + last.bytes;
  disk.ftruncateSync(descriptor, end);
  const earlier = [...places];
  return {
    earlierDraws: earlier.reduce((sum, { count }) => sum + count, 0),
    *earlier() {
      for (const place of earlier) yield readBatch(descriptor, place, facts);
    },
    append(batch) {
      const bytes = encode(batch);
      try {
        for (let start = 0; start < bytes.length; ) {
          start += disk.writeSync(descriptor, bytes, start, bytes.length - start, end + start);
        }
      } catch (error) {
        throw new Error(`cannot keep the draws in ${dir}: ${reason(error)}`, { cause: error });
      }
      places.push({ at: end, bytes: bytes.length, from: batch.from, count: batch.count });
      end += bytes.length;
    },
    *ordered() {
      for (const place of [...places].sort((a, b) => a.from - b.from)) yield readBatch(descriptor, place, facts);
    },
    close: () => disk.closeSync(descriptor),
  };
}

interface Place {
  readonly at: number;
  readonly bytes: number;
  readonly from: number;
  readonly count: number;
}

function readFacts(folder: string): (LogFacts & { readonly endianness: string }) | null {
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
  const taken = new Set<number>();
  for (let at = 0; at + HEADER <= size; ) {
    disk.readSync(descriptor, header, 0, HEADER, at);
    const from = header.readDoubleLE(8);
    const count = header.readUInt32LE(16);
    const failures = header.readUInt32LE(20);
    const bytes = HEADER + count * facts.width * 8 + failures;
    const possible = header.readUInt32LE(0) === MARK && Number.isInteger(from) && from >= 0 && count > 0;
    if (!possible || from + count > facts.draws || at + bytes > size || taken.has(from)) break;
    const record = Buffer.alloc(bytes);
    disk.readSync(descriptor, record, 0, bytes, at);
    if (header.readUInt32LE(4) !== crc32(record.subarray(8))) break;
    places.push({ at, bytes, from, count });
    taken.add(from);
    at += bytes;
  }
  return places;
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

function readBatch(descriptor: number, { at, bytes, from, count }: Place, { width }: LogFacts): Batch {
  const record = Buffer.alloc(bytes);
  disk.readSync(descriptor, record, 0, bytes, at);
  const rows = new Float64Array(count * width);
  const end = HEADER + rows.byteLength;
  new Uint8Array(rows.buffer).set(record.subarray(HEADER, end));
  return { from, count, rows, failures: bytes > end ? JSON.parse(record.toString('utf8', end)) : [] };
}
