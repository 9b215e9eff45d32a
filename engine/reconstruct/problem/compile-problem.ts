import { exp, log } from '../../exact-math/index.js';
import type { Figure, Measure, Targets } from '../targets/figure.js';
import { type CellSet, cellSets } from './cell-sets.js';
import { groupCells, groupsIn } from './group-cells.js';
import type { Constraint, Problem } from './problem.js';

/** Below this growth of the whole industry, the error of an agglomeration index is no longer measured relative to it. */
const SMALLEST_GROWTH = 0.01;

/**
 * Compiles targets.
 *
 * @throws RangeError where a figure rests on cells that are all 0 in the prior, or its kind cannot take its value
 */
export function compileProblem(targets: Targets, figures: readonly Figure[] = targets.figures): Problem {
  const width = targets.industries.length;
  const { sets, indexOf } = collectSets(figures, width);
  const { groupOf, mass, weight } = groupCells(targets, sets);
  const sums = sets.map((set) => groupsIn(set, targets, groupOf));
  const compiling: Compiling = { targets, mass, sums, groupOf };
  const constraints = figures.map((figure) =>
    compileFigure(figure, cellSets(figure.measure, width).map(indexOf), compiling),
  );
  return { mass, weight, sums, constraints, groupOf };
}

/** All sets of cells that figures are made of, each once. */
function collectSets(figures: readonly Figure[], width: number) {
  const sets: CellSet[] = [];
  const known = new Map<string, number>();
  const keyOf = ({ region, industries, year }: CellSet): string => JSON.stringify([region, industries, year]);
  for (const set of figures.flatMap(({ measure }) => cellSets(measure, width))) {
    const key = keyOf(set);
    if (known.has(key)) continue;
    known.set(key, sets.length);
    sets.push(set);
  }
  return { sets, indexOf: (set: CellSet): number => known.get(keyOf(set))! };
}

/** The parts of a problem that its constraints are made from. */
interface Compiling extends Pick<Problem, 'mass' | 'sums' | 'groupOf'> {
  readonly targets: Targets;
}

/** @param at indices of the sums that the figure is made of */
function compileFigure(figure: Figure, at: readonly number[], compiling: Compiling): Constraint {
  const { name, measure, value } = figure;
  if (measure.kind !== 'similarity' && at.some((set) => compiling.sums[set]!.length === 0)) {
    throw new RangeError(`${name}: the prior has no output there`);
  }
  if (measure.kind === 'agglomerationIndex') return compileGrowth(measure, value, at, compiling);
  if (!(value > 0)) throw new RangeError(`${name}: ${value} is not above 0`);
  const target = log(value);
  if (measure.kind === 'similarity') {
    const width = compiling.targets.industries.length;
    const groups = compiling.groupOf[measure.year]!;
    const row = (region: number): Int32Array => groups.slice(region * width, (region + 1) * width);
    return { kind: 'similarity', a: row(measure.regions[0]), b: row(measure.regions[1]), target };
  }
  return { kind: 'product', sums: at, powers: POWERS[measure.kind], target };
}

function compileGrowth(
  measure: Extract<Measure, { kind: 'agglomerationIndex' }>,
  index: number,
  at: readonly number[],
  { targets, mass, sums }: Compiling,
): Constraint {
  const [partFrom, partTo, wholeFrom, wholeTo] = at as [number, number, number, number];
  const span = targets.years[measure.to]! - targets.years[measure.from]!;
  const total = (set: number): number => sums[set]!.reduce((sum, group) => sum + mass[group]!, 0);
  const growth = Math.abs(averageGrowth(total(wholeFrom), total(wholeTo), span));
  const scale = 1 / (Math.max(Math.abs(index), SMALLEST_GROWTH) * Math.max(growth, SMALLEST_GROWTH));
  const part = { from: partFrom, to: partTo };
  return { kind: 'growth', part, whole: { from: wholeFrom, to: wholeTo }, span, index, scale };
}

/** Growth a year between two levels, as a rate. */
function averageGrowth(from: number, to: number, span: number): number {
  return exp(log(to / from) / span) - 1;
}

/** Powers of the sums that {@link cellSets} lists. */
const POWERS = {
  locationQuotient: [1, -1, -1, 1],
  partOfIndustry: [1, -1],
  partOfRegion: [1, -1],
  partOfTotal: [1, -1],
  output: [1],
} as const;
