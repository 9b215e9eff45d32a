import type { EmbeddedFile } from './embedded-files.js';
import type { BeliefPreset } from './presets.js';
import type { Shown } from './shown.js';
import type { WhatIf } from './what-if.js';

/** The state with which the page begins. */
export interface Start {
  readonly whatIf: WhatIf;
  readonly draws: number;
  readonly seed: number;
  /** Assumptions that one may lay over all futures. */
  readonly beliefs: readonly BeliefPreset[];
  /** The board of this state, so that it need not wait for its own engine; null where that has to tell what is mistaken. */
  readonly first: Shown | null;
}

/** The same before its first answer was computed. */
export type StartState = Omit<Start, 'first'>;

/** Ids of the blocks of data in a page that is one file, each holding JSON. */
export const BLOCKS = { start: 'start-data', files: 'files-data', worker: 'worker-data' } as const;

/** The data of a page that is one file, by the names of its blocks. */
export interface EmbeddedData {
  readonly start: Start;
  readonly files: readonly EmbeddedFile[];
  /** The script of the workers. */
  readonly worker: string;
}
