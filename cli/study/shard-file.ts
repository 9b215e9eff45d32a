import * as disk from 'node:fs';
import { join, resolve } from 'node:path';
import type { Arguments } from '../command.js';
import { STUDY_FOLDER } from './draw-log.js';
import type { Shard } from './part-options.js';

/** Name of the file beside a log that says which part of which call it holds. */
const SHARD = 'shard.json';

/** Options that every part may have of its own. */
const OWN_OPTIONS = ['shard', 'out', 'workers', 'resume', 'format', 'quiet', 'debug'];

/** A part of a study as its folder describes it. */
export interface ShardFile extends Shard {
  /** Name of the command. */
  readonly command: string;
  /** Its arguments and options as they were typed, without those of the part alone. */
  readonly args: Arguments;
}

/** The arguments of a call that computes a whole study, given those of one of its parts. */
export function withoutOwnOptions({ positionals, options }: Arguments): Arguments {
  const shared = Object.entries(options).filter(([name]) => !OWN_OPTIONS.includes(name));
  return { positionals, options: Object.fromEntries(shared) };
}

/** Writes which part a folder holds, whole or not at all. */
export function writeShardFile(dir: string, file: ShardFile): void {
  const path = join(resolve(dir), STUDY_FOLDER, SHARD);
  disk.writeFileSync(`${path}.new`, JSON.stringify(file));
  disk.renameSync(`${path}.new`, path);
}

/** The part that a folder holds; null where it holds none, or nothing that can be read. */
export function readShardFile(dir: string): ShardFile | null {
  let file: Partial<ShardFile> | null;
  try {
    file = JSON.parse(disk.readFileSync(join(resolve(dir), STUDY_FOLDER, SHARD), 'utf8'));
  } catch {
    return null;
  }
  if (typeof file !== 'object' || file === null) return null;
  const { shard, of, command, args } = file;
  const counts = Number.isSafeInteger(shard) && Number.isSafeInteger(of) && shard! >= 0 && shard! < of!;
  const words = Array.isArray(args?.positionals) && typeof args.options === 'object' && args.options !== null;
  return counts && words && typeof command === 'string' ? { shard: shard!, of: of!, command, args: args! } : null;
}

/** The name of a part in messages. */
export function shardName({ shard, of }: Shard): string {
  return `${shard}/${of}`;
}
