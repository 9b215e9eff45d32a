export type AxisName = 'region' | 'industry';

/** A name that may stand for figures already counted elsewhere in the table. */
export interface Doubt {
  readonly axis: AxisName;
  readonly name: string;
  /** The doubt in words, with how it is known. */
  readonly reason: string;
  /** Names that are left out unless told otherwise. */
  readonly drop: readonly string[];
  /** Names that are left out instead where `drop` is kept. */
  readonly instead: readonly string[];
  /** The evidence: figures that add up, or nearly; a name; a code. */
  readonly by: 'arithmetic' | 'nearness' | 'name' | 'code';
  /** Names that add up to it, so that it can be compared with them; none where it is no sum. */
  readonly parts: readonly string[];
}

/** A name that is kept, and why it should be looked at. */
export interface Remark {
  readonly name: string;
  readonly text: string;
}

/** The findings, and the names that were not left out but should be looked at. */
export interface Aggregates {
  readonly doubts: readonly Doubt[];
  readonly remarks: readonly Remark[];
}
