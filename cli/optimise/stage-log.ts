import { createHash } from 'node:crypto';
import { type Batch, studyKey } from '../../engine/montecarlo/draws/batch.js';
import { layOutRows } from '../../engine/montecarlo/draws/row-layout.js';
import { plansStudy } from '../../engine/optimise/draw-figures.js';
import { type DrawRequest, MOST_PLANS } from '../../engine/optimise/optimise.js';
import type { PreparedSearch } from '../../engine/optimise/prepare.js';
import { searchRows, searchWidth } from '../../engine/optimise/search-job.js';
import type { Context } from '../command.js';
import { type DrawLog, openDrawLog, unfinishedBytes } from '../study/draw-log.js';
import { readVersion } from '../version.js';

/** The stages of an optimisation, in their order. */
export type Stage = 'search' | 'draws' | 'fresh';

/** One log for the rows of all stages, each numbered from its own 0. */
export interface StageLog {
  /** Null without `--out`. */
  readonly log: DrawLog | null;
  /** Rows of a stage that an earlier call has kept, each of `width` numbers. */
  earlier(stage: Stage, width: number): Batch[];
  /** Keeps rows of a stage. */
  append(stage: Stage, batch: Batch): void;
}

/** Opens the log of an optimisation in the folder of `--out`: row after row of the search, then of the draws, then of the fresh draws. */
export function openStageLog(
  prepared: PreparedSearch,
  { draws, fresh }: DrawRequest,
  resume: boolean,
  context: Context,
): StageLog {
  const search = searchRows(prepared.job);
  const ends = [search, search + draws, search + draws + fresh] as const;
  const bounds: Readonly<Record<Stage, readonly [number, number]>> = {
    search: [0, ends[0]],
    draws: [ends[0], ends[1]],
    fresh: [ends[1], ends[2]],
  };
  const wide = Math.max(searchWidth(prepared.job), studyWidth(prepared));
  const log =
    context.out === null ? null : openLog(context.out, prepared, { rows: ends[2], width: wide }, resume, context);
  return {
    log,
    earlier: (stage, width) => (log === null ? [] : partOf(log.earlier(), bounds[stage], width)),
    append: (stage, batch) => log?.append(widened(batch, bounds[stage][0], wide)),
  };
}

/** Numbers in a row of the widest study that there can be: the given plan, the greedy one, as many as are measured, and no policy. */
function studyWidth({ problem }: PreparedSearch): number {
  const study = plansStudy([problem.source], problem.objectives, { goals: problem.source.scenario.goals });
  return layOutRows({ ...study, runs: new Array(MOST_PLANS + 3).fill(study.runs[0]) }).width;
}

function openLog(
  out: string,
  prepared: PreparedSearch,
  size: { readonly rows: number; readonly width: number },
  resume: boolean,
  context: Context,
): DrawLog {
  const lock = context.lockFolder(out);
  if (!resume && unfinishedBytes(out) > 0) {
    context.inform(`${out} held an unfinished study, which is started anew; --resume would have gone on with it`);
  }
  const study = createHash('sha256').update(problemKey(prepared, size.rows)).digest('hex');
  return openDrawLog(lock, { version: readVersion(), study, ...size }, resume);
}

/** Identity of all numbers of an optimisation. */
function problemKey({ problem, job }: PreparedSearch, rows: number): string {
  const { source, ...rest } = problem;
  const menu = plansStudy([source], problem.objectives, { goals: source.scenario.goals });
  const search = job.method === 'exhaustive' ? { rows: job.rows } : { definition: job.definition };
  return JSON.stringify(['optimise', rest, search, rows, studyKey(menu)]);
}

/** Rows of one stage among all that were kept, as that stage numbers them. */
function partOf(batches: Iterable<Batch>, [from, end]: readonly [number, number], width: number): Batch[] {
  const own: Batch[] = [];
  for (const batch of batches) {
    if (batch.from < from || batch.from >= end) continue;
    const failures = batch.failures.map((failure) => ({ ...failure, draw: failure.draw - from }));
    own.push({ from: batch.from - from, count: batch.count, rows: resized(batch, width), failures });
  }
  return own;
}

/** Rows of a stage as the log numbers them, filled up to its width. */
function widened(batch: Batch, from: number, wide: number): Batch {
  const failures = batch.failures.map((failure) => ({ ...failure, draw: failure.draw + from }));
  return { from: batch.from + from, count: batch.count, rows: resized(batch, wide), failures };
}

/** The rows of a batch, cut or filled up to a width. */
function resized({ rows, count }: Batch, width: number): Float64Array {
  const own = rows.length / count;
  const target = new Float64Array(count * width);
  for (let k = 0; k < count; k++) {
    target.set(rows.subarray(k * own, k * own + Math.min(own, width)), k * width);
  }
  return target;
}
