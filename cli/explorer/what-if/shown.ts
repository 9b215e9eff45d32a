import type { Chapter } from '../../../engine/report/page/comparison-sections.js';
import type { PageContent } from '../../../engine/report/page/page-content.js';
import type { Board } from './board-pictures.js';
import type { Choices, FutureControls } from './controls.js';

/** A mistake as the page shows it: beside the field it is about, else with its place. */
export interface ShownMistake {
  readonly future: number;
  /** Path of the field it is about; null where it lies in a file. */
  readonly path: string | null;
  readonly text: string;
}

/** A chapter with the ids of its figures. */
export type ShownChapter = Omit<Chapter, 'figures'> & { readonly figures: readonly string[] };

/** The content of the page for a what-if. */
export interface Shown {
  readonly head: Omit<PageContent, 'sections' | 'pictures'>;
  /** The pictures that stay in sight. */
  readonly board: Board;
  readonly chapters: readonly ShownChapter[];
  /** Markup of figures by their id: of those asked for at once. */
  readonly figures: Readonly<Record<string, string>>;
  readonly controls: readonly FutureControls[];
  readonly choices: Choices;
  /** Remarks for the reader, such as channels that are off. */
  readonly notes: readonly string[];
}
