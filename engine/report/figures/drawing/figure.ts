import type { TextTable } from '../../text/text-table.js';
import type { Paint } from './colours.js';

/** One picture of a figure. */
export interface Panel {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  /** True where it stays as it is when the slider moves. */
  readonly still?: boolean;
  /** A sentence that describes the picture to readers who cannot see it. */
  readonly description: string;
  /** Markup of width × height pixels. */
  draw(paint: Paint): string;
}

/** One line of a legend. */
export interface LegendEntry {
  readonly name: string;
  readonly mark: 'line' | 'dashed' | 'dot' | 'diamond' | 'square';
  /** Opacity of a square, where what it stands for lets the ground through; default 1. */
  readonly opacity?: number;
  colour(paint: Paint): string;
}

/** A figure: pictures that share a legend, with what they show in words and the numbers behind them. */
export interface Figure {
  /** Name of the file and the anchor: letters and dashes. */
  readonly id: string;
  readonly title: string;
  /** The finding, in a sentence made from the numbers. */
  readonly finding: string;
  /** Instructions for reading it. */
  readonly caption: string;
  readonly legend: readonly LegendEntry[];
  readonly panels: readonly Panel[];
  /** Panels side by side where there is room. */
  readonly columns: number;
  /** Further pictures behind a line that opens them. */
  readonly folded?: FoldedPanels;
  /** Years of a slider; the last is drawn. */
  readonly years?: readonly number[];
  readonly tables: readonly TextTable[];
}

/** Pictures that say the same once more in another way, for those who ask. */
export interface FoldedPanels {
  readonly title: string;
  readonly legend: readonly LegendEntry[];
  readonly panels: readonly Panel[];
  readonly columns: number;
}
