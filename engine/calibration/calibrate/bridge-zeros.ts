import type { Economy } from '../../economy/economy.js';
import { pow } from '../../exact-math/index.js';
import { columnSums } from '../../statistics/cells.js';

/**
 * The economy with every output of 0 that stands alone filled in, for what it says about growth is nothing: such a figure was suppressed, or was below zero
 * and set to 0, and its industry would fall and rise again everywhere. Between two years with output it comes to lie on the line of constant growth, in
 * the last year it grows as the rest of its industry.
 *
 * @example
 * const [outputs, industries] = [[[4], [0], [9]].map((row) => Float64Array.from(row)), ['Steel']];
 * bridgeZeros({ years: [2010, 2011, 2012], outputs, industries }).outputs[1]; // → Float64Array.of(6)
 */
export function bridgeZeros<T extends Pick<Economy, 'years' | 'outputs' | 'industries'>>(economy: T): T {
  const { years, outputs, industries } = economy;
  const bridged = outputs.map((row, k) => {
    const [before, after] = [outputs[k - 1], outputs[k + 1]];
    if (before === undefined || !row.includes(0)) return row;
    if (after === undefined) return grownWithTheRest(before, row, industries.length);
    const part = (years[k]! - years[k - 1]!) / (years[k + 1]! - years[k - 1]!);
    return row.map((q, cell) => (q === 0 ? pow(before[cell]!, 1 - part) * pow(after[cell]!, part) : q));
  });
  return { ...economy, outputs: bridged };
}

function grownWithTheRest(before: Float64Array, last: Float64Array, count: number): Float64Array {
  const present = before.map((q, cell) => (last[cell]! > 0 ? q : 0));
  const [from, to] = [columnSums(present, count), columnSums(last, count)];
  return last.map((q, cell) =>
    q > 0 || from[cell % count] === 0 ? q : (before[cell]! * to[cell % count]!) / from[cell % count]!,
  );
}
