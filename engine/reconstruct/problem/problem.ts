/**
 * The targets as an optimiser sees them. Cells that every figure treats alike (those of regions that no figure names, say) form a
 * group: at the smallest cross-entropy they all move by one factor, so a group is one variable z, its output mass·e^z. That keeps
 * outputs positive and makes the problem small without changing its solution.
 */
export interface Problem {
  /** Prior output of each group. */
  readonly mass: Float64Array;
  /** Weight of a group's cross-entropy: 1 over its year's prior total, so that every year counts alike whatever its prices. */
  readonly weight: Float64Array;
  /** Sums of cells that figures are made of, as the groups in each. */
  readonly sums: readonly Int32Array[];
  /** One for each figure, in their order. */
  readonly constraints: readonly Constraint[];
  /** Group of each cell by year, −1 where the cell is 0. */
  readonly groupOf: readonly Int32Array[];
}

/** A figure in the form in which it is closest to linear in z: zero where the figure holds. */
export type Constraint =
  /** Σ power·ln(sum) − target. */
  | {
      readonly kind: 'product';
      readonly sums: readonly number[];
      readonly powers: readonly number[];
      readonly target: number;
    }
  /** (S_part − index·S_whole)·scale: no pole where the whole does not grow. */
  | {
      readonly kind: 'growth';
      readonly part: { readonly from: number; readonly to: number };
      readonly whole: { readonly from: number; readonly to: number };
      readonly span: number;
      readonly index: number;
      readonly scale: number;
    }
  /** ln cosine − target, over the groups of two regions aligned by industry. */
  | { readonly kind: 'similarity'; readonly a: Int32Array; readonly b: Int32Array; readonly target: number };
