import { projectEvents } from '../projection/project-events.js';
import { discountedSum, discountFactor } from '../statistics/discount.js';
import { withoutRounding } from '../statistics/rounding.js';
import { sum } from '../statistics/sum.js';
import type { Future } from './future.js';

/** The gains of a future against its own reference path, by region: sums over all years, discounted to the first. */
export interface Gains {
  /** Output gained, R, in the case's currency; displacement is already in it, since what others lose counts against it. */
  readonly output: Float64Array;
  /** The sum over regions, exactly 0 where only rounding is left of it. */
  readonly total: number;
  /** The part of the total that events alone bring, without policies; 0 where nothing happens. */
  readonly events: number;
  /** The total in value added. */
  readonly valueAdded: number;
  /** Cost of all policies and of coordination. */
  readonly cost: number;
  /** Value added gained per unit of cost, what events bring left out; null where nothing is spent. */
  readonly benefitCost: number | null;
}

/** Adds up what a future gains and costs. */
export function gainsOf(future: Future): Gains {
  const { plan, discountRate } = future.compiled;
  const regions = plan.regions.length;
  const industries = plan.industries.length;
  const cells = regions * industries;
  const { output: path, reference } = future.projection;
  const happened = projectEvents(plan);
  const output = new Float64Array(regions);
  let whole = 0;
  let events = 0;
  for (let y = 0; y < plan.years.length; y++) {
    const weight = discountFactor(discountRate, y);
    for (let r = 0; r < regions; r++) {
      let gained = 0;
      for (let i = 0; i < industries; i++) {
        const at = y * cells + r * industries + i;
        gained += path[at]! - reference[at]!;
        whole += weight * reference[at]!;
        if (happened !== null) events += weight * (happened[at]! - reference[at]!);
      }
      output[r] = output[r]! + weight * gained;
    }
  }
  // A total within rounding of zero is zero: every gain was then taken from other regions.
  const total = withoutRounding(sum(output), whole);
  const valueAdded = total * future.economy.valueAddedShare;
  const cost = discountedSum(plan.cost, discountRate);
  const ofPolicies = valueAdded - events * future.economy.valueAddedShare;
  return { output, total, events, valueAdded, cost, benefitCost: cost > 0 ? ofPolicies / cost : null };
}
