import { sum } from '../../statistics/sum.js';
import type { Targets } from '../targets/figure.js';
import { type CellSet, cellsIn } from './cell-sets.js';

/** Puts cells that the same sums hold into one group. */
export function groupCells(targets: Targets, sets: readonly CellSet[]) {
  const width = targets.industries.length;
  const membership = targets.prior.map((prior) => Array.from({ length: prior.length }, () => ''));
  sets.forEach((set, index) => {
    for (const cell of cellsIn(set, targets)) membership[set.year]![cell] += `${index},`;
  });
  const mass: number[] = [];
  const weight: number[] = [];
  const groupOf = targets.prior.map((prior, year) => {
    const total = sum(prior);
    const known = new Map<string, number>();
    return Int32Array.from({ length: targets.regions.length * width }, (_, cell) => {
      const value = prior[cell]!;
      if (value === 0) return -1;
      const key = membership[year]![cell]!;
      const group = known.get(key) ?? mass.length;
      if (group === mass.length) {
        known.set(key, group);
        mass.push(0);
        weight.push(1 / total);
      }
      mass[group]! += value;
      return group;
    });
  });
  return { groupOf, mass: Float64Array.from(mass), weight: Float64Array.from(weight) };
}

/** Groups of the cells of a set that are not 0. */
export function groupsIn(set: CellSet, targets: Targets, groupOf: readonly Int32Array[]): Int32Array {
  const groups = new Set<number>();
  for (const cell of cellsIn(set, targets)) {
    const group = groupOf[set.year]![cell]!;
    if (group >= 0) groups.add(group);
  }
  return Int32Array.from(groups);
}
