import type { BatchRange } from '../../engine/montecarlo/draws/batch.js';
import type { Arguments, Context, OptionDefinition } from '../command.js';
import { usageError } from '../errors.js';
import { switchOption, textOption } from '../options.js';

/** Options of commands whose rows may be computed in parts, on many machines. */
export const PART_OPTIONS: Readonly<Record<string, OptionDefinition>> = {
  shard: {
    description: 'Compute part K of N (from 0) and keep it in the folder of --out, for tandem merge',
    value: 'K/N',
  },
  estimate: { description: 'Time a few draws and say what the study will cost; nothing else is done' },
};

/** Parts in which a study may be computed at most. */
const MOST_SHARDS = 1_000_000;

/** One of the parts into which the rows of a study are cut, counted from 0. */
export interface Shard {
  readonly shard: number;
  readonly of: number;
}

/** The part of the work that a call does. */
export type Part =
  | { readonly kind: 'whole' }
  | { readonly kind: 'estimate' }
  | ({ readonly kind: 'shard'; readonly args: Arguments } & Shard);

/**
 * Rows of a part.
 *
 * @example
 * [0, 1, 2].map((shard) => shardRange(10, { shard, of: 3 }).count); // → [3, 3, 4]
 */
export function shardRange(rows: number, { shard, of }: Shard): BatchRange {
  const from = Math.floor((rows * shard) / of);
  return { from, count: Math.floor((rows * (shard + 1)) / of) - from };
}

/**
 * The part that a command line asks for.
 *
 * @throws a usage error for anything but K/N with K < N, a part without a folder, and options that a part does not have
 */
export function partOption(args: Arguments, context: Context): Part {
  const text = textOption(args, 'shard');
  if (switchOption(args, 'estimate')) {
    checkEstimate(args, text, context);
    return { kind: 'estimate' };
  }
  if (text === undefined) return { kind: 'whole' };
  const [, shard, of] = /^(\d{1,7})\/(\d{1,7})$/.exec(text)?.map(Number) ?? [];
  if (shard === undefined || of === undefined || of < 1 || of > MOST_SHARDS)
    throw usageError(`--shard ${text}: not K/N, as in --shard 0/40`);
  if (shard >= of) throw usageError(`--shard ${text}: there is no part ${shard} of ${of}`, `They are 0 to ${of - 1}.`);
  if (context.out === null) throw usageError('--shard needs --out', 'Name a folder for this part alone.');
  if (textOption(args, 'figures') !== undefined)
    throw usageError('--figures is of a whole study, not of one --shard', 'Give it to tandem merge.');
  return { kind: 'shard', shard, of, args };
}

/** Refuses what would write durations into files, or asks for two things at once. */
function checkEstimate(args: Arguments, shard: string | undefined, context: Context): void {
  if (shard !== undefined) throw usageError('--estimate and --shard contradict each other');
  const format = textOption(args, 'format');
  const written = context.out !== null ? '--out' : textOption(args, 'figures') !== undefined ? '--figures' : undefined;
  const unfit = written ?? (format !== undefined && format !== 'table' ? '--format' : undefined);
  if (unfit !== undefined)
    throw usageError(`--estimate is for the terminal and has no ${unfit}`, 'Durations differ from run to run.');
}
