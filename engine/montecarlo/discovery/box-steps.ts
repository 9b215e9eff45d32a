import { type Box, countCases, drawsIn, type Field, restrictedInputs, withEnd, withOpen } from './box.js';

/** A box after one step, and which end of which input moved. */
export interface Step {
  readonly box: Box;
  readonly input: number;
  readonly end: 'low' | 'high';
}

/** Draws and cases of a box at each place of an input, from its first place on. */
interface Histogram {
  readonly first: number;
  readonly draws: Uint32Array;
  readonly cases: Uint32Array;
}

/** The cut that raises the density most for each draw it takes off; null where every cut goes below the fewest draws or takes no fewer cases. */
export function bestPeel(field: Field, box: Box, draws: Uint32Array, peel: number, fewest: number): Step | null {
  const inBox = draws.length;
  const cases = countCases(field, draws);
  if (cases === inBox) return null;
  let best: Step | null = null;
  let bestGain = -Infinity;
  for (let input = 0; input < field.columns.length; input++) {
    const histogram = histogramOf(field, box, draws, input);
    for (const end of ['low', 'high'] as const) {
      const cut = cutOff(histogram, end, Math.max(1, Math.floor(peel * inBox)));
      const left = inBox - cut.draws;
      if (cut.draws === 0 || left < fewest) continue;
      // Density gained over draws taken off.
      const gain = ((cases - cut.cases) / left - cases / inBox) / cut.draws;
      if (gain > bestGain) {
        bestGain = gain;
        best = { box: withEnd(box, input, end, histogram.first + cut.place), input, end };
      }
    }
  }
  return best;
}

/** The widening by about a part of the box's draws that makes it densest; null where none makes it denser. */
export function bestPaste(
  field: Field,
  box: Box,
  draws: Uint32Array,
  available: Uint32Array,
  paste: number,
): Step | null {
  const inBox = draws.length;
  const cases = countCases(field, draws);
  const wanted = Math.max(1, Math.floor(paste * inBox));
  let best: Step | null = null;
  let bestDensity = cases / inBox;
  for (const input of restrictedInputs(field, box)) {
    const open = withOpen(field, box, input);
    const column = field.places[input]!;
    const candidates = drawsIn(field, open, available);
    for (const end of ['low', 'high'] as const) {
      const bound = box[end][input]!;
      const beyond = candidates.filter((draw) => (end === 'low' ? column[draw]! < bound : column[draw]! > bound));
      if (beyond.length === 0) continue;
      // The nearest draws, with all that share the last one's value.
      const near = beyond.sort((a, b) => (end === 'low' ? column[b]! - column[a]! : column[a]! - column[b]!) || a - b);
      const place = column[near[Math.min(wanted, near.length) - 1]!]!;
      const added = near.filter((draw) => (end === 'low' ? column[draw]! >= place : column[draw]! <= place));
      const density = (cases + countCases(field, added)) / (inBox + added.length);
      if (density > bestDensity) {
        bestDensity = density;
        best = { box: withEnd(box, input, end, place), input, end };
      }
    }
  }
  return best;
}

function histogramOf(field: Field, box: Box, draws: Uint32Array, input: number): Histogram {
  const first = box.low[input]!;
  const size = box.high[input]! - first + 1;
  const histogram = { first, draws: new Uint32Array(size), cases: new Uint32Array(size) };
  const column = field.places[input]!;
  for (let k = 0; k < draws.length; k++) {
    const place = column[draws[k]!]! - first;
    histogram.draws[place]!++;
    histogram.cases[place]! += field.isCase[draws[k]!]!;
  }
  return histogram;
}

/** Whole places from one end, up to `wanted` draws but at least one place with draws; `place` is the last one kept at that end. */
function cutOff(histogram: Histogram, end: 'low' | 'high', wanted: number) {
  const size = histogram.draws.length;
  const at = (k: number) => (end === 'low' ? k : size - 1 - k);
  let [draws, cases, k] = [0, 0, 0];
  while (k < size - 1) {
    const here = histogram.draws[at(k)]!;
    if (draws > 0 && draws + here > wanted) break;
    draws += here;
    cases += histogram.cases[at(k)]!;
    k++;
  }
  // Empty places next to the cut go with it, so that the bound stands between draws of the box and others.
  while (k < size - 1 && histogram.draws[at(k)] === 0) k++;
  return { draws, cases, place: at(k) };
}
