import { statSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { Arguments } from '../command.js';
import { usageError } from '../errors.js';
import { refuseOccupied } from '../folder-lock.js';
import type { MergedShard, MergedShards } from '../merged-shards.js';
import { readVersion } from '../version.js';
import { type LogFacts, readLogFacts } from './draw-log.js';
import { readShardFile, type ShardFile, shardName } from './shard-file.js';

/** A call that was cut into parts, and the parts. */
export interface CutCall {
  /** The command and its arguments, as for the whole study. */
  readonly command: string;
  readonly args: Arguments;
  readonly shards: MergedShards;
}

interface Found extends MergedShard {
  readonly file: ShardFile;
  readonly facts: LogFacts;
}

/**
 * Reads the descriptions of parts and checks that they are of one study.
 *
 * @throws a usage error with all that is wrong: a folder without a part, parts of different commands, studies, versions or numbers of parts, the same part
 * twice, and a part that is being computed at this moment
 */
export function readShards(dirs: readonly string[], finish: boolean): CutCall {
  const problems: string[] = [];
  const found: Found[] = [];
  for (const dir of dirs) {
    const each = findShard(dir);
    if (typeof each === 'string') problems.push(`${dir}: ${each}`);
    else found.push(each);
  }
  const [first] = found;
  for (const [k, each] of found.entries()) {
    const problem = difference(each, first!) ?? twice(each, found.slice(0, k));
    if (problem !== null) problems.push(`${each.dir}: ${problem}`);
  }
  if (problems.length > 0 || first === undefined) throw usageError(problems.join('\n'));
  for (const { dir } of found) refuseOccupied(dir, '');
  const { of, facts, file } = first;
  const all = found.map(({ dir, shard }) => ({ dir, shard, of }));
  return { command: file.command, args: file.args, shards: { facts, of, all, finish } };
}

/** The part in a folder, or what is wrong with it. */
function findShard(dir: string): Found | string {
  if (statSync(dir, { throwIfNoEntry: false }) === undefined) return 'no such folder';
  const file = readShardFile(dir);
  const facts = readLogFacts(dir);
  if (file === null || facts === null) return 'holds no part of a study that can be read; --shard K/N makes one';
  return { dir, shard: file.shard, of: file.of, file, facts };
}

/** Says in which way a part does not belong to the first one, or null. */
function difference({ file, facts }: Found, first: Found): string | null {
  const version = readVersion();
  if (facts.version !== version) return `was computed by tandem ${facts.version}, and this is ${version}`;
  const study = facts.study === first.facts.study && facts.rows === first.facts.rows;
  if (!study || facts.width !== first.facts.width) return `is of another study than ${first.dir}`;
  if (file.of !== first.of) return `is part ${shardName(file)}, and ${first.dir} is ${shardName(first)}`;
  const same = file.command === first.file.command && isDeepStrictEqual(file.args, first.file.args);
  return same ? null : `was called with other arguments or options than ${first.dir}`;
}

function twice({ shard, of }: Found, before: readonly Found[]): string | null {
  const same = before.find((each) => each.shard === shard);
  return same === undefined ? null : `is part ${shardName({ shard, of })}, as ${same.dir} is`;
}
