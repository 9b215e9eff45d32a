import type { BandRequest } from '../../what-if/band.js';
import type { Shown, ShownMistake } from '../../what-if/shown.js';
import type { WhatIf } from '../../what-if/what-if.js';

/** The part of the work that a worker does; its name. */
export type WorkerRole = 'engine' | 'background';

/** A question of the page to the worker that computes. */
export type Question =
  | { readonly task: 'show'; readonly whatIf: WhatIf; readonly near: readonly string[] }
  | { readonly task: 'scenario'; readonly whatIf: WhatIf; readonly future: number }
  | { readonly task: 'numbers'; readonly whatIf: WhatIf };

/** Its answer; a file to be saved has a name and a text. */
export type Answer =
  | { readonly shown: Shown }
  | { readonly rest: Shown['figures']; readonly chapters: Shown['chapters'] }
  | {
      readonly mistakes: readonly ShownMistake[];
      /** The same without the settings that are mistaken, where nothing was shown yet. */
      readonly instead?: { readonly shown: Shown; readonly whatIf: WhatIf };
    }
  | { readonly name: string; readonly text: string }
  | { readonly failure: string };

/** A message to a worker and from it, told apart by their number. */
export interface Numbered<Message> {
  readonly number: number;
  readonly message: Message;
}

/** A question of the page to the worker in the background; null stops the work under way. */
export type BackgroundQuestion = BandRequest | null;

/** The reasons of the answer, then how far the draws are, then what they say; nothing of futures that hold a mistake. */
export type BackgroundAnswer =
  | { readonly reasons: string }
  | { readonly done: number }
  | { readonly band: string }
  | { readonly failure: string };
