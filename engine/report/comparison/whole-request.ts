import type { FutureSource } from '../../compare/future.js';
import type { ComparisonRequest } from './comparison-report.js';

/** Points of the dial of coordination in a report. */
const DIAL = [0, 0.2, 0.4, 0.6, 0.8, 1];

/**
 * The request of a report for readers, which holds more than was asked for: every way of looking at the futures that takes no more than a second or two. Break-evens
 * take longer, so they are in it where they were asked for.
 */
export function wholeRequest(sources: readonly FutureSource[], asked?: ComparisonRequest): ComparisonRequest {
  const policies = sources.some(({ scenario }) => scenario.policies.length > 0);
  const several = sources[0]!.economy.regions.length > 1;
  const differ = sources.length > 1;
  const swept = asked?.sweep ?? [];
  return {
    equalCost: asked?.equalCost ?? differ,
    kinds: policies && differ,
    byPolicy: policies,
    cooperation: asked?.cooperation ?? (policies && several ? 'acting' : null),
    ingredients: policies && differ,
    breakEven: asked?.breakEven ?? false,
    sweep: swept.length > 0 || !policies || !several ? swept : [{ path: 'coordination', values: DIAL }],
  };
}
