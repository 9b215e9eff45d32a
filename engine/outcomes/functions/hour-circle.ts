import { distanceOfPair } from '../../projection/between.js';
import type { OutcomeFunction } from '../outcome-function.js';
import type { OutcomeView } from '../view.js';

/**
 * Travel time between two regions in a year, minutes; NaN where the case states none. Where the case measures distance in km, the time of
 * the base year's fastest way changes as the length of the shortest way does.
 */
function travelTime({ plan }: OutcomeView, r: number, s: number, y: number): number {
  const { distance: before } = plan.reference;
  if (plan.travelTime === null || before === null) return Number.NaN;
  const pair = r * plan.regions.length + s;
  return (plan.travelTime[pair]! * distanceOfPair(plan, pair, y)) / before[pair]!;
}

/** The sum of something over the regions that can be reached from one within some minutes, that one included. */
function reached(of: (view: OutcomeView, s: number, y: number) => number): OutcomeFunction['compile'] {
  return (call) => {
    const [from, limit] = [call.region(0), call.value(1)];
    return (scope) => {
      const { view, y } = scope;
      if (view.plan.travelTime === null || view.plan.levers.between === null) return Number.NaN;
      const most = limit(scope);
      let total = 0;
      for (let s = 0; s < call.regions; s++) {
        if (s === from || travelTime(view, from, s, y) <= most) total += of(view, s, y);
      }
      return total;
    };
  };
}

export const within: OutcomeFunction = {
  over: 'year',
  takes: ['region', 'minutes'],
  unit: 'currency',
  meaning: 'output of the regions that can be reached from one within so many minutes, that one included',
  compile: reached((view, s, y) => view.output.byRegion()[y * view.plan.regions.length + s]!),
};

export const peopleWithin: OutcomeFunction = {
  over: 'year',
  takes: ['region', 'minutes'],
  unit: '10⁴ persons',
  meaning: 'non-agricultural population of the same regions',
  compile: reached((view, s) => view.plan.initial.population?.[s] ?? Number.NaN),
};
