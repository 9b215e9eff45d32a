import type { Arrays } from '../projection/arrays.js';
import { LEAST_LEFT } from '../scenario/event-fields.js';
import type { CompiledEvent } from './compile-events.js';
import type { ReferencePlan } from './reference-plan.js';

/**
 * The lever `shock`: log points of level by year, R × I each. Changes of a cell add up as parts of its output on the reference path, so that two
 * plants closing take what both had; of a cell at least a thousandth is left.
 *
 * @returns years × regions × industries, or null where nothing happens
 */
export function assembleShock(
  events: readonly CompiledEvent[],
  reference: ReferencePlan,
  arrays: Arrays,
): Float64Array | null {
  if (events.length === 0) return null;
  const shock = partsChanged(events, reference, arrays);
  for (let at = 0; at < shock.length; at++) shock[at] = Math.log(Math.max(LEAST_LEFT, 1 + shock[at]!));
  return shock;
}

/** The change of each cell by all events, as a part of its output on the reference path: years × regions × industries. */
export function partsChanged(
  events: readonly CompiledEvent[],
  { plan, path }: ReferencePlan,
  arrays: Arrays,
): Float64Array {
  const industries = plan.industries.length;
  const width = plan.regions.length * industries;
  const parts = arrays(plan.years.length * width);
  for (const event of events) {
    for (let y = 0; y < plan.years.length; y++) {
      const row = parts.subarray(y * width, (y + 1) * width);
      for (const cell of event.cells) row[cell] = row[cell]! + event.part[y]!;
      if (event.replaced > 0)
        addReplacement(row, path.output.subarray(y * width, (y + 1) * width), event, y, industries);
    }
  }
  return parts;
}

/**
 * Gives the other regions of an industry a part of what an event takes from it in a year, in proportion to their output on the reference path.
 *
 * @param row parts changed, R × I, added to
 * @param output on the reference path, R × I
 */
function addReplacement(
  row: Float64Array,
  output: Float64Array,
  { cells, part, replaced }: CompiledEvent,
  y: number,
  industries: number,
): void {
  const own = new Set(cells);
  const touched = new Set(cells.map((cell) => cell % industries));
  for (const i of touched) {
    let taken = 0;
    let others = 0;
    for (let cell = i; cell < row.length; cell += industries) {
      if (own.has(cell)) taken += part[y]! * output[cell]!;
      else others += output[cell]!;
    }
    if (others === 0) continue;
    for (let cell = i; cell < row.length; cell += industries) {
      if (!own.has(cell)) row[cell] = row[cell]! - (replaced * taken) / others;
    }
  }
}
