import { describe, expect, it } from 'vitest';
import type { Stage } from '../../engine/indicators/stage.js';
import { selectIndustries } from '../../engine/plan/select.js';
import type { BaseYear } from '../../engine/policies/kind.js';
import type { IndustrySelector } from '../../engine/scenario/scenario.js';

/** Two regions, four industries; the second region has no mining. */
const base = {
  regions: ['East', 'West'],
  industries: ['Cars', 'Food', 'Coal mining', 'Ore mining'],
  output: Float64Array.of(50, 30, 10, 10, 10, 30, 60, 0),
  locationQuotient: Float64Array.of(1.7, 1, 0.3, 2, 0.3, 1, 1.7, 0),
} as unknown as BaseYear;
const stages: readonly (Stage | null)[] = [
  'growing',
  'mature',
  'recession',
  null,
  'formative',
  'mature',
  'growing',
  null,
];
const nothing: IndustrySelector = { names: null, top: null, stage: null, locationQuotient: null };

const select = (selector: Partial<IndustrySelector> | null, region: number, regions: readonly number[] = [0, 1]) =>
  selectIndustries(selector && { ...nothing, ...selector }, base, () => stages, regions, region).map(
    (i) => base.industries[i],
  );

describe('A selection of industries', () => {
  it('that is absent or empty means every industry the region has', () => {
    expect(select(null, 0)).toEqual(base.industries);
    expect(select({}, 0)).toEqual(base.industries);
    expect(select(null, 1)).toEqual(['Cars', 'Food', 'Coal mining']);
  });

  it('takes names and globs in the order of the case', () => {
    expect(select({ names: ['*mining', 'Cars'] }, 0)).toEqual(['Cars', 'Coal mining', 'Ore mining']);
    expect(select({ names: ['?ars'] }, 0)).toEqual(['Cars']);
  });

  it('leaves out an industry without output in the region, even by name', () => {
    expect(select({ names: ['Ore mining'] }, 1)).toEqual([]);
  });

  it('ranks the top by the output of the policy’s regions together, the same for each of them', () => {
    // Together: cars 60, food 60, coal 70, ore 10.
    expect(select({ top: 2 }, 0)).toEqual(['Cars', 'Coal mining']);
    expect(select({ top: 2 }, 1)).toEqual(['Cars', 'Coal mining']);
    expect(select({ top: 1 }, 0, [0])).toEqual(['Cars']);
    expect(select({ top: 99 }, 0)).toEqual(base.industries);
  });

  it('gives equal outputs to the industry that the case names first', () => {
    expect(select({ top: 2 }, 0)).not.toContain('Food');
  });

  it('reads stages of each region on its own', () => {
    expect(select({ stage: ['growing'] }, 0)).toEqual(['Cars']);
    expect(select({ stage: ['growing'] }, 1)).toEqual(['Coal mining']);
    expect(select({ stage: ['growing', 'mature'] }, 0)).toEqual(['Cars', 'Food']);
  });

  it('compares location quotients with each of four signs', () => {
    const lq = (operator: '>' | '>=' | '<' | '<=', bound: number) =>
      select({ locationQuotient: { operator, bound } }, 0);
    expect(lq('>', 1)).toEqual(['Cars', 'Ore mining']);
    expect(lq('>=', 1)).toEqual(['Cars', 'Food', 'Ore mining']);
    expect(lq('<', 1)).toEqual(['Coal mining']);
    expect(lq('<=', 1)).toEqual(['Food', 'Coal mining']);
  });

  it('needs every condition to hold, the top being counted among the names', () => {
    expect(select({ names: ['*mining'], top: 1 }, 0)).toEqual(['Coal mining']);
    expect(select({ top: 3, stage: ['growing'], locationQuotient: { operator: '>', bound: 1 } }, 0)).toEqual(['Cars']);
    expect(select({ top: 1, stage: ['growing'] }, 0)).toEqual([]);
  });
});
