import type { Growth } from './average-growth.js';
import { SAME } from './same.js';

/** The stage of an industry in a region, by its comparative advantage there. */
export type Stage = 'formative' | 'growing' | 'mature' | 'recession';

/** Stages by their code in arrays; code 0 is a cell without stage. */
export const STAGES: readonly [null, ...Stage[]] = [null, 'formative', 'growing', 'mature', 'recession'];

/** The stages without the first code, in the order in which they are counted. */
export const [, ...COUNTED_STAGES] = STAGES;

/**
 * The stage of an industry in a region. With location quotient LQ, and growing faster where it grows at least as fast in the
 * region as in the higher-level region:
 *
 * |        | faster    | slower    |
 * |--------|-----------|-----------|
 * | LQ < 1 | formative | recession |
 * | LQ ≥ 1 | growing   | mature    |
 *
 * A new entry into an industry that the reference had already counts as faster. There is no stage without a location quotient,
 * without output in the later year, or where the reference itself is new. Equality holds to 12 digits, so that rounding does not decide.
 *
 * Source: section 1.2.1 of the source paper, with S_ri ≥ S_i in the place of A ≥ 1: the same wherever the reference grows, and
 * still right where it shrinks.
 *
 * @param locationQuotient in the later year; null where undefined
 * @param growth average growth of the industry in the region, S_ri
 * @param referenceGrowth average growth of the industry in the higher-level region, S_i
 *
 * @example
 * stage(1.46, 0.1, 0.08); // → 'growing'
 * stage(0.67, 0.05, 0.08); // → 'recession'
 * stage(1.2, -0.05, -0.08); // → 'growing'
 * stage(0.1, 'new-entry', 0.08); // → 'formative'
 * stage(null, 'absent', 'absent'); // → null
 */
export function stage(locationQuotient: number | null, growth: Growth, referenceGrowth: Growth): Stage | null {
  if (locationQuotient === null || Number.isNaN(locationQuotient)) return null;
  if (growth === 'absent' || growth === -1 || typeof referenceGrowth === 'string') return null;
  const faster = growth === 'new-entry' || 1 + growth >= (1 + referenceGrowth) * (1 - SAME);
  return stageOf(locationQuotient >= 1 - SAME, faster);
}

/**
 * The stage that published values of location quotient and agglomeration index stand for. Only for industries that grow in the
 * higher-level region: elsewhere the index does not say which of the two grew faster.
 *
 * @example
 * stageFromIndex(1.245989, 0.906804); // → 'mature'
 */
export function stageFromIndex(locationQuotient: number, agglomerationIndex: number): Stage {
  return stageOf(locationQuotient >= 1, agglomerationIndex >= 1);
}

function stageOf(advantaged: boolean, faster: boolean): Stage {
  if (advantaged) return faster ? 'growing' : 'mature';
  return faster ? 'formative' : 'recession';
}
