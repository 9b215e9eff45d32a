import type { BatchRange } from '../../engine/montecarlo/draws/batch.js';
import { missingRanges } from '../../engine/montecarlo/draws/run-ranges.js';
import type { Context } from '../command.js';
import { usageError } from '../errors.js';
import type { FolderLock } from '../folder-lock.js';
import type { MergedShard, MergedShards } from '../merged-shards.js';
import { type DrawLog, type KeptRows, type LogFacts, openDrawLog, readKeptRows } from './draw-log.js';
import { shardRange } from './part-options.js';
import { shardName } from './shard-file.js';

/** Missing ranges that are named one by one. */
const NAMED = 10;

/**
 * Gathers the rows of all parts of a job in one log.
 *
 * @param own identity of the rows of the job as it is now
 * @param lock takes the right to write, which happens only when all rows are found good
 * @throws a usage error (exit 2) where the parts are of something else, and Error (exit 1) where rows are missing that nobody asked to compute
 */
export function mergeRows(
  own: LogFacts,
  unit: string,
  shards: MergedShards,
  lock: () => FolderLock,
  context: Context,
): DrawLog {
  refuseOther(own, shards);
  const opened: KeptRows[] = [];
  try {
    for (const shard of shards.all) opened.push(openShard(shard, own, context));
    const missing = opened.length === 0 ? [] : missingOf(own.rows, shards, opened);
    if (missing.length > 0 && !shards.finish) throw missingError(missing, own.rows, unit);
    const count = missing.reduce((sum, { range }) => sum + range.count, 0);
    if (count > 0) context.inform(`${count} of ${own.rows} ${unit} are missing and are computed now`);
    const held = lock();
    const written = openDrawLog(held, own, false);
    try {
      for (const rows of opened) for (const batch of rows.batches()) written.append(batch);
    } finally {
      written.close();
    }
    return openDrawLog(held, own, true);
  } finally {
    for (const rows of opened) rows.close();
  }
}

function refuseOther(own: LogFacts, { facts, all }: MergedShards): void {
  if (facts.study === own.study && facts.rows === own.rows && facts.width === own.width) return;
  throw usageError(
    `${all[0]!.dir}: its files have changed since this part was computed, or are others here`,
    'Call merge where the parts were computed, with the files as they were then.',
  );
}

function openShard(shard: MergedShard, facts: LogFacts, context: Context): KeptRows {
  const { dir } = shard;
  const rows = readKeptRows(dir, facts);
  const { from, count } = shardRange(facts.rows, shard);
  const outside = rows.ranges.find((range) => range.from < from || range.from + range.count > from + count);
  if (outside !== undefined) {
    rows.close();
    const text = `${dir}: holds rows that are not of part ${shardName(shard)}`;
    throw usageError(text, 'Compute this part anew, without --resume.');
  }
  if (rows.torn !== null)
    context.inform(`${dir}: the record at byte ${rows.torn} is not whole; neither it nor what follows is taken`);
  return rows;
}

interface MissingRange {
  readonly range: BatchRange;
  readonly shard: number;
  readonly of: number;
  /** The folder that should hold it; null where none was named. */
  readonly dir: string | null;
}

function missingOf(rows: number, { of, all }: MergedShards, opened: readonly KeptRows[]): MissingRange[] {
  const missing: MissingRange[] = [];
  for (let shard = 0; shard < of; shard++) {
    const { from, count } = shardRange(rows, { shard, of });
    const k = all.findIndex((each) => each.shard === shard);
    const dir = k < 0 ? null : all[k]!.dir;
    for (const range of missingRanges(count, k < 0 ? [] : opened[k]!.ranges, from))
      missing.push({ range, shard, of, dir });
  }
  return missing;
}

function missingError(missing: readonly MissingRange[], rows: number, unit: string): Error {
  const lines = missing.slice(0, NAMED).map(({ range: { from, count }, shard, of, dir }) => {
    const where = dir === null ? 'which no folder holds' : `in ${dir}`;
    return `  ${count === 1 ? from : `${from} to ${from + count - 1}`}, of part ${shard}/${of}, ${where}`;
  });
  if (missing.length > NAMED) lines.push(`  … ${missing.length} such ranges in all`);
  const hint = 'Compute these parts again with --resume, or let merge do it with --finish.';
  return new Error([`missing of ${rows} ${unit}:`, ...lines, hint].join('\n'));
}
