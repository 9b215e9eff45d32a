import type { BaseYear } from '../policies/kind.js';
import { matchNames } from '../scenario/names.js';
import type { IndustrySelector } from '../scenario/scenario.js';
import type { BaseStages } from './stages.js';

/**
 * Industries a selector means in one region, ascending. Conditions read the base year.
 *
 * @param regions the policy's regions, whose joint output ranks industries for `top`
 */
export function selectIndustries(
  selector: IndustrySelector | null,
  base: BaseYear,
  stages: () => BaseStages,
  regions: readonly number[],
  region: number,
): number[] {
  const industries = base.industries.length;
  const named =
    selector?.names == null ? base.industries.map((_, i) => i) : matchNames(selector.names, base.industries);
  const largest = selector?.top == null ? null : topIndustries(base, regions, named, selector.top);
  return named.filter((i) => {
    const cell = region * industries + i;
    if (base.output[cell] === 0) return false;
    if (largest !== null && !largest.has(i)) return false;
    if (selector?.stage != null && !selector.stage.includes(stages()[cell] ?? '')) return false;
    return selector?.locationQuotient == null || holds(selector.locationQuotient, base.locationQuotient[cell]!);
  });
}

function topIndustries(base: BaseYear, regions: readonly number[], named: readonly number[], n: number): Set<number> {
  const joint = (i: number): number =>
    regions.reduce((sum, r) => sum + base.output[r * base.industries.length + i]!, 0);
  // Equal outputs keep the case's order, so the choice never depends on the sort.
  return new Set([...named].sort((a, b) => joint(b) - joint(a) || a - b).slice(0, n));
}

function holds(condition: NonNullable<IndustrySelector['locationQuotient']>, value: number): boolean {
  switch (condition.operator) {
    case '>':
      return value > condition.bound;
    case '>=':
      return value >= condition.bound;
    case '<':
      return value < condition.bound;
    case '<=':
      return value <= condition.bound;
  }
}
