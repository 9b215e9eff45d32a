import {
  type Box,
  type BoxShares,
  countCases,
  drawsIn,
  type Field,
  fieldOf,
  type InputColumn,
  inside,
  restrictedInputs,
  sharesOf,
} from './box.js';
import { bestPaste, bestPeel, type Step } from './box-steps.js';
import { describeRestrictions, harmonicMean, type Restriction, simplified } from './restrictions.js';

/** A step of the trajectory from all draws to a small dense box. */
export interface TrajectoryStep extends BoxShares {
  /** The input whose range was cut or widened, and which end; null at the start. */
  readonly moved: { readonly name: string; readonly end: 'low' | 'high'; readonly kind: 'peel' | 'paste' } | null;
  /** Inputs restricted after the step. */
  readonly restricted: number;
}

/** A box in which cases are concentrated. */
export interface DiscoveredBox extends BoxShares {
  /** Most telling first: by what the box's density falls to without them. */
  readonly restrictions: readonly Restriction[];
  readonly trajectory: readonly TrajectoryStep[];
  /** Step of the trajectory that was chosen. Restrictions that turned out to be needless are taken off it. */
  readonly chosen: number;
}

/** Boxes found one after the other, each among the draws that no earlier box holds. */
export type Discovery =
  | {
      readonly status: 'ok';
      readonly boxes: readonly DiscoveredBox[];
      /** Draws, and cases among them, that were looked at; draws with an input that is not finite are left out. */
      readonly draws: number;
      readonly cases: number;
      readonly dropped: number;
    }
  /** There are no cases, nothing but cases, or fewer than twenty draws; or no box is denser than all draws. */
  | {
      readonly status: 'no-cases' | 'only-cases' | 'too-few' | 'no-box';
      readonly draws: number;
      readonly cases: number;
      readonly dropped: number;
    };

export interface DiscoveryOptions {
  /** Part of a box's draws that one step peels off; default 0.05. */
  readonly peel?: number;
  /** Part of a box's draws that one step pastes on; default 0.05. */
  readonly paste?: number;
  /** Smallest part of all draws that a box may hold; default 0.05. */
  readonly support?: number;
  /** Boxes to look for; default 1. */
  readonly boxes?: number;
  /** Restrictions with a larger quasi-p value are taken off; default 0.05. */
  readonly quasiP?: number;
}

const FEWEST_DRAWS = 20;

/**
 * Finds boxes of inputs in which cases are concentrated: the patient rule induction method.
 *
 * From all draws, each step cuts off the end of one input's range, about `peel` of the box's draws, that leaves the density of
 * cases rising most for what it takes off (so that coarse inputs such as successes gain nothing by cutting much at once),
 * down to the smallest support; then ranges are widened as long as that makes the box denser. Of all boxes on the way the one with the
 * largest harmonic mean of density and coverage is chosen. Then restrictions are taken off, from the least telling, whose quasi-p value is
 * too large or without which that mean is no smaller. Nothing is left to chance.
 *
 * Source: J. H. Friedman & N. I. Fisher 1999, Bump hunting in high-dimensional data, Statistics and Computing 9; for
 * scenarios B. P. Bryant & R. J. Lempert 2010, Thinking inside the box, Technological Forecasting & Social Change 77; the
 * objective J. H. Kwakkel & M. Jaxa-Rozen 2016, Environmental Modelling & Software 79.
 *
 * @param inputs by draw, of any length but the same
 * @param isCase by draw: true for the cases in question
 *
 * @example
 * const values = Array.from({ length: 100 }, (_, k) => k);
 * const { boxes } = discoverBoxes([{ name: 'rivalry', values }], values.map((x) => x < 40));
 * boxes[0].restrictions.map(({ name, low, high }) => [name, low, high]); // → [['rivalry', null, 39.5]]
 */
export function discoverBoxes(
  inputs: readonly InputColumn[],
  isCase: ArrayLike<boolean | number>,
  options: DiscoveryOptions = {},
): Discovery {
  const kept: number[] = [];
  for (let k = 0; k < isCase.length; k++) if (inputs.every(({ values }) => Number.isFinite(values[k]))) kept.push(k);
  const field = fieldOf(inputs, isCase, kept);
  const counts = { draws: field.count, cases: field.cases, dropped: isCase.length - kept.length };
  if (field.count < FEWEST_DRAWS) return { status: 'too-few', ...counts };
  if (field.cases === 0) return { status: 'no-cases', ...counts };
  if (field.cases === field.count) return { status: 'only-cases', ...counts };

  const boxes: DiscoveredBox[] = [];
  let left = Uint32Array.from({ length: field.count }, (_, k) => k);
  for (let k = 0; k < (options.boxes ?? 1); k++) {
    const casesLeft = countCases(field, left);
    if (casesLeft === 0 || casesLeft === left.length) break;
    const found = searchBox(field, left, options);
    if (found === null) break;
    boxes.push(found.discovered);
    left = left.filter((draw) => !inside(field, found.box, draw));
  }
  return boxes.length === 0 ? { status: 'no-box', ...counts } : { status: 'ok', boxes, ...counts };
}

/** A box found among the draws available, with the way to it. */
interface FoundBox {
  readonly box: Box;
  readonly discovered: DiscoveredBox;
}

function searchBox(field: Field, available: Uint32Array, options: DiscoveryOptions): FoundBox | null {
  const { boxes, trajectory } = followTrajectory(field, available, options);
  const scores = trajectory.map((step) => harmonicMean(step.density, step.coverage));
  const chosen = scores.reduce((best, score, k) => (score > scores[best]! ? k : best), 0);
  const box = simplified(field, boxes[chosen]!, available, options.quasiP ?? 0.05);
  const shares = sharesOf(field, drawsIn(field, box, available));
  if (restrictedInputs(field, box).length === 0 || shares.density <= trajectory[0]!.density) return null;
  const restrictions = describeRestrictions(field, box, available);
  return { box, discovered: { ...shares, restrictions, trajectory, chosen } };
}

/** Peels from all draws to the smallest support, then pastes as long as that makes the box denser. */
function followTrajectory(field: Field, available: Uint32Array, options: DiscoveryOptions) {
  const { peel = 0.05, paste = 0.05, support = 0.05 } = options;
  const fewest = Math.max(2, Math.ceil(support * field.count));
  const all: Box = {
    low: new Int32Array(field.columns.length),
    high: Int32Array.from(field.distinct, (own) => own.length - 1),
  };
  const boxes: Box[] = [all];
  const trajectory: TrajectoryStep[] = [{ ...sharesOf(field, available), moved: null, restricted: 0 }];
  const follow = (next: (box: Box, draws: Uint32Array) => Step | null, kind: 'peel' | 'paste') => {
    for (;;) {
      const box = boxes.at(-1)!;
      const step = next(box, drawsIn(field, box, available));
      if (step === null) return;
      boxes.push(step.box);
      trajectory.push({
        ...sharesOf(field, drawsIn(field, step.box, available)),
        moved: { name: field.columns[step.input]!.name, end: step.end, kind },
        restricted: restrictedInputs(field, step.box).length,
      });
    }
  };
  follow((box, draws) => bestPeel(field, box, draws, peel, fewest), 'peel');
  follow((box, draws) => bestPaste(field, box, draws, available, paste), 'paste');
  return { boxes, trajectory };
}
