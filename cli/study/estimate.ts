import { type Job, jobBatches, jobWidth } from '../../engine/montecarlo/draws/job.js';
import { groupThousands } from '../../engine/report/text/number-format.js';
import { renderTextTable } from '../../engine/report/text/render-table.js';
import type { Layout } from '../../engine/report/text/text-table.js';
import type { CommandResult } from '../command.js';
import { usageError } from '../errors.js';
import type { KeptRun } from './open-log.js';

/** Rows that are timed at once, where they are fast. */
const DOZEN = 12;
/** Seconds of the processor after which no further dozen is timed: the first ones run before the code is compiled. */
const ENOUGH = 1;
/** Seconds of the processor after which less than a dozen must do. */
const LONG = 30;
/** Times in which people want an answer, in seconds. */
const WANTED = [
  ['10 minutes', 600],
  ['1 hour', 3600],
  ['8 hours', 8 * 3600],
] as const;

/** Cost of a job, from a few of its rows. Seconds are those of one core. */
export interface Estimate {
  /** Rows that were timed. */
  readonly timed: number;
  /** Seconds that each of the last ones took. */
  readonly each: number;
  /** Seconds until the first row could be begun: reading, checking, preparing. */
  readonly start: number;
  readonly rows: number;
  /** Bytes that the logs of all parts hold together. */
  readonly logBytes: number;
  /** Largest memory of this process so far, in bytes. */
  readonly memory: number;
}

/** Parts, one core each, that end within some seconds; null where even one row and the start take longer. */
export function shardsWithin(seconds: number, { each, start, rows }: Estimate): number | null {
  const possible = Math.floor((seconds - start) / each);
  return possible < 1 ? null : Math.ceil(rows / possible);
}

/** Times a dozen rows of a job, further dozens while they are fast and fewer where they are slow, and reckons the cost of all of them. */
export async function estimateJob(job: Job, how: KeptRun): Promise<CommandResult> {
  const estimate = timeJob(job, how.total);
  const refuse = (): never => {
    throw usageError('--estimate is for the terminal', 'Durations differ from run to run.');
  };
  return { writesNothing: true, text: (layout) => estimateText(estimate, how, layout), csv: refuse, json: refuse };
}

function timeJob(job: Job, rows: number): Estimate {
  const batches = jobBatches(job);
  const began = processorTime();
  let timed = 0;
  let each = 0;
  let used = 0;
  do {
    // The first alone tells whether a dozen can be waited for.
    const count = timed === 0 || each > LONG / DOZEN ? 1 : Math.min(DOZEN, rows);
    const from = processorTime();
    batches({ from: timed % Math.max(1, rows - count + 1), count });
    timed += count;
    each = Math.max(1e-6, (processorTime() - from) / count);
    used = processorTime() - began;
  } while (used < ENOUGH || (timed < DOZEN && used < LONG));
  // Kilobytes, of the whole process.
  const memory = process.resourceUsage().maxRSS * 1024;
  return { timed, each, start: began, rows, logBytes: rows * jobWidth(job) * 8, memory };
}

/** Seconds that this process has used the processor so far, in all its threads. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function estimateText(estimate: Estimate, { unit }: KeptRun, layout: Layout): string {
  const { timed, each, start, rows, logBytes, memory } = estimate;
  const facts = [
    [unit, groupThousands(String(rows))],
    [`milliseconds for one, of ${timed} timed`, threeDigits(each * 1000)],
    ['core-hours', threeDigits((each * rows) / 3600)],
    ['seconds before the first, in each part', start.toPrecision(2)],
    ['memory of a part, one worker', bytesText(memory)],
    ['logs of all parts', bytesText(logBytes)],
  ];
  const shards = WANTED.map(([name, seconds]) => {
    const count = shardsWithin(seconds, estimate);
    return [`parts to end in ${name}`, count === null ? 'not possible' : groupThousands(String(count))];
  });
  const table = {
    title: 'Cost of this study on cores like the one here',
    columns: [{ heading: 'of the study' }, { heading: 'estimate', align: 'right' as const }],
    rows: [...facts, 'rule' as const, ...shards] as (string[] | 'rule')[],
    notes: ['Seconds of the processor, one core a part. Merging all parts and writing the result come on top.'],
  };
  return renderTextTable(table, layout);
}

/** A number with three digits, or all before the point. */
function threeDigits(value: number): string {
  return value < 1000 ? value.toPrecision(3) : groupThousands(String(Math.round(value)));
}

function bytesText(bytes: number): string {
  const megabytes = bytes / 1e6;
  return megabytes < 1000 ? `${megabytes.toPrecision(3)} MB` : `${(megabytes / 1000).toPrecision(3)} GB`;
}
