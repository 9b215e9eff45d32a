import { log } from '../exact-math/index.js';
import { LEAST_LEFT } from '../scenario/event-fields.js';
import type { CompiledEvent } from './compile-events.js';
import type { ReferencePlan } from './reference-plan.js';

/**
 * Compiles the lever `shock`: log points of level by year, R × I each. Changes of a cell add up as parts of its output on the reference path, so that two
 * plants closing take what both had; of a cell at least a thousandth is left.
 *
 * @returns a function that writes it, years × regions × industries, for the draw under way; null where nothing happens
 */
export function shockWriter(events: readonly CompiledEvent[], reference: ReferencePlan): (() => Float64Array) | null {
  if (events.length === 0) return null;
  const write = partsWriter(events, reference);
  return () => {
    const shock = write();
    for (let at = 0; at < shock.length; at++) shock[at] = log(Math.max(LEAST_LEFT, 1 + shock[at]!));
    return shock;
  };
}

/** Prepares to write the change of each cell by all events, as a part of its output on the reference path: years × regions × industries. */
export function partsWriter(events: readonly CompiledEvent[], reference: ReferencePlan): () => Float64Array {
  const { plan } = reference;
  const industries = plan.industries.length;
  const width = plan.regions.length * industries;
  const parts = new Float64Array(plan.years.length * width);
  const places = events.map(({ cells }) => ({
    own: new Set(cells),
    touched: [...new Set(cells.map((cell) => cell % industries))],
  }));
  return () => {
    parts.fill(0);
    events.forEach(({ cells, part, replaced }, e) => {
      const { own, touched } = places[e]!;
      for (let y = 0; y < plan.years.length; y++) {
        const row = y * width;
        for (const cell of cells) parts[row + cell] = parts[row + cell]! + part[y]!;
        if (replaced === 0) continue;
        for (const i of touched) {
          const others = { parts, output: reference.path.output, own, first: i, industries, width };
          addReplacement(others, row, part[y]!, replaced);
        }
      }
    });
    return parts;
  };
}

/** The cells of one industry in one year, of which some have their output changed by an event. */
interface OneIndustry {
  /** Parts changed, years × regions × industries, added to. */
  readonly parts: Float64Array;
  /** Output on the reference path, years × regions × industries. */
  readonly output: Float64Array;
  /** Cells of the event, R × I. */
  readonly own: ReadonlySet<number>;
  readonly first: number;
  readonly industries: number;
  readonly width: number;
}

/**
 * Gives the other regions of an industry a part of what an event takes from it in a year, in proportion to their output on the reference path.
 *
 * @param row place of the year's first cell
 * @param part of their output that the event takes of its cells
 */
function addReplacement(
  { parts, output, own, first, industries, width }: OneIndustry,
  row: number,
  part: number,
  replaced: number,
): void {
  let taken = 0;
  let others = 0;
  for (let cell = first; cell < width; cell += industries) {
    if (own.has(cell)) taken += part * output[row + cell]!;
    else others += output[row + cell]!;
  }
  if (others === 0) return;
  for (let cell = first; cell < width; cell += industries) {
    if (!own.has(cell)) parts[row + cell] = parts[row + cell]! - (replaced * taken) / others;
  }
}
