import { square } from '../../exact-math/index.js';

/** A candidate that was evaluated: its genes and what they come to. */
export interface Evaluated {
  readonly genes: readonly number[];
  /** To be made small. */
  readonly objectives: readonly number[];
  /** By how much constraints are broken in all; 0 where all hold. */
  readonly violation: number;
}

/**
 * True where one candidate is better than another: it breaks constraints less, or, where neither breaks any, is no worse in every objective and better in one.
 *
 * Source: K. Deb 2000, An efficient constraint handling method for genetic algorithms, Computer Methods in Applied Mechanics and Engineering 186.
 *
 * @example
 * const free = { genes: [], violation: 0 };
 * dominates({ ...free, objectives: [1, 2] }, { ...free, objectives: [1, 3] }); // → true
 * dominates({ ...free, objectives: [1, 2] }, { ...free, objectives: [0, 3] }); // → false
 */
export function dominates(a: Evaluated, b: Evaluated): boolean {
  if (a.violation > 0 || b.violation > 0) return a.violation < b.violation;
  let better = false;
  for (let k = 0; k < a.objectives.length; k++) {
    const [x, y] = [a.objectives[k]!, b.objectives[k]!];
    if (x > y) return false;
    if (x < y) better = true;
  }
  return better;
}

/**
 * Candidates of which none is better than another by more than ε: at most one in each box of side ε. What enters it can only make it better, so a
 * search that keeps one neither loses what it found nor grows without end.
 *
 * Source: M. Laumanns, L. Thiele, K. Deb & E. Zitzler 2002, Combining convergence and diversity in evolutionary multiobjective optimization,
 * Evolutionary Computation 10(3).
 */
export interface Archive {
  /** Side of the boxes, by objective. */
  readonly epsilon: readonly number[];
  readonly members: Evaluated[];
  /** The box of each member, counted in sides from 0. */
  readonly boxes: (readonly number[])[];
}

export function emptyArchive(epsilon: readonly number[]): Archive {
  return { epsilon, members: [], boxes: [] };
}

/** The same archive, to be added to on its own. */
export function copyArchive({ epsilon, members, boxes }: Archive): Archive {
  return { epsilon, members: [...members], boxes: [...boxes] };
}

/**
 * Offers a candidate to an archive. One that breaks constraints enters only while nothing else breaks them less.
 *
 * @returns true where it was taken
 */
export function offer(archive: Archive, candidate: Evaluated): boolean {
  const { epsilon, members, boxes } = archive;
  const { objectives } = candidate;
  const box: number[] = [];
  for (let k = 0; k < objectives.length; k++) {
    if (!Number.isFinite(objectives[k]!)) return false;
    box.push(Math.floor(objectives[k]! / epsilon[k]!));
  }
  const beaten: number[] = [];
  for (let m = 0; m < members.length; m++) {
    const order = orderOf(members[m]!, boxes[m]!, candidate, box, epsilon);
    if (order < 0) return false;
    if (order > 0) beaten.push(m);
  }
  for (const m of beaten.reverse()) {
    members[m] = members.at(-1)!;
    boxes[m] = boxes.at(-1)!;
    members.pop();
    boxes.pop();
  }
  members.push(candidate);
  boxes.push(box);
  return true;
}

/** An archive with what several searches have found added, the same in whatever order that comes. */
export function absorb(archive: Archive, found: readonly (readonly Evaluated[])[]): Archive {
  const grown = copyArchive(archive);
  for (const candidate of found.flat().sort(compareCandidates)) offer(grown, candidate);
  return grown;
}

/** An order of candidates by what they are: objectives, then genes. */
export function compareCandidates(a: Evaluated, b: Evaluated): number {
  return compareNumbers(a.objectives, b.objectives) || compareNumbers(a.genes, b.genes);
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return a[k]! - b[k]!;
  return 0;
}

/**
 * Negative where one candidate, in its box, leaves no room for another, positive where it gives way to the other, 0 where there is room for both.
 */
function orderOf(
  a: Evaluated,
  boxA: readonly number[],
  b: Evaluated,
  boxB: readonly number[],
  epsilon: readonly number[],
): number {
  if (a.violation !== b.violation) return a.violation - b.violation;
  let [aBetter, bBetter] = [false, false];
  for (let k = 0; k < boxA.length; k++) {
    if (boxA[k]! < boxB[k]!) aBetter = true;
    else if (boxA[k]! > boxB[k]!) bBetter = true;
    if (aBetter && bBetter) return 0;
  }
  if (aBetter || bBetter) return aBetter ? -1 : 1;
  // Of two in a box the better one stays, else the one nearer to the box's best corner, else the first by order.
  if (dominates(a, b)) return -1;
  if (dominates(b, a)) return 1;
  return cornerDistance(a, boxA, epsilon) - cornerDistance(b, boxB, epsilon) || compareCandidates(a, b) || -1;
}

function cornerDistance({ objectives }: Evaluated, box: readonly number[], epsilon: readonly number[]): number {
  return objectives.reduce((sum, value, k) => sum + square(value / epsilon[k]! - box[k]!), 0);
}
