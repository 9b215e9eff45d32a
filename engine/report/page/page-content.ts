import type { Figure } from '../figures/drawing/figure.js';

/** A number beside the answer: of what, how much, and its range in words. */
export interface Tile {
  readonly name: string;
  readonly number: string;
  readonly meaning: string;
}

/** One part of a page below its first screen. */
export interface PageSection {
  readonly id: string;
  /** True where it belongs on the second sheet of paper; the others follow in an annex. */
  readonly front?: boolean;
  /** The name in the list at the top of the page; null for a part that is not listed. */
  readonly name: string | null;
  readonly html: string;
}

/** Content of a page. */
export interface PageContent {
  readonly title: string;
  /** The question, as a sentence. */
  readonly question: string;
  /** A sentence that gives the titles behind the short names of the futures. */
  readonly names: string;
  /** The answer, sentence by sentence. */
  readonly answer: readonly string[];
  /** Numbers beside the answer. */
  readonly tiles: readonly Tile[];
  /** Pictures of the answer: the first stands at the left, the others below each other beside it. */
  readonly pictures: readonly Figure[];
  /** Those for the second sheet of paper first. */
  readonly sections: readonly PageSection[];
}
