import type { Job } from '../../engine/montecarlo/draws/job.js';
import { runRanges } from '../../engine/montecarlo/draws/run-ranges.js';
import type { CommandResult, Context } from '../command.js';
import { usageError } from '../errors.js';
import { type KeptRun, openLog } from './open-log.js';
import { type Part, shardRange } from './part-options.js';
import { runLogged } from './run-logged.js';
import { readShardFile, shardName, withoutOwnOptions, writeShardFile } from './shard-file.js';

/** Computes the rows of one part of a job and keeps them in the folder of `--out`; nothing is summarised. */
export async function runShard(
  job: Job,
  how: KeptRun,
  part: Extract<Part, { kind: 'shard' }>,
  context: Context,
): Promise<CommandResult> {
  const out = context.out!;
  const range = shardRange(how.total, part);
  const known = how.resume ? readShardFile(out) : null;
  if (known !== null && (known.shard !== part.shard || known.of !== part.of)) {
    const text = `--resume: ${out} holds part ${shardName(known)}, not ${shardName(part)}`;
    throw usageError(text, 'Give each part a folder of its own.');
  }
  const log = openLog(job, how, out, context);
  try {
    writeShardFile(out, { shard: part.shard, of: part.of, command: how.command, args: withoutOwnOptions(part.args) });
    if (log.earlierDraws > 0) context.inform(`${log.earlierDraws} of ${range.count} ${how.unit} were done before`);
    const work = { job, total: range.count, done: log.earlierDraws, earlier: log.earlier(), log };
    await runLogged({ ...work, unit: how.unit, workers: how.workers }, context, (options) =>
      runRanges(range.count, { ...options, first: range.from }, options.runBatch, () => {}),
    );
  } finally {
    log.close();
  }
  return shardResult(part, range.from, range.count, how, out);
}

function shardResult(
  { shard, of }: { readonly shard: number; readonly of: number },
  from: number,
  count: number,
  { total, unit }: KeptRun,
  out: string,
): CommandResult {
  const last = from + count - 1;
  const rows = count === 0 ? `no ${unit}` : `${unit} ${from} to ${last}`;
  return {
    writesNothing: true,
    text: () =>
      `Part ${shard} of ${of} (${rows} of ${total}) is kept in ${out}. When all parts are there:\n  tandem merge DIR... --out RESULT\n`,
    csv: () => ['shard,of,from,count,rows\n', `${shard},${of},${from},${count},${total}\n`],
    json: () => ({ shard, of, from, count, rows: total }),
  };
}
