/** A part of a study, and the folder that keeps its rows. */
export interface MergedShard {
  readonly dir: string;
  readonly shard: number;
  readonly of: number;
}

/** Parts of one study, to be put together. */
export interface MergedShards {
  /** Hash of the study, rows in all, and numbers in a row. */
  readonly facts: { readonly study: string; readonly rows: number; readonly width: number };
  /** Parts into which it was cut. */
  readonly of: number;
  /** In the order in which they were named. */
  readonly all: readonly MergedShard[];
  /** True where rows that no part holds are to be computed. */
  readonly finish: boolean;
}
