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
  return noWorse(a.objectives, b.objectives) && !noWorse(b.objectives, a.objectives);
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
  if (!candidate.objectives.every(Number.isFinite)) return false;
  const box = candidate.objectives.map((value, k) => Math.floor(value / epsilon[k]!));
  for (let m = 0; m < members.length; m++) {
    if (keepsOut(members[m]!, boxes[m]!, candidate, box, epsilon)) return false;
  }
  let kept = 0;
  for (let m = 0; m < members.length; m++) {
    if (keepsOut(candidate, box, members[m]!, boxes[m]!, epsilon)) continue;
    members[kept] = members[m]!;
    boxes[kept++] = boxes[m]!;
  }
  members.length = kept;
  boxes.length = kept;
  members.push(candidate);
  boxes.push(box);
  return true;
}

/** Archives in one, the same in whatever order they come. */
export function mergeArchives(archives: readonly Archive[]): Archive {
  const all = archives.flatMap(({ members }) => members).sort(compareCandidates);
  const merged = emptyArchive(archives[0]!.epsilon);
  for (const [k, member] of all.entries()) {
    // Archives that go back to a common one share most of their members.
    if (k === 0 || compareCandidates(all[k - 1]!, member) !== 0) offer(merged, member);
  }
  return merged;
}

/** An order of candidates by what they are: objectives, then genes. */
export function compareCandidates(a: Evaluated, b: Evaluated): number {
  return compareNumbers(a.objectives, b.objectives) || compareNumbers(a.genes, b.genes);
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return a[k]! - b[k]!;
  return 0;
}

/** True where one candidate, in its box, leaves no room for another. */
function keepsOut(
  a: Evaluated,
  boxA: readonly number[],
  b: Evaluated,
  boxB: readonly number[],
  epsilon: readonly number[],
): boolean {
  if (a.violation !== b.violation) return a.violation < b.violation;
  const same = boxA.every((side, k) => side === boxB[k]);
  if (!same) return noWorse(boxA, boxB);
  // Of two in a box the better one stays, else the one nearer to the box's best corner, else the first by order.
  if (dominates(a, b)) return true;
  if (dominates(b, a)) return false;
  const [nearA, nearB] = [cornerDistance(a, boxA, epsilon), cornerDistance(b, boxA, epsilon)];
  return nearA < nearB || (nearA === nearB && compareCandidates(a, b) <= 0);
}

function cornerDistance({ objectives }: Evaluated, box: readonly number[], epsilon: readonly number[]): number {
  return objectives.reduce((sum, value, k) => sum + (value / epsilon[k]! - box[k]!) ** 2, 0);
}

function noWorse(a: readonly number[], b: readonly number[]): boolean {
  for (let k = 0; k < a.length; k++) if (a[k]! > b[k]!) return false;
  return true;
}
